import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatAmount } from './format-amount.ts'

describe('formatAmount', () => {
  test.each([
    ['0.07', 'R$ 0,07', 'R$ 0.07'],
    ['10.00', 'R$ 10,00', 'R$ 10.00'],
    ['999.99', 'R$ 999,99', 'R$ 999.99'],
    ['1234.50', 'R$ 1.234,50', 'R$ 1,234.50'],
    // Beyond what a float can hold.
    ['99999999999999999.01', 'R$ 99.999.999.999.999.999,01', 'R$ 99,999,999,999,999,999.01'],
  ])('writes %s', (amount, portuguese, english) => {
    expect(formatAmount(amount, 'pt-BR')).toBe(portuguese.replace(' ', '\u00a0'))
    expect(formatAmount(amount, 'en')).toBe(english.replace(' ', '\u00a0'))
  })

  test('agrees with the formatter of the platform', () => {
    const platform = new Intl.NumberFormat('pt-BR', { style: 'currency', currency: 'BRL' })
    fc.assert(
      fc.property(fc.nat(999_999_999_999), (centavos) => {
        const digits = String(centavos).padStart(3, '0')
        expect(formatAmount(`${digits.slice(0, -2)}.${digits.slice(-2)}`, 'pt-BR')).toBe(
          platform.format(centavos / 100),
        )
      }),
    )
  })
})
