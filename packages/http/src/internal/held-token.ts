/**
 * A token in use, and when it is to be renewed.
 *
 * @module
 */
import type { StoredToken } from '../token-store.ts'

export interface HeldToken {
  readonly token: StoredToken
  /** The one promise that every caller gets. */
  readonly answer: Promise<StoredToken>
  readonly since: number
  readonly renewAt: number
  readonly usableUntil: number
}

/** A token is left alone this long before its end, for it must still be valid when it arrives. Choice of pixkit. */
export const MARGIN_MS = 5_000

/** @param before - The token that it follows. */
export function hold(token: StoredToken, before: HeldToken | undefined, now: number, renewBeforeMs: number): HeldToken {
  const lifeMs = Math.max(0, token.expiresAt - now)
  const usableUntil = token.expiresAt - Math.min(MARGIN_MS, lifeMs / 10)
  // A bank that hands out the same token until its end is not asked for it again before.
  const isSame = token.accessToken === before?.token.accessToken
  return {
    token,
    answer: Promise.resolve(token),
    since: now,
    renewAt: isSame ? usableUntil : token.expiresAt - Math.min(renewBeforeMs, lifeMs / 5),
    usableUntil,
  }
}
