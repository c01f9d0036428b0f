/**
 * Where access tokens are kept: in the memory of a process, or where a fleet of processes shares them.
 *
 * @module
 */

/** A token as it is kept. */
export interface StoredToken {
  readonly accessToken: string
  /** Milliseconds since 1970. */
  readonly expiresAt: number
  /** Scopes that the bank says it granted. */
  readonly scopes?: readonly string[] | undefined
}

/**
 * Keys are hashes: they hold no credentials. Values are secrets. A store that fails is a store without tokens: the client asks the
 * bank, and says so through `onWarning`.
 */
export interface TokenStore {
  get(key: string): Promise<StoredToken | undefined>
  /** Keeps it until `ttlMs` are over, at most. */
  set(key: string, token: StoredToken, ttlMs: number): Promise<void>
  /**
   * Tries to become the one that renews.
   *
   * @returns How to let go of it, or `undefined` while somebody else has it. A lock ends by itself after `ttlMs`.
   */
  lock(key: string, ttlMs: number): Promise<(() => Promise<void>) | undefined>
  /** Forgets a token that was refused, unless another has taken its place. */
  delete?(key: string, accessToken: string): Promise<void>
}
