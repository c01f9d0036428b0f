import { createHash, X509Certificate } from 'node:crypto'
import { isPixkitError } from '@pixkit/core/error'
import { CompactSign, compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose'
import { describe, expect, it } from 'vitest'
import { errorOf } from '../../../tests/lib/error-of.ts'
import { NOW } from '../../../tests/lib/test-certificate.ts'
import { ALGORITHMS, keyFor, signingKeyFor, testSigner } from '../../../tests/lib/test-signer.ts'
import { buildJwks, type JwkSet } from './build-jwks.ts'
import { createSigningKey, type SigningKey } from './signing-key.ts'

describe('buildJwks', () => {
  it.each(ALGORITHMS)('writes what a verifier needs of a key for %s, and nothing else', async (alg) => {
    const { chain } = testSigner(keyFor(alg))
    const [leaf] = chain
    const certificate = new X509Certificate(leaf.der)
    const { keys } = buildJwks(await signingKeyFor(alg))
    expect(keys).toEqual([
      {
        ...certificate.publicKey.export({ format: 'jwk' }),
        kid: `key-${alg}`,
        use: 'sig',
        key_ops: ['verify'],
        alg,
        x5t: createHash('sha1').update(leaf.der).digest('base64url'),
        'x5t#S256': createHash('sha256').update(leaf.der).digest('base64url'),
        x5c: chain.map(({ der }) => Buffer.from(der).toString('base64')),
      },
    ])
    const numbers = alg.startsWith('ES') ? ['crv', 'x', 'y'] : ['n', 'e']
    const members = ['kty', 'kid', 'use', 'key_ops', 'alg', 'x5t', 'x5t#S256', 'x5c', ...numbers]
    expect(keys.flatMap((key) => Reflect.ownKeys(key))).toEqual(members)
  })

  it('lists the keys of a rotation in the order given, and each is found by its kid', async () => {
    const signing = await Promise.all([signingKeyFor('ES256'), signingKeyFor('RS256')])
    const jwks = buildJwks(signing)
    expect(jwks.keys.map(({ kid }) => kid)).toEqual(['key-ES256', 'key-RS256'])
    const findKey = createLocalJWKSet(JSON.parse(JSON.stringify(jwks)) as JSONWebKeySet)
    const key = await crypto.subtle.importKey(
      'pkcs8',
      new Uint8Array(testSigner(keyFor('ES256')).pkcs8),
      { name: 'ECDSA', namedCurve: 'P-256' },
      false,
      ['sign'],
    )
    const jws = await new CompactSign(Uint8Array.of(1)).setProtectedHeader({ alg: 'ES256', kid: 'key-ES256' }).sign(key)
    const { payload } = await compactVerify(jws, findKey)
    expect([...payload]).toEqual([1])
  })

  it('gives each caller a copy', async () => {
    const key = await signingKeyFor('ES256')
    const first = buildJwks(key)
    const copy = structuredClone(first)
    for (const jwk of first.keys) {
      Object.assign(jwk, { kid: 'other' })
      Object.assign(jwk.x5c, { 0: 'other' })
    }
    expect(buildJwks(key)).toEqual(copy)
  })

  it('refuses a kid that names two keys', async () => {
    const [one, other] = await Promise.all(
      (['p256:signer', 'p384:signer'] as const).map(async (name) => {
        const { chain, pkcs8 } = testSigner(name)
        return createSigningKey({ privateKey: pkcs8, chain, kid: 'same', now: NOW })
      }),
    )
    const error = errorOf(() => buildJwks([one, other] as SigningKey[]))
    expect(isPixkitError(error, 'PAYLOAD_SIGNING_OPTION')).toBe(true)
    expect(error).toMatchObject({ path: ['keys', 1, 'kid'], params: { reason: 'kid-repeated' } })
    expect(errorOf(() => buildJwks([one, one] as SigningKey[]))).toMatchObject({ params: { reason: 'kid-repeated' } })
  })

  it('refuses what createSigningKey did not make', async () => {
    const forged: SigningKey = { ...(await signingKeyFor('ES256')) }
    expect(errorOf((): JwkSet => buildJwks(forged))).toBeInstanceOf(TypeError)
  })
})
