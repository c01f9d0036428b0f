/**
 * Walking and measuring a text in the unit that lengths count.
 *
 * @module
 */
import type { LengthUnit } from '../tlv.ts'

/** Matches any UTF-16 unit of a pair: without a match, code points and UTF-16 units are the same. */
export const SURROGATE: RegExp = /[\ud800-\udfff]/
/** Matches half of a pair that stands alone, which no UTF-8 can write. */
export const LONE_SURROGATE: RegExp = /\p{Surrogate}/u

/** Index after `length` units; beyond `end` when there are not that many, -1 when a character would be cut in two. */
export function advance(text: string, start: number, length: number, unit: LengthUnit, end: number): number {
  if (unit === 'utf16-unit') {
    const next = start + length
    return next < end && isLowSurrogate(text.charCodeAt(next)) ? -1 : next
  }
  let index = start
  let rest = length
  while (rest > 0) {
    if (index >= end) return end + 1
    const codePoint = text.codePointAt(index) as number
    rest -= unit === 'code-point' ? 1 : utf8Length(codePoint)
    index += codePoint > 0xffff ? 2 : 1
  }
  return rest < 0 ? -1 : index
}

/** Number of units in a text. */
export function measure(text: string, unit: LengthUnit): number {
  if (unit === 'utf16-unit' || (unit === 'code-point' && !SURROGATE.test(text))) return text.length
  let length = 0
  for (const character of text) {
    length += unit === 'code-point' ? 1 : utf8Length(character.codePointAt(0) as number)
  }
  return length
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}

function utf8Length(codePoint: number): number {
  if (codePoint < 0x80) return 1
  if (codePoint < 0x800) return 2
  return codePoint < 0x10000 ? 3 : 4
}
