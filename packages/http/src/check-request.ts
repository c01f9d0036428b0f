/**
 * What every transport checks before it sends, for those who write one.
 *
 * @module
 */
import { assertString } from '@pixkit/core/error'
import { httpFailure } from './failure.ts'
import type { TransportRequest } from './transport.ts'

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']
const BODILESS = ['GET', 'HEAD']

/** Those that belong to the connection or to the framing, which is the business of the transport. */
const FORBIDDEN = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/** A `token` without capitals. @see RFC 9110, section 5.6.2 */
const HEADER_NAME = /^[!#$%&'*+\-.^_`|~0-9a-z]+$/

/** Visible ASCII with spaces and tabs inside. @see RFC 9110, section 5.5 */
const HEADER_VALUE = /^(?:[\x21-\x7E](?:[\t\x20-\x7E]*[\x21-\x7E])?)?$/

/** The longest that a timer keeps: 2^31 − 1 ms; above, it fires at once. */
const MAX_TIMEOUT_MS = 2_147_483_647

/**
 * Checks method, headers, body and limits of a request. The URL is left to each transport.
 *
 * Stricter than HTTP: the methods of REST alone, header names in lower case, values of ASCII, no header of the connection
 * (`host`, `content-length`, `transfer-encoding` …).
 *
 * @throws {PixkitError} `HTTP_REQUEST`, with the reason `method`, `header-name`, `header-value`, `header-forbidden` or `body` (a
 *   GET or HEAD has none).
 * @throws {TypeError} A part of it has another type, or a limit is out of bounds.
 *
 * @example
 * ```ts
 * import { checkRequest } from '@pixkit/http/check-request'
 *
 * function reasonOf(headers: Record<string, string>) {
 *   try {
 *     checkRequest({ method: 'GET', url: 'https://pix.example.com/', headers })
 *   } catch (error) {
 *     return (error as { params: { reason: string } }).params.reason
 *   }
 * }
 *
 * reasonOf({ accept: 'application/jose' }) // undefined
 * reasonOf({ accept: 'a\r\nhost: b' }) // 'header-value'
 * reasonOf({ host: 'other.example.com' }) // 'header-forbidden'
 * ```
 */
export function checkRequest(request: TransportRequest): void {
  const { method, url, headers, body, maxBodyBytes, timeoutMs } = request
  assertString(method, 'method')
  assertString(url, 'url')
  if (typeof headers !== 'object' || headers === null) throw new TypeError('"headers" must be an object')
  if (body !== undefined && !(body instanceof Uint8Array)) throw new TypeError('"body" must be a Uint8Array')
  assertLimit(maxBodyBytes, 'maxBodyBytes')
  assertTimeout(timeoutMs, 'timeoutMs')

  if (!METHODS.includes(method)) throw httpFailure('HTTP_REQUEST', { reason: 'method' })
  if (body !== undefined && BODILESS.includes(method)) throw httpFailure('HTTP_REQUEST', { reason: 'body' })
  for (const [name, value] of Object.entries(headers)) {
    assertString(value, 'headers')
    if (!HEADER_NAME.test(name)) throw httpFailure('HTTP_REQUEST', { reason: 'header-name' })
    if (FORBIDDEN.has(name)) throw httpFailure('HTTP_REQUEST', { reason: 'header-forbidden' })
    if (!HEADER_VALUE.test(value)) throw httpFailure('HTTP_REQUEST', { reason: 'header-value' })
  }
}

/**
 * Refuses an option that is no number of bytes.
 *
 * @throws {TypeError} `value` is neither `undefined` nor a whole number from 0.
 */
export function assertLimit(value: unknown, name: string): void {
  if (value !== undefined && (!Number.isSafeInteger(value) || (value as number) < 0)) {
    throw new TypeError(`"${name}" must be a whole number from 0`)
  }
}

/**
 * Refuses an option that is no time a timer can keep.
 *
 * @throws {TypeError} `value` is neither `undefined` nor a number of milliseconds above 0 and up to 2,147,483,647.
 */
export function assertTimeout(value: unknown, name: string): void {
  if (value !== undefined && !(typeof value === 'number' && value > 0 && value <= MAX_TIMEOUT_MS)) {
    throw new TypeError(`"${name}" must be a number of milliseconds above 0 and up to ${MAX_TIMEOUT_MS}`)
  }
}
