import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../../../tests/lib/error-of.ts'
import { encodeQr } from './encode-qr.ts'
import { logoBox } from './logo-box.ts'

const TEXT = '0002'.repeat(40)

describe('logoBox', () => {
  test('stands in the middle, on whole modules, and changes nothing outside', () => {
    const symbols = fc.record({
      level: fc.constantFrom('Q', 'H'),
      version: fc.integer({ min: 3, max: 40 }),
      share: fc.double({ min: 0.01, max: 0.12, noNaN: true }),
    })
    fc.assert(
      fc.property(symbols, ({ level, version, share }) => {
        const matrix = encodeQr('pix', { level, version, mask: 0 })
        const { cleared, size, start } = logoBox(matrix, share)
        expect(2 * start + size).toBe(matrix.size)
        expect(Math.abs(size - share * matrix.size)).toBeLessThanOrEqual(1)
        return matrix.modules.every((module, at) => {
          const inside = [Math.floor(at / matrix.size), at % matrix.size].every((n) => n >= start && n < start + size)
          return cleared.modules[at] === (inside ? 0 : module)
        })
      }),
      { numRuns: 300 },
    )
  })

  test('grows with the level', () => {
    const largest = (['L', 'M', 'Q', 'H'] as const).map((level) => {
      const matrix = encodeQr(TEXT, { level, version: 10 })
      const shares = Array.from({ length: 50 }, (_, n) => (n + 1) / 100)
      return Math.max(...shares.filter((share) => errorOf(() => logoBox(matrix, share)) === undefined))
    })
    expect(largest).toEqual(largest.toSorted((a, b) => a - b))
    expect(new Set(largest).size).toBe(4)
  })

  test('counts lost codewords block by block', () => {
    // Version 1-H: one block of 17 error correction codewords, of which a quarter, 4, may be hidden.
    const matrix = encodeQr('PIX', { level: 'H' })
    expect(logoBox(matrix, 0.1).size).toBe(3)
    expect(errorOf(() => logoBox(matrix, 0.3))).toMatchObject({
      code: 'QR_LOGO_TOO_LARGE',
      path: ['logo'],
      params: { max: 4 },
    })
  })

  test.each([0, -1, 0.51, NaN, '0.2'])('refuses the share %s', (share) => {
    const found = errorOf(() => logoBox(encodeQr(TEXT), share as number))
    expect(found).toMatchObject({ code: 'QR_OPTION_INVALID', path: ['logo'] })
  })
})
