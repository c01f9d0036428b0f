import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { anyRequest } from '../../../tests/lib/bacen-arbitraries.ts'
import { ABSENT, type Place, placesOf, replaced, sampleOf, shapeOf } from '../../../tests/lib/schema-shape.ts'
import type { OperationName } from './operations.ts'
import { checkRequest, checkResponse, requestSchemas, responseSchemas } from './schema.ts'
import type { RequestBodies, ResponseBodies } from './types.ts'

const requests = Object.keys(requestSchemas) as (keyof RequestBodies)[]
const responses = Object.keys(responseSchemas) as OperationName[]
const numRuns = Math.ceil((fc.readConfigureGlobal().numRuns ?? 1_000) / 50)

/** `path reason` of what is wrong. */
const foundIn = (issues: ReturnType<typeof checkRequest> | ReturnType<typeof checkResponse>): string[] =>
  issues.map(({ path, params }) => `${path.join('.')} ${params['reason']}`)

const errorsOf = (name: OperationName, body: unknown, options?: Parameters<typeof checkRequest>[2]): string[] =>
  foundIn(checkRequest(name, body, options).filter(({ severity }) => severity === 'error'))

const named = ({ path }: Place): boolean => typeof path.at(-1) === 'string'
const joined = ({ path }: Place): string => path.join('.')

/** A value of a type that nothing has at this place. */
const otherType = ({ shape, value }: Place): unknown => {
  if (shape.kind !== 'leaf') return 'text'
  return typeof value === 'string' ? 7 : 'text'
}

describe('schemas', () => {
  test('have the types of the interfaces', () => {
    expectTypeOf<{
      readonly [Name in keyof RequestBodies]: v.InferOutput<(typeof requestSchemas)[Name]>
    }>().toEqualTypeOf<RequestBodies>()
    expectTypeOf<{
      readonly [Name in keyof ResponseBodies]: v.InferOutput<(typeof responseSchemas)[Name]>
    }>().toEqualTypeOf<ResponseBodies>()
  })

  test.each(requests)('of requests take every body of the interface as it is: %s', (name) => {
    fc.assert(
      fc.property(anyRequest[name] as fc.Arbitrary<unknown>, (body) => {
        expect(v.parse(requestSchemas[name], body)).toEqual(body)
        expect(errorsOf(name, body)).toEqual([])
      }),
      { numRuns },
    )
  })

  test.each(requests)('of requests give issues, and nothing else, for any value: %s', (name) => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }),
        (value) => {
          expect(checkRequest(name, value).every(({ code }) => code === 'BACEN_REQUEST')).toBe(true)
          expect(checkResponse(name, value).every(({ code }) => code === 'BACEN_RESPONSE')).toBe(true)
        },
      ),
      { numRuns },
    )
  })

  test.each(requests)('of requests find each wrong type: %s', (name) => {
    fc.assert(
      fc.property(anyRequest[name] as fc.Arbitrary<unknown>, (body) => {
        const places = [...placesOf(shapeOf(requestSchemas[name]), body)]
        const silent = places.filter(
          (place) =>
            !errorsOf(
              name,
              replaced(body, place.path, () => otherType(place)),
            ).includes(`${joined(place)} type`),
        )
        expect(silent.map(joined)).toEqual([])
      }),
      { numRuns },
    )
  })

  test.each(requests)('of requests find each member that is missing or undefined: %s', (name) => {
    fc.assert(
      fc.property(anyRequest[name] as fc.Arbitrary<unknown>, fc.constantFrom(ABSENT, undefined), (body, nothing) => {
        const places = [...placesOf(shapeOf(requestSchemas[name]), body)].filter(
          (place) => named(place) && !place.shape.isOptional,
        )
        const silent = places.filter(
          (place) =>
            !errorsOf(
              name,
              replaced(body, place.path, () => nothing),
            ).includes(`${joined(place)} missing`),
        )
        expect(silent.map(joined)).toEqual([])
      }),
      { numRuns },
    )
  })

  test.each(requests)('of requests find each unknown member, unless they are allowed: %s', (name) => {
    fc.assert(
      fc.property(anyRequest[name] as fc.Arbitrary<unknown>, (body) => {
        const objects = [...placesOf(shapeOf(requestSchemas[name]), body)].filter(
          ({ shape }) => shape.kind === 'object',
        )
        for (const { path } of objects) {
          const more = replaced(body, path, (found) => ({ ...(found as object), extra: 1 }))
          const place = [...path, 'extra'].join('.')
          expect(errorsOf(name, more)).toEqual(expect.arrayContaining([`${place} unknown-member`]))
          expect(errorsOf(name, more, { allowUnknownMembers: true })).not.toContain(`${place} unknown-member`)
        }
      }),
      { numRuns },
    )
  })

  test.each(responses)('of answers take what is new, and leave it as it is: %s', (name) => {
    const shape = shapeOf(responseSchemas[name])
    const sample = sampleOf(shape)
    expect(checkResponse(name, sample)).toEqual([])
    for (const place of placesOf(shape, sample)) {
      const known = place.shape
      const more = replaced(sample, place.path, (found) => {
        if (known.kind === 'object') return Object.freeze({ ...(found as object), extra: { deep: null } })
        return known.options === undefined ? found : 'NEW_VALUE'
      })
      expect([joined(place), checkResponse(name, more)]).toEqual([joined(place), []])
      expect(v.parse(responseSchemas[name], more)).toEqual(more)
    }
  })

  test.each(responses)('of answers warn of each wrong type and each member that is missing: %s', (name) => {
    const shape = shapeOf(responseSchemas[name])
    const sample = sampleOf(shape)
    // Where the norm declares no body, there is nothing to be wrong.
    const places = [...placesOf(shape, sample)].filter(
      ({ shape: { kind }, path }) => kind !== 'leaf' || path.length > 0,
    )
    for (const place of places) {
      const wrong = checkResponse(
        name,
        replaced(sample, place.path, () => otherType(place)),
      )
      expect([joined(place), foundIn(wrong)]).toEqual([joined(place), [`${joined(place)} type`]])
      expect(wrong[0]).toMatchObject({ code: 'BACEN_RESPONSE', severity: 'warning' })
      const without = checkResponse(
        name,
        replaced(sample, place.path, () => (named(place) ? ABSENT : undefined)),
      )
      const missing = place.shape.isOptional ? [] : [`${joined(place)} missing`]
      expect([joined(place), foundIn(without)]).toEqual([joined(place), missing])
    }
  })

  test('take no array for an object', () => {
    const body = { calendario: {}, valor: { original: '1.00' }, chave: 'loja@example.com' }
    expect(errorsOf('cob.create', Object.assign([], body))).toEqual([' type'])
    expect(errorsOf('cob.create', { ...body, calendario: [] })).toEqual(['calendario type'])
    expect(foundIn(checkResponse('webhookRec.get', [])).slice(0, 1)).toEqual([' type'])
  })

  test('know members that have the names of members of every object', () => {
    const body =
      '{"calendario":{},"valor":{"original":"1.00"},"chave":"loja@example.com","__proto__":1,"constructor":1}'
    expect(errorsOf('cob.create', JSON.parse(body))).toEqual(['? unknown-member', 'constructor unknown-member'])
  })
})
