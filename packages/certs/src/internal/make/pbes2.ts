/**
 * Encryption under a passphrase: PBKDF2 with HMAC-SHA256, then AES-256-CBC.
 *
 * @module
 */
import { createCipheriv, pbkdf2Sync } from 'node:crypto'
import { integer, nullValue, octetString, oid, sequence } from '../der/write-der.ts'
import { CIPHER, HMAC, PKCS5 } from '../pkcs/oids.ts'
import { randomOctets } from './random-octets.ts'

const SALT_OCTETS = 16
const IV_OCTETS = 16
const KEY_OCTETS = 32

export interface Encrypted {
  /** AlgorithmIdentifier with salt, iterations and initialization vector. */
  readonly algorithm: Uint8Array
  readonly ciphertext: Uint8Array
}

/** @see RFC 8018, sections 6.2 and A.4 */
export function encryptPbes2(plaintext: Uint8Array, passphrase: string, iterations: number): Encrypted {
  const salt = randomOctets(SALT_OCTETS)
  const iv = randomOctets(IV_OCTETS)
  const key = pbkdf2Sync(passphrase, salt, iterations, KEY_OCTETS, 'sha256')
  const cipher = createCipheriv('aes-256-cbc', key, iv)
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()])
  // The default of prf is HMAC-SHA1, so it is written; that of keyLength follows from the cipher.
  const prf = sequence(oid(HMAC.sha256), nullValue())
  const derivation = sequence(oid(PKCS5.pbkdf2), sequence(octetString(salt), integer(iterations), prf))
  const scheme = sequence(oid(CIPHER.aes256), octetString(iv))
  return { algorithm: sequence(oid(PKCS5.pbes2), sequence(derivation, scheme)), ciphertext }
}
