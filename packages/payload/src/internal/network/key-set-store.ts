/**
 * What a cache of key sets holds, and when it asks again; see `createKeySetCache`.
 *
 * @module
 */
import { isPixkitError } from '@pixkit/core/error'
import type { KeySet, KeySetCache } from '../../types.ts'
import { createFlights } from './flights.ts'
import { createKeptMap } from './kept-map.ts'
import { zoneOf } from './zone-of.ts'

/** Seconds, but for the first. */
export interface KeySetStoreSettings {
  readonly maxEntries: number
  /** Of a set whose server says nothing. */
  readonly defaultAge: number
  readonly failureAge: number
  /** Between two requests to a host for a newer set. */
  readonly interval: number
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

/** Key sets by the address they came from. */
export interface KeySetStore {
  /** The key set that is kept, or else a fetched one, and whether it is fetched; throws the failure that is kept. */
  load(request: KeySetRequest): Promise<FetchedKeySet & { readonly fetched: boolean }>
  /** A newer key set than one that was kept and is of no use; undefined when it is too early to ask. */
  reload(request: KeySetRequest, seen: KeySet): Promise<FetchedKeySet | undefined>
}

export const MIN_AGE_SECONDS = 300
export const MAX_AGE_SECONDS = 86_400
/** Addresses below one registered name: whoever invents many, hosts included, pushes out only its own. */
const MAX_ENTRIES_OF_ZONE = 16
/** Failures are short-lived, and push out no key set. */
const MAX_FAILURES = 100

interface Kept<Value> {
  readonly at: number
  readonly ageMs: number
  readonly value: Value
}

/** Outside of the object: what is in it is no business of its owner's. */
const STORES = /* @__PURE__ */ new WeakMap<KeySetCache, KeySetStore>()

export function keepStore(cache: KeySetCache, store: KeySetStore): void {
  STORES.set(cache, store)
}

/** @throws {TypeError} `cache` is not from `createKeySetCache`. */
export function storeOf(cache: KeySetCache): KeySetStore {
  const store = STORES.get(cache)
  if (store === undefined) throw new TypeError('"keySets" must come from createKeySetCache')
  return store
}

export function createKeySetStore({ defaultAge, failureAge, interval, maxEntries }: KeySetStoreSettings): KeySetStore {
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
