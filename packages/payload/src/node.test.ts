import { createCa, createServerIdentity, type Identity } from '@pixkit/certs'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { ALGORITHMS } from '../../../tests/lib/jws-algorithms.ts'
import { createPayloadWorld } from '../../../tests/lib/payload-fixture.ts'
import { rejectionOf } from '../../../tests/lib/rejection-of.ts'
import { buildJwks } from './build-jwks.ts'
import { createSigningKeyFromIdentity, mozillaTrustAnchors, verifySignatureSync } from './node.ts'
import { verifyPayload } from './verify-payload.ts'

const HOST = 'pix.banco.example'

async function identityOf(kind: 'EC' | 'RSA' = 'EC'): Promise<Identity> {
  const root = await createCa({ name: 'Raiz' })
  return createServerIdentity(await createCa({ name: 'Intermediária', issuer: root }), [HOST], { key: { type: kind } })
}

describe('createSigningKeyFromIdentity', () => {
  it.each([
    ['EC', 'ES256'],
    ['RSA', 'RS256'],
  ] as const)('takes an %s key with its certificates', async (kind, alg) => {
    const { certificate, chain, privateKey } = await identityOf(kind)
    const key = await createSigningKeyFromIdentity({ certificate, chain, privateKey }, { now: Date.now(), kid: 'a' })
    expect(key).toMatchObject({ alg, kid: 'a' })
    const x5c = [certificate, ...chain].map(({ der }) => Buffer.from(der).toString('base64'))
    expect(buildJwks(key).keys.map((jwk) => jwk.x5c)).toEqual([x5c])
    expect(x5c).toHaveLength(3)
  })

  it('wipes the key that it exported, also when it refuses it', async () => {
    const [one, other] = [await identityOf(), await identityOf()]
    const exported = vi.spyOn(one.privateKey.key, 'export')
    await createSigningKeyFromIdentity(one, { now: Date.now() })
    const refused = createSigningKeyFromIdentity({ ...other, privateKey: one.privateKey }, { now: Date.now() })
    await expect(refused).rejects.toMatchObject({ code: 'PAYLOAD_SIGNING_KEY', params: { reason: 'mismatch' } })
    const copies = exported.mock.results.map(({ value }) => value as unknown as Uint8Array)
    expect(copies).toHaveLength(2)
    expect(copies.every((copy) => copy.length > 100 && copy.every((octet) => octet === 0))).toBe(true)
  })

  it('wants an identity', async () => {
    const { privateKey } = await identityOf()
    for (const wrong of [undefined, privateKey, { privateKey: privateKey.key }, 'text']) {
      const error = await rejectionOf(createSigningKeyFromIdentity(wrong as unknown as Identity, { now: Date.now() }))
      expect(error).toBeInstanceOf(TypeError)
      expect((error as Error).message).toContain('"identity"')
    }
  })

  it('refuses a root that Mozilla does not know', async () => {
    const key = createSigningKeyFromIdentity(await identityOf(), {
      now: Date.now(),
      trustAnchors: mozillaTrustAnchors(),
    })
    await expect(key).rejects.toMatchObject({ code: 'PAYLOAD_SIGNING_CERTIFICATE', params: { reason: 'untrusted' } })
  })
})

describe('verifySignatureSync', () => {
  it.each(ALGORITHMS)('says of %s what WebCrypto says, right and wrong', async (alg) => {
    const world = await createPayloadWorld({ alg })
    const jws = world.sign()
    const verdictOf = async (text: string, verifySignature?: typeof verifySignatureSync): Promise<unknown> =>
      verifyPayload(text, { ...world.options(), verifySignature }).then(
        ({ kind }) => kind,
        (error: unknown) => (error as { code: string }).code,
      )
    expect(await verdictOf(jws, verifySignatureSync)).toBe('cob')
    const start = jws.lastIndexOf('.') + 1
    const change = fc.tuple(fc.nat(jws.length - start - 1), fc.constantFrom('A', 'z', '_', ''))
    await fc.assert(
      fc.asyncProperty(change, async ([at, character]) => {
        const changed = jws.slice(0, start + at) + character + jws.slice(start + at + 1)
        expect(await verdictOf(changed, verifySignatureSync)).toBe(await verdictOf(changed))
      }),
      { numRuns: 50 },
    )
  })

  it.each([
    ['ES256', 'ES384'],
    ['RS256', 'ES256'],
    ['ES512', 'PS512'],
  ] as const)('is false of a key for %s and the algorithm %s', async (kind, alg) => {
    const world = await createPayloadWorld({ alg: kind })
    const { publicKey } = world.certificate
    expect(verifySignatureSync({ alg, publicKey, signed: new Uint8Array(1), signature: new Uint8Array(64) })).toBe(
      false,
    )
  })

  it('refuses a salt of another length, and ECDSA as DER', async () => {
    const pss = await createPayloadWorld({ alg: 'PS256' })
    const ec = await createPayloadWorld({ alg: 'ES256' })
    for (const [world, jws] of [
      [pss, pss.sign(undefined, { saltLength: 20 })],
      [ec, ec.sign(undefined, { derSignature: true })],
    ] as const) {
      const refused = verifyPayload(jws, { ...world.options(), verifySignature: verifySignatureSync })
      await expect(refused).rejects.toMatchObject({ code: 'PAYLOAD_SIGNATURE' })
    }
  })
})

describe('the option verifySignature', () => {
  it.each([
    ['false', () => false],
    ['something that is merely true', () => 1 as unknown as boolean],
    ['an error', () => Promise.reject(new Error('out of order'))],
  ])('refuses the payload on %s', async (_, verifySignature) => {
    const world = await createPayloadWorld()
    const refused = verifyPayload(world.sign(), { ...world.options(), verifySignature })
    await expect(refused).rejects.toMatchObject({ code: 'PAYLOAD_SIGNATURE' })
  })

  it('has to be a function', async () => {
    const world = await createPayloadWorld()
    const error = await rejectionOf(
      verifyPayload(world.sign(), {
        ...world.options(),
        verifySignature: true as unknown as typeof verifySignatureSync,
      }),
    )
    expect(error).toBeInstanceOf(TypeError)
  })
})
