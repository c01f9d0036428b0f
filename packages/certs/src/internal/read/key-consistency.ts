/**
 * Tells whether the numbers of a private key belong together: OpenSSL takes what it gets.
 *
 * Cheap on purpose, and no proof: that the factors are prime is not tested.
 *
 * @module
 */
import { createECDH } from 'node:crypto'
import { contextTag, fieldsOf, readDer, TAG } from '../der/read-der.ts'
import { readBitStringOctets, readInteger, readSmallInteger, sameBytes } from '../der/values.ts'

/** OpenSSL refuses larger ones. */
const MAX_MODULUS_OCTETS = 2048 + 1

/**
 * Checks the numbers of an RSA key.
 *
 * @param der - RSAPrivateKey.
 * @throws {PixkitError} `CERTS_DER_…`.
 *
 * @see RFC 8017, section 3.2: n = pq, e·d ≡ 1, dP, dQ and qInv follow from them
 */
export function isRsaConsistent(der: Uint8Array): boolean {
  const fields = fieldsOf(readDer(der, 'RSAPrivateKey'))
  const version = readSmallInteger(fields.next('version', TAG.integer))
  const names = [
    'modulus',
    'publicExponent',
    'privateExponent',
    'prime1',
    'prime2',
    'exponent1',
    'exponent2',
    'coefficient',
  ]
  const octets = names.map((name) => readInteger(fields.next(name, TAG.integer)).content)
  if (octets.some(({ length, 0: first = 0 }) => length > MAX_MODULUS_OCTETS || first >= 0x80)) return false
  // Keys of three factors: OpenSSL has its own look at them.
  if (version !== 0) return version === 1
  fields.end()
  const [n = 0n, e = 0n, d = 0n, p = 0n, q = 0n, dp = 0n, dq = 0n, qInv = 0n] = octets.map(toBigInt)
  if (p <= 2n || q <= 2n || p * q !== n) return false
  const matches = (factor: bigint, exponent: bigint): boolean =>
    (e * d) % (factor - 1n) === 1n && d % (factor - 1n) === exponent
  return matches(p, dp) && matches(q, dq) && (qInv * q) % p === 1n
}

/**
 * Checks that the public point in an elliptic-curve key is that of the private number.
 *
 * @param der - ECPrivateKey.
 * @param curve - As OpenSSL calls it.
 * @throws {PixkitError} `CERTS_DER_…`.
 *
 * @see RFC 5915, section 3
 */
export function isEcConsistent(der: Uint8Array, curve: string): boolean {
  const fields = fieldsOf(readDer(der, 'ECPrivateKey'))
  fields.next('version', TAG.integer)
  const secret = fields.next('privateKey', TAG.octetString).content
  fields.optional('parameters', contextTag(0))
  const wrapped = fields.optional('publicKey', contextTag(1))
  if (wrapped === undefined) return true
  const point = readBitStringOctets(readDer(wrapped.content, 'publicKey', wrapped.path))
  const ecdh = createECDH(curve)
  ecdh.setPrivateKey(secret)
  const isCompressed = point[0] === 2 || point[0] === 3
  return sameBytes(ecdh.getPublicKey(null, isCompressed ? 'compressed' : 'uncompressed'), point)
}

function toBigInt(octets: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(octets.buffer, octets.byteOffset, octets.length).toString('hex')}`)
}
