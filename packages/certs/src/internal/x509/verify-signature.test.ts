import { describe, expect, test, vi } from 'vitest'
import { type ForgedAlgorithm, forgedKey, type KeyName } from '../../../../../tests/lib/forge-certificate.ts'
import { forgeChain, type Link, SUITES } from '../../../../../tests/lib/forge-chain.ts'
import { readDer } from '../der/read-der.ts'
import { bitString, integer, nullValue, oid, sequence, utf8String } from '../der/write-der.ts'
import type { Certificate, PublicKeyInfo } from './certificate.ts'
import { parseCertificate } from './parse-certificate.ts'
import { readPublicKey } from './public-key.ts'
import { isOnCurve, type SignatureProblem, verifySignature } from './verify-signature.ts'

const publicKey = (name: KeyName): PublicKeyInfo => readPublicKey(readDer(forgedKey(name).spki))
const signedBy = (key: KeyName, link: Link = {}): Certificate => {
  const { leaf = new Uint8Array() } = forgeChain({ leaf: { signKey: key, ...link } }, SUITES.ec)
  return parseCertificate(leaf)
}
const unsupported = (algorithm: string): SignatureProblem => ({ code: 'CERTS_CHAIN_ALGORITHM', params: { algorithm } })
const FORGED: SignatureProblem = { code: 'CERTS_CHAIN_SIGNATURE' }

