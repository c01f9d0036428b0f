import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { anyCob, anyCobV, anyRec } from '../../../tests/lib/payload-arbitraries.ts'
import { cobPayloadSchema, cobvPayloadSchema, recPayloadSchema } from './schema.ts'
import type { CobPayload, CobVPayload, RecPayload } from './types.ts'

const NOW = Date.parse('2026-11-23T15:00:00Z')

describe('schemas', () => {
  test('have the types of the interfaces', () => {
    expectTypeOf<v.InferOutput<typeof cobPayloadSchema>>().toEqualTypeOf<CobPayload>()
    expectTypeOf<v.InferOutput<typeof cobvPayloadSchema>>().toEqualTypeOf<CobVPayload>()
    expectTypeOf<v.InferOutput<typeof recPayloadSchema>>().toEqualTypeOf<RecPayload>()
  })

  test.each([
    ['cob', cobPayloadSchema, anyCob(NOW)],
    ['cobv', cobvPayloadSchema, anyCobV(NOW)],
    ['rec', recPayloadSchema, anyRec(NOW)],
  ] as readonly [string, v.GenericSchema, fc.Arbitrary<object>][])(
    'take every %s of the interface as it is',
    (_kind, schema, any) => {
      const runs = fc.readConfigureGlobal().numRuns ?? 1_000
      fc.assert(
        fc.property(any, (payload) => {
          expect(v.parse(schema, payload)).toEqual(payload)
        }),
        { numRuns: Math.ceil(runs / 4) },
      )
    },
  )

  test('take no array for a payload, whatever members it has', () => {
    fc.assert(
      fc.property(anyCob(NOW), (payload) => {
        expect(v.is(cobPayloadSchema, Object.assign([], payload))).toBe(false)
      }),
      { numRuns: 20 },
    )
  })

  test('take members that are undefined for absent ones', () => {
    fc.assert(
      fc.property(anyCob(NOW), (payload) => {
        expect(v.is(cobPayloadSchema, { devedor: undefined, infoAdicionais: undefined, ...payload })).toBe(true)
      }),
      { numRuns: 50 },
    )
  })

  test('give issues, and nothing else, for any value', () => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }),
        (value) => {
          for (const schema of [cobPayloadSchema, cobvPayloadSchema, recPayloadSchema]) {
            expect(v.safeParse(schema, value).success).toBe(false)
          }
        },
      ),
    )
  })

  test('leave what they are given alone', () => {
    const payload = Object.freeze({ revisao: 0, valor: Object.freeze({ original: '007.00' }) })
    expect(v.safeParse(cobPayloadSchema, payload).success).toBe(false)
    expect(payload).toEqual({ revisao: 0, valor: { original: '007.00' } })
  })
})
