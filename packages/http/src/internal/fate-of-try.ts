/**
 * What became of one try of a request, as far as its error tells.
 *
 * @module
 */
import { isPixkitError } from '@pixkit/core/error'
import { isPixkitHttpError } from './pixkit-http-error.ts'

/** It never left; the server says that it did nothing; nobody knows. */
export type FateOfTry = 'unsent' | 'refused' | 'unknown'

const UNSENT: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'HTTP_ADDRESS_FORBIDDEN',
  'HTTP_DNS',
  'HTTP_REQUEST',
  'HTTP_TLS',
  'HTTP_TOKEN',
  'HTTP_URL',
])

const UNSENT_REASONS: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'HTTP_ABORTED:disposed',
  'HTTP_CONNECT:refused',
  'HTTP_CONNECT:timed-out',
  'HTTP_CONNECT:unreachable',
  'HTTP_TIMEOUT:connect',
  'HTTP_TIMEOUT:resolve',
])

const REQUEST_TIMEOUT = 408

/** @see RFC 9110, sections 15.5 (4xx: the client's fault) and 15.5.9 (408, which a gateway may say of a request that it passed on) */
export function fateOfTry(error: unknown): FateOfTry {
  if (!isPixkitError(error)) return 'unknown'
  const { code, params } = error
  if (!code.startsWith('HTTP_') || UNSENT.has(code)) return 'unsent'
  if (UNSENT_REASONS.has(`${code}:${String(params['reason'])}`)) return 'unsent'
  if (!isPixkitHttpError(error)) return 'unknown'
  return error.status >= 400 && error.status < 500 && error.status !== REQUEST_TIMEOUT ? 'refused' : 'unknown'
}