describe('verifySignature', () => {
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
    expect(await verifySignature(certificate, publicKey(key))).toBeUndefined()
    expect(await verifySignature(certificate, publicKey(other))).toEqual(FORGED)
    const changed = { ...certificate, tbs: certificate.tbs.with(-1, (certificate.tbs.at(-1) ?? 0) ^ 1) }
    expect(await verifySignature(changed, publicKey(key))).toEqual(FORGED)
  })

  test.each([
    ['rsa1', 'RSA-SHA1', 'RSA-SHA1'],
    ['p2561', 'ECDSA-SHA1', 'ECDSA-SHA1'],
    ['rsa1', 'RSA-PSS-SHA1', 'RSA-PSS'],
    ['rsa1', 'RSA-MD5', 'RSA-MD5'],
    ['rsa1', 'RSA-SHA224', 'RSA-SHA224'],
    ['rsa1', 'RSA-PSS-SHA224', 'RSA-PSS'],
    ['p2241', 'ECDSA-SHA256', 'ECDSA P-224'],
    ['k2561', 'ECDSA-SHA256', 'ECDSA secp256k1'],
  ] as const)('never takes %s with %s', async (key, algorithm, name) => {
    const certificate = signedBy(key, { algorithm })
    expect(await verifySignature(certificate, publicKey(key))).toEqual(unsupported(name))
  })

  test('holds a bound RSA-PSS key to its hash and salt', async () => {
    const [free, bound] = [publicKey('rsa1'), publicKey('bound1')]
    const longer = signedBy('rsa1', { algorithm: 'RSA-PSS-SHA512' })
    expect(await verifySignature(longer, free)).toBeUndefined()
    // RFC 4055, section 3.3: the same key, bound to SHA-256 and a salt of 32.
    const parameters = boundParameters(bound)
    const rebound = readPublicKey(readDer(sequence(parameters, keyBits(free))))
    expect(await verifySignature(longer, rebound)).toEqual(FORGED)
    const short = signedBy('rsa1', { algorithm: 'RSA-PSS-SHA256', saltLength: 20 })
    expect(await verifySignature(short, free)).toBeUndefined()
    expect(await verifySignature(short, rebound)).toEqual(FORGED)
    expect(await verifySignature(signedBy('rsa1', { algorithm: 'RSA-PSS-SHA256' }), rebound)).toBeUndefined()
    const nonsense = sequence(oid('1.2.840.113549.1.1.10'), utf8String('x'))
    const unknown = readPublicKey(readDer(sequence(nonsense, keyBits(free))))
    expect(await verifySignature(longer, unknown)).toEqual(FORGED)
  })

  // RFC 4055, section 1.2: such a key is for RSA-PSS alone.
  test('takes no PKCS#1 v1.5 signature under an RSA-PSS key, not even by that key', async () => {
    const pss = readPublicKey(readDer(sequence(sequence(oid('1.2.840.113549.1.1.10')), keyBits(publicKey('rsa1')))))
    const plain = signedBy('rsa1', { algorithm: 'RSA-SHA256' })
    expect(await verifySignature(plain, publicKey('rsa1'))).toBeUndefined()
    expect(await verifySignature(plain, pss)).toEqual(FORGED)
    expect(await verifySignature(signedBy('rsa1', { algorithm: 'RSA-PSS-SHA256' }), pss)).toBeUndefined()
  })

  test.each([2 ** 32 - 1, 2 ** 32, 2 ** 40])('does not compute with a salt of %d octets', async (writtenSalt) => {
    const verify = vi.spyOn(crypto.subtle, 'verify')
    const certificate = signedBy('rsa1', { algorithm: 'RSA-PSS-SHA256', writtenSalt })
    const answer = await verifySignature(certificate, publicKey('rsa1'))
    const { length } = verify.mock.calls
    vi.restoreAllMocks()
    expect([answer, length]).toEqual([unsupported('RSA-PSS'), 0])
  })

  test.each([
    ['NotSupportedError', unsupported('ECDSA-SHA256')],
    ['TypeError', unsupported('ECDSA-SHA256')],
    ['DataError', FORGED],
  ])('says what a %s of the platform means', async (name, expected) => {
    const failing = vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(Object.assign(new Error('no'), { name }))
    const answer = await verifySignature(signedBy('p2561'), publicKey('p2561'))
    const onCurve = await isOnCurve(publicKey('p2561'))
    failing.mockRestore()
    expect(answer).toEqual(expected)
    expect(onCurve).toBe(expected !== FORGED)
  })

  test('says no to a key that is no key for this', async () => {
    const certificate = signedBy('rsa1', { algorithm: 'RSA-SHA256' })
    const keys = ['p2561', 'ed1', 'pss1'] as const
    const answers = await Promise.all(keys.map((key) => verifySignature(certificate, publicKey(key))))
    expect(answers).toEqual([FORGED, FORGED, FORGED])
    const [ecdsa, ed25519] = [signedBy('p2561'), signedBy('ed1')]
    expect(await verifySignature(ecdsa, publicKey('ed1'))).toEqual(FORGED)
    expect(await verifySignature(ed25519, publicKey('p2561'))).toEqual(FORGED)
  })

  const ec = (curve: string, ...point: readonly number[]): Uint8Array =>
    sequence(sequence(oid('1.2.840.10045.2.1'), oid(curve)), bitString(Uint8Array.from(point)))
  const damaged = ({ spki }: { readonly spki: Uint8Array }, at = -1): Uint8Array =>
    spki.with(at, (spki.at(at) ?? 0) ^ 1)

  test.each([
    ['a point off P-256', 'p2561', damaged(forgedKey('p2561'))],
    ['a point off P-384', 'p3841', damaged(forgedKey('p3841'))],
    ['a point off P-521', 'p5211', damaged(forgedKey('p5211'))],
    ['the point 0, 0', 'p2561', ec('1.2.840.10045.3.1.7', 4, ...Array<number>(64).fill(0))],
    ['coordinates above the field', 'p2561', ec('1.2.840.10045.3.1.7', 4, ...Array<number>(64).fill(255))],
    ['a compressed point off the curve', 'p2561', ec('1.2.840.10045.3.1.7', 2, ...Array<number>(31).fill(0), 5)],
    ['RSA numbers that are zero', 'rsa1', rsa(integer(0), integer(0))],
  ] as const)('says no to %s, and throws nothing', async (_, signer, spki) => {
    expect(await verifySignature(signedBy(signer), readPublicKey(readDer(spki)))).toEqual(FORGED)
  })

  test.each([
    ['a modulus of 16,385 bits', rsa(odd(2_049, 1), integer(65_537)), 'RSA-16385'],
    ['a modulus of 256 KiB', rsa(odd(262_144), integer(65_537)), 'RSA-2097152'],
    ['an exponent of 54 bits', rsa(odd(256), odd(7, 0x3f)), 'RSA-2048, e ≥ 2^53'],
    ['an exponent as long as its modulus', rsa(odd(2_048), odd(2_048, 0x7f)), 'RSA-16384, e ≥ 2^53'],
  ])('does not compute with %s', async (_, spki, name) => {
    const importKey = vi.spyOn(crypto.subtle, 'importKey')
    const verify = vi.spyOn(crypto.subtle, 'verify')
    const key = readPublicKey(readDer(spki))
    const certificates = (['RSA-SHA256', 'RSA-PSS-SHA256'] as const).map((algorithm) => signedBy('rsa1', { algorithm }))
    const answers = await Promise.all(certificates.map((certificate) => verifySignature(certificate, key)))
    const computed = [importKey.mock.calls.length, verify.mock.calls.length]
    vi.restoreAllMocks()
    expect(answers).toEqual([unsupported(name), unsupported(name)])
    expect(computed).toEqual([0, 0])
  })

  test('computes with the largest numbers that it takes', async () => {
    const importKey = vi.spyOn(crypto.subtle, 'importKey')
    const key = readPublicKey(readDer(rsa(odd(2_048), integer(Uint8Array.of(0x1f, ...Array<number>(6).fill(255))))))
    const answer = await verifySignature(signedBy('rsa1', { algorithm: 'RSA-SHA256' }), key)
    const { length } = importKey.mock.calls
    vi.restoreAllMocks()
    expect([key.bits, key.exponent, answer, length]).toEqual([16_384, 2 ** 53 - 1, FORGED, 1])
  })
})

/** SubjectPublicKeyInfo of RSA. */
function rsa(modulus: Uint8Array, exponent: Uint8Array): Uint8Array {
  return sequence(sequence(oid('1.2.840.113549.1.1.1'), nullValue()), bitString(sequence(modulus, exponent)))
}

/** An odd INTEGER of so many octets. */
function odd(octets: number, first = 255): Uint8Array {
  return integer(new Uint8Array(octets).fill(255).with(0, first))
}

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
