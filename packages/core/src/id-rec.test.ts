import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newIdRec, newIdSolicRec, parseIdRec, parseIdSolicRec } from './id-rec.ts'

interface Case {
  id: string
  kind: string
  input: string
  expected?: { ispb?: string; warnings: { code: string; path: string[] }[] }
  error?: { code: string; path: string[] }
}

const { cases } = JSON.parse(readFileSync(new URL('../../../vectors/core/ids.json', import.meta.url), 'utf8')) as {
  cases: Case[]
}
const ispbs = fc.string({
  unit: fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
  minLength: 8,
  maxLength: 8,
})
const instants = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2099, 11, 31) })
const random = (length: number): Uint8Array => Uint8Array.from({ length }, (_, index) => index)

describe.each([
  ['idRec', parseIdRec],
  ['idSolicRec', parseIdSolicRec],
] as const)('parser of %s', (kind, parse) => {
  const mine = cases.filter((found) => found.kind === kind)

  test.each(mine.filter(({ expected }) => expected?.ispb))('reads $id', ({ input, expected }) => {
    expect(parse(input)).toEqual({ valor: input, ...expected })
  })

  test.each(mine.filter(({ expected }) => expected?.warnings[0]))('warns of $id', ({ input, expected }) => {
    const { warnings, ...parts } = parse(input)
    expect(parts).toEqual({ valor: input })
    expect(warnings).toMatchObject(expected?.warnings ?? [])
    expect(warnings).toMatchObject([{ severity: 'warning', params: { id: kind } }])
  })

  test.each(mine.filter(({ error }) => error))('refuses $id', ({ input, error }) => {
    expect(() => parse(input)).toThrow(expect.objectContaining({ ...error, params: { id: kind, length: 29 } }))
  })

  test.each([[undefined], [null], [29]])('throws a TypeError for %o', (value) => {
    expect(() => parse(value as unknown as string)).toThrow(TypeError)
  })

  test('reads exactly the days that the calendar has', () => {
    const prefix = kind === 'idRec' ? 'RN' : 'SC'
    const read = (date: string): string | undefined => parse(`${prefix}12345678${date}abcdefghijk`).data
    fc.assert(
      fc.property(fc.nat({ max: 9999 }), fc.nat({ max: 13 }), fc.nat({ max: 32 }), (year, month, day) => {
        const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
        const last = [0, 31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month] ?? 0
        const [y, m, d] = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')]
        expect(read(y + m + d)).toBe(day >= 1 && day <= last ? `${y}-${m}-${d}` : undefined)
      }),
    )
  })
})

describe.each([
  [
    'newIdRec',
    (options: Parameters<typeof newIdSolicRec>[0]) => newIdRec({ ...options, politicaRetentativa: 'PERMITE_3R_7D' }),
    'RR',
  ],
  ['newIdSolicRec', newIdSolicRec, 'SC'],
] as const)('%s', (_name, make, prefix) => {
  test.each([
    ['2026-11-22T02:30:00Z', '20261121'],
    ['2026-11-22T02:59:59Z', '20261121'],
    ['2026-11-22T03:00:00Z', '20261122'],
    ['2026-11-22T23:59:59Z', '20261122'],
    ['2026-01-01T00:00:00Z', '20251231'],
    ['2024-03-01T02:30:00Z', '20240229'],
  ])('writes the day in São Paulo at %s', (instant, date) => {
    expect(make({ ispb: '12345678', now: () => Date.parse(instant), random })).toBe(
      `${prefix}12345678${date}ABCDEFGHIJK`,
    )
  })

  test('keeps to the summer time of the years that had it', () => {
    const id = make({ ispb: '12345678', now: () => Date.parse('2018-12-31T02:30:00Z'), random })
    expect(id).toBe(`${prefix}1234567820181231ABCDEFGHIJK`)
  })

  test('makes 29 characters that differ each time', () => {
    const ids = Array.from({ length: 100 }, () => make({ ispb: '12345678' }))
    expect(new Set(ids).size).toBe(100)
    expect(new Set(ids.map(({ length }) => length))).toEqual(new Set([29]))
  })

  test.each(['', '1234567', '123456789', '1234567a'])('refuses the ISPB %j', (ispb) => {
    expect(() => make({ ispb })).toThrow(expect.objectContaining({ code: 'ISPB_FORMAT', path: ['ispb'] }))
  })
})

describe('parseIdRec', () => {
  test('reads what newIdRec writes', () => {
    fc.assert(
      fc.property(
        ispbs,
        instants,
        fc.constantFrom('NAO_PERMITE' as const, 'PERMITE_3R_7D' as const),
        (ispb, ms, politicaRetentativa) => {
          const id = newIdRec({ ispb, politicaRetentativa, now: () => ms })
          const { data = '', sequencial = '', ...parts } = parseIdRec(id)
          expect(parts).toEqual({ valor: id, ispb, politicaRetentativa, warnings: [] })
          expect(id).toBe(
            `R${politicaRetentativa === 'NAO_PERMITE' ? 'N' : 'R'}${ispb}${data.replaceAll('-', '')}${sequencial}`,
          )
          expect(data).toBe(shiftedDay(ms))
        },
      ),
    )
  })
})

describe('parseIdSolicRec', () => {
  test('reads what newIdSolicRec writes', () => {
    fc.assert(
      fc.property(ispbs, instants, (ispb, ms) => {
        const id = newIdSolicRec({ ispb, now: () => ms })
        expect(parseIdSolicRec(id)).toEqual({
          valor: id,
          ispb,
          data: shiftedDay(ms),
          sequencial: id.slice(-11),
          warnings: [],
        })
      }),
    )
  })
})

/** The day at UTC-3, where São Paulo has been without summer time since 2019. */
function shiftedDay(ms: number): string {
  return new Date(ms - 3 * 3_600_000).toISOString().slice(0, 10)
}

describe('what makes no identifier', () => {
  const ispb = '12345678'

  test.each([8.64e15, -6e13, Number.NaN])('refuses the clock %s', (ms) => {
    expect(() => newIdRec({ ispb, politicaRetentativa: 'NAO_PERMITE', now: () => ms })).toThrow(RangeError)
    expect(() => newIdSolicRec({ ispb, now: () => ms })).toThrow(RangeError)
  })

  test.each([true, 'nao_permite', '__proto__', undefined])('refuses the policy %s', (politicaRetentativa) => {
    expect(() => newIdRec({ ispb, politicaRetentativa: politicaRetentativa as 'NAO_PERMITE' })).toThrow(TypeError)
  })
})
