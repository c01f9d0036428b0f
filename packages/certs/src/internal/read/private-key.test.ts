import { createPrivateKey, createPublicKey, generateKeyPairSync, generatePrimeSync, type KeyObject } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { errorOf } from '../../../../../tests/lib/error-of.ts'
import { forgedKey, pem } from '../../../../../tests/lib/forge-certificate.ts'
import { readInChild } from '../../../../../tests/lib/read-in-child.ts'
import { certificateOf } from '../../../../../tests/lib/test-certificate.ts'
import { contextTag, TAG } from '../der/read-der.ts'
import { bitString, integer, nullValue, octetString, oid, sequence, writeDer } from '../der/write-der.ts'
import { encryptPbes2 } from '../make/pbes2.ts'
import { writePkcs12 } from '../make/pkcs12.ts'
import { modernProtection } from '../make/protection.ts'
import { readCredentials } from '../../read-credentials.ts'

const EC = '1.2.840.10045.2.1'
const RSA = '1.2.840.113549.1.1.1'
const RSASSA_PSS = '1.2.840.113549.1.1.10'
const P256 = '1.2.840.10045.3.1.7'
/** Octets of the order. @see SEC 2 version 2.0 */
const CURVES = { [P256]: 32, '1.3.132.0.34': 48, '1.3.132.0.35': 66, '1.3.132.0.10': 32 }

/** Parameters of P-256. @see FIPS 186-4, appendix D.1.2.3 */
const P = Buffer.from('ffffffff00000001000000000000000000000000ffffffffffffffffffffffff', 'hex')
const A = Buffer.from('ffffffff00000001000000000000000000000000fffffffffffffffffffffffc', 'hex')
const B = Buffer.from('5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b', 'hex')
const G = Buffer.from(
  '046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296' +
    '4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5',
  'hex',
)
const N = Buffer.from('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551', 'hex')

const ec = forgedKey('p256:hostile').privateKey
const d = Buffer.from(String(ec.export({ format: 'jwk' }).d), 'base64url')
const point = pointOf(ec)

/** ECPrivateKey. */
function sec1(secret: Uint8Array, more: { parameters?: Uint8Array; point?: Uint8Array } = {}): Uint8Array {
  return sequence(
    integer(1),
    octetString(secret),
    ...(more.parameters === undefined ? [] : [writeDer(contextTag(0), more.parameters)]),
    ...(more.point === undefined ? [] : [writeDer(contextTag(1), bitString(more.point))]),
  )
}

function pkcs8(algorithm: Uint8Array, inner: Uint8Array): Uint8Array {
  return sequence(integer(0), algorithm, octetString(inner))
}

function ecKey(inner: Uint8Array, parameters: Uint8Array = oid(P256)): Uint8Array {
  return pkcs8(sequence(oid(EC), parameters), inner)
}

function explicitCurve(order: Uint8Array, generator: Uint8Array = G): Uint8Array {
  const field = sequence(oid('1.2.840.10045.1.1'), integer(P))
  return sequence(
    integer(1),
    field,
    sequence(octetString(A), octetString(B)),
    octetString(generator),
    integer(order),
    integer(1),
  )
}

function pssKey(...parameters: readonly Uint8Array[]): Uint8Array {
  const numbers = forgedKey('rsa:hostile').privateKey.export({ type: 'pkcs1', format: 'der' })
  return pkcs8(sequence(oid(RSASSA_PSS), sequence(...parameters)), numbers)
}

function pssParameters(hash: string, salt: Uint8Array): Uint8Array[] {
  const algorithm = sequence(oid(hash), nullValue())
  return [
    writeDer(contextTag(0), algorithm),
    writeDer(contextTag(1), sequence(oid('1.2.840.113549.1.1.8'), algorithm)),
    writeDer(contextTag(2), salt),
  ]
}

const SHA256 = '2.16.840.1.101.3.4.2.1'

