/**
 * Private keys as pixkit hands them around.
 *
 * @module
 */
import { createPublicKey, type KeyObject } from 'node:crypto'
import type { PrivateKey } from '../../credentials.ts'
import { failure } from '../failure.ts'

/** Curves by the name that openssl gives them. */
const CURVES: Readonly<Record<string, { readonly curve: string; readonly bits: number }>> = {
  prime256v1: { curve: 'P-256', bits: 256 },
  secp384r1: { curve: 'P-384', bits: 384 },
  secp521r1: { curve: 'P-521', bits: 521 },
}

/** Kinds of keys by the name that Node gives them. */
const NAMES: Readonly<Record<string, string>> = {
  rsa: 'RSA',
  'rsa-pss': 'RSA-PSS',
  ec: 'EC',
  ed25519: 'Ed25519',
  ed448: 'Ed448',
}

const EDWARDS_BITS: Readonly<Record<string, number>> = { Ed25519: 256, Ed448: 456 }

/** Below this, RSA is refused by every bank and by `buildChain`. */
export const MIN_RSA_BITS = 2048

/** @param key - A private key of RSA, RSA-PSS, EC, Ed25519 or Ed448. */
export function privateKeyFrom(key: KeyObject): PrivateKey {
  const { asymmetricKeyDetails, asymmetricKeyType = 'unknown' } = key
  const { modulusLength = 0, namedCurve = '' } = asymmetricKeyDetails ?? {}
  const algorithm = NAMES[asymmetricKeyType] ?? asymmetricKeyType
  if (algorithm === 'EC') {
    return { kind: 'private-key', key, algorithm, ...(CURVES[namedCurve] ?? { curve: namedCurve, bits: 0 }) }
  }
  return { kind: 'private-key', key, algorithm, bits: EDWARDS_BITS[algorithm] ?? modulusLength }
}

/** @throws {TypeError} `value` is no `PrivateKey`. */
export function assertPrivateKey(value: unknown, name: string): asserts value is PrivateKey {
  const { key, kind } = Object(value) as Partial<PrivateKey>
  const isPrivate = kind === 'private-key' && (Object(key) as Partial<KeyObject>).type === 'private'
  if (!isPrivate) throw new TypeError(`"${name}" must be a private key as generatePrivateKey returns it`)
}

/** SubjectPublicKeyInfo of the public half. */
export function spkiOf({ key }: PrivateKey): Uint8Array {
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
