import { beforeAll, describe, expect, test } from 'vitest'
import { errorOf } from '../../../tests/lib/error-of.ts'
import { createCa } from './create-ca.ts'
import { createClientIdentity } from './create-identity.ts'
import type { Credentials } from './credentials.ts'
import { generatePrivateKey } from './generate-private-key.ts'
import { issueCertificate } from './issue-certificate.ts'
import { type Identity, selectIdentity } from './select-identity.ts'

const now = Date.UTC(2026, 6, 1)

let root: Identity
let middle: Identity
let client: Identity
let other: Identity
beforeAll(async () => {
  root = await createCa({ now, name: 'AC raiz' })
  middle = await createCa({ now, name: 'AC intermediária', issuer: root })
  client = await createClientIdentity(middle, { now })
  other = await createClientIdentity(await createCa({ now, name: 'Outra AC' }), { now })
})

describe('selectIdentity', () => {
  test('finds key, certificate and chain in any order', () => {
    const certificates = [root.certificate, other.certificate, client.certificate, middle.certificate]
    for (const order of [certificates, certificates.toReversed()]) {
      const identity = selectIdentity(file(order, [client.privateKey]))
      expect(identity.privateKey).toBe(client.privateKey)
      expect(identity.certificate).toBe(client.certificate)
      expect(identity.chain).toEqual([middle.certificate, root.certificate])
    }
  })

  test('puts together what is in files of their own', () => {
    const files = [file([], [client.privateKey]), file([client.certificate]), file([middle.certificate])]
    const identity = selectIdentity(files)
    expect(identity.certificate).toBe(client.certificate)
    expect(identity.chain).toEqual([middle.certificate])
  })

  test('prefers, of several pairs, the first that is no authority', () => {
    const keys = [root.privateKey, other.privateKey, client.privateKey]
    const certificates = [root.certificate, client.certificate, other.certificate]
    expect(selectIdentity(file(certificates, keys)).certificate).toBe(client.certificate)
    expect(selectIdentity(file(certificates.toReversed(), keys)).certificate).toBe(other.certificate)
    expect(selectIdentity(file([root.certificate], keys)).certificate).toBe(root.certificate)
  })

  test('lets the caller choose', () => {
    const credentials = file([client.certificate, other.certificate], [client.privateKey, other.privateKey])
    const choose = ({ der }: { der: Uint8Array }): boolean => der === other.certificate.der
    expect(selectIdentity(credentials, { choose })).toMatchObject({ privateKey: other.privateKey, chain: [] })
    const none = errorOf(() => selectIdentity(credentials, { choose: () => false }))
    expect(none).toMatchObject({ code: 'CERTS_CERTIFICATE_MISSING' })
  })

  test('takes the first of two certificates for one key', () => {
    const options = { publicKey: client.privateKey, usage: 'client', now } as const
    const renewed = issueCertificate(middle, { ...options, subject: [{ type: 'CN', value: 'renovado' }] })
    const credentials = file([renewed, client.certificate], [client.privateKey])
    expect(selectIdentity(credentials).certificate).toBe(renewed)
  })

  test('says what is missing', async () => {
    const key = await generatePrivateKey({ type: 'EC' })
    const cases = [
      [file([client.certificate]), 'CERTS_KEY_MISSING'],
      [file([]), 'CERTS_KEY_MISSING'],
      [[], 'CERTS_KEY_MISSING'],
      [file([], [key]), 'CERTS_CERTIFICATE_MISSING'],
      [file([client.certificate, middle.certificate], [key]), 'CERTS_KEY_MISMATCH'],
    ] as const
    const codes = cases.map(([credentials]) => (errorOf(() => selectIdentity(credentials)) as { code: string }).code)
    expect(codes).toEqual(cases.map(([, code]) => code))
  })

  test.each([undefined, null, 'x', [undefined]])('takes %o for a bug', (credentials) => {
    expect(errorOf(() => selectIdentity(credentials as never))).toBeInstanceOf(TypeError)
  })
})

function file(certificates: Credentials['certificates'], privateKeys: Credentials['privateKeys'] = []): Credentials {
  return { format: 'pem', certificates, privateKeys, requests: [], encryption: [] }
}
