/**
 * Encryption under a passphrase: PBKDF2 with HMAC-SHA256, then AES-256-CBC.
 *
 * @module
 */
import { createCipheriv, pbkdf2Sync } from 'node:crypto'
import type { RandomSource } from '@pixkit/core/txid'
import { integer, nullValue, octetString, oid, sequence } from '../der/write-der.ts'
import { randomOctets } from './random-octets.ts'

const PBES2 = '1.2.840.113549.1.5.13'
const PBKDF2 = '1.2.840.113549.1.5.12'
const HMAC_SHA256 = '1.2.840.113549.2.9'
const AES_256_CBC = '2.16.840.1.101.3.4.1.42'
const SALT_OCTETS = 16
const IV_OCTETS = 16
const KEY_OCTETS = 32

export interface Encrypted {
  /** AlgorithmIdentifier with salt, iterations and initialization vector. */
  readonly algorithm: Uint8Array
  readonly ciphertext: Uint8Array
}

/** @see RFC 8018, sections 6.2 and A.4 */
export function encryptPbes2(
  plaintext: Uint8Array,
  passphrase: string,
  iterations: number,
  random?: RandomSource,
): Encrypted {
  const salt = randomOctets(SALT_OCTETS, random)
  const iv = randomOctets(IV_OCTETS, random)
  const key = pbkdf2Sync(passphrase, salt, iterations, KEY_OCTETS, 'sha256')
  const cipher = createCipheriv('aes-256-cbc', key, iv)
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()])
  // The default of prf is HMAC-SHA1, so it is written; that of keyLength follows from the cipher.
  const prf = sequence(oid(HMAC_SHA256), nullValue())
  const derivation = sequence(oid(PBKDF2), sequence(octetString(salt), integer(iterations), prf))
  const scheme = sequence(oid(AES_256_CBC), octetString(iv))
  return { algorithm: sequence(oid(PBES2), sequence(derivation, scheme)), ciphertext }
}
