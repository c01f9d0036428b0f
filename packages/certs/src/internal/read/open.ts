/**
 * Opens an encrypted part, and tells a wrong passphrase from a damaged file.
 *
 * @module
 */
import type { Budget } from './budget.ts'
import { unsupported } from './errors.ts'
import type { Passphrase } from './passphrase.ts'
import type { Scheme } from './scheme.ts'

/** `damaged`: the passphrase is right, the content is not. `wrong`: nothing speaks for the passphrase. */
export type Opened =
  | { readonly outcome: 'opened'; readonly plain: Uint8Array }
  | { readonly outcome: 'damaged' }
  | { readonly outcome: 'wrong' }

/** Beginning of the identifiers of the PKCS standards: of keys, of signatures, of names in bags. So long that it is hardly chance. */
const PKCS_IDENTIFIER = /* @__PURE__ */ Buffer.of(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01)
const SEARCHED = 4096
const SEQUENCE = 0x30
/** SEQUENCE, SET, OCTET STRING, INTEGER, [0], [1]: what may be the last thing in a key or a bag. */
const LAST_TAGS: ReadonlySet<number> = /* @__PURE__ */ new Set([0x30, 0x31, 0x04, 0x02, 0xa0, 0xa1])

/**
 * Decrypts with each form of the passphrase until one fits.
 *
 * @throws {PixkitError} `CERTS_ITERATIONS_TOO_MANY`, `CERTS_ALGORITHM_UNSUPPORTED`.
 */
export function openWith(scheme: Scheme, data: Uint8Array, passphrase: Passphrase, budget: Budget): Opened {
  // No passphrase makes up for missing octets.
  if (data.length === 0 || data.length % scheme.block !== 0) return { outcome: 'damaged' }
  let isDamaged = false
  for (const [index, password] of passphrase[scheme.passwords].entries()) {
    // The limit is for what the file asks for, not for our guesses.
    if (index > 0 && !budget.allows(scheme.rounds)) break
    budget.spend(scheme.rounds)
    const plain = callCrypto(scheme.name, () => scheme.decrypt(password, data))
    const opened = judge(plain, scheme.block)
    if (opened.outcome === 'opened') return opened
    plain.fill(0)
    isDamaged ||= opened.outcome === 'damaged'
  }
  return { outcome: isDamaged ? 'damaged' : 'wrong' }
}

/**
 * Calls `node:crypto`, whose library may lack what it has elsewhere, as MD5 in a FIPS mode.
 *
 * @param algorithm - What the call does, for the error.
 * @throws {PixkitError} `CERTS_ALGORITHM_UNSUPPORTED`: it lacks it.
 */
export function callCrypto<Value>(algorithm: string, call: () => Value): Value {
  try {
    return call()
  } catch {
    throw unsupported(algorithm, [])
  }
}

/**
 * Looks at what came out: whole DER under a valid padding, traces of DER, or noise.
 *
 * Noise passes for a trace less than once in ten million times. Unrecognised, and taken for a wrong passphrase, stays damage to
 * what the key is derived from (salt, count of rounds, name of the hash): any change there gives noise.
 *
 * @see RFC 8018, section 6.1.1: the padding is as many octets as it has, each saying so
 */
export function judge(plain: Uint8Array, block: number): Opened {
  const padding = paddingOf(plain, block)
  const body = plain.subarray(0, plain.length - padding)
  if (padding > 0 && isWhole(body)) return { outcome: 'opened', plain: body }
  const isTrace =
    // Four equal octets at the end are a padding.
    padding >= 4 || startsLike(plain, block) || (padding > 0 && endsLike(body)) || hasIdentifier(plain)
  return { outcome: isTrace ? 'damaged' : 'wrong' }
}

/** Length of the padding; 0 when it is none. */
function paddingOf(plain: Uint8Array, block: number): number {
  const padding = plain.at(-1) ?? 0
  if (padding < 1 || padding > block || padding > plain.length) return 0
  return plain.subarray(plain.length - padding).every((octet) => octet === padding) ? padding : 0
}

/** A sequence that fills the content, or one of indefinite length with its end. */
function isWhole(body: Uint8Array): boolean {
  if (body[0] !== SEQUENCE) return false
  if (body[1] === 0x80) return body.length >= 4 && body.at(-1) === 0 && body.at(-2) === 0
  return lengthAt(body, 0) === body.length
}

/** A sequence whose length fits up to the padding, whatever that has become. */
function startsLike(plain: Uint8Array, block: number): boolean {
  if (plain[0] !== SEQUENCE) return false
  const length = lengthAt(plain, 0)
  const isNear = length !== undefined && length >= plain.length - block && length < plain.length
  if (!isNear) return false
  // Short lengths fit too easily: bags go on with a sequence, keys with their version.
  const [, octets = 0, second, third, fourth] = plain
  if (octets < 0x80) return second === 0x02 && third === 0x01
  return octets > 0x81 || third === SEQUENCE || (third === 0x02 && fourth === 0x01)
}

/** An object with a long length that ends exactly where the content ends. */
function endsLike(body: Uint8Array): boolean {
  for (let at = Math.max(0, body.length - SEARCHED); at < body.length - 0x80; at++) {
    const length = body[at + 1] ?? 0
    // Length of one octet: the last number of an RSA key.
    const isPlausible = length === 0x81 ? body[at] === 0x02 : length > 0x81 && LAST_TAGS.has(body[at] ?? 0)
    if (!isPlausible) continue
    if (lengthAt(body, at) === body.length - at) return true
  }
  return false
}

/** Octets of the object at a place, header included; undefined when there is none with a definite length. */
function lengthAt(bytes: Uint8Array, at: number): number | undefined {
  const first = bytes[at + 1]
  if (first === undefined || first === 0x80 || first > 0x84) return undefined
  if (first < 0x80) return 2 + first
  const octets = first & 0x7f
  let length = 0
  for (let index = 0; index < octets; index++) length = length * 256 + (bytes[at + 2 + index] ?? 0)
  return 2 + octets + length
}

function hasIdentifier(plain: Uint8Array): boolean {
  return Buffer.from(plain.buffer, plain.byteOffset, Math.min(SEARCHED, plain.length)).includes(PKCS_IDENTIFIER)
}
