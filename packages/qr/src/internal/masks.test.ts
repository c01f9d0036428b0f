import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeQr } from '../encode-qr.ts'
import { MASKS, penaltyOf } from './masks.ts'

/** Table 11 of ISO/IEC 18004:2015 on texts, slow and obvious. */
function slowPenalty(modules: Uint8Array, size: number): number {
  const rows = Array.from({ length: size }, (_, row) => modules.slice(row * size, (row + 1) * size).join(''))
  const columns = rows.map((_, column) => rows.map((row) => row[column]).join(''))
  let points = 0
  for (const line of [...rows, ...columns]) {
    for (const [run] of line.matchAll(/0{5,}|1{5,}/g)) points += 3 + (run.length - 5)
    const quiet = `0000${line}0000`
    for (let at = 4; at + 7 <= quiet.length - 4; at++) {
      const isPattern = quiet.slice(at, at + 7) === '1011101'
      if (isPattern && (quiet.slice(at - 4, at) === '0000' || quiet.slice(at + 7, at + 11) === '0000')) points += 40
    }
  }
  for (let row = 0; row + 1 < size; row++) {
    for (let column = 0; column + 1 < size; column++) {
      const block = rows[row]?.slice(column, column + 2) + (rows[row + 1]?.slice(column, column + 2) ?? '')
      if (block === '0000' || block === '1111') points += 3
    }
  }
  const dark = modules.reduce((sum, module) => sum + module, 0)
  // 50 ± 5k per cent to 50 ± 5(k + 1) per cent: 10k points.
  return points + 10 * Math.floor(Math.abs((dark * 20) / modules.length - 10))
}

describe('penaltyOf', () => {
  test.each([
    ['one colour: runs, blocks and proportion', '1'.repeat(36), 6, 12 * 4 + 25 * 3 + 100],
    ['a chequerboard', '010101101010'.repeat(3), 6, 0],
    ['a finder-like row between light areas counts once', `1011101${'0'.repeat(42)}`, 7, 260],
  ])('%s', (_name, text, size, expected) => {
    const modules = Uint8Array.from(text, Number)
    expect(penaltyOf(modules, size)).toBe(expected)
  })

  test('agrees with the table of the standard on any modules', () => {
    const squares = fc.integer({ min: 2, max: 24 }).chain((size) =>
      fc.tuple(
        fc.constant(size),
        fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.constant(1) }), {
          minLength: size * size,
          maxLength: size * size,
        }),
      ),
    )
    fc.assert(
      fc.property(squares, ([size, cells]) => {
        const modules = Uint8Array.from(cells)
        expect(penaltyOf(modules, size)).toBe(slowPenalty(modules, size))
      }),
      { numRuns: Math.ceil((fc.readConfigureGlobal().numRuns ?? 1_000) / 10) },
    )
  })

  test('decides which mask is drawn: the first with the fewest points', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 60 }), (text) => {
        const points = MASKS.map((_, mask) => {
          const { modules, size } = encodeQr(text, { mask })
          return slowPenalty(modules, size)
        })
        expect(encodeQr(text).mask).toBe(points.indexOf(Math.min(...points)))
      }),
      { numRuns: Math.ceil((fc.readConfigureGlobal().numRuns ?? 1_000) / 100) },
    )
  })
})
