/**
 * Tokens in Redis, for a fleet of processes.
 *
 * @module
 */
import type { StoredToken, TokenStore } from './token-store.ts'

/** Sends a command, such as `['GET', 'key']`, and gives its reply. */
export type RedisCommand = (args: readonly string[]) => Promise<unknown>

/** As ioredis has it, also for a cluster. */
export interface IoredisLike {
  call(command: string, args: string[]): Promise<unknown>
}

/** As node-redis (`redis`) has it. */
export interface NodeRedisLike {
  sendCommand(args: string[]): Promise<unknown>
}

export interface RedisTokenStoreOptions {
  /** Of all keys; `pixkit:token:` by default. */
  readonly prefix?: string | undefined
}

/** A lock or a token goes only if it is still the one that was meant. One key, so that a cluster runs it, too. */
const DELETE_IF_EQUAL = "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0"

/**
 * Keeps tokens in Redis, so that a fleet of processes asks the bank once.
 *
 * Tokens are secrets, and stand there as they are: guard that Redis like the client secret. The lock is one of a single Redis: it
 * ends by itself, and after a failover two processes may have it, which costs no more than a second token.
 *
 * @param client - A connected client of `ioredis` or `redis`, which stays the caller's to close; or a function that sends a command.
 * @throws {TypeError} It is none of these.
 *
 * @example
 * ```ts
 * import { redisTokenStore } from '@pixkit/http/redis-token-store'
 *
 * const sent: string[] = []
 * const store = redisTokenStore(async ([command = '', key = '']) => {
 *   sent.push(`${command} ${key}`)
 *   return null
 * })
 * await store.get('key') // undefined
 * sent // ['GET pixkit:token:key']
 * ```
 *
 * @see Redis, documentation of SET: NX, PX and a random value as a lock that only its owner deletes
 */
export function redisTokenStore(
  client: IoredisLike | NodeRedisLike | RedisCommand,
  { prefix = 'pixkit:token:' }: RedisTokenStoreOptions = {},
): TokenStore {
  const send = commandOf(client)
  const deleteIfEqual = async (key: string, value: string): Promise<void> => {
    await send(['EVAL', DELETE_IF_EQUAL, '1', key, value])
  }
  return {
    async get(key) {
      return tokenOf(await send(['GET', prefix + key]))
    },
    async set(key, { accessToken, expiresAt, scopes }, ttlMs) {
      await send(['SET', prefix + key, JSON.stringify({ accessToken, expiresAt, scopes }), 'PX', milliseconds(ttlMs)])
    },
    async lock(key, ttlMs) {
      const name = `${prefix}${key}:lock`
      const owner = crypto.randomUUID()
      const reply = await send(['SET', name, owner, 'NX', 'PX', milliseconds(ttlMs)])
      return reply === null || reply === undefined ? undefined : () => deleteIfEqual(name, owner)
    },
    async delete(key, accessToken) {
      const text = await send(['GET', prefix + key])
      if (tokenOf(text)?.accessToken === accessToken) await deleteIfEqual(prefix + key, String(text))
    },
  }
}

/** `call` first: what ioredis has as `sendCommand` is something else. */
function commandOf(client: IoredisLike | NodeRedisLike | RedisCommand): RedisCommand {
  if (typeof client === 'function') return client
  if (typeof client === 'object' && client !== null) {
    if ('call' in client) return ([command = '', ...args]) => client.call(command, args)
    if ('sendCommand' in client) return (args) => client.sendCommand([...args])
  }
  throw new TypeError('"client" must be a client of ioredis or redis, or a function that sends commands')
}

/** Whole and positive, as Redis wants it. */
function milliseconds(ttlMs: number): string {
  return String(Math.max(1, Math.floor(ttlMs)))
}

/** What cannot be read is no token, and is written over. */
function tokenOf(text: unknown): StoredToken | undefined {
  if (typeof text !== 'string') return undefined
  try {
    return JSON.parse(text) as StoredToken
  } catch {
    return undefined
  }
}
