import { constants, sign } from 'node:crypto'
import { inspect } from 'node:util'
import { isPixkitError, type PixkitError } from '@pixkit/core/error'
import { describe, expect, it } from 'vitest'
import {
  ALGORITHMS,
  HOST,
  INTERMEDIATE,
  JKU,
  keyFor,
  ROOT,
  signingKeyFor,
  type TestSigner,
  testSigner,
} from '../../../tests/lib/test-signer.ts'
import { rejectionOf } from '../../../tests/lib/rejection-of.ts'
import { COB } from '../../../tests/lib/sample-payloads.ts'
import { authority, certificateOf, DAY, keyNamed, NOW } from '../../../tests/lib/test-certificate.ts'
import { buildJwks } from './build-jwks.ts'
import { signPayload } from './sign-payload.ts'
import { type CreateSigningKeyOptions, createSigningKey, type JwsAlgorithm, type SignBytes } from './signing-key.ts'
import { verifyPayload } from './verify-payload.ts'

function optionsOf(
  { chain, pkcs8 }: TestSigner,
  options: Partial<CreateSigningKeyOptions> = {},
): CreateSigningKeyOptions {
  return { privateKey: pkcs8, chain, now: NOW, ...options }
}

async function refusalOf(options: CreateSigningKeyOptions): Promise<unknown> {
  const error = await rejectionOf(createSigningKey(options))
  if (!isPixkitError(error)) return error
  // Every parameter of the sentence is there.
  expect((error as Error).message).not.toMatch(/[{}]/)
  const { code, params, path }: PixkitError = error
  return [
    `${code}:${params['reason']}`,
    path,
    Object.fromEntries(Object.entries(params).filter(([name]) => !['reason', 'field'].includes(name))),
  ]
}

const importRsa = async (name: string, hash: string, usages: KeyUsage[] = ['sign']): Promise<CryptoKey> =>
  crypto.subtle.importKey('pkcs8', new Uint8Array(testSigner('rsa:signer').pkcs8), { name, hash }, false, usages)

describe('createSigningKey', () => {
  it.each(ALGORITHMS)('makes a key for %s', async (alg) => {
    const key = await createSigningKey(optionsOf(testSigner(keyFor(alg)), { alg }))
    expect(key.alg).toBe(alg)
    expect(buildJwks(key).keys[0]?.alg).toBe(alg)
  })

  it('signs with RS256 for RSA, and by the curve for EC, when nobody asks', async () => {
    const names = ['rsa:signer', 'p256:signer', 'p384:signer', 'p521:signer'] as const
    const keys = await Promise.all(names.map(async (name) => createSigningKey(optionsOf(testSigner(name)))))
    expect(keys.map(({ alg }) => alg)).toEqual(['RS256', 'ES256', 'ES384', 'ES512'])
  })

  it('takes a CryptoKey that cannot be extracted, with the algorithm that it is bound to', async () => {
    const signer = testSigner('rsa:signer')
    const key = await createSigningKey(optionsOf(signer, { privateKey: await importRsa('RSA-PSS', 'SHA-384') }))
    expect(key.alg).toBe('PS384')
  })

  it('names the key by the SHA-256 of the certificate, and tells when the first certificate ends', async () => {
    const signer = testSigner('p256:signer', { notAfter: NOW + 30 * DAY })
    const key = await createSigningKey(optionsOf(signer))
    const bytes = await crypto.subtle.digest('SHA-256', new Uint8Array(signer.certificate.der))
    expect(key.kid).toBe(Buffer.from(bytes).toString('base64url'))
    expect(key.certificateSha256).toBe(key.kid)
    expect(key.notAfter).toBe(NOW + 30 * DAY)
  })

  it('leaves the caller free to wipe the bytes', async () => {
    const signer = testSigner('p256:signer')
    const key = await createSigningKey(optionsOf(signer))
    signer.pkcs8.fill(0)
    expect(key.kid).toHaveLength(43)
  })

  it('adds the root of the trust anchors, and takes a chain that has it', async () => {
    const signer = testSigner('p256:signer')
    const trustAnchors = [authority('Outra').certificate, ROOT.certificate]
    for (const chain of [signer.chain.slice(0, 2), signer.chain]) {
      const key = await createSigningKey(optionsOf(signer, { chain, trustAnchors }))
      expect(buildJwks(key).keys[0]?.x5c.at(-1)).toBe(Buffer.from(ROOT.certificate.der).toString('base64'))
      expect(buildJwks(key).keys[0]?.x5c).toHaveLength(3)
    }
  })

  it.each([
    ['one character', 'k'],
    ['255 characters', 'k'.repeat(255)],
  ])('takes a kid of %s', async (_, kid) => {
    const key = await createSigningKey(optionsOf(testSigner(), { kid }))
    expect(key.kid).toBe(kid)
  })
})

