/** @module Holds the verifier against vectors that openssl and independent code made; and the vectors against the codes. */
import { readdirSync, readFileSync } from 'node:fs'
import * as x509 from '@pixkit/certs/x509'
import { TOLERANCES } from '@pixkit/payload/verify-options'
import { verifyPayload } from '@pixkit/payload/verify-payload'
import { VERIFY_STEPS } from '@pixkit/payload/verify-steps'
import { describe, expect, test } from 'vitest'
import { expectedOf, judge, type VectorFile } from '../environments/payload-suite.mjs'

const library = { ...x509, verifyPayload }
const folder = new URL('../vectors/payload/', import.meta.url)
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ name, file: JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as VectorFile }))
const cases = files.flatMap(({ file, name }) =>
  file.cases.map((vector) => ({ id: `${name} ${vector.id}`, file, vector })),
)

describe('verifyPayload', () => {
  test.each(cases)('$id', async ({ file, vector }) => {
    expect(await judge(library, file, vector)).toEqual(expectedOf(vector))
  })

  test.each(cases)('$id, as bytes', async ({ file, vector }) => {
    expect(await judge(library, file, vector, (jws) => new TextEncoder().encode(jws))).toEqual(expectedOf(vector))
  })

  test.each(['text', 'bytes'])('refuses more than 128 KiB of %s, and looks at what has no more', async (form) => {
    const [{ file, vector }] = cases as [(typeof cases)[number]]
    const expected = { code: 'PAYLOAD_BODY', reason: '' }
    const outcomeOf = async (length: number): Promise<unknown> =>
      judge(library, file, { ...vector, expect: expected }, () =>
        form === 'text' ? 'a'.repeat(length) : new Uint8Array(length).fill(97),
      )
    expect(await outcomeOf(131_073)).toEqual({ code: 'PAYLOAD_BODY', reason: 'too-large' })
    expect(await outcomeOf(131_072)).toEqual({ code: 'PAYLOAD_BODY', reason: 'not-compact-jws' })
  })
})

/** Reasons of steps 6 to 23 that no vector has, and why. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'PAYLOAD_BODY:too-large': 'a vector would have 128 KiB; see the test above',
}
/** Codes of steps that need a network. */
const NETWORK = ['PAYLOAD_LOCATION_ADDRESS_FORBIDDEN', 'PAYLOAD_TLS', 'PAYLOAD_HTTP_STATUS']

describe('vectors', () => {
  const expectations = cases.map(({ vector }) => vector.expect)

  test('every code of the steps without network is the outcome of one', () => {
    const codes = VERIFY_STEPS.flatMap((step) =>
      step === 'KEY' ? ['PAYLOAD_KEY_NOT_FOUND', 'PAYLOAD_KEY_AMBIGUOUS'] : [`PAYLOAD_${step}`],
    )
    const found = new Set(expectations.map(({ code }) => code))
    expect(codes.filter((code) => !found.has(code))).toEqual(NETWORK)
  })

  test('every reason of steps 6 to 23 is in one, as a refusal or as a warning', () => {
    const found = new Set(
      expectations.flatMap(({ code = '', ok, reason = '' }) =>
        ok === undefined ? [`${code}:${reason}`] : (ok.warnings as string[]),
      ),
    )
    const missing = [...reasonsOf('ProofReason'), ...reasonsOf('ContentReason')].filter((reason) => !found.has(reason))
    expect(missing).toEqual(Object.keys(EXCEPTIONS))
  })

  test('every tolerance is in one that is accepted with a warning, and without it the same JWS is refused', () => {
    const tolerated = cases.filter(({ vector }) => vector.options?.tolerate?.length === 1 && vector.expect.ok)
    const decisive = tolerated.filter(
      ({ vector }) =>
        vector.expect.ok.warnings.length > 0 &&
        cases.some(({ vector: { expect: outcome, options, jws } }) => {
          return jws === vector.jws && options?.tolerate === undefined && outcome.code !== undefined
        }),
    )
    expect(new Set(decisive.map(({ vector }) => vector.options.tolerate[0] as string))).toEqual(new Set(TOLERANCES))
  })
})

/** Members of a union in codes.ts; types leave nothing behind that a test could look at. */
function reasonsOf(name: string): string[] {
  const source = readFileSync(new URL('../packages/payload/src/codes.ts', import.meta.url), 'utf8')
  const union = new RegExp(`export type ${name} =([^]*?)\n\n`).exec(source)?.[1] ?? ''
  return [...union.matchAll(/'([^']+)'/g)].map((match) => match[1] ?? '')
}
