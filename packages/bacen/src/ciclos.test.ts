import { addDays, dayOfDate } from '@pixkit/core/dates'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../../../tests/lib/error-of.ts'
import { cicloOf } from './ciclos.ts'

const anyDate = fc
  .integer({ min: dayOfDate('2000-01-01'), max: dayOfDate('2100-12-31') })
  .map((day) => addDays('1970-01-01', day))
const anyPeriodicidade = fc.constantFrom('SEMANAL', 'MENSAL', 'TRIMESTRAL', 'SEMESTRAL', 'ANUAL')

describe('cicloOf', () => {
  test.each([
    // Open Finance Brasil, "Pix Automático", section 2.1.
    ['2025-09-22', 1, '2025-09-22', '2025-10-21'],
    ['2025-09-22', 2, '2025-10-22', '2025-11-21'],
    ['2025-09-22', 3, '2025-11-22', '2025-12-21'],
    ['2025-10-31', 1, '2025-10-31', '2025-11-29'],
    ['2025-10-31', 2, '2025-11-30', '2025-12-30'],
    ['2025-10-31', 3, '2025-12-31', '2026-01-30'],
    ['2025-10-31', 4, '2026-01-31', '2026-02-27'],
    ['2025-10-31', 5, '2026-02-28', '2026-03-30'],
    ['2027-10-31', 5, '2028-02-29', '2028-03-30'],
  ])('of months from %s: number %i is %s to %s', (dataInicial, numero, inicio, fim) => {
    const calendario = { dataInicial, periodicidade: 'MENSAL' }
    expect(cicloOf(calendario, inicio)).toEqual({ numero, inicio, fim })
    expect(cicloOf(calendario, fim)).toEqual({ numero, inicio, fim })
  })

  test.each([
    ['SEMANAL', '2026-01-07', '2026-01-08', '2026-01-14'],
    ['TRIMESTRAL', '2026-03-31', '2026-04-01', '2026-06-30'],
    ['SEMESTRAL', '2026-06-30', '2026-07-01', '2026-12-31'],
    ['ANUAL', '2026-12-31', '2027-01-01', '2027-12-31'],
  ])('%s: the first cycle ends on %s', (periodicidade, last, inicio, fim) => {
    const calendario = { dataInicial: '2026-01-01', periodicidade }
    expect(cicloOf(calendario, last)).toMatchObject({ numero: 1, fim: last })
    expect(cicloOf(calendario, inicio)).toEqual({ numero: 2, inicio, fim })
  })

  test('a recurrence from 29 February begins its years on 28 February', () => {
    const calendario = { dataInicial: '2024-02-29', periodicidade: 'ANUAL' }
    expect(cicloOf(calendario, '2025-02-27')).toMatchObject({ numero: 1 })
    expect(cicloOf(calendario, '2025-02-28')).toMatchObject({ numero: 2, inicio: '2025-02-28' })
    expect(cicloOf(calendario, '2028-02-29')).toMatchObject({ numero: 5, inicio: '2028-02-29' })
  })

  test('no cycle before the first day, nor after the last', () => {
    const calendario = { dataInicial: '2026-01-10', dataFinal: '2026-03-01', periodicidade: 'MENSAL' }
    expect(cicloOf(calendario, '2026-01-09')).toBeUndefined()
    expect(cicloOf(calendario, '2026-03-02')).toBeUndefined()
    expect(cicloOf(calendario, '2026-03-01')).toMatchObject({ numero: 2 })
  })

  test('cycles have no gaps and no overlaps, and hold the day that was asked for', () => {
    fc.assert(
      fc.property(anyDate, fc.nat({ max: 4_000 }), anyPeriodicidade, (dataInicial, days, periodicidade) => {
        const calendario = { dataInicial, periodicidade }
        const data = addDays(dataInicial, days)
        const ciclo = cicloOf(calendario, data)
        expect(ciclo && ciclo.inicio <= data && data <= ciclo.fim).toBe(true)
        expect(cicloOf(calendario, addDays(ciclo?.fim ?? '', 1))).toMatchObject({
          numero: (ciclo?.numero ?? 0) + 1,
          inicio: addDays(ciclo?.fim ?? '', 1),
        })
        expect(ciclo?.numero === 1).toBe(ciclo?.inicio === dataInicial)
      }),
    )
  })

  test.each([
    [{ dataInicial: '2026-02-30', periodicidade: 'MENSAL' }, '2026-03-01', 'date', ['dataInicial']],
    [{ dataInicial: '2026-02-01', dataFinal: 'x', periodicidade: 'MENSAL' }, '2026-03-01', 'date', ['dataFinal']],
    [{ dataInicial: '2026-02-01', periodicidade: 'MENSAL' }, '2026-3-1', 'date', ['date']],
    [{ dataInicial: '2026-02-01', periodicidade: 'DIARIA' }, '2026-03-01', 'periodicidade', ['periodicidade']],
    [{ dataInicial: '2026-02-01', periodicidade: 'toString' }, '2026-03-01', 'periodicidade', ['periodicidade']],
  ])('refuses %o on %s: %s', (calendario, data, reason, path) => {
    expect(errorOf(() => cicloOf(calendario, data))).toMatchObject({ code: 'BACEN_CALCULO', path, params: { reason } })
  })

  test('a day that is no text is the bug of the caller', () => {
    expect(() => cicloOf({ dataInicial: '2026-02-01', periodicidade: 'MENSAL' }, new Date() as never)).toThrow(
      TypeError,
    )
  })
})
