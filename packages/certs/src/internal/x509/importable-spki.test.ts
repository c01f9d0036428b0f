import { createPublicKey, webcrypto } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../../../../../tests/lib/error-of.ts'
import { forgedKey } from '../../../../../tests/lib/forge-certificate.ts'
import { readDer } from '../der/read-der.ts'
import { importableSpki } from './importable-spki.ts'
import { readPublicKey } from './public-key.ts'

const { subtle } = webcrypto
const RSA = { hash: 'SHA-256' }

describe('importableSpki', () => {
  test.each([
    ['rsa1', { name: 'RSASSA-PKCS1-v1_5', ...RSA }],
    ['pss1', { name: 'RSA-PSS', ...RSA }],
    ['bound1', { name: 'RSA-PSS', ...RSA }],
    ['p2561', { name: 'ECDSA', namedCurve: 'P-256' }],
    ['ed1', { name: 'Ed25519' }],
  ] as const)('lets WebCrypto import %s as the key that it is', async (name, algorithm) => {
    const { spki } = forgedKey(name)
    const key = await subtle.importKey('spki', importableSpki(readPublicKey(readDer(spki))), algorithm, true, [
      'verify',
    ])
    const jwk = await subtle.exportKey('jwk', key)
    const { n, e, x, y } = createPublicKey({
      key: Buffer.from(importableSpki(readPublicKey(readDer(spki)))),
      format: 'der',
      type: 'spki',
    }).export({ format: 'jwk' })
    expect([jwk.n, jwk.e, jwk.x, jwk.y]).toEqual([n, e, x, y])
  })

  // Why it is there.
  test.each(['pss1', 'bound1'] as const)('is needed for %s', async (name) => {
    const { spki } = forgedKey(name)
    await expect(subtle.importKey('spki', spki, { name: 'RSA-PSS', ...RSA }, true, ['verify'])).rejects.toThrow(
      'Invalid key type',
    )
    expect(Buffer.from(spki).includes(Buffer.from(importableSpki(readPublicKey(readDer(spki))).subarray(-270)))).toBe(
      true,
    )
  })

  test('returns a copy', () => {
    const { spki } = forgedKey('p2561')
    const copy = importableSpki({ algorithm: 'EC', spki })
    expect(copy).toEqual(spki)
    expect(copy.buffer).not.toBe(spki.buffer)
  })

  test('refuses what is no key', () => {
    expect(errorOf(() => importableSpki({ algorithm: 'RSA-PSS', spki: new Uint8Array() }))).toMatchObject({
      code: 'CERTS_DER_TRUNCATED',
    })
    expect(errorOf(() => importableSpki({ algorithm: 'RSA' } as never))).toBeInstanceOf(TypeError)
  })
})
