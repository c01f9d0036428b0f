import { createHash, X509Certificate } from 'node:crypto'
import { isPixkitError } from '@pixkit/core/error'
import { CompactSign, compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose'
import { describe, expect, it } from 'vitest'
import { errorOf } from '../../../tests/lib/error-of.ts'
import { NOW } from '../../../tests/lib/test-certificate.ts'
import { ALGORITHMS, keyFor, signingKeyFor, testSigner } from '../../../tests/lib/test-signer.ts'
import { buildJwks, type JwkSet, type PublicJwk } from './build-jwks.ts'
import { createSigningKey, type JwsAlgorithm, type SigningKey } from './signing-key.ts'

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

  it('publishes a key again whose private half is gone', async () => {
    const [old, current] = await Promise.all([signingKeyFor('RS256'), signingKeyFor('ES256')])
    const [published] = (JSON.parse(JSON.stringify(buildJwks(old))) as JwkSet).keys
    expect(buildJwks([current, published as PublicJwk])).toEqual(buildJwks([current, old]))
    expect(buildJwks(published as PublicJwk)).toEqual(buildJwks(old))
    const [copy] = buildJwks({ ...published, exp: 1 } as unknown as PublicJwk).keys
    expect(copy).toEqual(published)
    expect(copy?.x5c).not.toBe(published?.x5c)
    expect(errorOf(() => buildJwks([old, published as PublicJwk]))).toMatchObject({
      path: ['keys', 1, 'kid'],
      params: { reason: 'kid-repeated' },
    })
  })

  it.each(['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'])('refuses a published key with %s', async (name) => {
    const { keys } = buildJwks(await signingKeyFor('RS256'))
    const error = errorOf(() => buildJwks([{ ...keys[0], [name]: undefined } as unknown as PublicJwk]))
    expect(isPixkitError(error, 'PAYLOAD_SIGNING_KEY')).toBe(true)
    expect(error).toMatchObject({ path: ['keys', 0, name], params: { reason: 'private-member' } })
  })

  it.each<readonly [string, JwsAlgorithm, string, unknown]>([
    ['alg', 'RS256', 'alg', 'HS256'],
    ['alg of another kind', 'RS256', 'kty', 'EC'],
    ['alg that is none', 'RS256', 'alg', undefined],
    ['kid', 'RS256', 'kid', 1],
    ['use', 'RS256', 'use', 'enc'],
    ['key_ops', 'RS256', 'key_ops', ['verify', 'sign']],
    ['x5t', 'RS256', 'x5t', ''],
    ['x5t#S256', 'RS256', 'x5t#S256', undefined],
    ['x5c that is empty', 'RS256', 'x5c', []],
    ['x5c of numbers', 'RS256', 'x5c', [1]],
    ['x5c of something else than certificates', 'RS256', 'x5c', [btoa('a private key')]],
    ['n', 'RS256', 'n', undefined],
    ['e', 'RS256', 'e', 65_537],
    ['crv', 'ES256', 'crv', null],
    ['x', 'ES256', 'x', ''],
    ['y', 'ES256', 'y', undefined],
  ])('refuses a published key with another %s', async (_, alg, name, value) => {
    const [jwk] = buildJwks(await signingKeyFor(alg)).keys
    const kid = await signingKeyFor('ES384')
    const error = errorOf(() => buildJwks([kid, { ...jwk, [name]: value } as PublicJwk]))
    expect(error).toMatchObject({
      code: 'PAYLOAD_SIGNING_OPTION',
      path: ['keys', 1, name],
      params: { reason: 'jwk', field: `keys.1.${name}` },
    })
  })

  it('refuses what createSigningKey did not make', async () => {
    const forged: SigningKey = { ...(await signingKeyFor('ES256')) }
    expect(errorOf((): JwkSet => buildJwks(forged))).toBeInstanceOf(TypeError)
  })
})
