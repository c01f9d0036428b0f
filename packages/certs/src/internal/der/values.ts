/**
 * Values of DER objects: numbers, identifiers, bits, texts, moments.
 *
 * @module
 */
import { x509Failure } from '../x509/failure.ts'
import { assertTag, type DerNode, TAG } from './read-der.ts'

const MAX_OID_OCTETS = 64

/** Reads an INTEGER that fits a safe integer and is not negative, such as a version or an iteration count. */
export function readSmallInteger(node: DerNode): number {
  const { content, path } = readInteger(node)
  const value = content.reduce((sum, octet) => sum * 256 + octet, 0)
  const isNegative = (content[0] ?? 0) >= 0x80
  if (isNegative || !Number.isSafeInteger(value)) throw x509Failure('CERTS_DER_VALUE', { kind: 'INTEGER' }, path)
  return value
}

/** Checks that an object is an INTEGER in its shortest form; its octets are two's complement. */
export function readInteger(node: DerNode): DerNode {
  assertTag(node, TAG.integer)
  const [first, second] = node.content
  const isPadded = second !== undefined && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80))
  if (first === undefined || isPadded) throw x509Failure('CERTS_DER_VALUE', { kind: 'INTEGER' }, node.path)
  return node
}

export function readBoolean(node: DerNode): boolean {
  assertTag(node, TAG.boolean)
  const { content, path } = node
  const isDer = content.length === 1 && (content[0] === 0 || content[0] === 0xff)
  if (!isDer) throw x509Failure('CERTS_DER_VALUE', { kind: 'BOOLEAN' }, path)
  return content[0] === 0xff
}

/** Reads an OBJECT IDENTIFIER in dotted form: `2.5.4.3`. Its numbers may be large: `2.25` is followed by a UUID. */
export function readOid(node: DerNode): string {
  assertTag(node, TAG.oid)
  const { content, path } = node
  const invalid = (): Error => x509Failure('CERTS_DER_VALUE', { kind: 'OBJECT IDENTIFIER' }, path)
  if (content.length === 0 || content.length > MAX_OID_OCTETS) throw invalid()
  const arcs: bigint[] = []
  let arc = 0n
  let isOpen = false
  for (const octet of content) {
    if (!isOpen && octet === 0x80) throw invalid()
    arc = arc * 128n + BigInt(octet & 0x7f)
    isOpen = octet >= 0x80
    if (isOpen) continue
    arcs.push(arc)
    arc = 0n
  }
  if (isOpen) throw invalid()
  const [head = 0n, ...tail] = arcs
  const root = head < 80n ? head / 40n : 2n
  return [root, head - root * 40n, ...tail].join('.')
}

export function readOctetString(node: DerNode): Uint8Array {
  assertTag(node, TAG.octetString)
  return node.content
}

export interface BitString {
  readonly bytes: Uint8Array
  /** Bits of the last octet that do not count, 0 to 7. */
  readonly unused: number
}

export function readBitString(node: DerNode, tag: number = TAG.bitString): BitString {
  assertTag(node, tag)
  const { content, path } = node
  const [unused = 8] = content
  const last = content.at(-1) ?? 0
  const isDer = content.length > 1 ? unused <= 7 && (last & ((1 << unused) - 1)) === 0 : unused === 0
  if (!isDer) throw x509Failure('CERTS_DER_VALUE', { kind: 'BIT STRING' }, path)
  return { bytes: content.subarray(1), unused }
}

/** Reads a BIT STRING of whole octets, such as a signature or a key. */
export function readBitStringOctets(node: DerNode): Uint8Array {
  const { bytes, unused } = readBitString(node)
  if (unused !== 0) throw x509Failure('CERTS_DER_VALUE', { kind: 'BIT STRING' }, node.path)
  return bytes
}

/**
 * Reads a text of any of the string types.
 *
 * Tolerant inside: certificates in use hold characters that their type forbids (`@` in a PrintableString, Latin-1 in a
 * UTF8String), and nothing is decided by a text that the bytes do not decide.
 *
 * @returns `undefined` when it is no string type, or one whose octets are no whole characters (BMPString, UniversalString).
 */
export function readText({ tag, content }: DerNode): string | undefined {
  switch (tag) {
    case TAG.utf8String:
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(content)
    case TAG.numericString:
    case TAG.printableString:
    case TAG.ia5String:
    case TAG.visibleString:
    case TAG.t61String:
      return latin1(content)
    case TAG.bmpString:
      return utf16(content)
    case TAG.universalString:
      return utf32(content)
    default:
      return undefined
  }
}

/**
 * Reads a UTCTime or GeneralizedTime as RFC 5280 wants them: seconds, `Z`, no fractions.
 *
 * @returns Milliseconds since 1970.
 *
 * @see RFC 5280, section 4.1.2.5: years of two digits below 50 are 20YY
 */
export function readTime(node: DerNode): number {
  assertTag(node, TAG.utcTime, TAG.generalizedTime)
  const text = latin1(node.content)
  const pattern = node.tag === TAG.utcTime ? /^(\d\d)(\d{10})Z$/ : /^(\d{4})(\d{10})Z$/
  const [, year, rest = ''] = pattern.exec(text) ?? []
  const parts = rest.match(/\d\d/g)?.map(Number) ?? []
  const [month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
  const fullYear = node.tag === TAG.utcTime ? (Number(year) < 50 ? 2000 : 1900) + Number(year) : Number(year)
  const date = new Date(0)
  date.setUTCFullYear(fullYear, month - 1, day)
  date.setUTCHours(hour, minute, second)
  const isReal =
    parts.length === 5 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60
  if (!isReal || second > 59) throw x509Failure('CERTS_DER_VALUE', { kind: 'Time' }, node.path)
  return date.getTime()
}

/** Lower-case hexadecimal digits of bytes. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index])
}

/** One character for each octet. */
export function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
}

function utf16(bytes: Uint8Array): string | undefined {
  if (bytes.length % 2 !== 0) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Array.from({ length: bytes.length / 2 }, (_, index) => String.fromCharCode(view.getUint16(index * 2))).join('')
}

/** Surrogates are no characters: two of them would make one. @see ISO/IEC 10646, section 9.4 (UTF-32) */
function utf32(bytes: Uint8Array): string | undefined {
  if (bytes.length % 4 !== 0) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const points = Array.from({ length: bytes.length / 4 }, (_, index) => view.getUint32(index * 4))
  const areCharacters = points.every((point) => point <= 0x10_ff_ff && (point < 0xd8_00 || point > 0xdf_ff))
  return areCharacters ? points.map((point) => String.fromCodePoint(point)).join('') : undefined
}
