/**
 * What those who ask for tokens are told, checked and with its defaults.
 *
 * @module
 */
import { assertString } from '@pixkit/core/error'
import { assertTimeout } from '../check-request.ts'
import type { HttpHooks } from '../hooks.ts'
import type { OAuthTokensOptions } from './token-types.ts'
import { sleepFor } from './sleep.ts'

export interface TokenSettings extends OAuthTokensOptions {
  readonly url: URL
  readonly basicEncoding: 'plain' | 'form'
  readonly hooks: HttpHooks
  readonly timeoutMs: number
  readonly renewBeforeMs: number
  readonly clock: () => number
  readonly jitter: () => number
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>
}

const DEFAULT_TIMEOUT_MS = 10_000
const DEFAULT_RENEW_BEFORE_MS = 60_000

/** Outside the grammar of client ids and secrets; usually the line break of a file. @see RFC 6749, appendices A.1 and A.2 */
const CONTROL = /\p{Cc}/u

/** @see RFC 6749, section 3.3: scope-token */
const SCOPE = /^[\x21\x23-\x5B\x5D-\x7E]+$/

/** @throws {TypeError} An option has another type, or is out of bounds. */
export function readTokenSettings(options: OAuthTokensOptions): TokenSettings {
  const { transport, tokenUrl, clientId, clientSecret, shape, scopes, basicEncoding = 'plain' } = options
  const { timeoutMs = DEFAULT_TIMEOUT_MS, renewBeforeMs = DEFAULT_RENEW_BEFORE_MS } = options
  if (typeof transport !== 'function') throw new TypeError('"transport" must be a function')
  assertCredential(clientId, 'clientId')
  if (shape.client !== 'id-only') assertCredential(clientSecret, 'clientSecret')
  if (shape.client === 'basic' && basicEncoding === 'plain' && clientId.includes(':')) {
    throw new TypeError('"clientId" with a colon needs "basicEncoding": \'form\'')
  }
  if (!Array.isArray(scopes) || !scopes.every((scope) => typeof scope === 'string' && SCOPE.test(scope))) {
    throw new TypeError('"scopes" must be an array of scopes without spaces')
  }
  assertTimeout(timeoutMs, 'timeoutMs')
  if (!(renewBeforeMs >= 0)) throw new TypeError('"renewBeforeMs" must be a number of milliseconds from 0')
  return {
    ...options,
    url: parse(tokenUrl),
    basicEncoding,
    timeoutMs,
    renewBeforeMs,
    hooks: options.hooks ?? {},
    clock: options.clock ?? Date.now,
    jitter: options.jitter ?? Math.random,
    sleep: options.sleep ?? sleepFor,
  }
}

function assertCredential(value: unknown, name: string): asserts value is string {
  assertString(value, name)
  if (value === '' || CONTROL.test(value)) {
    throw new TypeError(`"${name}" must be a text without line breaks or other control characters`)
  }
}

/** The parser's own error would quote it. */
function parse(tokenUrl: unknown): URL {
  assertString(tokenUrl, 'tokenUrl')
  try {
    return new URL(tokenUrl)
  } catch {
    throw new TypeError('"tokenUrl" must be an absolute URL')
  }
}
