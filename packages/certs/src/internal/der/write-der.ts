/**
 * Writes DER: each function returns the bytes of one object.
 *
 * @module
 */
import { TAG } from './read-der.ts'

/** Writes an object of any tag around its contents. */
export function writeDer(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const content = concat(...contents)
  return concat(Uint8Array.of(tag, ...lengthOctets(content.length)), content)
}

export function sequence(...contents: readonly Uint8Array[]): Uint8Array {
  return writeDer(TAG.sequence, ...contents)
}

/** Writes a SET OF: DER sorts its elements by their bytes. */
export function setOf(...contents: readonly Uint8Array[]): Uint8Array {
  return writeDer(TAG.set, ...[...contents].sort(compareBytes))
}

/** Writes an INTEGER. @param value - A safe integer from 0, or the octets of a number from 0, most significant first. */
export function integer(value: number | Uint8Array): Uint8Array {
  const octets = typeof value === 'number' ? octetsOf(value) : value
  const start = octets.findIndex((octet) => octet !== 0)
  const digits = start === -1 ? Uint8Array.of(0) : octets.subarray(start)
  return (digits[0] ?? 0) >= 0x80 ? writeDer(TAG.integer, Uint8Array.of(0), digits) : writeDer(TAG.integer, digits)
}

export function boolean(value: boolean): Uint8Array {
  return writeDer(TAG.boolean, Uint8Array.of(value ? 0xff : 0))
}

export function nullValue(): Uint8Array {
  return writeDer(TAG.null)
}

/** Writes an OBJECT IDENTIFIER. @param dotted - Such as `2.5.4.3`. */
export function oid(dotted: string): Uint8Array {
  const [root = 0, second = 0, ...tail] = dotted.split('.').map(Number)
  return writeDer(TAG.oid, Uint8Array.from([root * 40 + second, ...tail].flatMap(base128)))
}

export function octetString(...contents: readonly Uint8Array[]): Uint8Array {
  return writeDer(TAG.octetString, ...contents)
}

/** @param unused - Bits of the last octet that do not count. */
export function bitString(bytes: Uint8Array, unused: number = 0): Uint8Array {
  return writeDer(TAG.bitString, Uint8Array.of(unused), bytes)
}

export function utf8String(text: string): Uint8Array {
  return writeDer(TAG.utf8String, new TextEncoder().encode(text))
}

/** @param text - ASCII; what a PrintableString may hold is the caller's business. */
export function printableString(text: string): Uint8Array {
  return writeDer(TAG.printableString, new TextEncoder().encode(text))
}

export function ia5String(text: string): Uint8Array {
  return writeDer(TAG.ia5String, new TextEncoder().encode(text))
}

/** Writes text in UTF-16, most significant octet first. */
export function bmpString(text: string): Uint8Array {
  return writeDer(TAG.bmpString, utf16be(text))
}

/**
 * Writes a moment: UTCTime up to 2049, GeneralizedTime from 2050.
 *
 * @param moment - Milliseconds since 1970; fractions of a second are dropped.
 *
 * @see RFC 5280, section 4.1.2.5
 */
export function time(moment: number): Uint8Array {
  const digits = new Date(moment).toISOString().replaceAll(/\.\d+|\D/g, '')
  const isUtc = digits.slice(0, 4) < '2050' && digits.slice(0, 4) >= '1950'
  const text = `${isUtc ? digits.slice(2) : digits}Z`
  return writeDer(isUtc ? TAG.utcTime : TAG.generalizedTime, new TextEncoder().encode(text))
}

export function utf16be(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index))
  return bytes
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

function lengthOctets(length: number): number[] {
  if (length < 0x80) return [length]
  const octets = [...octetsOf(length)]
  return [0x80 | octets.length, ...octets]
}

function octetsOf(value: number): Uint8Array {
  const octets: number[] = []
  for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256)
  return Uint8Array.from(octets)
}

function base128(arc: number): number[] {
  const octets = [arc % 128]
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) octets.unshift(0x80 | (rest % 128))
  return octets
}

function compareBytes(left: Uint8Array, right: Uint8Array): number {
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0)
    if (difference !== 0) return difference
  }
  return left.length - right.length
}
