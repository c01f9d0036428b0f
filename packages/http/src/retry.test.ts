import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../../../tests/lib/error-of.ts'
import type { HttpErrorCode, ReasonOf } from './codes.ts'
import { httpFailure } from './failure.ts'
import { failureOfAnswer } from './http-error.ts'
import { assertRetryPolicy, isTemporary, retryDelay } from './retry.ts'

const fault = (key: string) => {
  const [code, reason] = key.split(':') as [HttpErrorCode, ReasonOf<HttpErrorCode>]
  return httpFailure(code, { reason })
}
const refusal = (status: number, headers: Record<string, string> = {}) =>
  failureOfAnswer({ status, headers, body: new Uint8Array(0) }, { operation: 'cob.get', now: 0 })

describe('isTemporary', () => {
  test.each([
    'HTTP_ANSWER:encoding',
    'HTTP_ANSWER:syntax',
    'HTTP_CONNECT:refused',
    'HTTP_CONNECT:reset',
    'HTTP_CONNECT:timed-out',
    'HTTP_CONNECT:unreachable',
    'HTTP_CONNECT:other',
    'HTTP_DNS:temporary',
    'HTTP_PROTOCOL:truncated',
    'HTTP_TIMEOUT:resolve',
    'HTTP_TIMEOUT:connect',
    'HTTP_TIMEOUT:headers',
    'HTTP_TIMEOUT:body',
    'HTTP_TIMEOUT:total',
  ])('%s passes', (key) => {
    expect(isTemporary(fault(key))).toBe(true)
  })

  test.each([
    'HTTP_ABORTED:signal',
    'HTTP_ABORTED:disposed',
    'HTTP_ADDRESS_FORBIDDEN:special-purpose',
    'HTTP_ANSWER:html',
    'HTTP_BODY_TOO_LARGE',
    'HTTP_DNS:not-found',
    'HTTP_ENCODING:damaged',
    'HTTP_PROTOCOL:malformed',
    'HTTP_PROTOCOL:flood',
    'HTTP_REDIRECT:hidden',
    'HTTP_REQUEST:header-value',
    'HTTP_TLS:expired',
    'HTTP_TLS:other',
    'HTTP_TOKEN',
    'HTTP_URL:scheme',
  ])('%s stays', (key) => {
    expect(isTemporary(fault(key))).toBe(false)
  })

  test('of the statuses, those that say "not now"', () => {
    const statuses = Array.from({ length: 300 }, (_, index) => 300 + index)
    expect(statuses.filter((status) => isTemporary(refusal(status)))).toEqual([408, 429, 502, 503, 504])
  })

  test.each([undefined, null, 'HTTP_CONNECT', new Error('x'), { code: 'HTTP_CONNECT', params: {} }])(
    'knows only errors of pixkit: %s',
    (value) => {
      expect(isTemporary(value)).toBe(false)
    },
  )

  test('a refused token stays refused, whatever its status', () => {
    const answer = { status: 503, headers: {}, body: new Uint8Array(0) }
    expect(isTemporary(failureOfAnswer(answer, { code: 'HTTP_TOKEN', operation: 'token' }))).toBe(false)
  })
})

describe('retryDelay', () => {
  const error = refusal(503)
  const half = () => 0.5

  test('waits at random up to a limit that doubles', () => {
    const policy = { attempts: 9, baseMs: 100, maxMs: 1_000 }
    const delays = [1, 2, 3, 4, 5, 6].map((attempt) => retryDelay({ attempt, error, policy, random: half }))
    expect(delays).toEqual([50, 100, 200, 400, 500, 500])
  })

  test('ends with the last try', () => {
    expect(retryDelay({ attempt: 3, error, random: half })).toBeUndefined()
    expect(retryDelay({ attempt: 1, error, policy: { attempts: 1 }, random: half })).toBeUndefined()
    expect(retryDelay({ attempt: 1, error: refusal(500), random: half })).toBeUndefined()
  })

  test('waits no less than the server asks, and does not wait longer than the policy', () => {
    const delay = (seconds: number) =>
      retryDelay({ attempt: 1, error: refusal(429, { 'retry-after': String(seconds) }), random: half })
    expect(delay(0)).toBe(125)
    expect(delay(2)).toBe(2_125)
    expect(delay(10)).toBe(10_000)
    expect(delay(11)).toBeUndefined()
  })

  test('stays within its limits', () => {
    const policies = fc.record({ attempts: fc.nat(20), baseMs: fc.nat(10_000), maxMs: fc.nat(60_000) })
    const randoms = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(
        policies,
        fc.integer({ min: 1, max: 20 }),
        randoms,
        fc.nat(90),
        (policy, attempt, random, seconds) => {
          const waiting = refusal(503, { 'retry-after': String(seconds) })
          const delay = retryDelay({ attempt, error: waiting, policy, random: () => random })
          const mayWait = attempt < policy.attempts && seconds * 1_000 <= policy.maxMs
          expect(delay !== undefined).toBe(mayWait)
          expect(delay ?? seconds * 1_000).toBeGreaterThanOrEqual(seconds * 1_000)
          expect(delay ?? 0).toBeLessThanOrEqual(policy.maxMs)
        },
      ),
    )
  })
})

describe('assertRetryPolicy', () => {
  test('accepts none, an empty one and bounds', () => {
    expect(errorOf(() => assertRetryPolicy())).toBeUndefined()
    expect(errorOf(() => assertRetryPolicy({ attempts: 1, baseMs: 0, maxMs: 0 }))).toBeUndefined()
  })

  test.each([
    ['attempts', { attempts: 0 }],
    ['attempts', { attempts: 1.5 }],
    ['baseMs', { baseMs: -1 }],
    ['maxMs', { maxMs: Number.NaN }],
    ['maxMs', { maxMs: '1' as unknown as number }],
  ])('refuses %s: %j', (name, policy) => {
    expect(errorOf(() => assertRetryPolicy(policy))).toEqual(
      expect.objectContaining({ name: 'TypeError', message: expect.stringContaining(`"retry.${name}"`) }),
    )
  })
})
