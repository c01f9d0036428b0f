import { PixkitError } from '@pixkit/core/error'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../../../tests/lib/error-of.ts'
import { type FetchedKeySet, type KeySetRequest, storeOf } from './internal/network/key-set-store.ts'
import { createKeySetCache, type KeySetCacheOptions } from './key-set-cache.ts'
import type { KeySet } from './types.ts'

const NOW = Date.UTC(2026, 10, 25, 15)
const JKU = 'https://pix.padaria.example/jwks.json'
const MINUTE = 60_000

/** A server of key sets, each answer another object, and the cache in front of it. */
function bench(options: KeySetCacheOptions = {}, answer: Partial<FetchedKeySet> = {}) {
  const cache = storeOf(createKeySetCache(options))
  const calls: string[] = []
  let failure: Error | undefined
  const request = (over: Partial<KeySetRequest> = {}): KeySetRequest => ({
    jku: JKU,
    now: NOW,
    async fetch() {
      calls.push(over.jku ?? JKU)
      if (failure !== undefined) throw failure
      return { keySet: { number: calls.length } as unknown as KeySet, ...answer }
    },
    wait: (promise) => promise,
    ...over,
  })
  return {
    cache,
    calls,
    request,
    load: (over: Partial<KeySetRequest> = {}) => cache.load(request(over)),
    fail: (error: Error | undefined) => {
      failure = error
    },
  }
}

const unreachable = new PixkitError('PAYLOAD_JWKS_FETCH', 'key set cannot be fetched', {
  params: { reason: 'unreachable' },
})

describe('load', () => {
  test('fetches once, and says so', async () => {
    const { load, calls } = bench()
    const [first, second] = [await load(), await load()]
    expect([first.fetched, second.fetched]).toEqual([true, false])
    expect(second.keySet).toBe(first.keySet)
    expect(calls).toEqual([JKU])
  })

  test.each([
    ['nothing: one hour', undefined, 60 * MINUTE],
    ['ten minutes', 600, 10 * MINUTE],
    ['nothing is to be kept: five minutes', 0, 5 * MINUTE],
    ['a year: 24 hours', 31_536_000, 24 * 60 * MINUTE],
  ])('keeps for as long as the server says, within bounds: %s', async (_, maxAgeSeconds, ageMs) => {
    const { load, calls } = bench({}, { maxAgeSeconds })
    await load()
    await load({ now: NOW + ageMs - 1 })
    expect(calls).toHaveLength(1)
    await load({ now: NOW + ageMs })
    expect(calls).toHaveLength(2)
  })

  test('fetches anew when the clock goes backwards further than an age', async () => {
    const { load, calls } = bench()
    await load()
    await load({ now: NOW - 59 * MINUTE })
    expect(calls).toHaveLength(1)
    await load({ now: NOW - 365 * 24 * 60 * MINUTE })
    expect(calls).toHaveLength(2)
  })

  test('keeps key sets of other addresses apart', async () => {
    const { load } = bench()
    const one = await load()
    const other = await load({ jku: 'https://pix.banco.example/jwks.json' })
    expect(other.keySet).not.toBe(one.keySet)
  })

  test('shares one request among a hundred', async () => {
    const { load, calls } = bench()
    const loaded = await Promise.all(Array.from({ length: 100 }, () => load()))
    expect(new Set(loaded.map(({ keySet }) => keySet)).size).toBe(1)
    expect(calls).toHaveLength(1)
  })

  test('keeps a failure for a while', async () => {
    const { load, calls, fail } = bench()
    fail(unreachable)
    await expect(load()).rejects.toBe(unreachable)
    await expect(load({ now: NOW + 29_999 })).rejects.toBe(unreachable)
    expect(calls).toHaveLength(1)
    fail(undefined)
    expect((await load({ now: NOW + 30_000 })).fetched).toBe(true)
    expect(calls).toHaveLength(2)
  })

  test.each([
    ['an abort', new PixkitError('HTTP_ABORTED', 'request was called off')],
    ['a bug', new TypeError('no function')],
  ])('keeps no failure that says nothing of the server: %s', async (_, error) => {
    const { load, calls, fail } = bench()
    fail(error)
    await expect(load()).rejects.toBe(error)
    fail(undefined)
    expect((await load()).fetched).toBe(true)
    expect(calls).toHaveLength(2)
  })

  test('keeps no failure when told not to', async () => {
    const { load, calls, fail } = bench({ failureAgeSeconds: 0 })
    fail(unreachable)
    await expect(load()).rejects.toBe(unreachable)
    await expect(load()).rejects.toBe(unreachable)
    expect(calls).toHaveLength(2)
  })
})

