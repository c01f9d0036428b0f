/** @module Processes that share one token through a real Redis, also when one of them dies or Redis does. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { createClient } from 'redis'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { redisTokenStore } from '../packages/http/src/redis-token-store.ts'
import type { TokenStore } from '../packages/http/src/token-store.ts'
import { findEngine } from '../scripts/lib/engines.mjs'
import { bundleSource } from './lib/bundle-source.ts'
import type { MemberReport, MemberSettings, MemberTask, RedisClientName } from './lib/redis-member.ts'
import { kill, type RedisServer, startRedis } from './lib/redis-server.ts'

const program = findEngine('redis-server')

const CLIENTS: readonly RedisClientName[] = ['ioredis', 'redis']

/** Of a request of a token, and so of a lock: that long the others wait for one that died. */
const TIMEOUT_MS = 30_000
const SHORT_TIMEOUT_MS = 2_000

describe.skipIf(program === undefined)('tokens in Redis', () => {
  let redis: RedisServer
  const ends: (() => unknown)[] = []

  beforeAll(async () => {
    redis = await startRedis(program ?? '')
  })
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end()
    await flush()
  })
  afterAll(() => redis.kill())

  async function flush(): Promise<void> {
    const client = new Redis(redis.socket)
    await client.flushall()
    await client.quit()
  }

  async function connect(client: RedisClientName): Promise<TokenStore> {
    if (client === 'ioredis') {
      const ioredis = new Redis(redis.socket)
      ends.push(() => ioredis.quit())
      return redisTokenStore(ioredis, { prefix: 'teste:' })
    }
    const nodeRedis = createClient({ socket: { path: redis.socket, tls: false } })
    await nodeRedis.connect()
    ends.push(() => nodeRedis.close())
    return redisTokenStore(nodeRedis, { prefix: 'teste:' })
  }

  describe.each(CLIENTS)('over %s', (client) => {
    const token = { accessToken: 'abc', expiresAt: 1_800_000_000_000, scopes: ['cob.read'] }

    test('are kept as long as they may be', async () => {
      const store = await connect(client)
      expect(await store.get('a')).toBeUndefined()
      await store.set('a', token, 60_000)
      expect(await store.get('a')).toEqual(token)
      expect(await store.get('b')).toBeUndefined()
      await store.set('b', token, 20)
      await vi.waitFor(async () => expect(await store.get('b')).toBeUndefined())
      expect(await store.get('a')).toEqual(token)
    })

    test('are forgotten, but not those that took their place', async () => {
      const store = await connect(client)
      await store.set('a', token, 60_000)
      await store.delete?.('a', 'other')
      expect(await store.get('a')).toEqual(token)
      await store.delete?.('a', 'abc')
      expect(await store.get('a')).toBeUndefined()
      await store.delete?.('a', 'abc')
    })

    test('are locked for one, who alone lets go', async () => {
      const [store, other] = [await connect(client), await connect('ioredis')]
      const release = await store.lock('a', 20)
      expect(release).toBeTypeOf('function')
      await vi.waitFor(async () => expect(await other.lock('a', 60_000)).toBeTypeOf('function'))
      // It is over for whoever had it first, who cannot end the second's.
      await release?.()
      expect(await store.lock('a', 60_000)).toBeUndefined()
      expect(await store.lock('b', 60_000)).toBeTypeOf('function')
    })
  })

  describe('of several processes', () => {
    let folder: string
    let member: string

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'pixkit-fleet-'))
      member = join(folder, 'member.cjs')
      await writeFile(member, await bundleSource(new URL('lib/redis-member.ts', import.meta.url), 'node'))
    })
    afterAll(() => rm(folder, { recursive: true, force: true }))

    /** One process with each client of Redis. */
    async function fleet(bank: Bank, options: Partial<MemberSettings> = {}): Promise<ChildProcess[]> {
      const children = CLIENTS.map((client) => {
        const settings: MemberSettings = {
          client,
          socket: redis.socket,
          tokenUrl: bank.tokenUrl,
          timeoutMs: TIMEOUT_MS,
          ...options,
        }
        const child = fork(member, [JSON.stringify(settings)], { execArgv: [] })
        ends.push(() => kill(child))
        return child
      })
      await Promise.all(children.map((child) => once(child, 'message')))
      return children
    }

    async function open(): Promise<Bank> {
      const bank = await openBank()
      ends.push(() => bank.close())
      return bank
    }

    test('is asked for once, for 10,000 calls and 50 at the same time in each', async () => {
      const bank = await open()
      const children = await fleet(bank)
      const reports = await Promise.all(children.map((child) => ask(child, { lines: 50, calls: 200 })))
      expect(reports).toEqual(CLIENTS.map(() => ({ tokens: ['token-1'], warnings: [] })))
      expect(bank.requests).toBe(1)
    })

    test('is renewed once when it is refused in all of them', async () => {
      const bank = await open()
      const children = await fleet(bank)
      await Promise.all(children.map((child) => ask(child, { lines: 1, calls: 1 })))
      const task = { lines: 50, calls: 1, refuse: 'token-1' }
      const reports = await Promise.all(children.map((child) => ask(child, task)))
      expect(reports).toEqual(CLIENTS.map(() => ({ tokens: ['token-2'], warnings: [] })))
      expect(bank.requests).toBe(2)
    })

    test('is asked for by another when the one that asks is killed', async () => {
      const bank = await open()
      const [first, second] = (await fleet(bank, { timeoutMs: SHORT_TIMEOUT_MS })) as [ChildProcess, ChildProcess]
      bank.hangs = true
      first.send({ lines: 1, calls: 1 } satisfies MemberTask)
      await vi.waitFor(() => expect(bank.requests).toBe(1), { timeout: 10_000 })
      const report = ask(second, { lines: 50, calls: 1 })
      await kill(first)
      bank.hangs = false
      expect(await report).toEqual({ tokens: ['token-2'], warnings: [] })
      expect(bank.requests).toBe(2)
    })

    test('is asked for by each when Redis is gone, which is said once', async () => {
      const own = await startRedis(program ?? '')
      ends.push(() => own.kill())
      const bank = await open()
      const children = await fleet(bank, { socket: own.socket })
      await Promise.all(children.map((child) => ask(child, { lines: 1, calls: 1 })))
      await own.kill()
      const task = { lines: 10, calls: 10, refuse: 'token-1' }
      const reports = await Promise.all(children.map((child) => ask(child, task)))
      expect(reports.map(({ warnings }) => warnings)).toEqual([['store'], ['store']])
      expect(reports.flatMap(({ tokens }) => tokens).sort()).toEqual(['token-2', 'token-3'])
      expect(bank.requests).toBe(3)
    })
  })
})

interface Bank {
  readonly tokenUrl: string
  readonly requests: number
  /** Does not answer. */
  hangs: boolean
  close(): Promise<void>
}

async function openBank(): Promise<Bank> {
  let requests = 0
  const server: Server = createServer((_request, response: ServerResponse) => {
    requests += 1
    if (bank.hangs) return
    const body = JSON.stringify({ access_token: `token-${requests}`, token_type: 'Bearer', expires_in: 3_600 })
    // Long enough for the others to come meanwhile.
    setTimeout(() => response.setHeader('content-type', 'application/json').end(body), 50)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const bank = {
    tokenUrl: `http://127.0.0.1:${port}/oauth/token`,
    get requests() {
      return requests
    },
    hangs: false,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return bank
}

async function ask(child: ChildProcess, task: MemberTask): Promise<MemberReport> {
  const answer = once(child, 'message')
  child.send(task)
  const [report] = (await answer) as [MemberReport]
  return report
}
