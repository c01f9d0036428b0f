import { X509Certificate } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { authority, certificateOf, client, keyNamed } from '../../../tests/lib/test-certificate.ts'
import { orderChain } from './order-chain.ts'

const root = authority('Raiz')
const middle = authority('Meio', { issuer: root })
const issuing = authority('Emissora', { issuer: middle })
const leaf = client(issuing)
const CHAIN = [leaf, issuing, middle, root].map(({ certificate }) => certificate)
const strangerRoot = authority('Outra')
const stranger = client(strangerRoot, { key: keyNamed('stranger'), subject: [['CN', 'outra.example']] })

describe('orderChain', () => {
  test('leaf first, then each issuer, whatever the order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(CHAIN, { minLength: CHAIN.length }), (shuffled) => {
        expect(orderChain(shuffled)).toEqual({ chain: CHAIN, loose: [] })
      }),
      { numRuns: 24 },
    )
  })

  test('a certificate that occurs twice counts once', () => {
    expect(orderChain([...CHAIN, ...CHAIN].reverse())).toEqual({ chain: CHAIN, loose: [] })
  })

  test('ends where the issuer is missing, and tells what is loose', () => {
    const given = [root.certificate, issuing.certificate, leaf.certificate]
    expect(orderChain(given)).toEqual({ chain: [leaf.certificate, issuing.certificate], loose: [root.certificate] })
  })

  test('of several leaves, takes the one with the longest chain, then the first', () => {
    const given = [stranger.certificate, strangerRoot.certificate, ...CHAIN]
    expect(orderChain(given)).toEqual({ chain: CHAIN, loose: [stranger.certificate, strangerRoot.certificate] })
    expect(orderChain([stranger.certificate, leaf.certificate]).chain).toEqual([stranger.certificate])
    expect(orderChain([leaf.certificate, stranger.certificate]).chain).toEqual([leaf.certificate])
  })

  test('takes a certificate of no authority before a longer chain of authorities', () => {
    const given = [...CHAIN.slice(1), stranger.certificate]
    expect(orderChain(given).chain).toEqual([stranger.certificate])
    expect(orderChain(CHAIN.slice(1)).chain).toEqual(CHAIN.slice(1))
  })

  test('begins with the leaf that is asked for, which need not be among the others', () => {
    const given = [...CHAIN.slice(1), stranger.certificate, strangerRoot.certificate]
    const options = { leaf: leaf.certificate }
    expect(orderChain(given, options).chain).toEqual(CHAIN)
    expect(orderChain(given, { leaf: stranger.certificate }).chain).toEqual([
      stranger.certificate,
      strangerRoot.certificate,
    ])
  })

  test('asks the signature where an issuer has a namesake without key identifiers', () => {
    const plain = { withoutKeyIds: true }
    const ours = authority('Xará', plain)
    const namesake = authority('Xará', { ...plain, key: keyNamed('namesake') })
    const issued = client(ours, plain)
    const given = [namesake, issued, ours].map(({ certificate }) => certificate)
    expect(orderChain(given)).toEqual({
      chain: [issued.certificate, ours.certificate],
      loose: [namesake.certificate],
    })
  })

  test('does not take a namesake with another key identifier for the issuer', () => {
    const namesake = authority('Emissora', { key: keyNamed('namesake') })
    expect(orderChain([leaf.certificate, namesake.certificate])).toEqual({
      chain: [leaf.certificate],
      loose: [namesake.certificate],
    })
  })

  test('ends with two authorities that signed each other', () => {
    const a = authority('A')
    const b = authority('B')
    const aByB = authority('A', { issuer: b })
    const bByA = authority('B', { issuer: a })
    const { chain, loose } = orderChain([aByB.certificate, bByA.certificate])
    expect(chain).toEqual([aByB.certificate, bByA.certificate])
    expect(loose).toEqual([])
  })

  test('a thousand namesakes that all may have issued each other stay cheap', () => {
    const keys = Array.from({ length: 8 }, (_, index) => keyNamed(`namesake ${index}`))
    const others = Array.from({ length: 1000 }, (_, index) => {
      const options = { key: keys[index % 8], isCa: true, withoutKeyIds: true, subject: [['CN', 'Todos']] } as const
      const issuer = authority('Todos', { subject: [['CN', 'Todos']], key: keyNamed('nobody') })
      return certificateOf({ ...options, issuer, serialNumber: Uint8Array.of(1, index >> 8, index & 0xff) }).certificate
    })
    const verify = vi.spyOn(X509Certificate.prototype, 'verify')
    const { chain, loose } = orderChain(others)
    const checks = verify.mock.calls.length
    verify.mockRestore()
    expect(checks).toBeGreaterThan(200)
    expect(checks).toBeLessThanOrEqual(256)
    expect(chain).toHaveLength(16)
    expect(loose).toHaveLength(others.length - 16)
  })

  test('of more than 64 leaves, the longest chain of the first 64 is as good as any', () => {
    const leaves = Array.from({ length: 64 }, (_, index) => {
      const options = {
        key: keyNamed('stranger'),
        subject: [['CN', `loja ${index}`]],
        serialNumber: Uint8Array.of(index),
      } as const
      return client(strangerRoot, options).certificate
    })
    expect(orderChain([...leaves, ...CHAIN]).chain).toEqual([leaves[0]])
    expect(orderChain([...leaves.slice(1), ...CHAIN]).chain).toEqual(CHAIN)
  })

  test('nothing of nothing', () => {
    expect(orderChain([])).toEqual({ chain: [], loose: [] })
  })

  test('refuses what is no certificate', () => {
    expect(() => orderChain([certificateOf().privateKey as never])).toThrow(TypeError)
    expect(() => orderChain([], { leaf: {} as never })).toThrow(TypeError)
    expect(() => orderChain(null as never)).toThrow(new TypeError('"certificates" must be an array of certificates'))
    expect(() => orderChain({ length: 0 } as never)).toThrow('"certificates" must be an array of certificates')
    expect(() => orderChain([], null as never)).toThrow(new TypeError('"options" must be an object, got null'))
  })
})
