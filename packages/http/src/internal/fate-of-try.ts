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
  'HTTP_TIMEOUT:token',
])

/** Met on a connection as well as while it is made: its transport tells which, in `params.phase`. */
const UNSENT_IF_CONNECTING: ReadonlySet<string> = /* @__PURE__ */ new Set(['HTTP_TLS:other', 'HTTP_TLS:protocol'])

const REQUEST_TIMEOUT = 408

/** @see RFC 9110, sections 15.5 (4xx: the client's fault) and 15.5.9 (408, which a gateway may say of a request that it passed on) */
export function fateOfTry(error: unknown): FateOfTry {
  if (!isPixkitError(error)) return 'unknown'
  const { code, params } = error
  const reason = `${code}:${String(params['reason'])}`
  if (UNSENT_IF_CONNECTING.has(reason)) return params['phase'] === 'connect' ? 'unsent' : 'unknown'
  if (!code.startsWith('HTTP_') || UNSENT.has(code) || UNSENT_REASONS.has(reason)) return 'unsent'
  if (!isPixkitHttpError(error)) return 'unknown'
  return error.status >= 400 && error.status < 500 && error.status !== REQUEST_TIMEOUT ? 'refused' : 'unknown'
}