describe('createSigningKey refuses', () => {
  const signer = testSigner()
  const [leaf, intermediate, root] = signer.chain
  const self = certificateOf({ keyUsage: 0x80, key: signer.privateKey })
  const other = authority('Outra')
  const strangers = authority('Intermediária', { issuer: other, key: keyNamed('stranger') })
  const anonymous = testSigner('p256:signer', { withoutKeyIds: true })
  const middle = testSigner('p256:middle', { subject: [['CN', 'Meio']] })
  const below = testSigner('p256:signer', { issuer: middle })

  const cases: readonly (readonly [string, CreateSigningKeyOptions, string, readonly (string | number)[], object])[] = [
    [
      'the key of somebody else',
      optionsOf(signer, { privateKey: testSigner('p256:other').pkcs8 }),
      'PAYLOAD_SIGNING_KEY:mismatch',
      ['privateKey'],
      {},
    ],
    [
      'another RSA key',
      optionsOf(testSigner('rsa:signer'), { privateKey: testSigner('rsa:other').pkcs8 }),
      'PAYLOAD_SIGNING_KEY:mismatch',
      ['privateKey'],
      {},
    ],
    [
      'a key of another kind',
      optionsOf(signer, { privateKey: testSigner('rsa:signer').pkcs8 }),
      'PAYLOAD_SIGNING_KEY:unreadable',
      ['privateKey'],
      {},
    ],
    [
      'bytes that are no key',
      optionsOf(signer, { privateKey: Uint8Array.of(0x30, 0) }),
      'PAYLOAD_SIGNING_KEY:unreadable',
      ['privateKey'],
      {},
    ],
    [
      'RSA of 1024 bits',
      optionsOf(testSigner('weak:signer')),
      'PAYLOAD_SIGNING_KEY:weak',
      ['privateKey'],
      { algorithm: 'RSA', bits: 1024 },
    ],
    [
      'RSA of 2047 bits',
      optionsOf(testSigner('almost:signer')),
      'PAYLOAD_SIGNING_KEY:weak',
      ['privateKey'],
      { algorithm: 'RSA', bits: 2047 },
    ],
    [
      'a curve of no algorithm',
      optionsOf(testSigner('k256:signer')),
      'PAYLOAD_SIGNING_KEY:unsupported',
      ['privateKey'],
      { algorithm: 'secp256k1' },
    ],
    [
      'RS256 with a curve',
      optionsOf(signer, { alg: 'RS256' }),
      'PAYLOAD_SIGNING_KEY:algorithm',
      ['privateKey'],
      { alg: 'RS256', key: 'P-256' },
    ],
    [
      'ES256 with P-384',
      optionsOf(testSigner('p384:signer'), { alg: 'ES256' }),
      'PAYLOAD_SIGNING_KEY:algorithm',
      ['privateKey'],
      { alg: 'ES256', key: 'P-384' },
    ],
    [
      'ES256 with RSA',
      optionsOf(testSigner('rsa:signer'), { alg: 'ES256' }),
      'PAYLOAD_SIGNING_KEY:algorithm',
      ['privateKey'],
      { alg: 'ES256', key: 'RSA' },
    ],
    ['HS256', optionsOf(signer, { alg: 'HS256' as 'RS256' }), 'PAYLOAD_SIGNING_OPTION:alg', ['alg'], {}],
    ['none', optionsOf(signer, { alg: 'none' as 'RS256' }), 'PAYLOAD_SIGNING_OPTION:alg', ['alg'], {}],
    [
      'a name of Object for an algorithm',
      optionsOf(signer, { alg: 'toString' as 'RS256' }),
      'PAYLOAD_SIGNING_OPTION:alg',
      ['alg'],
      {},
    ],
    ['an empty kid', optionsOf(signer, { kid: '' }), 'PAYLOAD_SIGNING_OPTION:kid', ['kid'], {}],
    ['a kid of 256 characters', optionsOf(signer, { kid: 'k'.repeat(256) }), 'PAYLOAD_SIGNING_OPTION:kid', ['kid'], {}],
    ['a kid with a line break', optionsOf(signer, { kid: 'a\n' }), 'PAYLOAD_SIGNING_OPTION:kid', ['kid'], {}],
    ['a kid beyond ASCII', optionsOf(signer, { kid: 'ação' }), 'PAYLOAD_SIGNING_OPTION:kid', ['kid'], {}],
    [
      'an expired certificate',
      optionsOf(signer, { now: leaf.notAfter + 1 }),
      'PAYLOAD_SIGNING_CERTIFICATE:expired',
      ['chain', 0],
      { index: 0, date: '2027-06-15' },
    ],
    [
      'a certificate of tomorrow',
      optionsOf(signer, { now: leaf.notBefore - 1 }),
      'PAYLOAD_SIGNING_CERTIFICATE:not-yet-valid',
      ['chain', 0],
      { index: 0, date: '2026-06-14' },
    ],
    [
      'an expired issuer',
      optionsOf(signer, {
        chain: [leaf, authority('Intermediária', { issuer: ROOT, notAfter: NOW - 1 }).certificate, root],
      }),
      'PAYLOAD_SIGNING_CERTIFICATE:expired',
      ['chain', 1],
      { index: 1, date: '2026-06-15' },
    ],
    [
      'a certificate that is not for signatures',
      optionsOf(testSigner('p256:signer', { keyUsage: 0x20 })),
      'PAYLOAD_SIGNING_CERTIFICATE:key-usage',
      ['chain', 0],
      {},
    ],
    [
      'a certificate that does not say what it is for',
      optionsOf(testSigner('p256:signer', { keyUsage: undefined })),
      'PAYLOAD_SIGNING_CERTIFICATE:key-usage',
      ['chain', 0],
      {},
    ],
    [
      'issuers in the wrong order',
      optionsOf(signer, { chain: [leaf, root, intermediate] }),
      'PAYLOAD_SIGNING_CERTIFICATE:order',
      ['chain', 1],
      { index: 1 },
    ],
    [
      'a gap',
      optionsOf(signer, { chain: [leaf, root] }),
      'PAYLOAD_SIGNING_CERTIFICATE:order',
      ['chain', 1],
      { index: 1 },
    ],
    [
      'a root twice',
      optionsOf(signer, { chain: [...signer.chain, root] }),
      'PAYLOAD_SIGNING_CERTIFICATE:order',
      ['chain'],
      { index: 3 },
    ],
    [
      'an issuer of the same name with another key',
      optionsOf(signer, { chain: [leaf, strangers.certificate, other.certificate] }),
      'PAYLOAD_SIGNING_CERTIFICATE:order',
      ['chain', 1],
      { index: 1 },
    ],
    [
      'a signature of somebody else',
      optionsOf(anonymous, { chain: [anonymous.certificate, strangers.certificate, other.certificate] }),
      'PAYLOAD_SIGNING_CERTIFICATE:chain',
      ['chain', 0],
      { index: 0, problem: 'CERTS_CHAIN_SIGNATURE' },
    ],
    [
      'a chain without root',
      optionsOf(signer, { chain: [leaf, intermediate] }),
      'PAYLOAD_SIGNING_CERTIFICATE:root-missing',
      ['chain'],
      {},
    ],
    [
      'a chain without root that nobody knows',
      optionsOf(signer, { chain: [leaf, intermediate], trustAnchors: [other.certificate] }),
      'PAYLOAD_SIGNING_CERTIFICATE:root-missing',
      ['chain'],
      {},
    ],
    [
      'an anchor that is no root',
      optionsOf(signer, { chain: [leaf], trustAnchors: [intermediate] }),
      'PAYLOAD_SIGNING_CERTIFICATE:root-missing',
      ['chain'],
      {},
    ],
    [
      'a root that is not trusted',
      optionsOf(signer, { trustAnchors: [other.certificate] }),
      'PAYLOAD_SIGNING_CERTIFICATE:untrusted',
      ['chain', 2],
      {},
    ],
    [
      'a certificate that issued itself',
      optionsOf(signer, { chain: [self.certificate] }),
      'PAYLOAD_SIGNING_CERTIFICATE:self-signed',
      ['chain', 0],
      {},
    ],
    ['no certificate', optionsOf(signer, { chain: [] }), 'PAYLOAD_SIGNING_CERTIFICATE:missing', ['chain'], {}],
    [
      'an issuer that is no authority',
      optionsOf(below, { chain: [below.certificate, ...middle.chain] }),
      'PAYLOAD_SIGNING_CERTIFICATE:chain',
      ['chain', 1],
      { index: 1, problem: 'CERTS_CHAIN_NOT_CA' },
    ],
  ]

  it.each(cases)('%s', async (_, options, reason, path, params) => {
    expect(await refusalOf(options)).toEqual([reason, path, params])
  })

  it('a CryptoKey that is bound to another algorithm, is public, or may not sign', async () => {
    const rsa = testSigner('rsa:signer')
    const privateKey = await importRsa('RSASSA-PKCS1-v1_5', 'SHA-256')
    expect(await refusalOf(optionsOf(rsa, { privateKey, alg: 'PS256' }))).toEqual([
      'PAYLOAD_SIGNING_KEY:algorithm',
      ['privateKey'],
      { alg: 'PS256', key: 'RSASSA-PKCS1-v1_5 SHA-256' },
    ])
    expect(await refusalOf(optionsOf(rsa, { privateKey, alg: 'RS384' }))).toEqual([
      'PAYLOAD_SIGNING_KEY:algorithm',
      ['privateKey'],
      { alg: 'RS384', key: 'RSASSA-PKCS1-v1_5 SHA-256' },
    ])
    const sha1 = await importRsa('RSASSA-PKCS1-v1_5', 'SHA-1')
    expect(await refusalOf(optionsOf(rsa, { privateKey: sha1 }))).toEqual([
      'PAYLOAD_SIGNING_KEY:algorithm',
      ['privateKey'],
      { alg: 'RS256', key: 'RSASSA-PKCS1-v1_5 SHA-1' },
    ])
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
    expect(await refusalOf(optionsOf(testSigner(), { privateKey: pair.publicKey }))).toEqual([
      'PAYLOAD_SIGNING_KEY:not-private',
      ['privateKey'],
      {},
    ])
    expect(await refusalOf(optionsOf(testSigner(), { privateKey: pair.privateKey }))).toEqual([
      'PAYLOAD_SIGNING_KEY:mismatch',
      ['privateKey'],
      {},
    ])
    const ecdh = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits'])
    expect(await refusalOf(optionsOf(testSigner(), { privateKey: ecdh.privateKey }))).toEqual([
      'PAYLOAD_SIGNING_KEY:usage',
      ['privateKey'],
      {},
    ])
  })

  it.each([
    ['privateKey', { privateKey: 'text' }],
    ['chain', { chain: INTERMEDIATE.certificate }],
    ['chain', { chain: [new Uint8Array(3)] }],
    ['trustAnchors', { trustAnchors: ['text'] }],
    ['now', { now: Number.NaN }],
    ['now', { now: undefined }],
    ['now', { now: NOW / 1000 }],
    ['alg', { alg: 256 }],
    ['kid', { kid: 1 }],
  ])('%s of another type', async (name, options) => {
    const error = await refusalOf({ ...optionsOf(testSigner()), ...options } as CreateSigningKeyOptions)
    expect(error).toBeInstanceOf(TypeError)
    expect((error as TypeError).message).toContain(`"${name}"`)
  })

  it('a key of @pixkit/certs, and names the function that takes it', async () => {
    const { chain, privateKey } = testSigner()
    for (const wrong of [privateKey, privateKey.key, privateKey.key.export({ format: 'pem', type: 'pkcs8' })]) {
      const error = await refusalOf({ chain, now: NOW, privateKey: wrong as unknown as CryptoKey })
      expect(error).toBeInstanceOf(TypeError)
      expect((error as TypeError).message).toMatch(/^"privateKey" .*createSigningKeyFromIdentity/)
    }
  })

  it('no options', async () => {
    const error = await refusalOf(undefined as unknown as CreateSigningKeyOptions)
    expect(error).toEqual(new TypeError('"options" must be an object'))
  })
})

