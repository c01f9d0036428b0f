/**
 * When to try again, and how long to wait before.
 *
 * @module
 */
import { isPixkitError } from '@pixkit/core/error'
import { isPixkitHttpError } from './http-error.ts'

export interface RetryPolicy {
  /** Tries in all; 3 by default, 1 for none but the first. */
  readonly attempts?: number | undefined
  /** The first wait is random, up to this; it doubles each time. 250 by default. */
  readonly baseMs?: number | undefined
  /** Longest wait, also of a `Retry-After` that is followed; 10,000 by default. */
  readonly maxMs?: number | undefined
}

const ATTEMPTS = 3
const BASE_MS = 250
const MAX_MS = 10_000

/** Statuses that say "not now". @see RFC 9110, sections 15.5.9, 15.6.3 to 15.6.5; RFC 6585, section 4 */
const TEMPORARY = new Set([408, 429, 502, 503, 504])

/** Failures of the way to the server and back, by code; `true` for all reasons of a code. */
const BROKEN_WAY: Readonly<Record<string, true | readonly string[]>> = {
  HTTP_ANSWER: ['encoding', 'syntax'],
  HTTP_CONNECT: true,
  HTTP_DNS: ['temporary'],
  HTTP_PROTOCOL: ['truncated'],
  HTTP_TIMEOUT: true,
}

/**
 * Tells whether the same request may fare better a little later. Whether it may be sent twice is another question.
 *
 * Yes: a connection that was not made or broke, a time that was up, a name server without an answer for the moment; a success that
 * cannot be read, for one that was cut short may look so; the statuses 408, 429, 502, 503 and 504. No: everything else, and so 500 as well, which says that nobody knows what went wrong, not that it
 * will pass (choice of pixkit); faults of TLS; whatever a token was refused with.
 *
 * @param error - Whatever was thrown.
 * @see API Pix 2.9.0, description of the errors: ErroInternoDoServidor, ServicoIndisponivel, IndisponibilidadePorTempoEsgotado.
 *   Guia Técnico de Integrações API Pix Sicredi, annex IV, "Status 500": look for the cause.
 */
export function isTemporary(error: unknown): boolean {
  if (isPixkitHttpError(error)) return error.code === 'HTTP_STATUS' && TEMPORARY.has(error.status)
  if (!isPixkitError(error) || !Object.hasOwn(BROKEN_WAY, error.code)) return false
  const reasons = BROKEN_WAY[error.code]
  return reasons === true || reasons?.includes(String(error.params['reason'])) === true
}

export interface RetryInput {
  /** Tries so far. */
  readonly attempt: number
  /** What the last one ended with. */
  readonly error: unknown
  readonly policy?: RetryPolicy | undefined
  /** 0 to 1. */
  readonly random: () => number
}

/**
 * Says how long to wait before the next try.
 *
 * The wait is random between nothing and a limit that doubles with each try, so that clients which failed together do not come back
 * together. A `Retry-After` is the least wait; one that is longer than the policy allows ends the tries.
 *
 * @returns Milliseconds; `undefined` when there should be no other try.
 *
 * @example
 * ```ts
 * import { httpFailure } from '@pixkit/http/failure'
 * import { retryDelay } from '@pixkit/http/retry'
 *
 * const error = httpFailure('HTTP_CONNECT', { reason: 'reset' })
 * const random = () => 0.5
 * retryDelay({ attempt: 1, error, random }) // 125
 * retryDelay({ attempt: 2, error, random }) // 250
 * retryDelay({ attempt: 3, error, random }) // undefined
 * retryDelay({ attempt: 1, error: httpFailure('HTTP_TLS', { reason: 'expired' }), random }) // undefined
 * ```
 *
 * @see RFC 9110, section 10.2.3 (Retry-After); Amazon Builders' Library, "Timeouts, retries, and backoff with jitter"
 */
export function retryDelay({ attempt, error, policy = {}, random }: RetryInput): number | undefined {
  const { attempts = ATTEMPTS, baseMs = BASE_MS, maxMs = MAX_MS } = policy
  if (attempt >= attempts || !isTemporary(error)) return undefined
  const jitter = random() * Math.min(maxMs, baseMs * 2 ** (attempt - 1))
  const retryAfterMs = isPixkitHttpError(error) ? error.retryAfterMs : undefined
  if (retryAfterMs === undefined) return jitter
  return retryAfterMs > maxMs ? undefined : Math.min(maxMs, retryAfterMs + jitter)
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
