import { describe, expect, test, vi } from 'vitest'
import { rejectionOf } from '../../../tests/lib/rejection-of.ts'
import { deferred, grants, json, START, tokenDesk, type TokenDesk } from '../../../tests/lib/token-desk.ts'
import type { WarningEvent } from './hooks.ts'
import { createOAuthTokens, type OAuthTokens, type OAuthTokensOptions } from './oauth-tokens.ts'
import { memoryTokenStore, type StoredToken, type TokenStore } from './token-store.ts'
import type { TransportResponse } from './transport.ts'

const HOUR = 3_600_000
const token: StoredToken = { accessToken: 'abc', expiresAt: START + HOUR }

/** Two clients of one bank with one store. */
function fleet(
  store: TokenStore,
  ...differences: Partial<OAuthTokensOptions>[]
): { readonly desk: TokenDesk; readonly members: readonly OAuthTokens[]; readonly warnings: WarningEvent[] } {
  const desk = tokenDesk()
  const warnings: WarningEvent[] = []
  const hooks = { onWarning: (event: WarningEvent) => void warnings.push(event) }
  const members = [{}, ...differences].map((options) =>
    createOAuthTokens({ ...desk.options, hooks, store, ...options }),
  )
  return { desk, members, warnings }
}

async function tokensOf(members: readonly OAuthTokens[]): Promise<string[]> {
  const all = await Promise.all(members.map((member) => member.get()))
  return all.map(({ accessToken }) => accessToken)
}

describe('the store in memory', () => {
  test('keeps a token until its time is over', async () => {
    let now = START
    const store = memoryTokenStore({ clock: () => now })
    expect(await store.get('a')).toBeUndefined()
    await store.set('a', token, 1_000)
    now += 999
    expect(await store.get('a')).toEqual(token)
    expect(await store.get('b')).toBeUndefined()
    now += 1
    expect(await store.get('a')).toBeUndefined()
  })

  test('forgets a token, but not the one that took its place', async () => {
    const store = memoryTokenStore()
    await store.set('a', token, HOUR)
    await store.delete?.('a', 'other')
    expect(await store.get('a')).toEqual(token)
    await store.delete?.('a', 'abc')
    expect(await store.get('a')).toBeUndefined()
  })

  test('gives a lock to one, until it lets go or its time is over', async () => {
    let now = START
    const store = memoryTokenStore({ clock: () => now })
    const first = await store.lock('a', 1_000)
    expect(await store.lock('a', 1_000)).toBeUndefined()
    expect(await store.lock('b', 1_000)).toBeTypeOf('function')
    await first?.()
    const second = await store.lock('a', 1_000)
    expect(second).toBeTypeOf('function')
    now += 1_000
    expect(await store.lock('a', 1_000)).toBeTypeOf('function')
    await second?.()
    expect(await store.lock('a', 1_000)).toBeUndefined()
  })
})

