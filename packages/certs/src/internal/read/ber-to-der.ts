/**
 * Turns BER into DER: BouncyCastle, NSS and old Windows write files with open lengths and strings in pieces.
 *
 * @module
 */
import { TAG } from '../der/read-der.ts'
import { writeDer } from '../der/write-der.ts'
import { x509Failure } from '../x509/failure.ts'

/** Files in use stay below fifteen. */
const MAX_DEPTH = 48
const MAX_ELEMENTS = 200_000
const CONSTRUCTED = 0x20
const CONSTRUCTED_OCTET_STRING = TAG.octetString | CONSTRUCTED
const END_OF_CONTENTS = 0x00

interface Header {
  readonly tag: number
  readonly start: number
  /** Absent: the length is open. */
  readonly length: number | undefined
}

/**
 * Rewrites open and long-winded lengths and octet strings in pieces as DER wants them; what is DER already comes back as it is.
 *
 * The content of primitive objects stays: a string may hold BER of its own. Values that only BER allows, such as other
 * truths than FF, stay too.
 *
 * @param bytes - One object; what follows it is dropped when the length of the object is open, and kept when it is DER.
 * @throws {PixkitError} `CERTS_DER_DEPTH`, `CERTS_OBJECTS_TOO_MANY`, `CERTS_DER_TRUNCATED`, `CERTS_DER_LENGTH`.
 *
 * @see ITU-T X.690 (02/2021), sections 8.1.3, 8.7 and 10
 */
export function berToDer(bytes: Uint8Array): Uint8Array {
  return isDer(bytes, 0, bytes.length, 0) ? bytes : rewriteAt(bytes, 0, { elements: 0 }, 0).der
}

/** Whether nothing needs rewriting; what is neither DER nor BER counts as DER, for the reader to refuse. */
function isDer(bytes: Uint8Array, from: number, end: number, depth: number): boolean {
  assertDepth(depth)
  for (let at = from; at < end;) {
    const header = headerAt(bytes, at)
    if (header === undefined) return true
    const { tag, start, length } = header
    if (length === undefined || tag === CONSTRUCTED_OCTET_STRING || start - at !== shortestHeader(length)) return false
    if (start + length > end) return true
    if ((tag & CONSTRUCTED) !== 0 && !isDer(bytes, start, start + length, depth + 1)) return false
    at = start + length
  }
  return true
}

function rewriteAt(
  bytes: Uint8Array,
  at: number,
  count: { elements: number },
  depth: number,
): { readonly der: Uint8Array; readonly end: number } {
  assertDepth(depth)
  count.elements += 1
  if (count.elements > MAX_ELEMENTS) throw x509Failure('CERTS_OBJECTS_TOO_MANY', { max: MAX_ELEMENTS }, ['ber'])
  const header = headerAt(bytes, at)
  if (header === undefined) throw x509Failure('CERTS_DER_TRUNCATED', { missing: 1 }, ['ber'])
  const { tag, start, length } = header
  if (length !== undefined && start + length > bytes.length) {
    throw x509Failure('CERTS_DER_TRUNCATED', { missing: start + length - bytes.length }, ['ber'])
  }
  if ((tag & CONSTRUCTED) === 0) {
    if (length === undefined) throw x509Failure('CERTS_DER_LENGTH', {}, ['ber'])
    return { der: writeDer(tag, bytes.subarray(start, start + length)), end: start + length }
  }
  const children: Uint8Array[] = []
  // A closed object cannot be longer than the one around it: what it holds is cut there.
  const inside = length === undefined ? bytes : bytes.subarray(0, start + length)
  let next = start
  while (length === undefined ? !isEnd(bytes, next) : next < inside.length) {
    const child = rewriteAt(inside, next, count, depth + 1)
    children.push(child.der)
    next = child.end
  }
  const end = length === undefined ? next + 2 : next
  const isPieces = tag === CONSTRUCTED_OCTET_STRING
  return { der: isPieces ? joinPieces(children) : writeDer(tag, Buffer.concat(children)), end }
}

/** The pieces of a string are strings, and whole by now. */
function joinPieces(pieces: readonly Uint8Array[]): Uint8Array {
  return writeDer(TAG.octetString, joinOctetStrings(pieces))
}

/**
 * Joins the contents of octet strings.
 *
 * @param pieces - Whole objects in DER.
 * @throws {PixkitError} `CERTS_DER_TAG`: one is no octet string.
 */
export function joinOctetStrings(pieces: readonly Uint8Array[]): Uint8Array {
  const contents = pieces.map((piece) => {
    const header = headerAt(piece, 0)
    if (header?.tag !== TAG.octetString) {
      throw x509Failure('CERTS_DER_TAG', { expected: '0x04', found: `0x${(piece[0] ?? 0).toString(16)}` }, ['ber'])
    }
    return piece.subarray(header.start)
  })
  return Buffer.concat(contents)
}

function isEnd(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === END_OF_CONTENTS && bytes[at + 1] === 0
}

function headerAt(bytes: Uint8Array, at: number): Header | undefined {
  const tag = bytes[at]
  const first = bytes[at + 1]
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return undefined
  if (first < 0x80) return { tag, start: at + 2, length: first }
  if (first === 0x80) return { tag, start: at + 2, length: undefined }
  const octets = first & 0x7f
  let length = 0
  for (let index = 0; index < octets; index++) {
    length = length * 256 + (bytes[at + 2 + index] ?? 0)
    if (length > bytes.length) return { tag, start: at + 2 + octets, length }
  }
  return { tag, start: at + 2 + octets, length }
}

/** Octets of tag and length in DER. */
function shortestHeader(length: number): number {
  let octets = 2
  for (let rest = length; length >= 0x80 && rest > 0; rest = Math.floor(rest / 256)) octets += 1
  return octets
}

function assertDepth(depth: number): void {
  if (depth > MAX_DEPTH) throw x509Failure('CERTS_DER_DEPTH', { max: MAX_DEPTH }, ['ber'])
}
