import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../../../../tests/lib/error-of.ts'
import { hundredths, type Rounding, rounded, writeValor } from './centavos.ts'

describe('hundredths', () => {
  test.each([
    ['0.00', 0n],
    ['0.05', 5n],
    ['10.00', 1_000n],
    ['0000000001.50', 150n],
    ['9999999999.99', 999_999_999_999n],
  ])('reads %s', (text, value) => {
    expect(hundredths(text, [])).toBe(value)
  })

  test.each([
    '',
    '1',
    '1.0',
    '1.000',
    '1,00',
    '-1.00',
    '+1.00',
    ' 1.00',
    '12345678901.00',
    '1e2',
    '１.00',
    1.5,
    undefined,
  ])('refuses %s, and says where', (text) => {
    const error = errorOf(() => hundredths(text as string, ['valor', 'original']))
    expect(error).toMatchObject({
      code: 'BACEN_CALCULO',
      params: { reason: 'valor', field: 'valor.original' },
      path: ['valor', 'original'],
    })
  })
})

describe('writeValor', () => {
  test('is the inverse of reading, up to ten digits of reais', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 999_999_999_999n }), (centavos) => {
        expect(hundredths(writeValor(centavos), [])).toBe(centavos)
      }),
    )
    expect(errorOf(() => writeValor(1_000_000_000_000n))).toMatchObject({
      code: 'BACEN_CALCULO',
      params: { reason: 'too-large' },
      path: ['valor'],
    })
  })
})

describe('rounded', () => {
  test.each<[bigint, bigint, Record<Rounding, bigint>]>([
    [0n, 7n, { 'half-up': 0n, 'half-even': 0n, down: 0n }],
    [1n, 2n, { 'half-up': 1n, 'half-even': 0n, down: 0n }],
    [3n, 2n, { 'half-up': 2n, 'half-even': 2n, down: 1n }],
    [5n, 2n, { 'half-up': 3n, 'half-even': 2n, down: 2n }],
    [4_999n, 10_000n, { 'half-up': 0n, 'half-even': 0n, down: 0n }],
    [5_001n, 10_000n, { 'half-up': 1n, 'half-even': 1n, down: 0n }],
    [6n, 3n, { 'half-up': 2n, 'half-even': 2n, down: 2n }],
    [2n, 3n, { 'half-up': 1n, 'half-even': 1n, down: 0n }],
  ])('of %s / %s', (numerator, denominator, results) => {
    for (const [rounding, result] of Object.entries(results) as [Rounding, bigint][]) {
      expect([rounding, rounded(numerator, denominator, rounding)]).toEqual([rounding, result])
    }
  })

  test('is no further away than half, and never above when down', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 12n }), (above, below) => {
        for (const rounding of ['half-up', 'half-even'] as const) {
          const twice = 2n * (rounded(above, below, rounding) * below - above)
          expect(twice <= below && twice >= -below).toBe(true)
        }
        expect(rounded(above, below, 'down')).toBe(above / below)
      }),
    )
  })
})
