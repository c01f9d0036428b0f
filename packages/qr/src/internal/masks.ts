/**
 * The eight masks, and which of them a reader finds easiest.
 *
 * @module
 */

/** Whether a mask turns the module at row `i` and column `j`. */
export const MASKS: readonly ((i: number, j: number) => boolean)[] = [
  (i, j) => (i + j) % 2 === 0,
  (i) => i % 2 === 0,
  (_i, j) => j % 3 === 0,
  (i, j) => (i + j) % 3 === 0,
  (i, j) => ((i >> 1) + Math.floor(j / 3)) % 2 === 0,
  (i, j) => ((i * j) % 2) + ((i * j) % 3) === 0,
  (i, j) => (((i * j) % 2) + ((i * j) % 3)) % 2 === 0,
  (i, j) => (((i + j) % 2) + ((i * j) % 3)) % 2 === 0,
]

/** Dark, light, three dark, light, dark, as bits, with four light modules before or after. */
const FINDER_LIKE = 0b1011101
const BEFORE = FINDER_LIKE
const AFTER = FINDER_LIKE << 4

/**
 * Counts the penalty points of a symbol: features that resemble finder patterns or upset a reader.
 *
 * The whole symbol counts, format information included, and the quiet zone around it is light.
 *
 * @param modules - 1 is dark, row by row.
 * @see ISO/IEC 18004:2015, section 7.8.3.1, table 11. It leaves open whether the quiet zone is the light area beside a
 *   finder-like pattern; it is counted as one here, and a pattern between two light areas counts once.
 */
export function penaltyOf(modules: Uint8Array, size: number): number {
  let points = 0
  let dark = 0
  for (let line = 0; line < size; line++) {
    points += penaltyOfLine(modules, size, line * size, 1) + penaltyOfLine(modules, size, line, size)
  }
  for (let at = 0; at < modules.length; at++) {
    dark += modules[at] as number
    const isBlock =
      at % size !== size - 1 &&
      modules[at] === modules[at + 1] &&
      modules[at] === modules[at + size] &&
      modules[at] === modules[at + size + 1]
    if (isBlock) points += 3
  }
  const percentOff = Math.abs((100 * dark) / modules.length - 50)
  return points + 10 * Math.floor(percentOff / 5)
}

function penaltyOfLine(modules: Uint8Array, size: number, start: number, step: number): number {
  let points = 0
  let run = 0
  let last = -1
  /** The last eleven modules, the latest lowest; it begins in the quiet zone. */
  let window = 0
  for (let n = 0, at = start; n < size + 4; n++, at += step) {
    const module = n < size ? (modules[at] as number) : 0
    if (n < size) {
      run = module === last ? run + 1 : 1
      last = module
      if (run === 5) points += 3
      else if (run > 5) points += 1
    }
    window = ((window << 1) | module) & 0x7ff
    if (window === AFTER) points += 40
    // Seen after its seventh module; the eleventh tells whether it was counted for its other side.
    else if (window === BEFORE && !hasLightAfter(modules, size, n, at, step)) points += 40
  }
  return points
}

function hasLightAfter(modules: Uint8Array, size: number, n: number, at: number, step: number): boolean {
  for (let ahead = 1; ahead <= 4 && n + ahead < size; ahead++) {
    if (modules[at + ahead * step] === 1) return false
  }
  return true
}
