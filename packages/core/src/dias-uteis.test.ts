import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from './dates.ts'
import { countDiasUteis, firstDiaUtil, isDiaDeSemana, isFimDeSemana, prazoDePagamento } from './dias-uteis.ts'

const { cases, holidays } = JSON.parse(
  readFileSync(new URL('../../../vectors/payload-content/payment-windows.json', import.meta.url), 'utf8'),
) as {
  cases: {
    id: string
    dataDeVencimento: string
    validadeAposVencimento: number
    accepted: string[]
    refused: string[]
  }[]
  holidays: string[]
}

const days = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1970-01-01', days))

describe('isFimDeSemana', () => {
  test('agrees with the calendar of the platform', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => {
        const date = addDays('1970-01-01', days)
        expect(isFimDeSemana(date)).toBe(new Date(date).getUTCDay() % 6 === 0)
        expect(isDiaDeSemana(date)).toBe(!isFimDeSemana(date))
      }),
    )
  })
})

describe('firstDiaUtil', () => {
  test('is the day itself, or the next that the calendar names', () => {
    expect(firstDiaUtil('2020-12-25', (date) => date >= '2020-12-28')).toBe('2020-12-28')
    expect(firstDiaUtil('2020-12-28', () => true)).toBe('2020-12-28')
  })

  test('gives up after two months', () => {
    expect(firstDiaUtil('2026-01-01', () => false)).toBeUndefined()
    expect(firstDiaUtil('2026-01-01', (date) => date === '2026-03-02')).toBe('2026-03-02')
    expect(firstDiaUtil('2026-01-01', (date) => date === '2026-03-03')).toBeUndefined()
  })

  test('ends with the calendar of texts', () => {
    expect(firstDiaUtil('9999-12-31', isDiaDeSemana)).toBe('9999-12-31')
    expect(firstDiaUtil('9999-12-31', () => false)).toBeUndefined()
  })
})

describe('countDiasUteis', () => {
  test('leaves the first day out and takes the last in', () => {
    expect(countDiasUteis('2021-08-27', '2021-08-27', () => true)).toBe(0)
    expect(countDiasUteis('2021-08-27', '2021-08-28', () => true)).toBe(1)
    expect(countDiasUteis('2021-08-28', '2021-08-27', () => true)).toBe(0)
    expect(countDiasUteis('2021-08-27', '2021-08-30', isDiaDeSemana)).toBe(1)
  })

  test('counts a span as its parts, and a week as five days', () => {
    fc.assert(
      fc.property(days, fc.nat({ max: 60 }), fc.nat({ max: 60 }), (from, one, two) => {
        const [middle, end] = [addDays(from, one), addDays(from, one + two)]
        const parts = countDiasUteis(from, middle, isDiaDeSemana) + countDiasUteis(middle, end, isDiaDeSemana)
        expect(countDiasUteis(from, end, isDiaDeSemana)).toBe(parts)
        expect(countDiasUteis(from, addDays(from, 7), isDiaDeSemana)).toBe(5)
      }),
    )
  })
})

describe('prazoDePagamento', () => {
  const isDiaUtil = (date: string): boolean => isDiaDeSemana(date) && !holidays.includes(date)

  test.each(cases)('example $id of the norm', ({ dataDeVencimento, validadeAposVencimento, accepted, refused }) => {
    const prazo = prazoDePagamento(dataDeVencimento, validadeAposVencimento, isDiaUtil)
    expect(prazo?.ultimoDia).toBe(accepted.at(-1))
    expect(refused.filter((date) => date <= String(prazo?.ultimoDia))).toEqual([])
  })

  test('begins and ends on business days, the second no sooner than the validity', () => {
    fc.assert(
      fc.property(days, fc.nat({ max: 400 }), (due, validade) => {
        const prazo = prazoDePagamento(due, validade, isDiaUtil)
        expect(prazo).toBeDefined()
        const { vencimento, ultimoDia } = prazo as { vencimento: string; ultimoDia: string }
        expect([isDiaUtil(vencimento), isDiaUtil(ultimoDia)]).toEqual([true, true])
        expect(vencimento >= due && ultimoDia >= addDays(vencimento, validade)).toBe(true)
        expect(countDiasUteis(due, vencimento, isDiaUtil)).toBe(vencimento === due ? 0 : 1)
      }),
    )
  })

  test('is unknown where the calendar ends', () => {
    const told = (date: string): boolean => date < '2026-12-31' && isDiaDeSemana(date)
    expect(prazoDePagamento('2026-12-30', 0, told)).toEqual({ vencimento: '2026-12-30', ultimoDia: '2026-12-30' })
    expect(prazoDePagamento('2026-12-30', 5, told)).toBeUndefined()
    expect(prazoDePagamento('2027-01-04', 0, told)).toBeUndefined()
  })
})
