/**
 * `pix cert csr`: a request for a certificate, with a new key or one that is there.
 *
 * @module
 */
import type { SicrediSubjectOptions, Subject } from '@pixkit/certs'
import { isPixkitError } from '@pixkit/core/error'
import { KEY_TYPE_OPTION, keyOptionsOf } from '../../internal/cert/key-types.ts'
import { loadFiles } from '../../internal/cert/load-files.ts'
import { assertGoesWith, assertOutputs, required } from '../../internal/cert/options.ts'
import { parseSubject } from '../../internal/cert/parse-subject.ts'
import { OUT_PASSPHRASE_OPTIONS, PASSPHRASE_OPTIONS, readOutPassphrase } from '../../internal/cert/passphrase.ts'
import { finish, FORCE_OPTION, pemProduct } from '../../internal/cert/products.ts'
import { CERT_WORDING } from '../../internal/cert/wording.ts'
import type { Command, Context } from '../../internal/command.ts'
import { failure, issueOf } from '../../internal/failure.ts'
import { refuse, type Wording } from '../../internal/report-error.ts'

export const csr: Command = {
  name: 'cert csr',
  summary: 'certCsrSummary',
  details: 'certCsrDetails',
  usage: ({ argumentFile, options }) => `[${options.toLowerCase()}] --key-out ${argumentFile} --out ${argumentFile}`,
  options: {
    preset: { type: 'string', choices: ['sicredi'], text: 'optionPreset' },
    'nome-parceiro': { type: 'string', value: 'argumentName', text: 'optionNomeParceiro' },
    'cpf-cnpj': { type: 'string', value: 'argumentCpfCnpj', text: 'optionCpfCnpj' },
    prefixo: { type: 'string', choices: ['urn:cpfcnpj', 'urn:cnpj'], text: 'optionPrefixo' },
    subject: { type: 'string', value: '/C=BR/O=…/CN=…', text: 'optionSubject' },
    hosts: { type: 'string', value: 'argumentHosts', text: 'optionHosts' },
    key: { type: 'string', value: 'argumentFile', text: 'optionKey' },
    'key-out': { type: 'string', value: 'argumentFile', text: 'optionNewKeyOut' },
    'key-type': KEY_TYPE_OPTION,
    out: { type: 'string', value: 'argumentFile', text: 'optionOut' },
    ...PASSPHRASE_OPTIONS,
    ...OUT_PASSPHRASE_OPTIONS,
    ...FORCE_OPTION,
  },
  examples: [
    {
      text: 'exampleCertCsrSicredi',
      call: 'pix cert csr --preset sicredi --nome-parceiro padaria-central --cpf-cnpj 12345678000195 --key-out CHAVE.key --out REQUISICAO.csr',
    },
    {
      text: 'exampleCertCsrSubject',
      call: "pix cert csr --subject '/C=BR/O=Padaria Central/CN=pix.padaria.example' --key CHAVE.key --out REQUISICAO.csr",
    },
  ],

  async run(context) {
    const { createCsr, generatePrivateKey } = await import('@pixkit/certs')
    const { options } = context
    const out = required(context, 'out')
    assertOptions(context)
    const hosts = options.values
      .get('hosts')
      ?.split(',')
      .map((host) => host.trim())
    const passphrase = await readOutPassphrase(context)
    const key = options.values.get('key')
    const { loaded, issues } = await loadFiles(context, key === undefined ? [] : [key])
    if (issues.length > 0) return refuse(context, issues, CERT_WORDING)
    const oldKey = loaded[0]?.credentials.privateKeys[0]
    if (key !== undefined && oldKey === undefined) {
      return refuse(context, [{ code: 'CERTS_KEY_MISSING', severity: 'error', path: [key], params: {} }])
    }
    try {
      // Before the key, which takes longer.
      const subject = await subjectOf(context)
      // Guia API Pix Sicredi, annex V: the key is RSA.
      if (options.values.has('preset') && oldKey !== undefined && oldKey.algorithm !== 'RSA') {
        const issue = {
          code: 'CERTS_OPTION_INVALID',
          severity: 'error',
          path: ['--key'],
          params: { expected: 'RSA' },
        } as const
        return refuse(context, [issue])
      }
      const privateKey = oldKey ?? (await generatePrivateKey(keyOptionsOf(options.values.get('key-type'), 'rsa-2048')))
      const request = createCsr(privateKey, { subject, hosts })
      const requestFile = await pemProduct(out, { requests: [request] })
      if (oldKey !== undefined) return await finish(context, [requestFile])
      const keyFile = await pemProduct(required(context, 'key-out'), { privateKeys: [privateKey] }, passphrase)
      return await finish(context, [keyFile, requestFile])
    } catch (error) {
      if (!isPixkitError(error) || error.path.length === 0) throw error
      return refuse(context, [issueOf(error)], CSR_WORDING)
    }
  },
}

/** The library names its fields; here they came as options. */
const CSR_WORDING: Wording = {
  name(issue) {
    const [field = '', ...rest] = issue.path
    const option = OPTIONS_OF_FIELDS[field]
    return option === undefined
      ? issue
      : { ...issue, path: [option, ...rest.filter((part) => typeof part === 'number')] }
  },
}

const OPTIONS_OF_FIELDS: Readonly<Record<string, string>> = {
  nomeParceiro: '--nome-parceiro',
  cpfCnpj: '--cpf-cnpj',
  subject: '--subject',
  hosts: '--hosts',
}

function assertOptions(context: Context): void {
  const { help, options } = context
  const isNew = !options.values.has('key')
  const isSicredi = options.values.has('preset')
  if (!isNew && options.values.has('key-out')) {
    throw failure('CLI_OPTION_CONFLICT', { option: '--key', other: '--key-out', help })
  }
  if (isNew) required(context, 'key-out')
  for (const option of ['key-type', 'out-passphrase-env', 'out-passphrase-file']) {
    assertGoesWith(context, option, isNew, '--key-out')
  }
  for (const option of ['nome-parceiro', 'cpf-cnpj']) if (isSicredi) required(context, option)
  for (const option of ['nome-parceiro', 'cpf-cnpj', 'prefixo']) assertGoesWith(context, option, isSicredi, '--preset')
  const keyType = options.values.get('key-type')
  // Guia API Pix Sicredi, annex V: RSA.
  if (isSicredi && keyType?.startsWith('p-') === true) {
    throw failure('CLI_OPTION_CONFLICT', { option: `--key-type ${keyType}`, other: '--preset sicredi', help })
  }
  if (isSicredi && options.values.has('subject')) {
    throw failure('CLI_OPTION_CONFLICT', { option: '--subject', other: '--preset', help })
  }
  assertOutputs(context, ['out', 'key-out'], ['key'])
}

async function subjectOf(context: Context): Promise<Subject> {
  const { values } = context.options
  if (!values.has('preset')) return parseSubject(required(context, 'subject'), context)
  const { sicrediSubject } = await import('@pixkit/certs/sicredi-subject')
  return sicrediSubject({
    nomeParceiro: values.get('nome-parceiro') ?? '',
    cpfCnpj: values.get('cpf-cnpj') ?? '',
    // The parser takes its choices only.
    prefixo: values.get('prefixo') as SicrediSubjectOptions['prefixo'],
  })
}
