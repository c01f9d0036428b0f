/**
 * `pix cert csr`: a request for a certificate, with a new key or one that is there.
 *
 * @module
 */
import { isIP } from 'node:net'
import type { AltName, Subject } from '@pixkit/certs'
import type { Command, Context } from '../../internal/command.ts'
import { KEY_TYPE_OPTION, keyOptionsOf } from '../../internal/cert/key-types.ts'
import { loadFiles } from '../../internal/cert/load-files.ts'
import { required } from '../../internal/cert/options.ts'
import { parseSubject } from '../../internal/cert/parse-subject.ts'
import { OUT_PASSPHRASE_OPTIONS, PASSPHRASE_OPTIONS, readPassphrase } from '../../internal/cert/passphrase.ts'
import { finish, FORCE_OPTION, pemProduct } from '../../internal/cert/products.ts'
import { CERT_WORDING } from '../../internal/cert/wording.ts'
import { failure } from '../../internal/failure.ts'
import { refuse } from '../../internal/report-error.ts'

export const csr: Command = {
  name: 'cert csr',
  summary: 'certCsrSummary',
  details: 'certCsrDetails',
  usage: ({ argumentFile, options }) => `[${options.toLowerCase()}] --key-out ${argumentFile} --out ${argumentFile}`,
  options: {
    preset: { type: 'string', choices: ['sicredi'], text: 'optionPreset' },
    'nome-parceiro': { type: 'string', value: 'argumentName', text: 'optionNomeParceiro' },
    'cpf-cnpj': { type: 'string', value: 'argumentCpfCnpj', text: 'optionCpfCnpj' },
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
      call: 'pix cert csr --preset sicredi --nome-parceiro padaria-central --cpf-cnpj 12ABC34501DE35 --key-out CHAVE.key --out REQUISICAO.csr',
    },
    {
      text: 'exampleCertCsrSubject',
      call: "pix cert csr --subject '/C=BR/O=Padaria Central/CN=pix.padaria.example' --key CHAVE.key --out REQUISICAO.csr",
    },
  ],

  async run(context) {
    const { createCsr, generatePrivateKey } = await import('@pixkit/certs')
    const { options, help } = context
    const out = required(context, 'out')
    const subject = await subjectOf(context)
    const subjectAltNames = options.values.get('hosts')?.split(',').map(altNameOf)
    const passphrase = await readPassphrase(context, 'out-passphrase')

    const [key, keyOut] = ['key', 'key-out'].map((name) => options.values.get(name))
    if (key !== undefined && keyOut !== undefined) {
      throw failure('CLI_OPTION_CONFLICT', { option: '--key', other: '--key-out', help })
    }
    if (key !== undefined) {
      const { loaded, issues } = await loadFiles(context, [key])
      if (issues.length > 0) return refuse(context, issues, CERT_WORDING)
      const privateKey = loaded[0]?.credentials.privateKeys[0]
      if (privateKey === undefined) {
        return refuse(context, [{ code: 'CERTS_KEY_MISSING', severity: 'error', path: [key], params: {} }])
      }
      const request = createCsr(privateKey, { subject, subjectAltNames })
      return finish(context, [await pemProduct(out, { requests: [request] })])
    }
    const newFile = required(context, 'key-out')
    const newKey = await generatePrivateKey(keyOptionsOf(options.values.get('key-type'), 'rsa-2048'))
    const request = createCsr(newKey, { subject, subjectAltNames })
    return finish(context, [
      await pemProduct(newFile, { privateKeys: [newKey] }, passphrase),
      await pemProduct(out, { requests: [request] }),
    ])
  },
}

async function subjectOf(context: Context): Promise<Subject> {
  const { sicrediSubject } = await import('@pixkit/certs/sicredi-subject')
  const { help, options } = context
  const text = options.values.get('subject')
  if (options.values.has('preset')) {
    if (text !== undefined) throw failure('CLI_OPTION_CONFLICT', { option: '--subject', other: '--preset', help })
    return sicrediSubject({
      nomeParceiro: required(context, 'nome-parceiro'),
      cpfCnpj: required(context, 'cpf-cnpj'),
    })
  }
  for (const option of ['nome-parceiro', 'cpf-cnpj']) {
    if (!options.values.has(option)) continue
    throw failure('CLI_OPTION_NEEDS', { option: `--${option}`, needed: '--preset', help })
  }
  return parseSubject(required(context, 'subject'), context)
}

function altNameOf(host: string): AltName {
  return { type: isIP(host) === 0 ? 'dns' : 'ip', value: host }
}
