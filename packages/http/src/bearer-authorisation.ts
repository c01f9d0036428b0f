/**
 * Requests that show an access token, or a fixed one.
 *
 * @module
 */
import { assertString } from '@pixkit/core/error'
import type { Authorisation } from './internal/authorisation.ts'
import type { OAuthTokens } from './internal/token-types.ts'
import type { StoredToken } from './token-store.ts'

type Headers = Readonly<Record<string, string>>

const SCHEME = 'Bearer '

/**
 * Sends each request with a token, and with another after a 401: one renewal, however many requests were refused.
 *
 * @param tokens - From `createOAuthTokens`.
 *
 * @example
 * ```ts
 * import { bearerAuthorisation } from '@pixkit/http/bearer-authorisation'
 * import { createOAuthTokens } from '@pixkit/http/oauth-tokens'
 * import { fetchTransport } from '@pixkit/http/fetch-transport'
 *
 * const transport = fetchTransport(async () => Response.json({ access_token: 'abc', token_type: 'Bearer', expires_in: 300 }))
 * const tokens = createOAuthTokens({
 *   transport,
 *   tokenUrl: 'https://pix.example.com/oauth/token',
 *   clientId: 'shop',
 *   clientSecret: 'of the shop',
 *   shape: { client: 'basic', body: 'form', grantType: 'body', sendsScope: true, expiresIn: 'seconds' },
 *   scopes: ['cob.read'],
 * })
 * const authorisation = bearerAuthorisation(tokens)
 * await authorisation.headers({ method: 'GET', url: 'https://pix.example.com/cob', body: undefined }) // { authorization: 'Bearer abc' }
 * ```
 *
 * @see RFC 6750, section 2.1
 */
export function bearerAuthorisation(tokens: OAuthTokens): Authorisation {
  let last: Promise<StoredToken> | undefined
  let headers: Promise<Headers> | undefined
  return {
    // The same promise of a token gives the same promise of headers: what thousands of requests share is made once.
    headers(request) {
      const token = tokens.get(request)
      if (token !== last || headers === undefined) {
        last = token
        headers = token.then(({ accessToken }) => bearer(accessToken))
      }
      return headers
    },
    async renew(refused) {
      const token = tokenOf(refused)
      return token !== undefined && (await tokens.refuse(token))
    },
    confirm(accepted) {
      const token = tokenOf(accepted)
      if (token !== undefined) tokens.confirm(token)
    },
  }
}

/**
 * Sends each request with the same token, as the sandboxes of some banks hand one out. Refused, it stays refused.
 *
 * @throws {TypeError} It is no text of visible ASCII.
 */
export function fixedAuthorisation(accessToken: string): Authorisation {
  assertString(accessToken, 'accessToken')
  if (!/^[\x21-\x7E]+$/.test(accessToken)) throw new TypeError('"accessToken" must be visible ASCII without spaces')
  const headers = Promise.resolve(bearer(accessToken))
  return { headers: () => headers }
}

function tokenOf({ authorization }: { readonly authorization?: string | undefined }): string | undefined {
  return authorization?.startsWith(SCHEME) === true ? authorization.slice(SCHEME.length) : undefined
}

function bearer(accessToken: string): Headers {
  return { authorization: SCHEME + accessToken }
}