describe('clients with a store', () => {
  test('ask once, and take what another was granted', async () => {
    const { desk, members } = fleet(memoryTokenStore(), {}, {})
    expect(await tokensOf(members)).toEqual(['token-1', 'token-1', 'token-1'])
    expect(desk.requests).toHaveLength(1)
  })

  test('renew once, one for all, also after a refusal', async () => {
    const { desk, members } = fleet(memoryTokenStore(), {})
    await tokensOf(members)
    await Promise.all(members.map((member) => member.refuse('token-1')))
    expect(await tokensOf(members)).toEqual(['token-2', 'token-2'])
    desk.now += HOUR
    expect(await tokensOf(members)).toEqual(['token-3', 'token-3'])
    expect(desk.requests).toHaveLength(3)
  })

  test('do not take a refused token back from a store that cannot forget', async () => {
    const kept = memoryTokenStore()
    const store: TokenStore = {
      get: (key) => kept.get(key),
      set: (...args) => kept.set(...args),
      lock: (...args) => kept.lock(...args),
    }
    const { desk, members } = fleet(store, {})
    await tokensOf(members)
    expect(await members[0]?.refuse('token-1')).toBe(true)
    expect(await tokensOf(members)).toEqual(['token-2', 'token-1'])
    expect(await members[1]?.refuse('token-1')).toBe(true)
    expect(await tokensOf(members)).toEqual(['token-2', 'token-2'])
    expect(desk.requests).toHaveLength(2)
  })

  const certificate = (certificateSha256: string) => {
    const { transport } = tokenDesk().options
    return { transport: Object.assign(transport, { certificateSha256 }) }
  }
  test.each<[string, Partial<OAuthTokensOptions>]>([
    ['client', { clientId: 'outra' }],
    ['secret', { clientSecret: 'outro' }],
    ['scopes', { scopes: ['cob.read'] }],
    ['URL', { tokenUrl: 'https://pix.example.com/outro' }],
    ['certificate', certificate('00')],
  ])('never get the token of another %s', async (_what, difference) => {
    const keys = new Set<string>()
    const store = memoryTokenStore()
    const set: TokenStore['set'] = (key, ...rest) => {
      keys.add(key)
      return store.set(key, ...rest)
    }
    const { members } = fleet({ ...store, set }, difference)
    await tokensOf(members)
    expect(keys.size).toBe(2)
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{64}$/)
  })

  test('get the same token for the same scopes in another order', async () => {
    const { desk, members } = fleet(memoryTokenStore(), { scopes: ['cob.write', 'cob.read', 'cob.read'] })
    expect(await tokensOf(members)).toEqual(['token-1', 'token-1'])
    expect(desk.requests).toHaveLength(1)
  })

  test('wait for whoever asks, at random times, and ask for themselves when the time of a lock is over', async () => {
    const waits: number[] = []
    const locked: TokenStore = { ...memoryTokenStore(), lock: async () => undefined }
    const { desk, members } = fleet(locked)
    const patient = createOAuthTokens({
      ...desk.options,
      store: locked,
      timeoutMs: 1_000,
      jitter: () => 0.5,
      sleep: async (ms) => void waits.push(ms),
    })
    expect((await patient.get()).accessToken).toBe('token-1')
    expect(waits).toEqual(Array.from({ length: 10 }, () => 100))
    expect((await members[0]?.get())?.accessToken).toBe('token-1')
    expect(desk.requests).toHaveLength(1)
  })

  test('let go of the lock when the bank refuses', async () => {
    const { desk, members } = fleet(memoryTokenStore(), {})
    desk.reply = () => json({}, 403)
    expect(await rejectionOf(members[0]?.get() as Promise<unknown>)).toMatchObject({ status: 403 })
    desk.reply = grants
    expect((await members[1]?.get())?.accessToken).toBe('token-2')
    // Whoever was refused takes what another was granted, although it would not ask the bank yet.
    expect((await members[0]?.get())?.accessToken).toBe('token-2')
  })

  test('that are called off while they ask keep the token for the others', async () => {
    const { desk, members } = fleet(memoryTokenStore(), {})
    const answer = deferred<TransportResponse>()
    desk.reply = () => answer.promise
    const controller = new AbortController()
    const pending = rejectionOf(members[0]?.get({ signal: controller.signal }) as Promise<unknown>)
    await vi.waitFor(() => expect(desk.requests).toHaveLength(1))
    controller.abort()
    expect(await pending).toMatchObject({ code: 'HTTP_ABORTED' })
    answer.resolve(json({ access_token: 'late', expires_in: 300 }))
    expect((await members[1]?.get())?.accessToken).toBe('late')
    expect(desk.requests).toHaveLength(1)
  })

  test('look once more when they have the lock: another may just have let go of it', async () => {
    const answers = [undefined, { accessToken: 'other', expiresAt: START + HOUR }]
    const { desk, members } = fleet({ ...memoryTokenStore(), get: async () => answers.shift() })
    expect(await tokensOf(members)).toEqual(['other'])
    expect(desk.requests).toHaveLength(0)
  })

  test('take no token for a renewal that ends no later than theirs', async () => {
    const { desk, members } = fleet(memoryTokenStore())
    await tokensOf(members)
    desk.now = START + HOUR - 30_000
    expect(await tokensOf(members)).toEqual(['token-1'])
    await vi.waitFor(() => expect(desk.requests).toHaveLength(2))
    await vi.waitFor(async () => expect(await tokensOf(members)).toEqual(['token-2']))
  })
})

