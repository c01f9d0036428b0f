/**
 * The eight masks, and which of them a reader finds easiest.
 *
 * @module
 */
import { DARK, FIXED } from './modules.ts'

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

/** Every mask repeats itself after so many rows and columns. */
const PERIOD = 12

/**
 * Turns the modules of the data region.
 *
 * @param unmasked - Sums of `DARK` and `FIXED`.
 * @returns 1 is dark.
 * @see ISO/IEC 18004:2015, section 7.8.2, table 10.
 */
export function applyMask(unmasked: Uint8Array, size: number, mask: number): Uint8Array {
  const turns = MASKS[mask] as (typeof MASKS)[number]
  const tile = new Uint8Array(PERIOD * PERIOD)
  for (let at = 0; at < tile.length; at++) tile[at] = Number(turns(Math.floor(at / PERIOD), at % PERIOD))
  const modules = new Uint8Array(unmasked.length)
  for (let row = 0, at = 0; row < size; row++) {
    const start = (row % PERIOD) * PERIOD
    for (let column = 0, inTile = 0; column < size; column++, at++) {
      const module = unmasked[at] as number
      modules[at] = module >= FIXED ? module & DARK : module ^ (tile[start + inTile] as number)
      inTile = inTile === PERIOD - 1 ? 0 : inTile + 1
    }
  }
  return modules
}

/** Dark, light, three dark, light, dark, as bits. */
const FINDER_LIKE = 0b1011101

/**
 * Counts the penalty points of a symbol: features that resemble finder patterns or upset a reader.
 *
 * The whole symbol counts, format information included, and the quiet zone around it is light. Nothing here branches on a
 * single module: a processor cannot guess them, and eight symbols are judged for every code.
 *
 * @param modules - 1 is dark, row by row.
 * @see ISO/IEC 18004:2015, section 7.8.3.1, table 11. It leaves open whether the quiet zone is the light area beside a
 *   finder-like pattern; it is counted as one here, and a pattern between two light areas counts once.
 */
export function penaltyOf(modules: Uint8Array, size: number): number {
  const runPoints = Uint8Array.from({ length: 64 }, (_, last) => pointsOfRun(last))
  let points = 0
  let dark = 0
  for (let line = 0; line < size; line++) {
    points += pointsOfLine(modules, size, line * size, 1, runPoints)
    points += pointsOfLine(modules, size, line, size, runPoints)
  }
  const blockPoints = [3, 0, 0, 0, 3]
  for (let row = 0, at = 0; row < size; row++) {
    for (let column = 0; column < size; column++, at++) {
      const module = modules[at] as number
      dark += module
      if (row === size - 1 || column === size - 1) continue
      const below = at + size
      const sum = module + (modules[at + 1] as number) + (modules[below] as number) + (modules[below + 1] as number)
      points += blockPoints[sum] as number
    }
  }
  const percentOff = Math.abs((100 * dark) / modules.length - 50)
  return points + 10 * Math.floor(percentOff / 5)
}

/** Points that a module adds, by the last six: three for the fifth of a colour in a row, one for each that follows. */
function pointsOfRun(last: number): number {
  const isRun = (last & 31) === 0 || (last & 31) === 31
  if (!isRun) return 0
  return last >> 5 === (last & 1) ? 1 : 3
}

function pointsOfLine(modules: Uint8Array, size: number, start: number, step: number, runPoints: Uint8Array): number {
  let points = 0
  /** The last modules, the latest lowest. A run begins with the line, so that it begins after the other colour. */
  let run = modules[start] === 1 ? 0b10 : 0b01
  /** Four modules, seven that may be finder-like, four more; the line begins and ends in the quiet zone. */
  let window = 0
  for (let n = 0, at = start; n < size + 4; n++, at += step) {
    let module = 0
    if (n < size) {
      module = modules[at] as number
      run = ((run << 1) | module) & 63
      points += runPoints[run] as number
    }
    window = ((window << 1) | module) & 0x7fff
    const isFinderLike = ((window >> 4) & 127) === FINDER_LIKE && ((window & 15) === 0 || window >> 11 === 0)
    if (isFinderLike) points += 40
  }
  return points
}
