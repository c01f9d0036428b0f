/**
 * What a bank answers when it grants a token.
 *
 * @module
 */
import { httpFailure } from '../failure.ts'
import type { TokenShape } from './token-types.ts'
import type { TransportResponse } from '../transport.ts'
import { readBodyOf } from './answer.ts'
import { isMembers } from './members.ts'

export interface Grant {
  readonly accessToken: string
  /** From the moment it was asked for. */
  readonly lifetimeMs: number
  /** `false`: the bank did not say, or nothing that can be. */
  readonly lifetimeKnown: boolean
  readonly scopes: readonly string[] | undefined
}

/** Without a word of the bank. Choice of pixkit: the shortest life that is known of one. */
const DEFAULT_LIFETIME_MS = 300_000

/** Less is a wrong unit. Choice of pixkit. */
const MIN_KNOWN_MS = 1_000

/** A JWT that ends sooner after it was granted has met a clock that is ahead of the bank's. Choice of pixkit. */
const MIN_JWT_MS = 30_000

/** Choice of pixkit: a token that is said to live longer is renewed all the same, or a wrong unit would be believed for months. */
export const MAX_LIFETIME_MS = 86_400_000

/** Above it a number of unknown unit is one of milliseconds: no bank grants a day. Choice of pixkit. */
const MAX_SECONDS = 86_400

/**
 * Visible ASCII: what else a header may not carry. 16 KiB at most (choice of pixkit): servers accept 8 KiB of headers, few more.
 *
 * @see RFC 6749, appendix A.12
 */
const ACCESS_TOKEN = /^[\x21-\x7E]{1,16384}$/

/** Whether it may go into a header. */
export function isAccessToken(value: unknown): value is string {
  return typeof value === 'string' && ACCESS_TOKEN.test(value)
}

/** `BearerToken` is what Apigee calls it, which stands before several banks. @see RFC 6749, section 7.1: case does not matter */
const BEARER = /^bearer(?:token)?$/i

/**
 * Reads a granted token: its type, its text, its life and its scopes. A type that is missing passes (choice of pixkit).
 *
 * @throws {PixkitError} `HTTP_TOKEN`, with the reason `answer`, `html`, `token-type` or `access-token`.
 * @see RFC 6749, section 5.1
 */
export function readGrant(answer: TransportResponse, unit: TokenShape['expiresIn'], now: number): Grant {
  const { kind, value } = readBodyOf(answer)
  const params = { status: answer.status }
  if (!isMembers(value)) throw httpFailure('HTTP_TOKEN', { reason: kind === 'html' ? 'html' : 'answer', params })
  const { access_token: accessToken, token_type: type, expires_in: expiresIn, scope } = value
  if (!isAccessToken(accessToken)) {
    throw httpFailure('HTTP_TOKEN', { reason: 'access-token', params })
  }
  if (type !== undefined && type !== null && !(typeof type === 'string' && BEARER.test(type))) {
    throw httpFailure('HTTP_TOKEN', { reason: 'token-type', params })
  }
  const lifetimeMs = (unit === 'auto' ? lifeOfJwt(accessToken, now) : undefined) ?? lifeOf(expiresIn, unit)
  return {
    accessToken,
    lifetimeMs: Math.min(lifetimeMs ?? DEFAULT_LIFETIME_MS, MAX_LIFETIME_MS),
    lifetimeKnown: lifetimeMs !== undefined,
    scopes: scopesOf(scope),
  }
}

/** A number, or a text of digits as some banks write it. */
function lifeOf(expiresIn: unknown, unit: TokenShape['expiresIn']): number | undefined {
  const isNumeric = typeof expiresIn === 'string' && /^ *\d{1,15}(?:\.\d+)? *$/.test(expiresIn)
  const count = isNumeric ? Number(expiresIn) : expiresIn
  if (typeof count !== 'number') return undefined
  const inMilliseconds = unit === 'milliseconds' || (unit === 'auto' && count > MAX_SECONDS)
  const lifeMs = inMilliseconds ? count : count * 1_000
  return lifeMs >= MIN_KNOWN_MS ? lifeMs : undefined
}

/**
 * Nothing of the token is trusted but when it ends, and a wrong time costs no more than a renewal. One that is about to end, or has, by a
 * clock that is ahead of the bank's, says nothing.
 *
 * @see RFC 7519, section 4.1.4
 */
function lifeOfJwt(token: string, now: number): number | undefined {
  const [, claims] = /^[\w-]+\.([\w-]+)\.[\w-]*$/.exec(token) ?? []
  if (claims === undefined) return undefined
  try {
    const parsed: unknown = JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/')))
    const exp = isMembers(parsed) ? parsed['exp'] : undefined
    const lifeMs = typeof exp === 'number' ? exp * 1_000 - now : Number.NaN
    return lifeMs >= MIN_JWT_MS ? lifeMs : undefined
  } catch {
    return undefined
  }
}

/** What hooks and stores are told: names, and no texts. Choice of pixkit. */
const SCOPE = /^[\w.:/-]{1,100}$/
const MAX_SCOPES = 200

/** Absent, they are those that were asked for. Some banks write a list. @see RFC 6749, sections 3.3 and 5.1 */
function scopesOf(scope: unknown): readonly string[] | undefined {
  const texts: readonly unknown[] | undefined = Array.isArray(scope)
    ? scope
    : typeof scope === 'string'
      ? [scope]
      : undefined
  return texts
    ?.flatMap((text) => (typeof text === 'string' ? text.split(/[ ,+]+/) : []))
    .filter((name) => SCOPE.test(name))
    .slice(0, MAX_SCOPES)
}
