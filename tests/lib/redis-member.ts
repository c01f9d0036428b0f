/** @module A process of a fleet that shares tokens through Redis; run by redis-tokens.test.ts, told by messages what to do. */
import { Redis } from 'ioredis'
import { createClient } from 'redis'
import { fetchTransport } from '../../packages/http/src/fetch-transport.ts'
import { createOAuthTokens } from '../../packages/http/src/oauth-tokens.ts'
import { redisTokenStore } from '../../packages/http/src/redis-token-store.ts'
import type { TokenStore } from '../../packages/http/src/token-store.ts'

export type RedisClientName = 'ioredis' | 'redis'

export interface MemberSettings {
  readonly client: RedisClientName
  /** Path of the socket of Redis. */
  readonly socket: string
  readonly tokenUrl: string
  readonly timeoutMs: number
}

export interface MemberTask {
  /** Calls one after the other, in each of the lines that run at the same time. */
  readonly calls: number
  readonly lines: number
  /** A token to refuse in each line before the first call. */
  readonly refuse?: string | undefined
}

export interface MemberReport {
  /** Each once. */
  readonly tokens: readonly string[]
  readonly warnings: readonly unknown[]
}

async function storeOf({ client, socket }: MemberSettings): Promise<TokenStore> {
  if (client === 'ioredis') {
    const ioredis = new Redis(socket)
    ioredis.on('error', () => {})
    return redisTokenStore(ioredis)
  }
  const nodeRedis = createClient({ socket: { path: socket, tls: false } })
  nodeRedis.on('error', () => {})
  await nodeRedis.connect()
  return redisTokenStore(nodeRedis)
}

async function main(settings: MemberSettings): Promise<void> {
  const warnings: unknown[] = []
  const tokens = createOAuthTokens({
    transport: fetchTransport(fetch, { allowInsecureRequests: true }),
    tokenUrl: settings.tokenUrl,
    clientId: 'loja',
    clientSecret: 'segredo da loja',
    shape: { client: 'basic', body: 'form', grantType: 'body', sendsScope: true, expiresIn: 'seconds' },
    scopes: ['cob.read'],
    store: await storeOf(settings),
    timeoutMs: settings.timeoutMs,
    hooks: { onWarning: ({ issue }) => void warnings.push(issue.params['reason']) },
  })
  const run = async ({ calls, lines, refuse }: MemberTask): Promise<MemberReport> => {
    const seen = new Set<string>()
    const line = async (): Promise<void> => {
      if (refuse !== undefined) await tokens.refuse(refuse)
      for (let call = 0; call < calls; call += 1) seen.add((await tokens.get()).accessToken)
    }
    await Promise.all(Array.from({ length: lines }, line))
    return { tokens: [...seen], warnings }
  }
  process.on('message', (task: MemberTask) => {
    void run(task).then(
      (report) => process.send?.(report),
      (error: unknown) => process.send?.({ tokens: [String(error)], warnings }),
    )
  })
  process.on('disconnect', () => process.exit())
  process.send?.('ready')
}

void main(JSON.parse(process.argv[2] ?? '{}') as MemberSettings)
