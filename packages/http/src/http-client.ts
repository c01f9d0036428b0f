/**
 * Calls that speak JSON: authorised, timed, repeated where that is safe, and with errors one can read.
 *
 * @module
 */
import { assertLimit, assertTimeout } from './check-request.ts'
import { emit } from './hooks.ts'
import type { HttpClient, HttpClientOptions } from './internal/http-client-types.ts'
import { perform } from './internal/perform-call.ts'
import { assertRetryPolicy } from './internal/retry-delay.ts'

export type { Authorisation, AuthorisedRequest } from './internal/authorisation.ts'
export type { CallOptions, HttpAnswer, HttpCall, HttpClient, HttpClientOptions } from './internal/http-client-types.ts'
export type { RetryPolicy } from './retry.ts'

/**
 * Makes a client of JSON over HTTP.
 *
 * What fails on the way, or with 408, 429, 502, 503 or 504, is tried again where `repeatable` allows it: see `isTemporary`. A 401
 * is tried again once if there is a fresh token to be had, whatever the method, for nothing was done. The error of the last try
 * says in `params` what was asked of whom (`operation`, `host`) and after how many tries (`attempts`); `mayBeDone` of
 * `@pixkit/http/fate` tells whether one of them may have been done. Each call has an error of its own.
 *
 * @throws {TypeError} An option has another type, or is out of bounds.
 *
 * @example
 * ```ts
 * import { createHttpClient } from '@pixkit/http/http-client'
 * import { fetchTransport } from '@pixkit/http/fetch-transport'
 *
 * const transport = fetchTransport(async (url, { method }) => Response.json({ method, url }, { status: 201 }))
 * const client = createHttpClient({ transport })
 * const { status, body, attempts } = await client.call({
 *   operation: 'loc.create',
 *   method: 'POST',
 *   url: 'https://pix.example.com/v2/loc',
 *   path: '/loc',
 *   body: { tipoCob: 'cob' },
 * })
 * status // 201
 * body // { method: 'POST', url: 'https://pix.example.com/v2/loc' }
 * attempts // 1
 * ```
 */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const { transport, hooks, timeoutMs, maxBodyBytes, retry } = options
  if (typeof transport !== 'function') throw new TypeError('"transport" must be a function')
  assertTimeout(timeoutMs, 'timeoutMs')
  assertLimit(maxBodyBytes, 'maxBodyBytes')
  assertRetryPolicy(retry)
  return {
    call: (call) => perform(options, call),
    warn: (operation, issue, requestId) => emit(hooks, 'onWarning', { operation, issue, requestId }),
  }
}
