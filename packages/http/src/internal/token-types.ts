/**
 * What those who keep tokens are told, asked and answer.
 *
 * @module
 */
import type { HttpHooks } from '../hooks.ts'
import type { Problema } from '../problema.ts'
import type { StoredToken, TokenStore } from '../token-store.ts'
import type { Transport, TransportResponse } from '../transport.ts'

/** How a bank wants to be asked for a token. @see RFC 6749, sections 2.3.1 and 4.4.2 */
export interface TokenShape {
  /** Where client id and secret travel: `Authorization: Basic`, the body, or the id alone in the body. */
  readonly client: 'basic' | 'body' | 'id-only'
  readonly body: 'form' | 'json'
  /** Where `grant_type=client_credentials` stands. */
  readonly grantType: 'body' | 'query' | 'omitted'
  readonly sendsScope: boolean
  /** `auto`: the `exp` of a JWT if the token is one, else seconds up to 86,400 and milliseconds above. */
  readonly expiresIn: 'seconds' | 'milliseconds' | 'auto'
}

/** Fixed fields, or fresh ones for each request. */
export type ExtraFields = Readonly<Record<string, string>> | (() => Readonly<Record<string, string>>)

export interface OAuthTokensOptions {
  readonly transport: Transport
  readonly tokenUrl: string
  readonly clientId: string
  /** Absent where the bank asks for none. */
  readonly clientSecret?: string | undefined
  readonly shape: TokenShape
  /** What to ask for; banks refuse the whole token for one scope that was not contracted. */
  readonly scopes: readonly string[]
  /**
   * What is done to id and secret before Base64: nothing (`plain`, default: a choice of pixkit, as banks do not undo it), or the
   * encoding of forms, as RFC 6749 has it. They differ only where there are characters other than letters, digits and `*-._`.
   */
  readonly basicEncoding?: 'plain' | 'form' | undefined
  /** Names in lower case. */
  readonly headers?: ExtraFields | undefined
  /** Ends up in logs of servers: never a secret. */
  readonly query?: ExtraFields | undefined
  /** Shares tokens with other clients or processes; without one they are kept in this object. */
  readonly store?: TokenStore | undefined
  readonly hooks?: HttpHooks | undefined
  /** For a request of a token; 10,000 by default. Also how long one of a fleet has the right to ask, before another does. */
  readonly timeoutMs?: number | undefined
  /** How long before its end a token is renewed, in the background; 60,000 by default, and a fifth of its life at most. */
  readonly renewBeforeMs?: number | undefined
  /** Makes a `Problema` of a refusal in the bank's own shape; those of API Pix and of RFC 6749 need none. */
  readonly readProblem?: ((answer: TransportResponse, body: unknown) => Problema | undefined) | undefined
  /** Milliseconds since 1970; `Date.now` by default. */
  readonly clock?: (() => number) | undefined
  /** 0 to 1; `Math.random` by default, for it decides only how long to wait. */
  readonly jitter?: (() => number) | undefined
  /** Waits; for tests. */
  readonly sleep?: ((ms: number, signal?: AbortSignal) => Promise<void>) | undefined
}

export interface GetTokenOptions {
  readonly signal?: AbortSignal | undefined
  /** How long to wait for one that has to be asked for; as long as that takes by default. */
  readonly timeoutMs?: number | undefined
}

export interface OAuthTokens {
  /**
   * @throws {PixkitHttpError} `HTTP_TOKEN`: the bank refuses.
   * @throws {PixkitError} `HTTP_TOKEN`: its answer is no token; `HTTP_TIMEOUT`, reason `token`; `HTTP_…` of the transport.
   */
  get(options?: GetTokenOptions): Promise<StoredToken>
  /**
   * Forgets a token that a server refused, unless another took its place already.
   *
   * @returns Whether `get` may give another. Not when young tokens are refused one after the other, and none is confirmed: then the
   *   token is not what is wrong; nor sooner than two seconds after the renewal of the fifth that was refused within a minute, or a later one.
   */
  refuse(accessToken: string): Promise<boolean>
  /** Tells that the token which took the place of a refused one was accepted: what was refused before is none of a row. */
  confirm(accessToken: string): void
}