describe('a store that is not to be relied on', () => {
  const fail = () => Promise.reject(new Error('connection to 10.0.0.1 lost: abc'))
  const throwing = (): never => {
    throw new Error('not connected')
  }
  test.each<[string, Partial<TokenStore>]>([
    ['does not get', { get: fail }],
    ['throws', { get: throwing }],
    ['does not lock', { lock: fail }],
    ['does not set', { set: fail }],
    ['does not let go', { lock: async () => fail }],
  ])('%s: the bank is asked, and that is said once', async (_what, broken) => {
    const { desk, members, warnings } = fleet({ ...memoryTokenStore(), ...broken })
    expect(await tokensOf(members)).toEqual(['token-1'])
    expect(await tokensOf(members)).toEqual(['token-1'])
    expect(desk.requests).toHaveLength(1)
    const issue = { code: 'HTTP_TOKEN', severity: 'warning', path: [], params: { reason: 'store' } }
    expect(warnings).toEqual([{ operation: 'token', issue }])
  })

  test('does not forget: the token is refused all the same', async () => {
    const { desk, members, warnings } = fleet({ ...memoryTokenStore(), delete: fail })
    await tokensOf(members)
    expect(await members[0]?.refuse('token-1')).toBe(true)
    expect(await tokensOf(members)).toEqual(['token-2'])
    expect(desk.requests).toHaveLength(2)
    expect(warnings).toHaveLength(1)
  })

  test('hangs: it is waited for a second, and a lock that comes too late is let go', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const release = vi.fn<() => Promise<void>>(async () => {})
      const late = deferred<() => Promise<void>>()
      const lock = vi.fn<() => Promise<() => Promise<void>>>(() => late.promise)
      const { desk, members, warnings } = fleet({ ...memoryTokenStore(), lock })
      const pending = tokensOf(members)
      while (lock.mock.calls.length === 0) await new Promise(setImmediate)
      await vi.advanceTimersByTimeAsync(999)
      expect(desk.requests).toHaveLength(0)
      await vi.advanceTimersByTimeAsync(1)
      expect(await pending).toEqual(['token-1'])
      expect(warnings).toHaveLength(1)
      late.resolve(release)
      await vi.advanceTimersByTimeAsync(0)
      expect(release).toHaveBeenCalledTimes(1)
    } finally {
      vi.useRealTimers()
    }
  })

  test.each<[string, unknown]>([
    ['text', 'abc'],
    ['no time', { accessToken: 'abc' }],
    ['a time that is none', { accessToken: 'abc', expiresAt: Number.NaN }],
    ['a header of its own', { accessToken: 'abc\r\nhost: other', expiresAt: START + HOUR }],
    ['scopes that are none', { accessToken: 'abc', expiresAt: START + HOUR, scopes: 'cob.read' }],
    ['a token that no header carries', { accessToken: 'a'.repeat(16_385), expiresAt: START + HOUR }],
    ['a token that never ends', { accessToken: 'abc', expiresAt: 1e300 }],
    ['a token that has ended', { accessToken: 'abc', expiresAt: START }],
    ['a token that ends too soon', { accessToken: 'abc', expiresAt: START + 5_000 }],
  ])('holds %s: that is no token', async (_what, value) => {
    const { members, warnings } = fleet({ ...memoryTokenStore(), get: async () => value as StoredToken })
    expect(await tokensOf(members)).toEqual(['token-1'])
    expect(warnings).toEqual([])
  })
})
