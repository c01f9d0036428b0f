import { describe, expect, test } from 'vitest'
import { redisTokenStore } from './redis-token-store.ts'

const token = { accessToken: 'abc', expiresAt: 1_800_000_000_000, scopes: ['cob.read'] }
const TEXT = JSON.stringify(token)

/** A store over a Redis that answers what it is told, and what it was sent. */
function scripted(...replies: unknown[]) {
  const sent: (readonly string[])[] = []
  const store = redisTokenStore(async (args) => {
    sent.push(args)
    return replies.shift() ?? null
  })
  return { store, sent }
}

describe('commands', () => {
  test('of get and set', async () => {
    const { store, sent } = scripted('OK', TEXT)
    await store.set('k', token, 1_500.9)
    expect(await store.get('k')).toEqual(token)
    expect(sent).toEqual([
      ['SET', 'pixkit:token:k', TEXT, 'PX', '1500'],
      ['GET', 'pixkit:token:k'],
    ])
  })

  test('of a lock, which its owner alone deletes', async () => {
    const { store, sent } = scripted('OK', 1)
    const release = await store.lock('k', 0.2)
    await release?.()
    const [lock, unlock] = sent
    expect(lock).toEqual(['SET', 'pixkit:token:k:lock', expect.stringMatching(/^[0-9a-f-]{36}$/), 'NX', 'PX', '1'])
    expect(unlock).toEqual(['EVAL', expect.stringContaining('DEL'), '1', 'pixkit:token:k:lock', lock?.[2]])
    expect(await scripted(null).store.lock('k', 10)).toBeUndefined()
  })

  test('of delete, which takes the token that was meant', async () => {
    const { store, sent } = scripted(TEXT, 1)
    await store.delete?.('k', 'abc')
    expect(sent).toEqual([
      ['GET', 'pixkit:token:k'],
      ['EVAL', expect.stringContaining('DEL'), '1', 'pixkit:token:k', TEXT],
    ])
    const other = scripted(TEXT)
    await other.store.delete?.('k', 'def')
    expect(other.sent).toHaveLength(1)
  })

  test.each([[null], ['{'], [''], [7], [['a']]])('reply %j is no token', async (reply) => {
    expect(await scripted(reply).store.get('k')).toBeUndefined()
  })

  test('under a prefix of one’s own', async () => {
    const sent: string[] = []
    const send = async (args: readonly string[]) => void sent.push(...args)
    await redisTokenStore(send, { prefix: 'loja:' }).get('k')
    expect(sent).toEqual(['GET', 'loja:k'])
  })
})

test('clients of ioredis and redis are sent the same', async () => {
  const sent: unknown[] = []
  const ioredis = {
    call: async (command: string, args: string[]) => void sent.push([command, ...args]),
    sendCommand: () => Promise.reject(new Error('takes an object')),
  }
  await redisTokenStore(ioredis).get('k')
  await redisTokenStore({ sendCommand: async (args: string[]) => void sent.push(args) }).get('k')
  expect(sent).toEqual([
    ['GET', 'pixkit:token:k'],
    ['GET', 'pixkit:token:k'],
  ])
})

test.each([{}, null, 7])('%j is no client', (client) => {
  expect(() => redisTokenStore(client as never)).toThrow(
    new TypeError('"client" must be a client of ioredis or redis, or a function that sends commands'),
  )
})
