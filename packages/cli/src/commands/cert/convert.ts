/**
 * `pix cert convert`: the same certificate and key, in the format that a machine asks for.
 *
 * @module
 */
import type { Issue } from '@pixkit/core/issue'
import { type Contents, contentsOf } from '../../internal/cert/contents.ts'
import { convertTo, type Format, FORMATS, isP12 } from '../../internal/cert/convert-to.ts'
import { filesOf, loadFiles } from '../../internal/cert/load-files.ts'
import { assertGoesWith, assertOutputs, required } from '../../internal/cert/options.ts'
import {
  askNewPassphrase,
  OUT_PASSPHRASE_OPTIONS,
  PASSPHRASE_OPTIONS,
  readOutPassphrase,
} from '../../internal/cert/passphrase.ts'
import { finish, FORCE_OPTION, type Product, productOf } from '../../internal/cert/products.ts'
import { findStrangeKeys } from '../../internal/cert/strange-keys.ts'
import { CERT_WORDING } from '../../internal/cert/wording.ts'
import type { Command, Context } from '../../internal/command.ts'
import { failure } from '../../internal/failure.ts'
import { refuse } from '../../internal/report-error.ts'

export const convert: Command = {
  name: 'cert convert',
  summary: 'certConvertSummary',
  details: 'certConvertDetails',
  usage: ({ argumentFile }) => `${argumentFile}… --to pem --out ${argumentFile} [--key-out ${argumentFile}]`,
  options: {
    to: { type: 'string', choices: FORMATS, text: 'optionTo' },
    out: { type: 'string', value: 'argumentFile', text: 'optionOut' },
    'key-out': { type: 'string', value: 'argumentFile', text: 'optionKeyOut' },
    base64: { type: 'boolean', text: 'optionBase64' },
    'friendly-name': { type: 'string', value: 'argumentName', text: 'optionFriendlyName' },
    ...PASSPHRASE_OPTIONS,
    ...OUT_PASSPHRASE_OPTIONS,
    'no-passphrase': { type: 'boolean', text: 'optionNoPassphrase' },
    ...FORCE_OPTION,
  },
  examples: [
    { text: 'exampleCertConvertDer', call: 'pix cert convert certificado.cer --to pem --out certificado.pem' },
    {
      text: 'exampleCertConvertP12',
      call: 'pix cert convert certificado.cer APLICACAO.key --to p12 --out certificado.pfx --out-passphrase-env SENHA',
    },
    {
      text: 'exampleCertConvertPair',
      call: 'pix cert convert certificado.p12 --to pem --out certificado.pem --key-out chave.key',
    },
    {
      text: 'exampleCertConvertStrip',
      call: 'pix cert convert CHAVE_COMSENHA.key --passphrase-env SENHA --to pem --out CHAVE.key',
    },
    {
      text: 'exampleCertConvertBase64',
      call: 'pix cert convert certificado.p12 --to p12 --no-passphrase --base64 --out -',
    },
  ],

  async run(context) {
    const format = formatOf(context)
    const { options } = context
    const files = filesOf(context)
    const passphrase = await outPassphrase(context, format)
    const { loaded, issues } = await loadFiles(context, files)
    const problems = issues.length > 0 ? issues : await findStrangeKeys(loaded)
    if (problems.length > 0) return refuse(context, problems, CERT_WORDING)
    const parts = partsOf(contentsOf(loaded), required(context, 'out'), options.values.get('key-out'))
    const missing = parts.flatMap(missingIn)
    if (missing.length > 0) return refuse(context, missing)

    const convertOptions = { passphrase, friendlyName: options.values.get('friendly-name') }
    const isBase64 = options.flags.has('base64')
    const products: Product[] = []
    for (const { file, contents } of parts) {
      const bytes = await convertTo(format, contents, convertOptions)
      products.push(
        productOf({
          file,
          format,
          contents,
          bytes: isBase64 ? inOneLine(bytes) : bytes,
          isText: isBase64 || format === 'pem',
          isEncrypted: passphrase !== undefined,
        }),
      )
    }
    return finish(context, products)
  },
}

/** The format, of a call whose options go together. */
function formatOf(context: Context): Format {
  const format = required(context, 'to') as Format
  required(context, 'out')
  assertGoesWith(context, 'key-out', !isP12(format), '--to pem, --to der')
  assertGoesWith(context, 'friendly-name', isP12(format), '--to p12, --to legacy-p12')
  assertGoesWith(context, 'no-passphrase', isP12(format), '--to p12, --to legacy-p12')
  assertOutputs(context, ['out', 'key-out'])
  return format
}

/** An empty passphrase must be asked for: with it the file protects nothing. */
async function outPassphrase(context: Context, format: Format): Promise<string | undefined> {
  const { help, options } = context
  const passphrase = await readOutPassphrase(context)
  const isNone = options.flags.has('no-passphrase')
  if (passphrase !== undefined && isNone) {
    throw failure('CLI_OPTION_CONFLICT', { option: '--no-passphrase', other: '--out-passphrase-…', help })
  }
  if (passphrase !== undefined || isNone || !isP12(format)) return passphrase
  const answer = await askNewPassphrase(context)
  if (answer === undefined) throw failure('CLI_OUT_PASSPHRASE_MISSING', { format, help })
  return answer
}

interface Part {
  readonly file: string
  readonly contents: Contents
  /** What it is an error not to have, where the call gives it a file of its own. */
  readonly wanted?: 'key' | 'certificate' | undefined
}

/** One file, or certificates here and keys there. */
function partsOf(contents: Contents, out: string, keyOut: string | undefined): readonly Part[] {
  if (keyOut === undefined) return [{ file: out, contents }]
  const { privateKeys } = contents
  return [
    { file: out, contents: { ...contents, privateKeys: [] }, wanted: 'certificate' },
    { file: keyOut, contents: { certificates: [], requests: [], privateKeys }, wanted: 'key' },
  ]
}

function missingIn({ contents, wanted }: Part): readonly Issue[] {
  const { certificates, privateKeys, requests } = contents
  const issue = { severity: 'error', path: [], params: {} } as const
  if (wanted === 'key' && privateKeys.length === 0) return [{ ...issue, code: 'CERTS_KEY_MISSING' }]
  const isBare = certificates.length + requests.length === 0
  return wanted === 'certificate' && isBare ? [{ ...issue, code: 'CERTS_CERTIFICATE_MISSING' }] : []
}

function inOneLine(bytes: Uint8Array): Uint8Array {
  return new TextEncoder().encode(`${Buffer.from(bytes).toString('base64')}\n`)
}
