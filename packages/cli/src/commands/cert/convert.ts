/**
 * `pix cert convert`: the same certificate and key, in the format that a machine asks for.
 *
 * @module
 */
import type { Command, Context } from '../../internal/command.ts'
import { type Contents, contentsOf } from '../../internal/cert/contents.ts'
import { convertTo, type Format, FORMATS, isText, needsPassphrase } from '../../internal/cert/convert-to.ts'
import { filesOf, loadFiles } from '../../internal/cert/load-files.ts'
import { required } from '../../internal/cert/options.ts'
import { OUT_PASSPHRASE_OPTIONS, PASSPHRASE_OPTIONS, readPassphrase } from '../../internal/cert/passphrase.ts'
import { finish, FORCE_OPTION, type Product } from '../../internal/cert/products.ts'
import { CERT_WORDING } from '../../internal/cert/wording.ts'
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
  ],

  async run(context) {
    const { format, out, keyOut } = wantedBy(context)
    const passphrase = await outPassphrase(context, format)
    const { loaded, issues } = await loadFiles(context, filesOf(context))
    if (issues.length > 0) return refuse(context, issues, CERT_WORDING)
    const products: Product[] = []
    for (const part of partsOf(contentsOf(loaded), out, keyOut)) {
      const friendlyName = context.options.values.get('friendly-name')
      const bytes = await convertTo(format, part.contents, { passphrase, friendlyName })
      const isSecret = part.contents.privateKeys.length > 0
      products.push({ ...part, format, bytes, isText: isText(format), isSecret, isEncrypted: passphrase !== undefined })
    }
    return finish(context, products)
  },
}

interface Wanted {
  readonly format: Format
  readonly out: string
  readonly keyOut: string | undefined
}

function wantedBy(context: Context): Wanted {
  const { help, options } = context
  const [format, out] = [required(context, 'to'), required(context, 'out')]
  const keyOut = options.values.get('key-out')
  if (keyOut !== undefined && format !== 'pem' && format !== 'der') {
    throw failure('CLI_OPTION_NEEDS', { option: '--key-out', needed: '--to pem, --to der', help })
  }
  return { format: format as Format, out, keyOut }
}

/** An empty passphrase must be asked for: with it the file protects nothing. */
async function outPassphrase(context: Context, format: Format): Promise<string | undefined> {
  const { help, options } = context
  const passphrase = await readPassphrase(context, 'out-passphrase')
  const isNone = options.flags.has('no-passphrase')
  if (passphrase !== undefined && isNone) {
    throw failure('CLI_OPTION_CONFLICT', { option: '--no-passphrase', other: '--out-passphrase-…', help })
  }
  if (passphrase === undefined && !isNone && needsPassphrase(format)) {
    throw failure('CLI_OUT_PASSPHRASE_MISSING', { format, help })
  }
  return passphrase
}

/** One file, or certificates here and keys there. */
function partsOf(
  contents: Contents,
  out: string,
  keyOut: string | undefined,
): { readonly file: string; readonly contents: Contents }[] {
  if (keyOut === undefined) return [{ file: out, contents }]
  return [
    { file: out, contents: { ...contents, privateKeys: [] } },
    { file: keyOut, contents: { certificates: [], requests: [], privateKeys: contents.privateKeys } },
  ]
}
