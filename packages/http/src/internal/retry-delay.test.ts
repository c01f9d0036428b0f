import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../../../../tests/lib/error-of.ts'
import { failureOfAnswer } from '../http-error.ts'
import { assertRetryPolicy, retryDelay } from './retry-delay.ts'

const refusal = (status: number, headers: Record<string, string> = {}) =>
  failureOfAnswer({ status, headers, body: new Uint8Array(0) }, { operation: 'cob.get', now: 0 })

describe('retryDelay', () => {
  const error = refusal(503)
  const half = () => 0.5

  test('waits at random up to a limit that doubles', () => {
    const policy = { attempts: 9, baseMs: 100, maxMs: 1_000 }
    const delays = [1, 2, 3, 4, 5, 6].map((attempt) => retryDelay({ attempt, error, policy, jitter: half }))
    expect(delays).toEqual([50, 100, 200, 400, 500, 500])
  })

  test('ends with the last try', () => {
    expect(retryDelay({ attempt: 3, error, jitter: half })).toBeUndefined()
    expect(retryDelay({ attempt: 1, error, policy: { attempts: 1 }, jitter: half })).toBeUndefined()
    expect(retryDelay({ attempt: 1, error: refusal(500), jitter: half })).toBeUndefined()
  })

  test('waits no less than the server asks, and does not wait longer than the policy', () => {
    const delay = (seconds: number) =>
      retryDelay({ attempt: 1, error: refusal(429, { 'retry-after': String(seconds) }), jitter: half })
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
          const delay = retryDelay({ attempt, error: waiting, policy, jitter: () => random })
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
