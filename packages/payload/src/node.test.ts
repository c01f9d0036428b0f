import { createCa, createServerIdentity, type Identity } from '@pixkit/certs'
import { describe, expect, it, vi } from 'vitest'
import { rejectionOf } from '../../../tests/lib/rejection-of.ts'
import { buildJwks } from './build-jwks.ts'
import { createSigningKeyFromIdentity, mozillaTrustAnchors } from './node.ts'

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
