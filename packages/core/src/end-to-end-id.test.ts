import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newEndToEndId, newReturnId, parseEndToEndId, parseReturnId } from './end-to-end-id.ts'

interface Case {
  id: string
  kind: string
  input: string
  expected?: { ispb?: string; timestamp?: string; sequencial?: string; warnings: { code: string; path: string[] }[] }
  error?: { code: string; path: string[] }
}

const { cases } = JSON.parse(readFileSync(new URL('../../../vectors/core/ids.json', import.meta.url), 'utf8')) as {
  cases: Case[]
}
const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const ispbs = fc.string({
  unit: fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
  minLength: 8,
  maxLength: 8,
})
const instants = fc.integer({ min: Date.UTC(1970, 0), max: Date.UTC(9999, 11, 31, 23, 59, 59, 999) })
const now = (): number => Date.UTC(2026, 10, 22, 8, 4, 59, 999)

describe.each([
  ['endToEndId', 'E', parseEndToEndId, newEndToEndId],
  ['rtrId', 'D', parseReturnId, newReturnId],
] as const)('%s', (kind, prefix, parse, make) => {
  const mine = cases.filter((found) => found.kind === kind)

  test.each(mine.filter(({ expected }) => expected?.ispb))('parser reads $id', ({ input, expected }) => {
    const { ispb, timestamp, sequencial } = expected ?? {}
    expect(parse(input)).toEqual({
      valor: input,
      ispb,
      timestampMs: Date.parse(timestamp ?? ''),
      sequencial,
      warnings: [],
    })
  })

  test.each(mine.filter(({ expected }) => expected?.warnings[0]))('parser warns of $id', ({ input, expected }) => {
    const { warnings, ...parts } = parse(input)
    expect(parts).toEqual({ valor: input })
    expect(warnings).toMatchObject(expected?.warnings ?? [])
    expect(warnings).toMatchObject([{ severity: 'warning', params: { id: kind } }])
  })

  test.each(mine.filter(({ error }) => error))('parser refuses $id', ({ input, error }) => {
    expect(() => parse(input)).toThrow(expect.objectContaining({ ...error, params: { id: kind, length: 32 } }))
  })

  test.each([[undefined], [null], [32]])('parser throws a TypeError for %o', (value) => {
    expect(() => parse(value as unknown as string)).toThrow(TypeError)
  })

  test('parser gives parts, a warning or ID_FORMAT for any string', () => {
    const nearly = fc.string({ unit: fc.constantFrom(...'ED0123ab-'), minLength: 31, maxLength: 33 })
    fc.assert(
      fc.property(fc.oneof(nearly, fc.string({ unit: 'binary' })), (text) => {
        const outcome = /^[a-zA-Z0-9]{32}$/.test(text) ? 'read' : 'ID_FORMAT'
        const read = (): string => {
          try {
            return parse(text).valor === text ? 'read' : 'changed'
          } catch (error) {
            return (error as { code: string }).code
          }
        }
        expect(read()).toBe(outcome)
      }),
    )
  })

  test('maker writes prefix, ISPB and the minute in UTC', () => {
    expect(make({ ispb: '12ABC345', now }).slice(0, 21)).toBe(`${prefix}12ABC345202611220804`)
    expect(make({ ispb: '12ABC345', now })).toMatch(/^.{21}[a-zA-Z0-9]{11}$/)
  })

  test('maker repeats itself with an injected clock and source', () => {
    const random = (length: number): Uint8Array => Uint8Array.from({ length }, (_, index) => index)
    expect(make({ ispb: '12345678', now, random })).toBe(`${prefix}12345678202611220804ABCDEFGHIJK`)
  })

  test('maker takes the present by default', () => {
    const before = Math.floor(Date.now() / 60_000) * 60_000
    const { timestampMs = 0 } = parse(make({ ispb: '12345678' }))
    expect(timestampMs).toBeGreaterThanOrEqual(before)
    expect(timestampMs).toBeLessThanOrEqual(Date.now())
  })

  test.each(['', '1234567', '123456789', '1234567a', '1234 678'])('maker refuses the ISPB %j', (ispb) => {
    expect(() => make({ ispb })).toThrow(expect.objectContaining({ code: 'ISPB_FORMAT', path: ['ispb'] }))
  })

  test('what the maker writes, the parser reads', () => {
    fc.assert(
      fc.property(ispbs, instants, fc.uint8Array({ minLength: 11, maxLength: 11, max: 247 }), (ispb, ms, bytes) => {
        const id = make({ ispb, now: () => ms, random: () => bytes })
        expect(parse(id)).toEqual({
          valor: id,
          ispb,
          timestampMs: ms - (ms % 60_000),
          sequencial: Array.from(bytes, (byte) => characters[byte % 62]).join(''),
          warnings: [],
        })
      }),
    )
  })
})
