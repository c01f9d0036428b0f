/**
 * Private keys as pixkit hands them around.
 *
 * @module
 */
import { createPublicKey, type KeyObject } from 'node:crypto'
import type { PrivateKey } from '../../credentials.ts'
import { readDer } from '../der/read-der.ts'
import { failure } from '../failure.ts'
import type { PublicKeyInfo } from '../x509/certificate.ts'
import { readPublicKey } from '../x509/public-key.ts'
import { isWeakKey, MIN_RSA_BITS } from '../x509/weak-key.ts'

/** @param key - A private key of RSA, RSA-PSS, EC, Ed25519 or Ed448 that can be exported. */
export function privateKeyFrom(key: KeyObject): PrivateKey {
  const { asymmetricKeyDetails, asymmetricKeyType } = key
  const { modulusLength } = asymmetricKeyDetails ?? {}
  if (modulusLength !== undefined) {
    return { kind: 'private-key', key, algorithm: asymmetricKeyType === 'rsa' ? 'RSA' : 'RSA-PSS', bits: modulusLength }
  }
  // The names are those of certificates. With RSA, this way would take a twentieth of the time of a whole file.
  const { algorithm, bits, curve } = publicKeyOf({ key })
  return { kind: 'private-key', key, algorithm, bits, ...(curve === undefined ? {} : { curve }) }
}

/** @throws {TypeError} `value` is no `PrivateKey`. */
export function assertPrivateKey(value: unknown, name: string): asserts value is PrivateKey {
  const { key, kind } = Object(value) as Partial<PrivateKey>
  const isPrivate = kind === 'private-key' && (Object(key) as Partial<KeyObject>).type === 'private'
  if (!isPrivate) throw new TypeError(`"${name}" must be a private key as generatePrivateKey returns it`)
}

/** SubjectPublicKeyInfo of the public half. @throws {PixkitError} `CERTS_KEY_INVALID`: OpenSSL cannot write it. */
export function spkiOf({ key }: Pick<PrivateKey, 'key'>): Uint8Array {
  return withKey(() => Uint8Array.from(createPublicKey(key).export({ type: 'spki', format: 'der' })))
}

/** The public half, as a certificate has it. @throws {PixkitError} `CERTS_KEY_INVALID`: OpenSSL cannot write it. */
export function publicKeyOf(key: Pick<PrivateKey, 'key'>): PublicKeyInfo {
  return readPublicKey(readDer(spkiOf(key)))
}

/** PrivateKeyInfo (PKCS#8), not encrypted. @throws {PixkitError} `CERTS_KEY_INVALID`: OpenSSL cannot write it. */
export function pkcs8Of({ key }: PrivateKey): Uint8Array {
  return withKey(() => Uint8Array.from(key.export({ type: 'pkcs8', format: 'der' })))
}

/**
 * Uses a private key: OpenSSL reads some that it cannot work with.
 *
 * @throws {PixkitError} `CERTS_KEY_INVALID`: it threw, in words that differ from version to version.
 */
export function withKey<Value>(use: () => Value): Value {
  try {
    return use()
  } catch {
    throw failure('CERTS_KEY_INVALID')
  }
}

/** @throws {PixkitError} `CERTS_KEY_WEAK`: a key that no chain is believed with, see `isWeakKey`. */
export function assertStrong(key: Pick<PublicKeyInfo, 'algorithm' | 'bits' | 'exponent'>): void {
  if (isWeakKey(key)) throw failure('CERTS_KEY_WEAK', { expected: `RSA ≥ ${MIN_RSA_BITS}, P-256` })
}
