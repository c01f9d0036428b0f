/**
 * Access tokens: asked for once, kept while they are valid, shared by everybody who waits.
 *
 * @module
 */
import { isPixkitError } from '@pixkit/core/error'
import { httpFailure } from './failure.ts'
import { tokenAsker } from './internal/ask-for-token.ts'
import { fateOfTry } from './internal/fate-of-try.ts'
import { type HeldToken, hold, MARGIN_MS } from './internal/held-token.ts'
import { pauseAfterFailures } from './internal/pause.ts'
import { MANY_YOUNG, renewalCeiling } from './internal/renewal-ceiling.ts'
import { sharedFlight } from './internal/shared-flight.ts'
import { MAX_LIFETIME_MS } from './internal/token-answer.ts'
import { tokenKey } from './internal/token-key.ts'
import { readTokenSettings } from './internal/token-settings.ts'
import { shareToken, withinTime } from './internal/token-sharing.ts'
import type { OAuthTokens, OAuthTokensOptions } from './internal/token-types.ts'
import { warnOfToken } from './internal/warn-of-token.ts'
import type { StoredToken, TokenStore } from './token-store.ts'

export type {
  ExtraFields,
  GetTokenOptions,
  OAuthTokens,
  OAuthTokensOptions,
  TokenShape,
} from './internal/token-types.ts'

/** Whether the bank heard of it: what fails before is no burden to it, and may be tried again at once. */
function wasAsked(error: unknown): boolean {
  return isPixkitError(error, 'HTTP_TOKEN') || fateOfTry(error) !== 'unsent'
}

/** A token that is refused sooner than this counts as one more in a row; twice the longest pause. Choice of pixkit. */
const YOUNG_MS = 120_000

/** So many in a row may be the bank's: it ended them, or has not spread the new one to all its servers yet. Choice of pixkit. */
const MAX_IN_A_ROW = 3

/**
 * Asks a bank for access tokens, with client credentials.
 *
 * However many callers wait, one request is under way, and it goes on when they leave. A token is renewed in the background shortly
 * before its end, and kept if that fails. A request that the bank refused, or that nobody knows the end of, is remembered for a second,
 * then two, up to a minute, or as long as the bank says (`Retry-After`, up to five minutes): whoever asks meanwhile gets the same error,
 * and the bank is left alone. After a connection that failed, or a gateway's 502, 503 or 504, it is asked once more. After the fifth token that
 * was refused young within a minute, there is one renewal in two seconds at most, though each new token is accepted: calls in between go with the
 * token at hand. All of this is a choice of pixkit: banks block those who ask for tokens too often.
 *
 * Nothing is kept outside of the returned object and the `store`, whose keys are hashes over URL, client, secret, scopes, and the
 * certificate where the transport tells it (`certificateSha256`): give transports that do not, but show different certificates, stores
 * of their own.
 *
 * @throws {TypeError} An option has another type, or is out of bounds.
 *
 * @example
 * ```ts
 * import { createOAuthTokens } from '@pixkit/http/oauth-tokens'
 * import { fetchTransport } from '@pixkit/http/fetch-transport'
 *
 * let requests = 0
 * const tokens = createOAuthTokens({
 *   transport: fetchTransport(async () => {
 *     requests += 1
 *     return Response.json({ access_token: `token-${requests}`, token_type: 'Bearer', expires_in: 3600, scope: 'cob.read' })
 *   }),
 *   tokenUrl: 'https://pix.example.com/oauth/token',
 *   clientId: 'shop',
 *   clientSecret: 'of the shop',
 *   shape: { client: 'basic', body: 'form', grantType: 'body', sendsScope: true, expiresIn: 'seconds' },
 *   scopes: ['cob.read'],
 * })
 *
 * const both = await Promise.all([tokens.get(), tokens.get()])
 * both.map(({ accessToken }) => accessToken) // ['token-1', 'token-1']
 * requests // 1
 * ```
 *
 * @see RFC 6749, section 4.4 (client credentials)
 * @see Guia Técnico de Integrações API Pix Sicredi, section 11: a token is to be used as long as it is valid
 */
export function createOAuthTokens(options: OAuthTokensOptions): OAuthTokens {
  const settings = readTokenSettings(options)
  const { clock, hooks, store, renewBeforeMs } = settings
  const ask = tokenAsker(settings)
  const flight = sharedFlight(obtain)
  const refusals = pauseAfterFailures(clock)
  const renewals = pauseAfterFailures(clock)
  const distrust = pauseAfterFailures(clock, MAX_IN_A_ROW)
  const ceiling = renewalCeiling(clock)
  let held: HeldToken | undefined
  let refused: string | undefined
  let key: Promise<string> | undefined
  let young = 0
  let isStoreDown = false

  async function obtain(): Promise<StoredToken> {
    const token = store === undefined ? await request() : await share(store)
    held = hold(token, held, clock(), renewBeforeMs)
    return token
  }

  async function request(): Promise<StoredToken> {
    if (refusals.isOn) throw refusals.reason
    try {
      const token = await ask()
      refusals.end()
      return token
    } catch (error) {
      if (wasAsked(error)) refusals.begin(error)
      throw error
    }
  }

  async function share(shared: TokenStore): Promise<StoredToken> {
    key ??= tokenKey(settings)
    return shareToken({
      ...settings,
      store: shared,
      key: await key,
      lockTtlMs: settings.timeoutMs,
      request,
      ttlOf: ({ expiresAt }) => Math.max(1, Math.floor(expiresAt - clock())),
      accepts,
      onStore,
    })
  }

  /** Valid still, for longer than the one at hand, and for no longer than any token is. */
  function accepts({ accessToken, expiresAt }: StoredToken): boolean {
    const now = clock()
    if (accessToken === refused || expiresAt > now + 2 * MAX_LIFETIME_MS) return false
    return expiresAt > Math.max(now + MARGIN_MS, held?.token.expiresAt ?? 0)
  }

  /** Says once that the store fails, and again when it failed after it had recovered. */
  function onStore(isUp: boolean): void {
    if (!isUp && !isStoreDown) warnOfToken(hooks, 'store')
    isStoreDown = !isUp
  }

  return {
    get(wait = {}) {
      const { signal } = wait
      if (signal?.aborted === true) {
        return Promise.reject(httpFailure('HTTP_ABORTED', { reason: 'signal', cause: signal.reason }))
      }
      const now = clock()
      if (held === undefined || now >= held.usableUntil) return flight.join(wait)
      if (now >= held.renewAt && !renewals.isOn) flight.start()?.then(renewals.end, renewals.begin)
      return held.answer
    },

    async refuse(accessToken) {
      if (held?.token.accessToken !== accessToken) return true
      const isYoung = clock() - held.since < YOUNG_MS
      if (!isYoung) distrust.end()
      if (distrust.isOn || (isYoung && ceiling.isOn)) return false
      distrust.begin(undefined)
      if (isYoung) ceiling.note()
      young = isYoung ? young + 1 : 0
      if (young === MANY_YOUNG) warnOfToken(hooks, 'short-lived')
      held = undefined
      refused = accessToken
      if (store?.delete === undefined || key === undefined) return true
      const name = await key
      await withinTime(async () => store.delete?.(name, accessToken), onStore)
      return true
    },

    confirm(accessToken) {
      if (held?.token.accessToken === accessToken) distrust.end()
    },
  }
}
