/**
 * Tells whether a private key is whole: OpenSSL takes the numbers that it gets.
 *
 * @module
 */
import { createECDH, createPublicKey, type KeyObject, randomBytes, sign, verify } from 'node:crypto'
import { contextTag, type DerNode, fieldsOf, readDer, TAG } from '../der/read-der.ts'
import { readBitStringOctets, readInteger, readOid, readSmallInteger, sameBytes } from '../der/values.ts'
import { curveOf } from '../x509/oids.ts'

/** OpenSSL refuses larger ones. */
const MAX_MODULUS_OCTETS = 2048 + 1
/** OpenSSL takes five factors. */
const MAX_OTHER_PRIMES = 3
/** Of sect571r1: no curve of OpenSSL has more. */
const MAX_FIELD_BITS = 571
const TRIAL_OCTETS = 32

/**
 * Checks the numbers of an RSA key. That the factors are prime is not tested: see {@link signsForItself}.
 *
 * @param der - RSAPrivateKey.
 * @throws {PixkitError} `CERTS_DER_…`.
 *
 * @see RFC 8017, section 3.2: n is the product of the factors, e·d ≡ 1, the other numbers follow from them
 */
export function isRsaConsistent(der: Uint8Array): boolean {
  const fields = fieldsOf(readDer(der, 'RSAPrivateKey'))
  const versionNode = fields.next('version', TAG.integer)
  const nodes = RSA_FIELDS.map((name) => fields.next(name, TAG.integer))
  const others = fields.optional('otherPrimeInfos', TAG.sequence)
  fields.end()
  const [n = 0n, e = 0n, d = 0n, p = 0n, q = 0n, dp = 0n, dq = 0n, qInv = 0n] = nodes.map(positive)
  const rest = others === undefined ? [] : fieldsOf(others).rest().map(readOtherPrime)
  // "two-prime" and "multi".
  if (readSmallInteger(versionNode) !== (others === undefined ? 0 : 1)) return false
  if (rest.length > MAX_OTHER_PRIMES || (others !== undefined && rest.length === 0)) return false
  const factors = [[p, dp] as const, [q, dq] as const, ...rest]
  const isWhole = factors.every(
    ([factor, exponent]) => factor > 2n && (e * d) % (factor - 1n) === 1n && d % (factor - 1n) === exponent,
  )
  if (!isWhole || (qInv * q) % p !== 1n) return false
  let product = p * q
  for (const [factor, , coefficient] of rest) {
    if ((coefficient * product) % factor !== 1n) return false
    product *= factor
  }
  return product === n
}

const RSA_FIELDS = [
  'modulus',
  'publicExponent',
  'privateExponent',
  'prime1',
  'prime2',
  'exponent1',
  'exponent2',
  'coefficient',
] as const

/** @see RFC 8017, appendix A.1.2: OtherPrimeInfo */
function readOtherPrime(node: DerNode): readonly [factor: bigint, exponent: bigint, coefficient: bigint] {
  const fields = fieldsOf(node)
  const factor = positive(fields.next('prime', TAG.integer))
  const exponent = positive(fields.next('exponent', TAG.integer))
  const coefficient = positive(fields.next('coefficient', TAG.integer))
  fields.end()
  return [factor, exponent, coefficient]
}

/** 0 for a number that is negative, or larger than any in a key. */
function positive(node: DerNode): bigint {
  const { content } = readInteger(node)
  if (content.length > MAX_MODULUS_OCTETS || (content[0] ?? 0) >= 0x80) return 0n
  return BigInt(`0x${Buffer.from(content.buffer, content.byteOffset, content.length).toString('hex')}`)
}

/** What an elliptic-curve key says of itself. */
export interface EcNumbers {
  readonly secret: Uint8Array
  /** Absent: it follows from the secret. */
  readonly point: Uint8Array | undefined
}

/**
 * Reads ECPrivateKey, before OpenSSL does.
 *
 * Curves that are spelled out are refused, as in certificates (RFC 5480, section 2.1.1), and so is a curve inside that is not that outside.
 *
 * @param der - ECPrivateKey.
 * @param parameters - Those of the algorithm.
 * @returns `undefined` when it is none that is taken.
 * @throws {PixkitError} `CERTS_DER_…`.
 *
 * @see RFC 5915, section 3
 */
export function readEcNumbers(der: Uint8Array, parameters: DerNode | undefined): EcNumbers | undefined {
  const fields = fieldsOf(readDer(der, 'ECPrivateKey'))
  fields.next('version', TAG.integer)
  const secret = fields.next('privateKey', TAG.octetString).content
  const inner = fields.optional('parameters', contextTag(0))
  const wrapped = fields.optional('publicKey', contextTag(1))
  fields.end()
  if (parameters?.tag !== TAG.oid || (inner !== undefined && !sameBytes(inner.content, parameters.bytes))) {
    return undefined
  }
  const { bits = MAX_FIELD_BITS } = curveOf(readOid(parameters)) ?? {}
  // The norm wants as many octets as the order has. Old programs leave out zeros at the beginning, others write one more, as a sign.
  if (secret.length > Math.ceil(bits / 8) + 1) return undefined
  const point = wrapped && readBitStringOctets(readDer(wrapped.content, 'publicKey', wrapped.path))
  return { secret, point }
}

/**
 * Checks that the number of an elliptic-curve key is between 1 and one less than the order of its curve, and that the public point,
 * if there is one, is that of the number.
 *
 * @param key - The same as an object of Node, which must have been exported before.
 *
 * @see SEC 1 version 2.0, section 3.2.1
 */
export function isEcConsistent({ point, secret }: EcNumbers, key: KeyObject): boolean {
  const curve = key.asymmetricKeyDetails?.namedCurve
  if (curve === undefined) return false
  const ecdh = createECDH(curve)
  // Throws for 0, and from the order on.
  ecdh.setPrivateKey(secret)
  if (point === undefined) return true
  const isCompressed = point[0] === 2 || point[0] === 3
  return sameBytes(ecdh.getPublicKey(null, isCompressed ? 'compressed' : 'uncompressed'), point)
}

/**
 * Signs something random and verifies it: whatever is wrong with the numbers of a private key, its public half is not that.
 *
 * With its own hash function: that of its parameters (RSA-PSS), SHA-256, or none (Edwards curves).
 */
export function signsForItself(key: KeyObject): boolean {
  const data = randomBytes(TRIAL_OCTETS)
  return verify(null, data, createPublicKey(key), sign(null, data, key))
}
