/**
 * Whether a call that failed was done nevertheless.
 *
 * @module
 */
import { fateOfTry } from './internal/fate-of-try.ts'
import { FATE } from './internal/own-error.ts'

/**
 * Tells whether the server may have done what a failed call asked for, in its last try or in one before.
 *
 * It may have: the connection broke or the time was up once the request was on its way, a redirect, 408, 5xx, a success that cannot
 * be read. It has not, if each try was never sent (no address, no connection, no TLS, no token), or was refused with another 4xx: 401
 * and 429 as well. Where nobody knows, it may.
 *
 * @param error - What `HttpClient.call` rejected with. An error of another origin is judged as that of an only try.
 *
 * @example
 * ```ts
 * import { createHttpClient } from '@pixkit/http/http-client'
 * import { httpFailure } from '@pixkit/http/failure'
 * import { mayBeDone } from '@pixkit/http/fate'
 *
 * mayBeDone(httpFailure('HTTP_TIMEOUT', { reason: 'body' })) // true
 * mayBeDone(httpFailure('HTTP_CONNECT', { reason: 'refused' })) // false
 *
 * // The first answer is lost, the second a refusal.
 * const answers = [
 *   () => Promise.reject(httpFailure('HTTP_CONNECT', { reason: 'reset' })),
 *   async () => ({ status: 429, headers: {}, body: new Uint8Array(0) }),
 * ]
 * const client = createHttpClient({
 *   transport: () => answers.shift()!(),
 *   retry: { attempts: 2, baseMs: 0 },
 * })
 * const call = { operation: 'cob.create', method: 'PUT', url: 'https://pix.example.com/cob/1', path: '/cob/{txid}', repeatable: true }
 * const error = await client.call(call).catch((reason: unknown) => reason)
 * mayBeDone(error) // true
 * ```
 */
export function mayBeDone(error: unknown): boolean {
  const noted = typeof error === 'object' && error !== null ? (error as { [FATE]?: unknown })[FATE] : undefined
  return typeof noted === 'boolean' ? noted : fateOfTry(error) === 'unknown'
}
