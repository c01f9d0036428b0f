/**
 * Key sets that were fetched, kept for a while.
 *
 * @module
 */
import { createKeySetStore, keepStore, MAX_AGE_SECONDS, MIN_AGE_SECONDS } from './internal/network/key-set-store.ts'
import { wholeNumber } from './internal/network/whole-number.ts'
import type { KeySetCache } from './types.ts'

export type { KeySetCache } from './types.ts'

export interface KeySetCacheOptions {
  /** Key sets at most, 1 to 10,000; those not used for longest go first. 100 by default. */
  readonly maxEntries?: number | undefined
  /** How long a key set is kept when its server does not say, 300 to 86,400; 3,600 by default. */
  readonly defaultMaxAgeSeconds?: number | undefined
  /** How long nobody asks again after a failure, 0 to 300; 30 by default. */
  readonly failureAgeSeconds?: number | undefined
  /** Time between two requests to a host for a set that is newer than the one that is kept, 1 to 3,600; 60 by default. */
  readonly refetchIntervalSeconds?: number | undefined
}

/**
 * Makes a memory of key sets, so that many verifications fetch a bank's key set once.
 *
 * A key set is kept for as long as `Cache-Control: max-age` says, at least 5 minutes and at most 24 hours, and an hour when it
 * says nothing; its certificates are judged at each use all the same. Calls at the same time share one request, and one that
 * gives up does not end it for the others. A set that lacks the key, or came from a server with another certificate than
 * `siteCertificates` wants, is fetched again, once per host and interval, so that invented keys do not become a flood of
 * requests. Hosts below one registered name share a small part of the room, and failures have room of their own: neither pushes
 * out the sets of others. Time is the caller's `now`: when it jumps, in either direction, key sets are fetched anew.
 *
 * Holds what the transport of whoever came first fetched: use one cache for one transport.
 *
 * @returns A cache in memory, for the option `keySets` of `verifyLocation` and `verifyBrCode`.
 * @throws {TypeError} An option is no whole number within its bounds.
 *
 * @example
 * ```ts
 * import { createKeySetCache } from '@pixkit/payload/key-set-cache'
 *
 * const keySets = createKeySetCache({ maxEntries: 500 }) // one for the whole process
 * ```
 *
 * @see RFC 9111, section 5.2.2.1; no text of the norm sets a time: the bounds are a choice of pixkit
 */
export function createKeySetCache(options: KeySetCacheOptions = {}): KeySetCache {
  const ages = [MIN_AGE_SECONDS, MAX_AGE_SECONDS] as const
  const store = createKeySetStore({
    maxEntries: wholeNumber('maxEntries', options.maxEntries ?? 100, 1, 10_000),
    defaultAge: wholeNumber('defaultMaxAgeSeconds', options.defaultMaxAgeSeconds ?? 3_600, ...ages),
    failureAge: wholeNumber('failureAgeSeconds', options.failureAgeSeconds ?? 30, 0, 300),
    interval: wholeNumber('refetchIntervalSeconds', options.refetchIntervalSeconds ?? 60, 1, 3_600),
  })
  const cache: KeySetCache = Object.freeze({ kind: 'key-set-cache' })
  keepStore(cache, store)
  return cache
}
