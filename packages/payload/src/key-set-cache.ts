/**
 * Key sets that were fetched, kept for a while.
 *
 * @module
 */
import { isPixkitError } from '@pixkit/core/error'
import { createKeptMap } from './internal/network/kept-map.ts'
import { createFlights } from './internal/network/flights.ts'
import { wholeNumber } from './internal/network/whole-number.ts'
import { zoneOf } from './internal/network/zone-of.ts'
import type { KeySet } from './key-set.ts'

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

export interface FetchedKeySet {
  readonly keySet: KeySet
  /** Seconds for which it is fresh; undefined when its server does not say. */
  readonly maxAgeSeconds?: number | undefined
  /** DER of the certificate that its server showed, where the platform tells. */
  readonly peerCertificate?: Uint8Array | undefined
}

/** What a verification wants of a cache. */
export interface KeySetRequest {
  /** Absolute URL. */
  readonly jku: string
  /** Milliseconds since 1970, the caller's clock. */
  readonly now: number
  /** Fetches; called when nothing is kept. Its signal says that nobody waits any more. */
  readonly fetch: (signal: AbortSignal) => Promise<FetchedKeySet>
  /** Waits as long as this caller wants to. */
  readonly wait: <Value>(promise: Promise<Value>) => Promise<Value>
}

/** Key sets by the address they came from; `verifyLocation` calls it. */
export interface KeySetCache {
  /** The key set that is kept, or else a fetched one, and whether it is fetched; throws the failure that is kept. */
  load(request: KeySetRequest): Promise<FetchedKeySet & { readonly fetched: boolean }>
  /** A newer key set than one that was kept and is of no use; undefined when it is too early to ask. */
  reload(request: KeySetRequest, seen: KeySet): Promise<FetchedKeySet | undefined>
}

const MIN_AGE_SECONDS = 300
const MAX_AGE_SECONDS = 86_400
/** Addresses below one registered name: whoever invents many, hosts included, pushes out only its own. */
const MAX_ENTRIES_OF_ZONE = 16
/** Failures are short-lived, and push out no key set. */
const MAX_FAILURES = 100

interface Kept<Value> {
  readonly at: number
  readonly ageMs: number
  readonly value: Value
}

/**
 * Makes a memory of key sets, so that many verifications fetch a bank's key set once.
 *
 * A key set is kept for as long as `Cache-Control: max-age` says, at least 5 minutes and at most 24 hours, and an hour when it says
 * nothing; its certificates are judged at each use all the same. Calls at the same time share one request, and one that gives up
 * does not end it for the others. A set that lacks the key, or came from a server with another certificate than `siteCertificates` wants,
 * is fetched again, once per host and interval, so that invented keys do not become a flood of requests. Hosts below one registered
 * name share a small part of the room, and failures have room of their own: neither pushes out the sets of others. Time is the caller's `now`: when it jumps, in either direction, key sets are fetched anew.
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
  const maxEntries = wholeNumber('maxEntries', options.maxEntries ?? 100, 1, 10_000)
  const ages = [MIN_AGE_SECONDS, MAX_AGE_SECONDS] as const
  const defaultAge = wholeNumber('defaultMaxAgeSeconds', options.defaultMaxAgeSeconds ?? 3_600, ...ages)
  const failureAge = wholeNumber('failureAgeSeconds', options.failureAgeSeconds ?? 30, 0, 300)
  const interval = wholeNumber('refetchIntervalSeconds', options.refetchIntervalSeconds ?? 60, 1, 3_600)

  const keySets = createKeptMap<Kept<FetchedKeySet>>(maxEntries, MAX_ENTRIES_OF_ZONE)
  const failures = createKeptMap<Kept<unknown>>(MAX_FAILURES, MAX_ENTRIES_OF_ZONE)
  const reloads = createKeptMap<number>(maxEntries, MAX_ENTRIES_OF_ZONE)
  const flights = createFlights<FetchedKeySet>()

  const fetchAndKeep = async ({ fetch, jku, now }: KeySetRequest, signal: AbortSignal): Promise<FetchedKeySet> => {
    const value = await fetch(signal)
    const { maxAgeSeconds = defaultAge } = value
    const ageSeconds = Math.min(Math.max(maxAgeSeconds, MIN_AGE_SECONDS), MAX_AGE_SECONDS)
    keySets.set(jku, zoneOf(hostOf(jku)), { at: now, ageMs: ageSeconds * 1_000, value })
    return value
  }

  return {
    async load(request) {
      const { jku, now } = request
      const kept = freshOf(keySets.get(jku), now)
      if (kept !== undefined) return { ...kept.value, fetched: false }
      const failure = freshOf(failures.get(jku), now)
      if (failure !== undefined) throw failure.value
      const value = await flights.join(jku, request.wait, async (signal) => {
        try {
          return await fetchAndKeep(request, signal)
        } catch (error) {
          if (isFailure(error)) {
            failures.set(jku, zoneOf(hostOf(jku)), { at: now, ageMs: failureAge * 1_000, value: error })
          }
          throw error
        }
      })
      return { ...value, fetched: true }
    },
    async reload(request, seen) {
      const { jku, now } = request
      const kept = freshOf(keySets.get(jku), now)
      if (kept !== undefined && kept.value.keySet !== seen) return kept.value
      const host = hostOf(jku)
      if (!flights.has(jku)) {
        const last = reloads.get(host)
        if (last !== undefined && Math.abs(now - last) < interval * 1_000) return undefined
        reloads.set(host, zoneOf(host), now)
      }
      return flights.join(jku, request.wait, (signal) => fetchAndKeep(request, signal))
    },
  }
}

function freshOf<Value>(kept: Kept<Value> | undefined, now: number): Kept<Value> | undefined {
  return kept !== undefined && Math.abs(now - kept.at) < kept.ageMs ? kept : undefined
}

/** That nobody waited says nothing about the server. */
function isFailure(error: unknown): boolean {
  return isPixkitError(error) && error.code !== 'HTTP_ABORTED'
}

function hostOf(url: string): string {
  return new URL(url).host
}
