/** Keys that OpenSSL reads and cannot work with, handed to what makes and compares: errors of ours, and work that grows with the keys. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { errorOf } from '../../../tests/lib/error-of.ts'
import { forgeCertificate, forgedKey, forgeName } from '../../../tests/lib/forge-certificate.ts'
import { certificateOf, DAY, keyNamed, NOW } from '../../../tests/lib/test-certificate.ts'
import { createCsr } from './create-csr.ts'
import type { Credentials, PrivateKey } from './credentials.ts'
import { contextTag, TAG } from './internal/der/read-der.ts'
import { bitString, integer, nullValue, octetString, oid, sequence, writeDer } from './internal/der/write-der.ts'
import { privateKeyFrom } from './internal/key/private-key.ts'
import { matchKeyPair } from './match-key-pair.ts'
import { selectIdentity } from './select-identity.ts'
import { toDer } from './to-der.ts'
import { toP12 } from './to-p12.ts'
import { toPem } from './to-pem.ts'
import { parseCertificate } from './x509.ts'

const subject = [{ type: 'CN', value: 'x' }]
const rsa = forgedKey('rsa:unusable').privateKey
const { e, n } = createPublicKey(rsa).export({ format: 'jwk' })
const [modulus, exponent] = [Buffer.from(String(n), 'base64url'), Buffer.from(String(e), 'base64url')]

/** RSA-PSS under these parameters: with a salt of -1, or bound to a hash that cannot sign, OpenSSL reads it and cannot write it. */
function pss(hash: string, salt: Uint8Array): { readonly spki: Uint8Array; readonly privateKey: PrivateKey } {
  const algorithm = sequence(oid(hash), nullValue())
  const parameters = sequence(
    writeDer(contextTag(0), algorithm),
    writeDer(contextTag(1), sequence(oid('1.2.840.113549.1.1.8'), algorithm)),
    writeDer(contextTag(2), salt),
  )
  const identifier = sequence(oid('1.2.840.113549.1.1.10'), parameters)
  const spki = sequence(identifier, bitString(sequence(integer(modulus), integer(exponent))))
  const pkcs8 = sequence(integer(0), identifier, octetString(rsa.export({ type: 'pkcs1', format: 'der' })))
  const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
  return { spki, privateKey: { kind: 'private-key', key, algorithm: 'RSA-PSS', bits: 2048 } }
}

const SHA256 = '2.16.840.1.101.3.4.2.1'

describe.each([
  ['a salt of -1', pss(SHA256, writeDer(TAG.integer, Uint8Array.of(0xff)))],
  ['a salt of 2^31', pss(SHA256, integer(2 ** 31))],
  ['a salt of 160 bits', pss(SHA256, integer(new Uint8Array(20).fill(0x7f)))],
])('an RSA-PSS key with %s', (_, { privateKey, spki }) => {
  const signer = forgedKey('p256:unusable')
  const name = forgeName('CN=x')
  const certificate = parseCertificate(
    forgeCertificate({
      issuer: name,
      subject: name,
      notBefore: NOW - DAY,
      notAfter: NOW + DAY,
      key: { ...signer, spki },
      signer,
    }),
  )
  const identity = { privateKey, certificate, chain: [] }

  test('belongs to nothing', () => {
    expect(matchKeyPair(certificate, keyNamed('client'))).toBe(false)
    expect(matchKeyPair(certificate, privateKeyFrom(rsa))).toBe(false)
    expect(matchKeyPair(certificate, privateKey)).toBe(false)
    expect(matchKeyPair(certificateOf().certificate, privateKey)).toBe(false)
  })

  test.each<[string, () => unknown, string]>([
    ['toPem', () => toPem(privateKey), 'CERTS_KEY_INVALID'],
    ['toDer', () => toDer(privateKey), 'CERTS_KEY_INVALID'],
    ['toDer, encrypted', () => toDer(privateKey, { passphrase: 'segredo' }), 'CERTS_KEY_INVALID'],
    ['createCsr', () => createCsr(privateKey, { subject }), 'CERTS_KEY_INVALID'],
    ['toP12', () => toP12(identity, { passphrase: 'segredo' }), 'CERTS_KEY_MISMATCH'],
    ['selectIdentity', () => selectIdentity(file([certificate], [privateKey])), 'CERTS_KEY_MISMATCH'],
  ])('gives an error of ours in %s', (_name, call, code) => {
    expect(errorOf(call)).toMatchObject({ code })
  })
})

/** Even factors: there is nothing to calculate with. */
test('a key that cannot sign gives an error of ours in createCsr', () => {
  const number = (octets: number): Uint8Array => integer(new Uint8Array(octets).fill(0xc2))
  const other = sequence(number(85), number(84), number(84))
  const numbers = [integer(modulus), integer(exponent), ...[255, 86, 86, 85, 85, 85].map(number)]
  const inner = sequence(integer(1), ...numbers, sequence(other))
  const pkcs8 = sequence(integer(0), sequence(oid('1.2.840.113549.1.1.1'), nullValue()), octetString(inner))
  const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
  const error = errorOf(() => createCsr(privateKeyFrom(key), { subject }))
  expect(error).toMatchObject({ code: 'CERTS_KEY_INVALID' })
})

describe('many keys and many certificates', () => {
  afterEach(() => void vi.restoreAllMocks())

  const count = 20
  const { certificate: model } = certificateOf()
  const pairs = Array.from({ length: count }, () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const spki = Uint8Array.from(publicKey.export({ format: 'der', type: 'spki' }))
    const certificate = { ...model, publicKey: { ...model.publicKey, spki } }
    return { certificate, key: (): PrivateKey => privateKeyFrom(privateKey) }
  })

  test.each(['selectIdentity', 'matchKeyPair'])('are parsed once each by %s', (name) => {
    const certificates = pairs.map(({ certificate }) => ({ ...certificate, publicKey: { ...certificate.publicKey } }))
    const strangers = pairs.map(() => privateKeyFrom(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey))
    const spy = vi.spyOn(Object.getPrototypeOf(createPublicKey(rsa)) as KeyObject, 'export')
    if (name === 'selectIdentity') errorOf(() => selectIdentity(file(certificates, strangers)))
    else for (const one of certificates) for (const key of strangers) matchKeyPair(one, key)
    expect(spy.mock.calls.length).toBeGreaterThan(count)
    // Two for each certificate, whose key is written to see whether it can be, and one for each key.
    expect(spy.mock.calls.length).toBeLessThanOrEqual(3 * count)
  })

  test('are matched as few are: the first of equal keys', () => {
    const keys = pairs.flatMap(({ key }) => [key(), key()])
    const certificates = pairs.map(({ certificate }) => certificate)
    const chosen = certificates[7]
    const { certificate, privateKey } = selectIdentity(file(certificates, keys), { choose: (one) => one === chosen })
    expect(certificate).toBe(chosen)
    expect(privateKey).toBe(keys[14])
  })
})

function file(certificates: Credentials['certificates'], privateKeys: Credentials['privateKeys']): Credentials {
  return { format: 'pem', certificates, privateKeys, requests: [], encryption: [] }
}
