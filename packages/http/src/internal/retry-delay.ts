/**
 * How long to wait before another try.
 *
 * @module
 */
import { isTemporary, type RetryPolicy } from '../retry.ts'
import { isPixkitHttpError } from './pixkit-http-error.ts'

const ATTEMPTS = 3
const BASE_MS = 250
const MAX_MS = 10_000

export interface RetryInput {
  /** Tries so far. */
  readonly attempt: number
  /** What the last one ended with. */
  readonly error: unknown
  readonly policy?: RetryPolicy | undefined
  /** 0 to 1. */
  readonly jitter: () => number
}

/**
 * Says how long to wait before the next try.
 *
 * The wait is random between nothing and a limit that doubles with each try, so that clients which failed together do not come back
 * together. A `Retry-After` is the least wait; one that is longer than the policy allows ends the tries.
 *
 * @returns Milliseconds; `undefined` when there should be no other try.
 *
 * @see RFC 9110, section 10.2.3 (Retry-After); Amazon Builders' Library, "Timeouts, retries, and backoff with jitter"
 */
export function retryDelay({ attempt, error, policy = {}, jitter }: RetryInput): number | undefined {
  const { attempts = ATTEMPTS, baseMs = BASE_MS, maxMs = MAX_MS } = policy
  if (attempt >= attempts || !isTemporary(error)) return undefined
  const waitMs = jitter() * Math.min(maxMs, baseMs * 2 ** (attempt - 1))
  const retryAfterMs = isPixkitHttpError(error) ? error.retryAfterMs : undefined
  if (retryAfterMs === undefined) return waitMs
  return retryAfterMs > maxMs ? undefined : Math.min(maxMs, retryAfterMs + waitMs)
}

/**
 * Refuses a policy that cannot be followed.
 *
 * @throws {TypeError} `attempts` is no whole number from 1, or a time is no number of milliseconds from 0.
 */
export function assertRetryPolicy({ attempts = ATTEMPTS, baseMs = BASE_MS, maxMs = MAX_MS }: RetryPolicy = {}): void {
  if (!Number.isSafeInteger(attempts) || attempts < 1) {
    throw new TypeError('"retry.attempts" must be a whole number from 1')
  }
  for (const [name, ms] of Object.entries({ baseMs, maxMs })) {
    if (typeof ms !== 'number' || !(ms >= 0 && ms <= 2_147_483_647)) {
      throw new TypeError(`"retry.${name}" must be a number of milliseconds from 0`)
    }
  }
}
