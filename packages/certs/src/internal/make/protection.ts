/**
 * The two ways in which PKCS#12 files are protected here.
 *
 * @module
 */
import { createCipheriv, createHmac } from 'node:crypto'
import { bmpPassword } from '../pkcs/bmp-password.ts'
import { type HashFunction, SHA1, SHA256 } from '../pkcs/hashes.ts'
import { PKCS12 } from '../pkcs/oids.ts'
import { pkcs12Kdf, PURPOSE } from '../pkcs/pkcs12-kdf.ts'
import { integer, nullValue, octetString, oid, sequence } from '../der/write-der.ts'
import { type Encrypted, encryptPbes2 } from './pbes2.ts'
import type { Protection } from './pkcs12.ts'
import { randomOctets } from './random-octets.ts'

/** What machines of the last century write. */
const LEGACY_SALT_OCTETS = 8
const SALT_OCTETS = 16
const TRIPLE_DES_KEY_OCTETS = 24
const TRIPLE_DES_BLOCK = 8

/** PBES2 with AES-256, HMAC-SHA256. @see RFC 7292, appendix A; RFC 8018, section 6.2 */
export function modernProtection(passphrase: string, iterations: number): Protection {
  return {
    encrypt: (plaintext) => encryptPbes2(plaintext, passphrase, iterations),
    authenticate: (content) => macData(content, SHA256, passphrase, randomOctets(SALT_OCTETS), iterations),
  }
}

/** Triple DES and HMAC-SHA1, both under keys of the old derivation. @see RFC 7292, appendices A, B and C */
export function legacyProtection(passphrase: string, iterations: number): Protection {
  return {
    encrypt: (plaintext) => encryptTripleDes(plaintext, passphrase, iterations),
    authenticate: (content) => macData(content, SHA1, passphrase, randomOctets(LEGACY_SALT_OCTETS), iterations),
  }
}

function encryptTripleDes(plaintext: Uint8Array, passphrase: string, iterations: number): Encrypted {
  const salt = randomOctets(LEGACY_SALT_OCTETS)
  const input = { password: bmpPassword(passphrase), salt, iterations }
  const key = pkcs12Kdf(SHA1, { ...input, purpose: PURPOSE.key, length: TRIPLE_DES_KEY_OCTETS })
  const iv = pkcs12Kdf(SHA1, { ...input, purpose: PURPOSE.iv, length: TRIPLE_DES_BLOCK })
  const cipher = createCipheriv('des-ede3-cbc', key, iv)
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()])
  return { algorithm: sequence(oid(PKCS12.tripleDes), sequence(octetString(salt), integer(iterations))), ciphertext }
}

function macData(
  content: Uint8Array,
  hash: HashFunction,
  passphrase: string,
  salt: Uint8Array,
  iterations: number,
): Uint8Array {
  const input = { purpose: PURPOSE.mac, password: bmpPassword(passphrase), salt, iterations, length: hash.size }
  const mac = createHmac(hash.name, pkcs12Kdf(hash, input)).update(content).digest()
  const digestInfo = sequence(sequence(oid(hash.oid), nullValue()), octetString(mac))
  return sequence(digestInfo, octetString(salt), integer(iterations))
}
