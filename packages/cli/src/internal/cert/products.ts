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
import { existing, type OutputFile, writeFiles, type Written } from '../write-files.ts'
import type { Contents } from './contents.ts'

export const FORCE_OPTION: Options = { force: { type: 'boolean', text: 'optionForce' } }

export interface Product extends OutputFile {
  readonly isSecret: boolean
  readonly format: string
  readonly contents: Contents
  /** Whether a passphrase protects the private key. */
  readonly isEncrypted: boolean
}

/** A file of these contents; whether it is secret follows from them. */
export function productOf(product: Omit<Product, 'isSecret'>): Product {
  return { ...product, isSecret: product.contents.privateKeys.length > 0 }
}

/** Makes a PEM file of a few things. */
export async function pemProduct(file: string, contents: Partial<Contents>, passphrase?: string): Promise<Product> {
  // Only these commands have a use for it.
  const { toPem } = await import('@pixkit/certs/to-pem')
  const { certificates = [], privateKeys = [], requests = [] } = contents
  const pem = toPem([...certificates, ...privateKeys, ...requests], { passphrase })
  return productOf({
    file,
    format: 'pem',
    bytes: new TextEncoder().encode(pem),
    isText: true,
    isEncrypted: passphrase !== undefined,
    contents: { certificates, privateKeys, requests },
  })
}

/** Writes the files: all of them, or none when one is in the way. */
export async function writeProducts({ io, options }: Context, products: readonly Product[]): Promise<Written<Product>> {
  const force = options.flags.has('force')
  // A key and its certificate belong together: not one of them beside an older one.
  const taken = force ? [] : await existing(io, products)
  return taken.length > 0 ? { written: [], issues: taken } : writeFiles(io, products, force)
}

/** Says what is in the files that were written. */
export function reportProducts({ io, stdout, stderr }: Context, written: readonly Product[]): void {
  // Nothing may stand beside what goes to standard output.
  const isPrinted = written.some(({ file }) => file === STDIO)
  const [output, screen] = isPrinted ? [io.stderr, stderr] : [io.stdout, stdout]
  for (const product of written) {
    // What everybody sees needs no word, but for a key that everybody can use.
    if (product.file === STDIO && (!product.isSecret || product.isEncrypted)) continue
    const lines = wrapWords(sentenceOf(product, screen.language.texts), screen.proseColumns - 2)
    writeLines(output, hang(screen.style('green', '✓ '), lines, 2))
  }
}

/**
 * Writes the files and says what is in them.
 *
 * @returns Exit code: 1 when one could not be written.
 */
export async function finish(context: Context, products: readonly Product[]): Promise<0 | 1> {
  const { io, json, language, stderr } = context
  const { written, issues } = await writeProducts(context, products)
  const ok = issues.length === 0
  if (json) {
    writeJson(context, { ok, files: written.map(productJson), issues: jsonIssues(issues, language, {}) })
  } else {
    reportProducts(context, written)
    reportText(io, issues, stderr)
  }
  return ok ? 0 : 1
}

function sentenceOf({ contents, file, isEncrypted, isSecret }: Product, texts: Texts): string {
  const parts = [
    counted(contents.certificates.length, texts.oneCertificate, texts.manyCertificates),
    counted(contents.privateKeys.length, texts.onePrivateKey, texts.manyPrivateKeys),
    counted(contents.requests.length, texts.oneRequest, texts.manyRequests),
  ].filter((part) => part !== '')
  const note = isSecret ? `; ${noteOf(file, isEncrypted, texts)}` : ''
  const name = file === STDIO ? texts.standardOutput : visible(file)
  return `${name}: ${parts.join(', ')}${note}`
}

function noteOf(file: string, isEncrypted: boolean, texts: Texts): string {
  if (isEncrypted) return texts.noteEncrypted
  return file === STDIO ? texts.noteBare : texts.noteNotEncrypted
}

function counted(count: number, one: string, many: string): string {
  return count === 0 ? '' : count === 1 ? one : fill(many, { count })
}

/** A product as data: what is in it, not its content. */
export function productJson({ bytes, contents, file, format, isEncrypted, isSecret }: Product): unknown {
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