/** Each ended the process, or passed for a key. */
const HOSTILE: Readonly<Record<string, Uint8Array>> = {
  ...Object.fromEntries(
    Object.entries(CURVES).flatMap(([curve, octets]) => {
      const long = new Uint8Array(octets + 1).fill(7)
      return [
        [`PKCS#8, one octet more than the order of ${curve}`, ecKey(sec1(long), oid(curve))],
        [`SEC1, one octet more than the order of ${curve}`, sec1(long, { parameters: oid(curve) })],
        [`40 octets more than the order of ${curve}`, ecKey(sec1(new Uint8Array(octets + 40).fill(7)), oid(curve))],
        [`0 on ${curve}`, ecKey(sec1(new Uint8Array(octets)), oid(curve))],
        [`more than the order of ${curve}`, ecKey(sec1(new Uint8Array(octets).fill(0xff)), oid(curve))],
      ]
    }),
  ),
  'PEM, one octet more': Buffer.from(pem('PRIVATE KEY', ecKey(sec1(new Uint8Array(33).fill(7))))),
  'PEM of SEC1, one octet more': Buffer.from(
    pem('EC PRIVATE KEY', sec1(new Uint8Array(33).fill(7), { parameters: oid(P256) })),
  ),
  'one octet more, with a point': ecKey(sec1(Buffer.concat([Buffer.of(1), d]), { point })),
  'many zeros before the number': ecKey(sec1(Buffer.concat([Buffer.alloc(2), d]), { point })),
  'the order itself': ecKey(sec1(N)),
  'no octets': ecKey(sec1(new Uint8Array(0))),
  'no octets, with a point': ecKey(sec1(new Uint8Array(0), { point })),
  'the point at infinity': ecKey(sec1(d, { point: Uint8Array.of(0) })),
  'a curve that is spelled out': ecKey(sec1(d, { point }), explicitCurve(N)),
  'a curve of order 1': ecKey(sec1(d, { point }), explicitCurve(Uint8Array.of(1))),
  'a curve of order 1, SEC1': sec1(d, { parameters: explicitCurve(Uint8Array.of(1)), point }),
  'the point of another as generator': ecKey(sec1(Uint8Array.of(1), { point }), explicitCurve(N, point)),
  'a curve of order 1 inside': ecKey(sec1(d, { parameters: explicitCurve(Uint8Array.of(1)), point })),
  'another curve inside': ecKey(sec1(d, { parameters: oid('1.3.132.0.10') })),
  'a salt of -1': pssKey(...pssParameters(SHA256, writeDer(TAG.integer, Uint8Array.of(0xff)))),
  'a salt of 2^31': pssKey(...pssParameters(SHA256, integer(2 ** 31))),
  'a salt of 160 bits': pssKey(...pssParameters(SHA256, integer(new Uint8Array(20).fill(0x7f)))),
  'a salt that does not fit': pssKey(...pssParameters(SHA256, integer(300))),
  SHAKE128: pssKey(...pssParameters('2.16.840.1.101.3.4.2.11', integer(20))),
}

