/**
 * The places of a symbol: function patterns, and the way of the codewords through what is left.
 *
 * @module
 */
import alignmentPattern from 'qrcode/lib/core/alignment-pattern.js'

export const DARK = 1
/** Set on the modules of function patterns, format and version: no data, no mask. */
export const FIXED = 2

export function sizeOf(version: number): number {
  return 17 + 4 * version
}

/**
 * Draws everything but data and format, whose place is only reserved.
 *
 * @returns Modules row by row, as sums of `DARK` and `FIXED`.
 * @see ISO/IEC 18004:2015, sections 6.3.3 to 6.3.6, 7.9 and 7.10.
 */
export function drawPatterns(version: number): Uint8Array {
  const size = sizeOf(version)
  const modules = new Uint8Array(size * size)
  const put = (row: number, column: number, dark: boolean): void => {
    const inside = row >= 0 && row < size && column >= 0 && column < size
    if (inside) modules[row * size + column] = dark ? DARK | FIXED : FIXED
  }
  for (let at = 8; at < size - 8; at++) {
    put(6, at, at % 2 === 0)
    put(at, 6, at % 2 === 0)
  }
  for (const [row, column] of alignmentPattern.getPositions(version)) {
    rings(2, (distance, y, x) => put(row + y, column + x, distance !== 1))
  }
  for (const [row, column] of [
    [3, 3],
    [3, size - 4],
    [size - 4, 3],
  ] as const) {
    rings(4, (distance, y, x) => put(row + y, column + x, distance !== 2 && distance !== 4))
  }
  for (const places of formatPlaces(size)) for (const place of places) modules[place] = FIXED
  put(size - 8, 8, true)
  if (version >= 7) {
    const bits = versionBits(version)
    for (let bit = 0; bit < 18; bit++) {
      const [near, far] = [Math.floor(bit / 3), size - 11 + (bit % 3)]
      put(near, far, ((bits >> bit) & 1) === 1)
      put(far, near, ((bits >> bit) & 1) === 1)
    }
  }
  return modules
}

/** Calls back for each module of a square, with its distance from the centre. */
function rings(radius: number, place: (distance: number, y: number, x: number) => void): void {
  for (let y = -radius; y <= radius; y++) {
    for (let x = -radius; x <= radius; x++) place(Math.max(Math.abs(y), Math.abs(x)), y, x)
  }
}

/**
 * The modules of the format information, which is drawn twice: the two of bit 0, the least significant, then of bit 1, …
 *
 * @see ISO/IEC 18004:2015, section 7.9.1, figure 25.
 */
export function formatPlaces(size: number): readonly (readonly [first: number, second: number])[] {
  return Array.from({ length: 15 }, (_, bit) => {
    const [row, column] = bit < 6 ? [bit, 8] : bit < 8 ? [bit + 1, 8] : [8, bit === 8 ? 7 : 14 - bit]
    return [row * size + column, bit < 8 ? 9 * size - 1 - bit : (size - 15 + bit) * size + 8]
  })
}

/** Version and its BCH (18, 6) remainder. */
function versionBits(version: number): number {
  let remainder = version
  for (let step = 0; step < 12; step++) remainder = (remainder << 1) ^ ((remainder >> 11) * 0x1f25)
  return (version << 12) | remainder
}

/**
 * Visits the modules of the codewords in the order in which bits are placed: two columns at a time, from the right, up and down.
 *
 * @param visit - Gets the index of the module and the number of its bit.
 * @see ISO/IEC 18004:2015, section 7.7.3.
 */
export function visitData(modules: Uint8Array, size: number, visit: (place: number, bit: number) => void): void {
  let bit = 0
  let upwards = true
  for (let right = size - 1; right > 0; right -= 2) {
    // The vertical timing pattern has a column of its own.
    if (right === 6) right = 5
    for (let step = 0; step < size; step++) {
      const place = (upwards ? size - 1 - step : step) * size + right
      if (((modules[place] as number) & FIXED) === 0) visit(place, bit++)
      if (((modules[place - 1] as number) & FIXED) === 0) visit(place - 1, bit++)
    }
    upwards = !upwards
  }
}

/** Puts the codewords on a copy of the patterns. Behind the last of them up to seven modules stay light. */
export function placeData(modules: Uint8Array, size: number, codewords: Uint8Array): Uint8Array {
  const filled = modules.slice()
  visitData(modules, size, (place, bit) => {
    filled[place] = ((codewords[bit >> 3] ?? 0) >> (7 - (bit & 7))) & DARK
  })
  return filled
}
