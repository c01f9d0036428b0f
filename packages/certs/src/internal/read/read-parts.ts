/**
 * Finds out what a file is, and reads all of it that opens.
 *
 * @module
 */
import type { Path } from '@pixkit/core/issue'
import type { CredentialsFormat, PrivateKey, StoredCertificate } from '../../credentials.ts'
import { TAG } from '../der/read-der.ts'
import { failure } from '../failure.ts'
import type { CertificateRequest } from '../x509/certificate.ts'
import { decodeBase64 } from './base64.ts'
import { type Budget, createBudget } from './budget.ts'
import { type Context, createContext, type LockedPart, useScheme } from './context.ts'
import { decodeText, isMarked, trimText } from './decode-text.ts'
import { openPart } from './encrypted.ts'
import { damaged } from './errors.ts'
import { magicOf, textLooksLike } from './looks-like.ts'
import { passphraseForms } from './passphrase.ts'
import { decodeBlock, hasPemBlock, type PemBlock, readPemBlocks } from './pem.ts'
import { readDek } from './pem-encryption.ts'
import { readObject } from './read-object.ts'

export type { LockedPart } from './context.ts'

/** Everything in a file; for `readCredentials`, a locked part is an error. */
export interface Parts {
  readonly format: CredentialsFormat
  /** How the whole of it is written. `marked`: text in UTF-16, or behind a byte order mark. */
  readonly encoding: 'binary' | 'pem' | 'base64' | 'marked'
  readonly certificates: readonly StoredCertificate[]
  readonly privateKeys: readonly PrivateKey[]
  readonly requests: readonly CertificateRequest[]
  readonly encryption: readonly string[]
  /** Parts that the passphrase does not open, or that need one. */
  readonly locked: readonly LockedPart[]
  /** Words for what was seen and not read: `public-key`, `crl`, `parameters`, `secret`, `no-mac` …. */
  readonly notes: readonly string[]
}

export interface ReadPartsOptions {
  readonly passphrase?: string | undefined
  readonly maxIterations?: number | undefined
  /** A limit over several files, beside that of each. */
  readonly rounds?: SharedRounds | undefined
}

/** Rounds of key derivation that are left for several files. */
export interface SharedRounds {
  left: number
}

type Form = Pick<Parts, 'format' | 'encoding'>

const MAX_BYTES = 4 * 1024 * 1024
const MAX_ITERATIONS = 2_000_000
/** Base64 of PEM, of base64: further in nobody wraps. */
const MAX_WRAPPINGS = 3
/** A shorter text is no key in base64. */
const MIN_BASE64 = 40

/**
 * Reads a file.
 *
 * @throws {PixkitError} The codes of `readCredentials`, but not those of passphrases: they are in `locked`.
 */
export function readParts(input: Uint8Array | string, options: ReadPartsOptions = {}): Parts {
  if (input.length > MAX_BYTES) throw failure('CERTS_FILE_TOO_LARGE', { max: MAX_BYTES })
  const { maxIterations = MAX_ITERATIONS, passphrase, rounds = { left: Infinity } } = options
  const budget = shareRounds(createBudget(Math.min(maxIterations, rounds.left)), rounds)
  const context = createContext(passphraseForms(passphrase), budget)
  const form = typeof input === 'string' ? readText(input, context, 0) : readBytes(input, context, 0)
  const { certificates, privateKeys, requests, locked } = context
  const notes = [...context.notes]
  if (certificates.length + privateKeys.length + requests.length + locked.length === 0) {
    throw failure('CERTS_FILE_UNKNOWN', { found: notes[0] ?? 'binary' })
  }
  return { ...form, certificates, privateKeys, requests, locked, encryption: [...context.encryption], notes }
}

function shareRounds(budget: Budget, shared: SharedRounds): Budget {
  return {
    ...budget,
    spend(rounds) {
      budget.spend(rounds)
      shared.left -= rounds
    },
  }
}