describe('readPkcs8', () => {
  it('survives keys that Node dies of, wherever they are', async () => {
    const passphrase = 'segredo'
    const { certificate } = certificateOf()
    const files = Object.values(HOSTILE).flatMap((bytes) => {
      if (bytes[0] !== TAG.sequence) return [{ bytes }]
      const { algorithm, ciphertext } = encryptPbes2(bytes, passphrase, 1)
      const bundle = { certificates: [{ certificate }], pkcs8: bytes, localKeyId: Uint8Array.of(1) }
      const p12 = writePkcs12(bundle, modernProtection(passphrase, 1))
      const isPkcs8 = !isSec1(bytes)
      return [
        { bytes },
        ...(isPkcs8
          ? [
              { bytes: sequence(algorithm, octetString(ciphertext)), passphrase },
              { bytes: p12, passphrase },
            ]
          : []),
      ]
    })
    const whole = { bytes: ecKey(sec1(d, { point })) }
    expect(files.length).toBeGreaterThan(80)
    expect(await readInChild([whole, ...files])).toEqual(['read', ...files.map(() => 'CERTS_KEY_INVALID'), 'end'])
  })

  it.each<[string, Uint8Array]>([
    ['without its point', ecKey(sec1(d))],
    ['with its point', ecKey(sec1(d, { point }))],
    ['with its curve inside, too', ecKey(sec1(d, { parameters: oid(P256), point }))],
    ['with a sign before the number', ecKey(sec1(Buffer.concat([Buffer.of(0), d]), { point }))],
    [
      'with a compressed point',
      ecKey(sec1(d, { point: Buffer.concat([Buffer.of(2 + ((point[64] ?? 0) & 1)), point.subarray(1, 33)]) })),
    ],
  ])('reads a key %s', (_, bytes) => {
    expect(readCredentials(bytes).privateKeys.map(({ key }) => key.equals(ec))).toEqual([true])
  })

  it('reads a number that is shorter than the order', () => {
    const key = readCredentials(ecKey(sec1(Uint8Array.of(1)))).privateKeys[0]?.key
    expect(key && pointOf(key).equals(G)).toBe(true)
  })

  it('reads a key of every kind that signs', () => {
    const keys = [
      ...['P-256', 'P-384', 'P-521', 'secp256k1', 'brainpoolP256r1', 'sect571r1', 'secp160r1'].map(
        (namedCurve) => generateKeyPairSync('ec', { namedCurve }).privateKey,
      ),
      ...(['rsa:hostile', 'pss1', 'bound1'] as const).map((name) => forgedKey(name).privateKey),
      generateKeyPairSync('ed25519').privateKey,
      generateKeyPairSync('ed448').privateKey,
    ]
    const read = keys.map((key) => readCredentials(key.export({ type: 'pkcs8', format: 'der' })).privateKeys[0]?.key)
    expect(read.map((key, index) => key?.equals(keys[index] as KeyObject))).toEqual(keys.map(() => true))
  })

  it.each([3, 4])('checks every number of an RSA key of %d factors', (count) => {
    const numbers = multiPrime(count)
    const whole = multiPrimeKey(numbers)
    expect(createPrivateKey({ key: Buffer.from(whole), format: 'der', type: 'pkcs8' }).type).toBe('private')
    expect(readCredentials(whole).privateKeys).toHaveLength(1)
    const { factors } = numbers
    const changed = factors.flatMap((own, index) =>
      // The first factor has no coefficient.
      (index === 0 ? [0, 1] : [0, 1, 2]).map((field) =>
        factors.with(
          index,
          own.map((number, at) => (at === field ? number + 2n : number)),
        ),
      ),
    )
    expect(changed.map((wrong) => codeOf(multiPrimeKey({ ...numbers, factors: wrong })))).toEqual(
      changed.map(() => 'CERTS_KEY_INVALID'),
    )
    expect(codeOf(multiPrimeKey({ ...numbers, version: 0 }))).toBe('CERTS_KEY_INVALID')
  })

  it('refuses more factors than OpenSSL, and none where it says there are some', () => {
    expect(codeOf(multiPrimeKey(multiPrime(6)))).toBe('CERTS_KEY_INVALID')
    expect(codeOf(multiPrimeKey(multiPrime(2)))).toBe('CERTS_KEY_INVALID')
  })

  it('refuses the modulus of another with numbers of its own', () => {
    const { e, n } = createPublicKey(forgedKey('rsa:hostile').privateKey).export({ format: 'jwk' })
    const numbers = multiPrime(3)
    const stolen = { ...numbers, n: big(String(n)), e: big(String(e)) }
    expect(codeOf(multiPrimeKey(stolen))).toBe('CERTS_KEY_INVALID')
  })

  it('refuses factors that are not prime: the numbers belong together, and nothing can be signed', () => {
    const [one = 0n, two = 0n, three = 0n] = primes(3, 512)
    expect(codeOf(rsaOf([one * two, three]))).toBe('CERTS_KEY_INVALID')
    expect(codeOf(rsaOf([one, three]))).toBeUndefined()
  })

  it('counts what trials cost, so that a file of large keys ends soon', () => {
    const small = pem('PRIVATE KEY', ecKey(sec1(d, { point })))
    const large = pem('PRIVATE KEY', forgedKey('p521:large').privateKey.export({ type: 'pkcs8', format: 'der' }))
    expect(readCredentials(small.repeat(250)).privateKeys).toHaveLength(250)
    expect(errorOf(() => readCredentials(large.repeat(250)))).toMatchObject({ code: 'CERTS_OBJECTS_TOO_MANY' })
    expect(readCredentials(large.repeat(50)).privateKeys).toHaveLength(50)
  })
})

