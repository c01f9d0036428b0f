import { describe, expect, test } from 'vitest'
import { type ForgedAlgorithm, forgedKey, type KeyName } from '../../../../../tests/lib/forge-certificate.ts'
import { forgeChain, type Link, SUITES } from '../../../../../tests/lib/forge-chain.ts'
import { readDer } from '../der/read-der.ts'
import { bitString, integer, nullValue, oid, sequence, utf8String } from '../der/write-der.ts'
import type { Certificate, CertificateRequest, PublicKeyInfo } from './certificate.ts'
import { parseCertificate } from './parse-certificate.ts'
import { readPublicKey } from './public-key.ts'
import { verifyCertificateSignature, verifyRequestSignature } from './verify-signature.ts'

const publicKey = (name: KeyName): PublicKeyInfo => readPublicKey(readDer(forgedKey(name).spki))
const signedBy = (key: KeyName, link: Link = {}): Certificate => {
  const { leaf = new Uint8Array() } = forgeChain({ leaf: { signKey: key, ...link } }, SUITES.ec)
  return parseCertificate(leaf)
}
const unsupported = (algorithm: string) => ({ code: 'CERTS_CHAIN_ALGORITHM', params: { index: 0, algorithm } })

describe('verifyCertificateSignature', () => {
  const algorithms: [KeyName, ForgedAlgorithm][] = [
    ['rsa1', 'RSA-SHA256'],
    ['rsa1', 'RSA-SHA384'],
    ['rsa1', 'RSA-SHA512'],
    ['rsa1', 'RSA-PSS-SHA256'],
    ['rsa1', 'RSA-PSS-SHA512'],
    ['pss1', 'RSA-PSS-SHA384'],
    ['bound1', 'RSA-PSS-SHA256'],
    ['p2561', 'ECDSA-SHA256'],
    ['p2561', 'ECDSA-SHA512'],
    ['p3841', 'ECDSA-SHA384'],
    ['p5211', 'ECDSA-SHA512'],
    ['ed1', 'Ed25519'],
  ]

  test.each(algorithms)('proves %s with %s, and nothing of another key or text', async (key, algorithm) => {
    const certificate = signedBy(key, { algorithm })
    const other = `${key.slice(0, -1)}2` as KeyName
    expect(await verifyCertificateSignature(certificate, publicKey(key))).toBe(true)
    expect(await verifyCertificateSignature(certificate, publicKey(other))).toBe(false)
    const changed = { ...certificate, tbs: certificate.tbs.with(-1, (certificate.tbs.at(-1) ?? 0) ^ 1) }
    expect(await verifyCertificateSignature(changed, publicKey(key))).toBe(false)
  })

  test.each([
    ['rsa1', 'RSA-SHA1', 'RSA-SHA1'],
    ['p2561', 'ECDSA-SHA1', 'ECDSA-SHA1'],
    ['rsa1', 'RSA-PSS-SHA1', 'RSA-PSS'],
  ] as const)('takes SHA-1 of %s only when it is allowed: %s', async (key, algorithm, name) => {
    const certificate = signedBy(key, { algorithm })
    await expect(verifyCertificateSignature(certificate, publicKey(key))).rejects.toMatchObject(unsupported(name))
    expect(await verifyCertificateSignature(certificate, publicKey(key), { allowSha1: true })).toBe(true)
  })

  test.each([
    ['rsa1', 'RSA-MD5', 'RSA-MD5'],
    ['rsa1', 'RSA-SHA224', 'RSA-SHA224'],
    ['rsa1', 'RSA-PSS-SHA224', 'RSA-PSS'],
    ['p2241', 'ECDSA-SHA256', 'ECDSA P-224'],
    ['k2561', 'ECDSA-SHA256', 'ECDSA secp256k1'],
  ] as const)('never takes %s with %s', async (key, algorithm, name) => {
    const certificate = signedBy(key, { algorithm })
    const verified = verifyCertificateSignature(certificate, publicKey(key), { allowSha1: true })
    await expect(verified).rejects.toMatchObject(unsupported(name))
  })

  test('holds a bound RSA-PSS key to its hash and salt', async () => {
    const [free, bound] = [publicKey('rsa1'), publicKey('bound1')]
    const longer = signedBy('rsa1', { algorithm: 'RSA-PSS-SHA512' })
    expect(await verifyCertificateSignature(longer, free)).toBe(true)
    // RFC 4055, section 3.3: the same key, bound to SHA-256 and a salt of 32.
    const parameters = boundParameters(bound)
    const rebound = readPublicKey(readDer(sequence(parameters, keyBits(free))))
    expect(await verifyCertificateSignature(longer, rebound)).toBe(false)
    const short = signedBy('rsa1', { algorithm: 'RSA-PSS-SHA256', saltLength: 20 })
    expect(await verifyCertificateSignature(short, free)).toBe(true)
    expect(await verifyCertificateSignature(short, rebound)).toBe(false)
    expect(await verifyCertificateSignature(signedBy('rsa1', { algorithm: 'RSA-PSS-SHA256' }), rebound)).toBe(true)
    const nonsense = sequence(oid('1.2.840.113549.1.1.10'), utf8String('x'))
    const unknown = readPublicKey(readDer(sequence(nonsense, keyBits(free))))
    expect(await verifyCertificateSignature(longer, unknown)).toBe(false)
  })

  test('says no to a key that is no key for this', async () => {
    const certificate = signedBy('rsa1', { algorithm: 'RSA-SHA256' })
    const keys = ['p2561', 'ed1', 'pss1'] as const
    const answers = await Promise.all(keys.map((key) => verifyCertificateSignature(certificate, publicKey(key))))
    expect(answers).toEqual([false, false, false])
    const [ecdsa, ed25519] = [signedBy('p2561'), signedBy('ed1')]
    expect(await verifyCertificateSignature(ecdsa, publicKey('ed1'))).toBe(false)
    expect(await verifyCertificateSignature(ed25519, publicKey('p2561'))).toBe(false)
  })

  test('says no to a point that is not on the curve', async () => {
    const { spki } = forgedKey('p2561')
    const offCurve = readPublicKey(readDer(spki.with(-1, (spki.at(-1) ?? 0) ^ 1)))
    expect(await verifyCertificateSignature(signedBy('p2561'), offCurve)).toBe(false)
  })

  test.each([
    ['a modulus of 16,392 bits', integer(new Uint8Array(2_049).fill(255)), integer(65_537)],
    ['an exponent of 72 bits', integer(new Uint8Array(256).fill(255)), integer(new Uint8Array(9).fill(255))],
    ['numbers that are zero', integer(0), integer(0)],
  ])('says no to RSA with %s', async (_, modulus, exponent) => {
    const spki = sequence(sequence(oid('1.2.840.113549.1.1.1'), nullValue()), bitString(sequence(modulus, exponent)))
    const key = readPublicKey(readDer(spki))
    expect(await verifyCertificateSignature(signedBy('rsa1', { algorithm: 'RSA-SHA256' }), key)).toBe(false)
  })
})

describe('verifyRequestSignature', () => {
  const { tbs, signature, signatureAlgorithm } = signedBy('p2561')
  const request = { tbs, signature, signatureAlgorithm, publicKey: publicKey('p2561') } as CertificateRequest

  test('proves that whoever asks has the key', async () => {
    expect(await verifyRequestSignature(request)).toBe(true)
    expect(await verifyRequestSignature({ ...request, publicKey: publicKey('p2562') })).toBe(false)
  })
})

/** AlgorithmIdentifier of a key. */
function boundParameters({ spki }: PublicKeyInfo): Uint8Array {
  const { content } = readDer(spki)
  return content.subarray(0, 2 + (content[1] ?? 0))
}

/** BIT STRING of a key. */
function keyBits({ spki }: PublicKeyInfo): Uint8Array {
  const { content } = readDer(spki)
  return content.subarray(2 + (content[1] ?? 0))
}
