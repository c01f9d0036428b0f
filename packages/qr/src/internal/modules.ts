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
    if (row >= 0 && row < size && column >= 0 && column < size)
      modules[row * size + column] = dark ? DARK | FIXED : FIXED
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
  for (let bit = 0; bit < 15; bit++) for (const [row, column] of formatPlaces(bit, size)) put(row, column, false)
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

/** The two places of a bit of the format information, bit 0 the least significant. */
export function formatPlaces(bit: number, size: number): readonly (readonly [row: number, column: number])[] {
  const first = bit < 6 ? [bit, 8] : bit < 8 ? [bit + 1, 8] : bit === 8 ? [8, 7] : [8, 14 - bit]
  const second = bit < 8 ? [8, size - 1 - bit] : [size - 15 + bit, 8]
  return [first as [number, number], second as [number, number]]
}

/** Version and its BCH (18, 6) remainder. */
function versionBits(version: number): number {
  let remainder = version
  for (let step = 0; step < 12; step++) remainder = (remainder << 1) ^ ((remainder >> 11) * 0x1f25)
  return (version << 12) | remainder
}

/**
 * The modules of the codewords, in the order in which bits are placed: two columns at a time, from the right, up and down.
 *
 * @see ISO/IEC 18004:2015, section 7.7.3.
 */
export function dataPlaces(modules: Uint8Array, size: number): Uint16Array {
  const places = new Uint16Array(modules.length)
  let count = 0
  let upwards = true
  for (let right = size - 1; right > 0; right -= 2) {
    // The vertical timing pattern has a column of its own.
    if (right === 6) right = 5
    for (let step = 0; step < size; step++) {
      const row = upwards ? size - 1 - step : step
      for (const column of [right, right - 1]) {
        const place = row * size + column
        if (((modules[place] as number) & FIXED) === 0) places[count++] = place
      }
    }
    upwards = !upwards
  }
  return places.subarray(0, count)
}
