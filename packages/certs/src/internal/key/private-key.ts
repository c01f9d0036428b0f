/**
 * Private keys as pixkit hands them around.
 *
 * @module
 */
import { createPublicKey, type KeyObject } from 'node:crypto'
import type { PrivateKey } from '../../credentials.ts'
import { readDer } from '../der/read-der.ts'
import { failure } from '../failure.ts'
import { readPublicKey } from '../x509/public-key.ts'
import { MIN_RSA_BITS } from '../x509/weak-key.ts'

/** @param key - A private key of RSA, RSA-PSS, EC, Ed25519 or Ed448. */
export function privateKeyFrom(key: KeyObject): PrivateKey {
  const { asymmetricKeyDetails, asymmetricKeyType } = key
  const { modulusLength } = asymmetricKeyDetails ?? {}
  if (modulusLength !== undefined) {
    return { kind: 'private-key', key, algorithm: asymmetricKeyType === 'rsa' ? 'RSA' : 'RSA-PSS', bits: modulusLength }
  }
  // The names are those of certificates. With RSA, this way would take a twentieth of the time of a whole file.
  const { algorithm, bits, curve } = readPublicKey(readDer(spkiOf({ key })))
  return { kind: 'private-key', key, algorithm, bits, ...(curve === undefined ? {} : { curve }) }
}

/** @throws {TypeError} `value` is no `PrivateKey`. */
export function assertPrivateKey(value: unknown, name: string): asserts value is PrivateKey {
  const { key, kind } = Object(value) as Partial<PrivateKey>
  const isPrivate = kind === 'private-key' && (Object(key) as Partial<KeyObject>).type === 'private'
  if (!isPrivate) throw new TypeError(`"${name}" must be a private key as generatePrivateKey returns it`)
}

/** SubjectPublicKeyInfo of the public half. */
export function spkiOf({ key }: Pick<PrivateKey, 'key'>): Uint8Array {
  return Uint8Array.from(createPublicKey(key).export({ type: 'spki', format: 'der' }))
}

/** PrivateKeyInfo (PKCS#8), not encrypted. */
export function pkcs8Of({ key }: PrivateKey): Uint8Array {
  return Uint8Array.from(key.export({ type: 'pkcs8', format: 'der' }))
}

/** @throws {PixkitError} `CERTS_KEY_WEAK`: an RSA key of less than 2048 bits. */
export function assertStrong({ algorithm, bits }: { readonly algorithm: string; readonly bits: number }): void {
  const isWeak = algorithm.startsWith('RSA') && bits < MIN_RSA_BITS
  if (isWeak) throw failure('CERTS_KEY_WEAK', { expected: `RSA ≥ ${MIN_RSA_BITS}` })
}
