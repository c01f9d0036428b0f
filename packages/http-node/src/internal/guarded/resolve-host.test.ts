import { describe, expect, test } from 'vitest'
import { rejectionOf } from '../../../../../tests/lib/rejection-of.ts'
import { resolveHost, systemResolver } from './resolve-host.ts'

const { signal } = new AbortController()

describe('resolveHost', () => {
  test('asks the system, which knows its own machine', async () => {
    const addresses = await resolveHost('localhost', systemResolver, ['127.0.0.1', '::1'], signal)
    expect(addresses.length).toBeGreaterThan(0)
    expect(await rejectionOf(resolveHost('localhost', systemResolver, [], signal))).toMatchObject({
      code: 'HTTP_ADDRESS_FORBIDDEN',
      params: { reason: 'special-purpose' },
    })
  })

  test('gives public addresses with the family that they are of', async () => {
    const answer = ['1.1.1.1', '2606:4700:4700::1111'].map((address) => ({ address, family: 0 }))
    expect(await resolveHost('one.example', async () => answer, [], signal)).toEqual([
      { address: '1.1.1.1', family: 4 },
      { address: '2606:4700:4700::1111', family: 6 },
    ])
  })
})