function readBytes(bytes: Uint8Array, context: Context, wrappings: number): Form {
  if (isAsn1(bytes)) return { format: readAsn1(bytes, context), encoding: 'binary' }
  const found = magicOf(bytes)
  if (found !== undefined) throw failure('CERTS_FILE_UNKNOWN', { found })
  const form = readText(decodeText(bytes), context, wrappings)
  return isMarked(bytes) ? { ...form, encoding: 'marked' } : form
}

/** A sequence: with a long length never text, with a short one only when it fits. */
function isAsn1(bytes: Uint8Array): boolean {
  const [tag, length = 0] = bytes
  if (tag !== TAG.sequence) return false
  if (length >= 0x80) return length <= 0x88
  const rest = bytes.subarray(2 + length)
  return 2 + length <= bytes.length && rest.every((octet) => octet === 0 || octet === 10 || octet === 13)
}

function readAsn1(bytes: Uint8Array, context: Context): CredentialsFormat {
  const format = readObject(bytes, context, [])
  if (format === undefined) throw failure('CERTS_FILE_UNKNOWN', { found: [...context.notes][0] ?? 'asn1' })
  return format
}

function readText(given: string, context: Context, wrappings: number): Form {
  // Before it is trimmed: its last octet may look like a space.
  const binary = asBinary(given)
  if (binary !== undefined) return { format: readAsn1(binary, context), encoding: 'binary' }
  const text = trimText(given)
  if (text === '') throw failure('CERTS_FILE_EMPTY')
  if (hasPemBlock(text)) return { format: readPem(text, context), encoding: 'pem' }
  const decoded = wrappings < MAX_WRAPPINGS ? unwrapBase64(text) : undefined
  if (decoded !== undefined) return { ...readBytes(decoded, context, wrappings + 1), encoding: 'base64' }
  throw failure('CERTS_FILE_UNKNOWN', { found: textLooksLike(text) })
}

/** DER that somebody took for text: one character per octet, or, in UTF-8, lost. */
function asBinary(text: string): Uint8Array | undefined {
  if (text.startsWith('0\ufffd')) throw damaged('DER', [])
  const isLatin1 = /^0[\u0080-\u0084][\0-\u00ff]*$/.test(text)
  return isLatin1 ? Buffer.from(text, 'latin1') : undefined
}

/** What base64 without armour holds, when that is something: many words are base64, too. */
function unwrapBase64(text: string): Uint8Array | undefined {
  const isUrl = text.startsWith('data:')
  const bare = isUrl ? text.slice(text.indexOf(',') + 1) : text
  const bytes = bare.length < MIN_BASE64 ? undefined : decodeBase64(bare)
  if (bytes === undefined) return undefined
  const isKnown = isAsn1(bytes) || bytes[0] === TAG.sequence || magicOf(bytes) !== undefined
  if (isKnown) return bytes
  const inner = trimText(decodeText(bytes))
  return hasPemBlock(inner) || decodeBase64(inner) !== undefined ? bytes : undefined
}

function readPem(text: string, context: Context): CredentialsFormat {
  let parameters: Uint8Array | undefined
  for (const [index, block] of readPemBlocks(text).entries()) {
    const { use, what } = block
    if (use === 'parameters') parameters = decodeBlock(block, index)
    if (use === 'object' || use === 'trusted') readBlock(block, context, index, parameters)
    else context.notes.add(what)
  }
  return 'pem'
}

function readBlock(block: PemBlock, context: Context, index: number, parameters: Uint8Array | undefined): void {
  const path: Path = [index]
  const data = decodeBlock(block, index)
  const { dek } = block
  const bytes =
    dek === undefined ? data : openPart({ scheme: useScheme(context, readDek(dek, index)), data, path }, context, 'PEM')
  if (bytes === undefined) return
  try {
    const format = readObject(bytes, context, path, { parameters, hasMore: block.use === 'trusted' })
    if (format === undefined && context.notes.has('asn1')) throw damaged('PEM', path)
  } finally {
    // Certificates and requests are copies.
    bytes.fill(0)
  }
}