function isSec1(bytes: Uint8Array): boolean {
  // INTEGER 1 first, where PrivateKeyInfo has 0.
  const at = (bytes[1] ?? 0) < 0x80 ? 2 : 2 + ((bytes[1] ?? 0) & 0x7f)
  return bytes[at + 2] === 1
}

function codeOf(bytes: Uint8Array): string | undefined {
  return (errorOf(() => readCredentials(bytes)) as { code?: string } | undefined)?.code
}

function pointOf(key: KeyObject): Buffer {
  const { x, y } = createPublicKey(key).export({ format: 'jwk' })
  return Buffer.concat([Buffer.of(4), Buffer.from(String(x), 'base64url'), Buffer.from(String(y), 'base64url')])
}

interface RsaNumbers {
  readonly version?: number
  readonly n: bigint
  readonly e: bigint
  readonly d: bigint
  /** Each with its exponent, and its coefficient: the first has none, the second that of the first. */
  readonly factors: readonly (readonly bigint[])[]
}

function multiPrime(count: number): RsaNumbers {
  return numbersOf(primes(count, 512))
}

function numbersOf(factors: readonly bigint[]): RsaNumbers {
  const e = 65_537n
  const n = factors.reduce((product, factor) => product * factor, 1n)
  const exponent = inverse(
    e,
    factors.reduce((product, factor) => product * (factor - 1n), 1n),
  )
  const [p = 1n, q = 1n] = factors
  return {
    n,
    e,
    d: exponent,
    factors: factors.map((factor, index) => {
      const above = factors.slice(0, index).reduce((product, other) => product * other, 1n)
      // qInv is that of q for p; the others are those of what came before, for the factor.
      const coefficient = index === 0 ? 0n : index === 1 ? inverse(q, p) : inverse(above, factor)
      return [factor, exponent % (factor - 1n), coefficient]
    }),
  }
}

function rsaOf(factors: readonly bigint[]): Uint8Array {
  return multiPrimeKey({ ...numbersOf(factors), version: 0 }, false)
}

/** @see RFC 8017, appendix A.1.2 */
function multiPrimeKey({ d: exponent, e, factors, n, version = 1 }: RsaNumbers, isMulti: boolean = true): Uint8Array {
  const [[p = 0n, dp = 0n] = [], [q = 0n, dq = 0n, qInv = 0n] = [], ...rest] = factors
  const numbers = [n, e, exponent, p, q, dp, dq, qInv].map((number) => integer(octets(number)))
  const others = rest.map((other) => sequence(...other.map((number) => integer(octets(number)))))
  const inner = sequence(integer(version), ...numbers, ...(isMulti ? [sequence(...others)] : []))
  return pkcs8(sequence(oid(RSA), nullValue()), inner)
}

/** Each one more than no multiple of 65,537. */
function primes(count: number, bits: number): bigint[] {
  const found: bigint[] = []
  while (found.length < count) {
    const prime = generatePrimeSync(bits, { bigint: true })
    if (prime % 65_537n !== 1n) found.push(prime)
  }
  return found
}

function inverse(number: bigint, modulus: bigint): bigint {
  let [left, right, x, y] = [number % modulus, modulus, 1n, 0n]
  while (right !== 0n) {
    const times = left / right
    ;[left, right, x, y] = [right, left - times * right, y, x - times * y]
  }
  return ((x % modulus) + modulus) % modulus
}

function octets(number: bigint): Uint8Array {
  const digits = number.toString(16)
  return Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex')
}

function big(base64: string): bigint {
  return BigInt(`0x${Buffer.from(base64, 'base64url').toString('hex')}`)
}
