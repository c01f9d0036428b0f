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

export interface MemoryTokenStoreOptions {
  /** Milliseconds since 1970; `Date.now` by default. */
  readonly clock?: (() => number) | undefined
}

/**
 * Keeps tokens in the memory of this process, for clients that have the same credentials. One client alone needs no store.
 *
 * @example
 * ```ts
 * import { memoryTokenStore } from '@pixkit/http/token-store'
 *
 * const store = memoryTokenStore()
 * await store.set('key', { accessToken: 'abc', expiresAt: Date.now() + 60_000 }, 60_000)
 * ;(await store.get('key'))?.accessToken // 'abc'
 * ```
 */
export function memoryTokenStore({ clock = Date.now }: MemoryTokenStoreOptions = {}): TokenStore {
  const tokens = new Map<string, { readonly token: StoredToken; readonly until: number }>()
  const locks = new Map<string, { readonly until: number }>()
  return {
    async get(key) {
      const kept = tokens.get(key)
      if (kept !== undefined && clock() < kept.until) return kept.token
      tokens.delete(key)
      return undefined
    },
    async set(key, token, ttlMs) {
      tokens.set(key, { token, until: clock() + ttlMs })
    },
    async lock(key, ttlMs) {
      const other = locks.get(key)
      if (other !== undefined && clock() < other.until) return undefined
      const own = { until: clock() + ttlMs }
      locks.set(key, own)
      return async () => {
        if (locks.get(key) === own) locks.delete(key)
      }
    },
    async delete(key, accessToken) {
      if (tokens.get(key)?.token.accessToken === accessToken) tokens.delete(key)
    },
  }
}
