/**
 * Files that a command made: written, and told about.
 *
 * @module
 */
import type { Texts } from '../../texts/texts.ts'
import { visible } from '../../render/visible.ts'
import { hang, wrapWords } from '../../render/wrap.ts'
import { type Context, writeJson, writeLines } from '../command.ts'
import { fill } from '../fill.ts'
import type { Options } from '../parse-options.ts'
import { STDIO } from '../read-code.ts'
import { jsonIssues, reportText } from '../report-error.ts'
import { existing, type OutputFile, writeFiles } from '../write-files.ts'
import type { Contents } from './contents.ts'

export const FORCE_OPTION: Options = { force: { type: 'boolean', text: 'optionForce' } }

export interface Product extends OutputFile {
  readonly format: string
  readonly contents: Contents
  /** Whether a passphrase protects the private key. */
  readonly isEncrypted: boolean
}

/** Makes a PEM file of a few things. */
export async function pemProduct(file: string, contents: Partial<Contents>, passphrase?: string): Promise<Product> {
  // Only these commands have a use for it.
  const { toPem } = await import('@pixkit/certs/to-pem')
  const { certificates = [], privateKeys = [], requests = [] } = contents
  const pem = toPem([...certificates, ...privateKeys, ...requests], { passphrase })
  return {
    file,
    format: 'pem',
    bytes: new TextEncoder().encode(pem),
    isText: true,
    isSecret: privateKeys.length > 0,
    isEncrypted: passphrase !== undefined,
    contents: { certificates, privateKeys, requests },
  }
}

/**
 * Writes the files and says what is in them.
 *
 * @returns Exit code: 1 when one could not be written.
 */
export async function finish(context: Context, products: readonly Product[]): Promise<0 | 1> {
  const { io, json, language, options, stdout, stderr } = context
  const force = options.flags.has('force')
  // A key and its certificate belong together: not one of them beside an older one.
  const taken = force ? [] : await existing(io, products)
  const { written, issues } = taken.length > 0 ? { written: [], issues: taken } : await writeFiles(io, products, force)
  if (json) {
    writeJson(context, {
      ok: issues.length === 0,
      files: written.map(toJson),
      issues: jsonIssues(issues, language, {}),
    })
  } else {
    // Nothing may stand beside what goes to standard output.
    const [output, screen] = products.some(({ file }) => file === STDIO) ? [io.stderr, stderr] : [io.stdout, stdout]
    for (const product of written.filter(({ file }) => file !== STDIO)) {
      const lines = wrapWords(sentenceOf(product, language.texts), screen.proseColumns - 2)
      writeLines(output, hang(screen.style('green', '✓ '), lines, 2))
    }
    reportText(io, issues, stderr)
  }
  return issues.length === 0 ? 0 : 1
}

function sentenceOf({ contents, file, isEncrypted, isSecret }: Product, texts: Texts): string {
  const parts = [
    counted(contents.certificates.length, texts.oneCertificate, texts.manyCertificates),
    counted(contents.privateKeys.length, texts.onePrivateKey, texts.manyPrivateKeys),
    counted(contents.requests.length, texts.oneRequest, texts.manyRequests),
  ].filter((part) => part !== '')
  const note = isSecret !== true ? '' : isEncrypted ? texts.noteEncrypted : texts.noteNotEncrypted
  return `${visible(file)}: ${parts.join(', ')}${note === '' ? '' : `; ${note}`}`
}

function counted(count: number, one: string, many: string): string {
  return count === 0 ? '' : count === 1 ? one : fill(many, { count })
}

function toJson({ bytes, contents, file, format, isEncrypted, isSecret = false }: Product): unknown {
  const { certificates, privateKeys, requests } = contents
  return {
    file,
    format,
    bytes: bytes.length,
    certificates: certificates.length,
    privateKeys: privateKeys.length,
    requests: requests.length,
    secret: isSecret,
    encrypted: isSecret && isEncrypted,
  }
}
