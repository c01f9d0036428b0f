/**
 * Cuts a text into runs of the mode that each part takes the fewest bits in.
 *
 * @module
 */

export interface Segment {
  readonly mode: Mode
  readonly text: string
}

/** Indicator of the mode, bits of the character count by version (to 9, to 26, to 40), sixths of a bit per character. */
interface Mode {
  readonly indicator: number
  readonly countBits: readonly [number, number, number]
  readonly sixths: number
}

/** Three digits take ten bits, two alphanumeric characters eleven, a byte eight. */
export const NUMERIC: Mode = { indicator: 1, countBits: [10, 12, 14], sixths: 20 }
export const ALPHANUMERIC: Mode = { indicator: 2, countBits: [9, 11, 13], sixths: 33 }
export const BYTE: Mode = { indicator: 4, countBits: [8, 16, 16], sixths: 48 }
const MODES = [NUMERIC, ALPHANUMERIC, BYTE] as const

/** Characters of the alphanumeric mode, in the order of their values. */
export const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

/** Which of the three lengths of the character count a version has: 0, 1 or 2. */
export function countClassOf(version: number): 0 | 1 | 2 {
  return version < 10 ? 0 : version < 27 ? 1 : 2
}

/**
 * Cuts a text so that the symbol is as small as modes can make it, in one pass.
 *
 * For each character and mode the cheapest way to get there is kept, in sixths of a bit; a segment that ends is rounded up
 * to whole bits.
 *
 * @param text - Without lone surrogates.
 * @see ISO/IEC 18004:2015, sections 7.3 and 7.4; annex J leaves the cutting to the writer.
 */
export function segmentsOf(text: string, countClass: 0 | 1 | 2): Segment[] {
  const characters = [...text]
  const headers = MODES.map(({ countBits }) => 6 * (4 + countBits[countClass]))
  /** Mode that the cheapest way to a character in a mode comes from. */
  const origins = new Uint8Array(3 * characters.length)
  let costs = headers
  for (const [index, character] of characters.entries()) {
    const units = unitsOf(character)
    const ends = MODES.map(({ sixths }, mode) => (costs[mode] as number) + (units[mode] as number) * sixths)
    const cheapest = ends.indexOf(Math.min(...ends))
    // A segment of another mode may begin after this character.
    const switched = Math.ceil((ends[cheapest] as number) / 6) * 6
    costs = ends.map((end, mode) => {
      const fresh = switched + (headers[mode] as number)
      origins[3 * index + mode] = fresh < end ? cheapest : mode
      return Math.min(fresh, end)
    })
  }
  return cut(characters, origins, costs.indexOf(Math.min(...costs)))
}

/** How often a character counts in each mode: UTF-8 bytes in byte mode, infinitely often where it has no place. */
function unitsOf(character: string): readonly [numeric: number, alphanumeric: number, byte: number] {
  const value = ALPHABET.indexOf(character)
  if (value >= 0) return [value < 10 ? 1 : Infinity, 1, 1]
  const point = character.codePointAt(0) as number
  return [Infinity, Infinity, point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4]
}

/** Walks the cheapest way back and joins neighbours of one mode. */
function cut(characters: readonly string[], origins: Uint8Array, last: number): Segment[] {
  const segments: { mode: Mode; text: string }[] = []
  let after = last
  for (let index = characters.length - 1; index >= 0; index--) {
    const mode = origins[3 * index + after] as number
    const [first] = segments
    const character = characters[index] as string
    if (first !== undefined && mode === after) first.text = character + first.text
    else segments.unshift({ mode: MODES[mode] as Mode, text: character })
    after = mode
  }
  return segments
}
