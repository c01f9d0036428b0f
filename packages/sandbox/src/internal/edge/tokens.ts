/**
 * The tokens that were granted.
 *
 * @module
 */
import type { World } from '../world.ts'

export interface Token {
  readonly scopes: ReadonlySet<string>
  /** Of the certificate that it is bound to; nothing when it came through no connection. @see RFC 8705, section 3 */
  readonly certificateSha256?: string | undefined
  /** Milliseconds since 1970, by the clock of the sandbox. */
  readonly expiresAt: number
}

export interface Tokens {
  grant(token: Token): string
  /** Absent when it is unknown or its time is over. */
  find(accessToken: string): Token | undefined
}

/** More than any test needs; the oldest go first. */
const MAX_TOKENS = 100_000

export function createTokens({ clock, random }: World): Tokens {
  const granted = new Map<string, Token>()
  return {
    grant(token) {
      const accessToken = Buffer.from(random.bytes(32)).toString('base64url')
      const [oldest] = granted.keys()
      if (granted.size >= MAX_TOKENS && oldest !== undefined) granted.delete(oldest)
      granted.set(accessToken, token)
      return accessToken
    },
    find(accessToken) {
      const token = granted.get(accessToken)
      if (token === undefined || clock.now() < token.expiresAt) return token
      granted.delete(accessToken)
      return undefined
    },
  }
}
