/**
 * Private keys: PKCS#8, PKCS#1 and SEC1 to Node's own objects.
 *
 * @module
 */
import { createPrivateKey, type KeyObject } from 'node:crypto'
import { isPixkitError } from '@pixkit/core/error'
import type { Path } from '@pixkit/core/issue'
import type { PrivateKey } from '../../credentials.ts'
import { contextTag, fieldsOf, readDer, TAG } from '../der/read-der.ts'
import { readOid } from '../der/values.ts'
import { integer, nullValue, octetString, oid, sequence } from '../der/write-der.ts'
import { failure } from '../failure.ts'
import { privateKeyFrom } from '../key/private-key.ts'
import { KEY_ALGORITHM, keyAlgorithmName } from '../x509/oids.ts'
import { unsupported } from './errors.ts'
import { isEcConsistent, isRsaConsistent } from './key-consistency.ts'

/** Keys that sign a handshake. */
const READ: readonly string[] = ['RSA', 'RSA-PSS', 'EC', 'Ed25519', 'Ed448']

/** Keys that sign none. */
const REFUSED: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.3.1': 'DH',
  '1.2.840.10046.2.1': 'DH',
  '1.3.101.110': 'X25519',
  '1.3.101.111': 'X448',
}

/** What a PKCS#12 file says about a key. */
export interface KeyAttributes {
  readonly friendlyName?: string | undefined
  readonly localKeyId?: string | undefined
}

/**
 * Reads PrivateKeyInfo.
 *
 * @throws {PixkitError} `CERTS_ALGORITHM_UNSUPPORTED`, `CERTS_KEY_INVALID`, `CERTS_DER_…`.
 *
 * @see RFC 5958, section 2; attributes and public key are left out, since OpenSSL refuses the latter
 */
export function readPkcs8(der: Uint8Array, path: Path, attributes: KeyAttributes = {}): PrivateKey {
  const fields = fieldsOf(readDer(der, 'PrivateKeyInfo', path))
  fields.next('version', TAG.integer)
  const algorithm = fields.next('privateKeyAlgorithm', TAG.sequence)
  const key = fields.next('privateKey', TAG.octetString)
  const identifier = readOid(fieldsOf(algorithm).next('algorithm', TAG.oid))
  const name = keyAlgorithmName(identifier)
  if (!READ.includes(name)) {
    throw unsupported(Object.hasOwn(REFUSED, identifier) ? (REFUSED[identifier] ?? name) : name, algorithm.path)
  }
  const plain = sequence(integer(0), algorithm.bytes, key.bytes)
  try {
    const object = createPrivateKey({
      key: Buffer.from(plain.buffer, plain.byteOffset, plain.length),
      format: 'der',
      type: 'pkcs8',
    })
    if (!isConsistent(name, object, key.content)) throw failure('CERTS_KEY_INVALID', {}, path)
    return { ...privateKeyFrom(object), ...attributes }
  } catch (error) {
    // What OpenSSL says is of no help, and of another wording in each version.
    throw isPixkitError(error) ? error : failure('CERTS_KEY_INVALID', {}, path)
  } finally {
    plain.fill(0)
  }
}

/** Reads RSAPrivateKey. @see RFC 8017, appendix A.1.2 */
export function readPkcs1(der: Uint8Array, path: Path): PrivateKey {
  return readWrapped(sequence(oid(KEY_ALGORITHM.rsa), nullValue()), der, path)
}

/**
 * Reads ECPrivateKey.
 *
 * @param parameters - The curve, from a block of its own, for keys that do not name it.
 *
 * @see RFC 5915, section 3
 */
export function readSec1(der: Uint8Array, parameters: Uint8Array | undefined, path: Path): PrivateKey {
  const fields = fieldsOf(readDer(der, 'ECPrivateKey', path))
  fields.next('version', TAG.integer)
  fields.next('privateKey', TAG.octetString)
  const curve = fields.optional('parameters', contextTag(0))?.content ?? parameters
  if (curve === undefined) throw failure('CERTS_KEY_INVALID', {}, path)
  return readWrapped(sequence(oid(KEY_ALGORITHM.ec), curve), der, path)
}

function readWrapped(algorithm: Uint8Array, der: Uint8Array, path: Path): PrivateKey {
  const wrapped = sequence(integer(0), algorithm, octetString(der))
  try {
    return readPkcs8(wrapped, path)
  } finally {
    wrapped.fill(0)
  }
}

function isConsistent(algorithm: string, key: KeyObject, inner: Uint8Array): boolean {
  if (algorithm === 'RSA' || algorithm === 'RSA-PSS') return isRsaConsistent(inner)
  const curve = key.asymmetricKeyDetails?.namedCurve
  if (algorithm !== 'EC' || curve === undefined) return true
  return isEcConsistent(inner, curve)
}