/** Signs as an HSM does: apart, and with nothing but bytes coming out. */
function hsmFor(alg: JwsAlgorithm, { privateKey: { key } }: TestSigner = testSigner(keyFor(alg))): SignBytes {
  const padding = alg.startsWith('PS') ? constants.RSA_PKCS1_PSS_PADDING : constants.RSA_PKCS1_PADDING
  const how = alg.startsWith('ES')
    ? { key, dsaEncoding: 'ieee-p1363' as const }
    : { key, padding, ...(alg.startsWith('PS') ? { saltLength: constants.RSA_PSS_SALTLEN_DIGEST } : {}) }
  return async (input) => sign(`sha${alg.slice(2)}`, input, how)
}

describe('a function that signs', () => {
  it.each(ALGORITHMS)('makes a key for %s, whose payloads verify', async (alg) => {
    const signer = testSigner(keyFor(alg))
    const key = await createSigningKey(optionsOf(signer, { privateKey: hsmFor(alg), alg }))
    expect(key.alg).toBe(alg)
    const location = `${HOST}/qr/2f6c1d0e`
    const jws = await signPayload(COB, { key, location, jku: JKU, now: NOW })
    const jwks = JSON.stringify(buildJwks(key))
    const options = { location, jwks, trustAnchors: [ROOT.certificate], now: NOW }
    expect(await verifyPayload(jws, options)).toMatchObject({ proof: { alg, kid: key.kid } })
  })

  it('needs no algorithm where the curve says it, and one with RSA', async () => {
    const key = await createSigningKey(optionsOf(testSigner('p384:signer'), { privateKey: hsmFor('ES384') }))
    expect(key.alg).toBe('ES384')
    expect(await refusalOf(optionsOf(testSigner('rsa:signer'), { privateKey: hsmFor('RS256') }))).toEqual([
      'PAYLOAD_SIGNING_OPTION:alg-missing',
      ['alg'],
      {},
    ])
  })

  it('is held against the certificate, and against the algorithm', async () => {
    const mismatch = ['PAYLOAD_SIGNING_KEY:mismatch', ['privateKey'], {}]
    const other = hsmFor('ES256', testSigner('p256:other'))
    expect(await refusalOf(optionsOf(testSigner(), { privateKey: other }))).toEqual(mismatch)
    const rsa = testSigner('rsa:signer')
    expect(await refusalOf(optionsOf(rsa, { privateKey: hsmFor('RS256'), alg: 'PS256' }))).toEqual(mismatch)
    expect(await refusalOf(optionsOf(rsa, { privateKey: hsmFor('RS256'), alg: 'RS384' }))).toEqual(mismatch)
  })

  it('that takes another key later, signs nothing', async () => {
    let sign = hsmFor('ES256')
    const key = await createSigningKey(optionsOf(testSigner(), { privateKey: (input) => sign(input) }))
    sign = hsmFor('ES256', testSigner('p256:other'))
    const location = 'pix.banco.example/qr/8b3da2f39a4140d1'
    const options = { key, location, jku: 'https://pix.banco.example/jwks.json', now: NOW }
    await expect(signPayload(COB, options)).rejects.toMatchObject({
      code: 'PAYLOAD_SIGNING_KEY',
      params: { reason: 'mismatch' },
    })
  })

  it.each([
    ['DER', 'ES256', async () => new Uint8Array(70), { octets: 70, expected: 64 }],
    ['nothing', 'ES512', async () => new Uint8Array(), { octets: 0, expected: 132 }],
    ['a half', 'RS256', async () => new Uint8Array(128), { octets: 128, expected: 256 }],
  ] as const)('that returns %s', async (_, alg, privateKey, params) => {
    expect(await refusalOf(optionsOf(testSigner(keyFor(alg)), { privateKey, alg }))).toEqual([
      'PAYLOAD_SIGNING_KEY:signature-length',
      ['privateKey'],
      { alg, ...params },
    ])
  })

  it('that returns no bytes, is a mistake of the caller', async () => {
    for (const wrong of ['text', undefined, new ArrayBuffer(64)]) {
      const privateKey = (async () => wrong) as unknown as SignBytes
      const error = await refusalOf(optionsOf(testSigner(), { privateKey }))
      expect(error).toEqual(new TypeError('"privateKey" must return a Uint8Array'))
    }
  })

  it('that fails, while the key is made or later, has its error as cause', async () => {
    const cause = new Error('HSM: session closed')
    const failing: readonly SignBytes[] = [
      async () => Promise.reject(cause),
      () => {
        throw cause
      },
    ]
    for (const privateKey of failing) {
      const error = await rejectionOf(createSigningKey(optionsOf(testSigner(), { privateKey })))
      expect(error).toMatchObject({ code: 'PAYLOAD_SIGNING_KEY', path: ['privateKey'], params: { reason: 'signer' } })
      expect((error as Error).cause).toBe(cause)
      expect(Object.keys(error as Error)).not.toContain('cause')
      expect((error as Error).message).not.toContain('session')
    }
    let calls = 0
    const hsm = hsmFor('ES256')
    const key = await createSigningKey(
      optionsOf(testSigner(), { privateKey: async (input) => (calls++ === 0 ? hsm(input) : Promise.reject(cause)) }),
    )
    const later = await rejectionOf(signPayload(COB, { key, location: `${HOST}/qr/1`, jku: JKU, now: NOW }))
    expect(later).toMatchObject({ code: 'PAYLOAD_SIGNING_KEY', params: { reason: 'signer' }, cause })
    expect(calls).toBe(2)
  })
})

describe('SigningKey', () => {
  it('shows nothing secret', async () => {
    const key = await signingKeyFor('ES256')
    const fields = ['kind', 'alg', 'kid', 'certificateSha256', 'notAfter']
    expect(Reflect.ownKeys(key)).toEqual(fields)
    expect(Object.keys(JSON.parse(JSON.stringify(key)) as object)).toEqual(fields)
    expect(inspect(key, { showHidden: true, depth: 9 })).not.toMatch(/CryptoKey|PrivateKey|Uint8Array/)
    expect(Object.isFrozen(key)).toBe(true)
  })
})