describe('callers who give up', () => {
  /** A fetch that ends when it is told to, or when nobody waits. */
  function slow() {
    const state: { signal?: AbortSignal; finish?: (value: FetchedKeySet) => void; begun: number } = { begun: 0 }
    const fetch: KeySetRequest['fetch'] = (signal) =>
      new Promise((resolve, reject) => {
        state.begun += 1
        state.signal = signal
        state.finish = resolve
        signal.addEventListener('abort', () => reject(new PixkitError('HTTP_ABORTED', 'request was called off')))
      })
    return { state, fetch }
  }
  const leave: KeySetRequest['wait'] = () => Promise.reject(new PixkitError('HTTP_ABORTED', 'request was called off'))
  const keySet = {} as unknown as KeySet

  test('do not end it for the others', async () => {
    const { load } = bench()
    const { state, fetch } = slow()
    const stays = load({ fetch })
    await expect(load({ fetch, wait: leave })).rejects.toMatchObject({ code: 'HTTP_ABORTED' })
    expect(state.signal?.aborted).toBe(false)
    state.finish?.({ keySet })
    expect((await stays).keySet).toBe(keySet)
    expect(state.begun).toBe(1)
  })

  test('end it when they were the last, and leave nothing behind', async () => {
    const { load } = bench()
    const { state, fetch } = slow()
    const patient = (promise: Promise<unknown>): void => void promise.catch(() => {})
    await expect(
      load({
        fetch,
        wait: (promise) => {
          patient(promise)
          return leave(promise)
        },
      }),
    ).rejects.toMatchObject({ code: 'HTTP_ABORTED' })
    expect(state.signal?.aborted).toBe(true)
    const next = load({ fetch })
    state.finish?.({ keySet })
    expect((await next).keySet).toBe(keySet)
    expect(state.begun).toBe(2)
  })
})

describe('reload', () => {
  test('fetches a newer set, which is kept', async () => {
    const { cache, request, load, calls } = bench()
    const { keySet } = await load()
    const newer = await cache.reload(request(), keySet)
    expect(newer?.keySet).not.toBe(keySet)
    expect((await load()).keySet).toBe(newer?.keySet)
    expect(calls).toHaveLength(2)
  })

  test('fetches once per host and interval, whatever the address', async () => {
    const { cache, request, load, calls } = bench()
    const other = 'https://pix.padaria.example/other.json'
    const { keySet } = await load()
    const { keySet: keySetOfOther } = await load({ jku: other })
    const newer = await cache.reload(request(), keySet)
    for (let attempt = 0; attempt < 50; attempt += 1) {
      expect(await cache.reload(request({ now: NOW + attempt }), newer?.keySet ?? keySet)).toBeUndefined()
      expect(await cache.reload(request({ jku: other, now: NOW + attempt }), keySetOfOther)).toBeUndefined()
    }
    expect(calls).toHaveLength(3)
    expect(await cache.reload(request({ now: NOW - MINUTE + 1 }), newer?.keySet ?? keySet)).toBeUndefined()
    const newest = await cache.reload(request({ now: NOW + MINUTE }), newer?.keySet ?? keySet)
    expect((await load({ now: NOW + MINUTE })).keySet).toBe(newest?.keySet)
    expect(newest?.keySet).not.toBe(newer?.keySet)
    expect(calls).toHaveLength(4)
  })

  test('shares one request among a hundred', async () => {
    const { cache, request, load, calls } = bench()
    const { keySet } = await load()
    const newer = await Promise.all(Array.from({ length: 100 }, () => cache.reload(request(), keySet)))
    expect(new Set(newer.map((one) => one?.keySet)).size).toBe(1)
    expect(newer[0]?.keySet).not.toBe(keySet)
    expect(calls).toHaveLength(2)
  })

  test('takes what another has fetched since', async () => {
    const { cache, request, load, calls } = bench()
    const { keySet } = await load()
    const newer = await cache.reload(request(), keySet)
    expect((await cache.reload(request(), keySet))?.keySet).toBe(newer?.keySet)
    expect(calls).toHaveLength(2)
  })

  test('keeps the set that is there when it fails', async () => {
    const { cache, request, load, fail } = bench()
    const { keySet } = await load()
    fail(unreachable)
    await expect(cache.reload(request(), keySet)).rejects.toBe(unreachable)
    expect((await load()).keySet).toBe(keySet)
  })
})

