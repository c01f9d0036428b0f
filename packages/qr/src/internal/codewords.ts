/**
 * From segments to the codewords of a symbol: bits, padding, error correction, interleaving.
 *
 * @module
 */
import ReedSolomonEncoder from 'qrcode/lib/core/reed-solomon-encoder.js'
import type { Blocks } from './capacity.ts'
import { ALPHABET, BYTE, NUMERIC, type Segment } from './segments.ts'

/** Number of bits that follows a value. */
type Bits = readonly [value: number, count: number]

/** Bits of the segments without terminator. */
export function bitsOf(segments: readonly Segment[], countClass: 0 | 1 | 2): Bits[] {
  return segments.flatMap(({ mode, text }) => {
    const bytes = mode === BYTE ? new TextEncoder().encode(text) : undefined
    const header: Bits[] = [
      [mode.indicator, 4],
      [bytes?.length ?? text.length, mode.countBits[countClass]],
    ]
    if (bytes !== undefined) return [...header, ...Array.from(bytes, (byte): Bits => [byte, 8])]
    return [...header, ...(mode === NUMERIC ? digits(text) : pairs(text))]
  })
}

export function countBits(bits: readonly Bits[]): number {
  return bits.reduce((sum, [, count]) => sum + count, 0)
}

/** Three digits in ten bits, two in seven, one in four. */
function digits(text: string): Bits[] {
  return (text.match(/.{1,3}/g) ?? []).map((group) => [Number(group), 3 * group.length + 1])
}

/** Two characters in eleven bits, one in six. */
function pairs(text: string): Bits[] {
  return (text.match(/.{1,2}/g) ?? []).map((group) => {
    const [first, second] = Array.from(group, (character) => ALPHABET.indexOf(character)) as [number, number?]
    return second === undefined ? [first, 6] : [45 * first + second, 11]
  })
}

/**
 * Writes the codewords of a symbol in the order in which they are placed.
 *
 * @see ISO/IEC 18004:2015, sections 7.4.9 (terminator), 7.4.10 (padding), 7.5 (error correction), 7.6 (interleaving).
 */
export function codewordsOf(bits: readonly Bits[], blocks: Blocks): Uint8Array {
  const data = padded(bits, blocks.total - blocks.count * blocks.eccLength)
  const encoder = new ReedSolomonEncoder(blocks.eccLength)
  const parts: { data: Uint8Array; ecc: Uint8Array }[] = []
  for (let block = 0, at = 0; block < blocks.count; block++) {
    const end = at + blocks.dataLength + (block < blocks.shortBlocks ? 0 : 1)
    const part = data.subarray(at, end)
    parts.push({ data: part, ecc: encoder.encode(part) })
    at = end
  }
  const codewords = new Uint8Array(blocks.total)
  let at = 0
  for (let index = 0; index <= blocks.dataLength; index++) {
    for (const part of parts) if (index < part.data.length) codewords[at++] = part.data[index] as number
  }
  for (let index = 0; index < blocks.eccLength; index++) {
    for (const part of parts) codewords[at++] = part.ecc[index] as number
  }
  return codewords
}

function padded(bits: readonly Bits[], length: number): Uint8Array {
  const data = new Uint8Array(length)
  let at = 0
  for (const [value, count] of bits) {
    for (let bit = count - 1; bit >= 0; bit--, at++) {
      if ((value >> bit) & 1) (data[at >> 3] as number) |= 128 >> (at & 7)
    }
  }
  // The terminator is four zeros, or as many as still fit; zeros fill the codeword.
  const used = Math.ceil(Math.min(at + 4, 8 * length) / 8)
  for (let index = used; index < length; index++) data[index] = (index - used) % 2 === 0 ? 0xec : 0x11
  return data
}
