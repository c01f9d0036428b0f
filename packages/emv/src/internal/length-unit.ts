/**
 * Walking and measuring a text in the unit that lengths count.
 *
 * @module
 */
import type { LengthUnit } from '../tlv.ts'

const SURROGATE = /[\ud800-\udfff]/
/** Matches half of a pair that stands alone, which no UTF-8 can write. */
export const LONE_SURROGATE: RegExp = /\p{Surrogate}/u

/** Without surrogates a code point is one UTF-16 unit, and lengths need no walk over the text: that is `'plain'`. */
export function unitFor(text: string, unit: LengthUnit): LengthUnit | 'plain' {
  return unit !== 'utf8-byte' && !SURROGATE.test(text) ? 'plain' : unit
}

/** Index after `length` units; beyond `end` when there are not that many, -1 when a character would be cut in two. */
export function advance(text: string, start: number, length: number, unit: LengthUnit, end: number): number {
  let index = start
  let rest = length
  for (; rest > 0 && index < end; index += sizeOf(text, index, 'utf16-unit')) rest -= sizeOf(text, index, unit)
  if (rest > 0) return end + 1
  return rest < 0 ? -1 : index
}

/** Number of units in a text. */
export function measure(text: string, unit: LengthUnit | 'plain'): number {
  if (unit === 'plain') return text.length
  let length = 0
  for (const character of text) length += sizeOf(character, 0, unit)
  return length
}

function sizeOf(text: string, index: number, unit: LengthUnit): number {
  const codePoint = text.codePointAt(index) as number
  if (unit === 'utf16-unit') return codePoint > 0xffff ? 2 : 1
  return unit === 'code-point' || codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint > 0xffff ? 4 : 3
}
