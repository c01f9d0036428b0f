/**
 * Private keys: PKCS#8, PKCS#1 and SEC1 to Node's own objects.
 *
 * @module
 */
import { createPrivateKey } from 'node:crypto'
import { isPixkitError } from '@pixkit/core/error'
import type { Path } from '@pixkit/core/issue'
import type { PrivateKey } from '../../credentials.ts'
import { contextTag, fieldsOf, readDer, TAG } from '../der/read-der.ts'
import { integer, nullValue, octetString, oid, sequence } from '../der/write-der.ts'
import { failure } from '../failure.ts'
import { privateKeyFrom } from '../key/private-key.ts'
import { KEY_ALGORITHM, keyAlgorithmName } from '../x509/oids.ts'
import { readAlgorithmIdentifier } from '../x509/public-key.ts'
import type { Budget } from './budget.ts'
import { unsupported } from './errors.ts'
import { isEcConsistent, isRsaConsistent, readEcNumbers, signsForItself } from './key-consistency.ts'

/** Keys that sign a handshake. */
const READ: readonly string[] = ['RSA', 'RSA-PSS', 'EC', 'Ed25519', 'Ed448']

/** Bits of sect571r1: the largest curve that OpenSSL knows. */
const LARGEST_CURVE = 571

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
 * Reads PrivateKeyInfo, and makes sure that the key can do what it is for.
 *
 * @param budget - Of the file: a key counts for as many objects as its trial takes time.
 * @throws {PixkitError} `CERTS_ALGORITHM_UNSUPPORTED`, `CERTS_KEY_INVALID`, `CERTS_OBJECTS_TOO_MANY`, `CERTS_DER_…`.
 *
 * @see RFC 5958, section 2; attributes and public key are left out, since OpenSSL refuses the latter
 */
export function readPkcs8(der: Uint8Array, path: Path, budget: Budget, attributes: KeyAttributes = {}): PrivateKey {
  const fields = fieldsOf(readDer(der, 'PrivateKeyInfo', path))
  fields.next('version', TAG.integer)
  const algorithm = fields.next('privateKeyAlgorithm', TAG.sequence)
  const key = fields.next('privateKey', TAG.octetString)
  const { oid: identifier, parameters } = readAlgorithmIdentifier(algorithm)
  const name = keyAlgorithmName(identifier)
  if (!READ.includes(name)) {
    throw unsupported(Object.hasOwn(REFUSED, identifier) ? (REFUSED[identifier] ?? name) : name, algorithm.path)
  }
  const ec = name === 'EC' ? readEcNumbers(key.content, parameters) : undefined
  if (name === 'EC' && ec === undefined) throw failure('CERTS_KEY_INVALID', {}, path)
  const plain = sequence(integer(0), algorithm.bytes, key.bytes)
  try {
    const object = createPrivateKey({
      key: Buffer.from(plain.buffer, plain.byteOffset, plain.length),
      format: 'der',
      type: 'pkcs8',
    })
    // First of all: asked for the details of a key that OpenSSL cannot write, Node ends the process; this throws.
    object.export({ format: 'der', type: 'pkcs8' }).fill(0)
    const read = { ...privateKeyFrom(object), ...attributes }
    budget.count(trialCost(read) - 1)
    const isConsistent =
      (ec === undefined || isEcConsistent(ec, object)) && (!name.startsWith('RSA') || isRsaConsistent(key.content))
    if (!isConsistent || !signsForItself(object)) throw failure('CERTS_KEY_INVALID', {}, path)
    return read
  } catch (error) {
    // What OpenSSL says is of no help, and of another wording in each version.
    throw isPixkitError(error, 'CERTS_OBJECTS_TOO_MANY') ? error : failure('CERTS_KEY_INVALID', {}, path)
  } finally {
    plain.fill(0)
  }
}

/** Reads RSAPrivateKey. @see RFC 8017, appendix A.1.2 */
export function readPkcs1(der: Uint8Array, path: Path, budget: Budget): PrivateKey {
  return readWrapped(sequence(oid(KEY_ALGORITHM.rsa), nullValue()), der, path, budget)
}

/**
 * Reads ECPrivateKey.
 *
 * @param parameters - The curve, from a block of its own, for keys that do not name it.
 *
 * @see RFC 5915, section 3
 */
export function readSec1(der: Uint8Array, parameters: Uint8Array | undefined, path: Path, budget: Budget): PrivateKey {
  const fields = fieldsOf(readDer(der, 'ECPrivateKey', path))
  fields.next('version', TAG.integer)
  fields.next('privateKey', TAG.octetString)
  const curve = fields.optional('parameters', contextTag(0))?.content ?? parameters
  if (curve === undefined) throw failure('CERTS_KEY_INVALID', {}, path)
  return readWrapped(sequence(oid(KEY_ALGORITHM.ec), curve), der, path, budget)
}

function readWrapped(algorithm: Uint8Array, der: Uint8Array, path: Path, budget: Budget): PrivateKey {
  const wrapped = sequence(integer(0), algorithm, octetString(der))
  try {
    return readPkcs8(wrapped, path, budget)
  } finally {
    wrapped.fill(0)
  }
}

/** Time of a private operation, in RSA keys of 2048 bits: it grows with the cube of the size. */
function trialCost({ algorithm, bits }: PrivateKey): number {
  if (algorithm.startsWith('Ed')) return 1
  if (algorithm === 'EC') return Math.ceil(((bits === 0 ? LARGEST_CURVE : bits) / 256) ** 3)
  return Math.ceil((bits / 2048) ** 3)
}