describe('bounds', () => {
  const jku = (host: number, path = 0): string => `https://h${host}.example/${path}`

  test('forget what was not used for longest', async () => {
    const { load, calls } = bench({ maxEntries: 2 })
    await load({ jku: jku(1) })
    await load({ jku: jku(2) })
    await load({ jku: jku(1) })
    await load({ jku: jku(3) })
    expect((await load({ jku: jku(1) })).fetched).toBe(false)
    expect((await load({ jku: jku(2) })).fetched).toBe(true)
    expect(calls).toHaveLength(4)
  })

  test('let a host with many addresses push out only its own', async () => {
    const { load } = bench({ maxEntries: 20 })
    await load({ jku: jku(1) })
    for (let path = 0; path < 100; path += 1) await load({ jku: jku(2, path) })
    expect((await load({ jku: jku(1) })).fetched).toBe(false)
    expect((await load({ jku: jku(2, 0) })).fetched).toBe(true)
  })

  test('let one owner of many hosts push out only its own', async () => {
    const { cache, request, load } = bench()
    const wild = (host: number): string => `https://a.h${host}.evil.example/jwks.json`
    const { keySet } = await load()
    const newer = await cache.reload(request(), keySet)
    expect((await load()).keySet).toBe(newer?.keySet)
    expect(newer?.keySet).not.toBe(keySet)
    for (let host = 0; host < 200; host += 1) {
      const other = await load({ jku: wild(host) })
      await cache.reload(request({ jku: wild(host) }), other.keySet)
    }
    const again = await load()
    expect(again.fetched).toBe(false)
    expect(await cache.reload(request(), again.keySet)).toBeUndefined()
    expect((await load({ jku: wild(0) })).fetched).toBe(true)
  })

  test('let no failure push out a key set', async () => {
    const { load, fail } = bench()
    await load()
    fail(unreachable)
    for (let host = 0; host < 200; host += 1) await expect(load({ jku: jku(host) })).rejects.toBe(unreachable)
    fail(undefined)
    expect((await load()).fetched).toBe(false)
    // Failures are bounded themselves.
    expect((await load({ jku: jku(0) })).fetched).toBe(true)
    await expect(load({ jku: jku(199) })).rejects.toBe(unreachable)
  })

  test.each([
    { maxEntries: 0 },
    { maxEntries: 1.5 },
    { maxEntries: 10_001 },
    { defaultMaxAgeSeconds: 299 },
    { defaultMaxAgeSeconds: 86_401 },
    { failureAgeSeconds: -1 },
    { failureAgeSeconds: 301 },
    { refetchIntervalSeconds: 0 },
    { refetchIntervalSeconds: Number.NaN },
  ])('are whole numbers within limits: %j', (options) => {
    expect(errorOf(() => createKeySetCache(options))).toBeInstanceOf(TypeError)
  })
})

test('whatever the clock does, a set is never used beyond 24 hours of it, nor asked for twice within 5 minutes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: -2 * 86_400, max: 2 * 86_400 }), { maxLength: 30 }),
      fc.option(fc.integer({ min: 0, max: 100_000 }), { nil: undefined }),
      async (steps, maxAgeSeconds) => {
        const { load } = bench({}, { maxAgeSeconds })
        let now = NOW
        let fetchedAt: number | undefined
        for (const seconds of steps) {
          now += seconds * 1_000
          const { fetched } = await load({ now })
          const distance = fetchedAt === undefined ? Infinity : Math.abs(now - fetchedAt)
          expect(fetched ? distance >= 5 * MINUTE : distance < 24 * 60 * MINUTE).toBe(true)
          if (fetched) fetchedAt = now
        }
      },
    ),
    { numRuns: 200 },
  )
})
