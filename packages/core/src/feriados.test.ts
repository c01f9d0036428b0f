import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../../../tests/lib/error-of.ts'
import { addDays } from './dates.ts'
import { isFimDeSemana } from './dias-uteis.ts'
import { feriadosNacionais, isDiaUtil, withFeriadosLocais } from './feriados.ts'

function vectors(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../vectors/calendar/${name}.json`, import.meta.url), 'utf8'))
}

const { years } = vectors('anbima') as { years: Record<string, string[]> }
const { firstYear, easter } = vectors('easter') as { firstYear: number; easter: string[] }

describe('feriadosNacionais', () => {
  test.each(Object.entries(years))('of %s are those that ANBIMA lists', (year, dates) => {
    expect(feriadosNacionais(Number(year)).map(({ date }) => date)).toEqual(dates)
  })

  test.each([
    [2001, 12],
    [2002, 12],
    [2003, 12],
    [2023, 12],
    [2024, 13],
    [9999, 13],
  ])('%i has %i', (year, count) => {
    expect(feriadosNacionais(year)).toHaveLength(count)
  })

  test('move with Easter, as another implementation reckons it', () => {
    for (const [index, monthDay] of easter.entries()) {
      const year = firstYear + index
      const sunday = `${year}-${monthDay}`
      const moving = feriadosNacionais(year).filter(({ nome }) => /Carnaval|Paixão|Corpus/.test(nome))
      expect(moving.map(({ date }) => date)).toEqual([-48, -47, -2, 60].map((days) => addDays(sunday, days)))
    }
  })

  test('name the law, and what kind of holiday it makes', () => {
    const named = (year: number, monthDay: string): unknown =>
      feriadosNacionais(year).find(({ date }) => date.endsWith(monthDay))
    expect(named(2026, '11-20')).toEqual({
      date: '2026-11-20',
      nome: 'Dia Nacional de Zumbi e da Consciência Negra',
      lei: 'Lei 14.759/2023, art. 1º',
      ambito: 'nacional',
    })
    expect(named(2023, '11-20')).toBeUndefined()
    expect(named(2002, '11-02')).toMatchObject({ ambito: 'bancario', lei: 'Resolução CMN 2.516/1998' })
    expect(named(2003, '11-02')).toMatchObject({ ambito: 'nacional', lei: expect.stringContaining('10.607/2002') })
    expect(named(1950, '04-21')).toBeUndefined()
    expect(feriadosNacionais(1948)).toEqual([])
  })

  test.each([0, 10_000, 2026.5, Number.NaN, '2026'])('knows no year %s', (year) => {
    expect(errorOf(() => feriadosNacionais(year as number))).toMatchObject({ code: 'YEAR_RANGE', path: ['year'] })
  })
})

describe('isDiaUtil', () => {
  test('is every weekday that is no holiday, and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 110_000 }), (days) => {
        const date = addDays('1999-01-01', days)
        const holiday = feriadosNacionais(Number(date.slice(0, 4))).some((feriado) => feriado.date === date)
        expect(isDiaUtil(date)).toBe(!isFimDeSemana(date) && !holiday)
      }),
    )
  })

  test('takes the last weekday of the year and Ash Wednesday for business days', () => {
    expect(['2020-12-31', '2026-12-31', '2026-02-18'].map(isDiaUtil)).toEqual([true, true, true])
  })

  test.each(['2026-02-29', '', '20261120', '2026-11-20T00:00:00Z', 20_261_120, undefined])('refuses %s', (date) => {
    expect(errorOf(() => isDiaUtil(date as string))).toMatchObject({ code: 'DATE_FORMAT', path: [] })
  })
})

describe('withFeriadosLocais', () => {
  test('adds days of each year and single ones', () => {
    const local = withFeriadosLocais(['01-25', '2026-06-24', '02-29'])
    expect(['2027-01-25', '2026-06-24', '2024-02-29', '2026-11-20'].map(local)).toEqual([false, false, false, false])
    expect(['2027-01-26', '2027-06-24', '2027-02-26'].map(local)).toEqual([true, true, true])
    expect(['2027-01-25', '2026-06-24', '2024-02-29'].map(isDiaUtil)).toEqual([true, true, true])
  })

  test('asks a function of business days only', () => {
    const asked: string[] = []
    const local = withFeriadosLocais((date) => asked.push(date) > 0 && date === '2027-01-25')
    expect(['2027-01-25', '2027-01-26', '2027-01-24', '2026-11-20'].map(local)).toEqual([false, true, false, false])
    expect(asked).toEqual(['2027-01-25', '2027-01-26'])
  })

  test('keeps no hold of the list', () => {
    const days = ['01-25']
    const local = withFeriadosLocais(days)
    days.pop()
    expect(local('2027-01-25')).toBe(false)
  })

  test.each(['02-30', '25/01', '2026-02-29', '1-25', '', 125])('refuses %s', (day) => {
    const error = errorOf(() => withFeriadosLocais(['01-25', day as string]))
    expect(error).toMatchObject({ code: 'DATE_FORMAT', path: [1] })
  })

  test('refuses what is neither a list nor a function', () => {
    expect(() => withFeriadosLocais('01-25' as unknown as string[])).toThrow(TypeError)
  })
})
