/**
 * Key sets that were fetched, kept for a while.
 *
 * @module
 */
import { isPixkitError } from '@pixkit/core/error'
import { createKeptMap } from './internal/kept-map.ts'
import { createFlights } from './internal/flights.ts'
import { wholeNumber } from './internal/whole-number.ts'
import type { KeySet } from './key-set.ts'

export interface KeySetCacheOptions {
  /** Key sets and failures at most, 1 to 10,000; those not used for longest go first. 100 by default. */
  readonly maxEntries?: number | undefined
  /** How long a key set is kept when its server does not say, 300 to 86,400; 3,600 by default. */
  readonly defaultMaxAgeSeconds?: number | undefined
  /** How long nobody asks again after a failure, 0 to 300; 30 by default. */
  readonly failureAgeSeconds?: number | undefined
  /** Time between two requests to a host for keys that its set lacks, 1 to 3,600; 60 by default. */
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
  /** A newer key set than one that was kept and lacks a key; undefined when it is too early to ask. */
  reload(request: KeySetRequest, seen: KeySet): Promise<FetchedKeySet | undefined>
}

const MIN_AGE_SECONDS = 300
const MAX_AGE_SECONDS = 86_400
/** Addresses of one host: one that invents many pushes out only its own. */
const MAX_ENTRIES_OF_HOST = 8

interface Entry {
  readonly at: number
  readonly ageMs: number
  readonly outcome: { readonly value: FetchedKeySet } | { readonly error: unknown }
}

/**
 * Makes a memory of key sets, so that many verifications fetch a bank's key set once.
 *
 * A key set is kept for as long as `Cache-Control: max-age` says, at least 5 minutes and at most 24 hours, and an hour when it says
 * nothing; its certificates are judged at each use all the same. Calls at the same time share one request, and one that gives up
 * does not end it for the others. A key that the set lacks makes it fetch again, once per host and interval, so that invented
 * keys do not become a flood of requests. Time is the caller's `now`: when it jumps, in either direction, key sets are fetched anew.
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

  const entries = createKeptMap<Entry>(maxEntries, MAX_ENTRIES_OF_HOST)
  const reloads = createKeptMap<number>(maxEntries)
  const flights = createFlights<FetchedKeySet>()

  const entryOf = ({ jku, now }: KeySetRequest): Entry | undefined => {
    const entry = entries.get(jku)
    return entry !== undefined && Math.abs(now - entry.at) < entry.ageMs ? entry : undefined
  }
  const keep = ({ jku, now }: KeySetRequest, ageSeconds: number, outcome: Entry['outcome']): void =>
    entries.set(jku, hostOf(jku), { at: now, ageMs: ageSeconds * 1_000, outcome })

  const fetchAndKeep = async (request: KeySetRequest, signal: AbortSignal): Promise<FetchedKeySet> => {
    const value = await request.fetch(signal)
    const { maxAgeSeconds = defaultAge } = value
    keep(request, Math.min(Math.max(maxAgeSeconds, MIN_AGE_SECONDS), MAX_AGE_SECONDS), { value })
    return value
  }

  return {
    async load(request) {
      const kept = entryOf(request)?.outcome
      if (kept !== undefined) {
        if ('error' in kept) throw kept.error
        return { ...kept.value, fetched: false }
      }
      const value = await flights.join(request.jku, request.wait, async (signal) => {
        try {
          return await fetchAndKeep(request, signal)
        } catch (error) {
          if (isFailure(error)) keep(request, failureAge, { error })
          throw error
        }
      })
      return { ...value, fetched: true }
    },
    async reload(request, seen) {
      const kept = entryOf(request)?.outcome
      if (kept !== undefined && 'value' in kept && kept.value.keySet !== seen) return kept.value
      const host = hostOf(request.jku)
      if (!flights.has(request.jku)) {
        const last = reloads.get(host)
        if (last !== undefined && Math.abs(request.now - last) < interval * 1_000) return undefined
        reloads.set(host, host, request.now)
      }
      return flights.join(request.jku, request.wait, (signal) => fetchAndKeep(request, signal))
    },
  }
}

/** That nobody waited says nothing about the server. */
function isFailure(error: unknown): boolean {
  return isPixkitError(error) && error.code !== 'HTTP_ABORTED'
}

function hostOf(url: string): string {
  return new URL(url).host
}
