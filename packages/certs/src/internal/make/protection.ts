/**
 * The two ways in which PKCS#12 files are protected here.
 *
 * @module
 */
import { createCipheriv, createHmac } from 'node:crypto'
import type { RandomSource } from '@pixkit/core/txid'
import { integer, nullValue, octetString, oid, sequence, utf16be } from '../der/write-der.ts'
import type { Budget } from '../read/budget.ts'
import { digestOf, type HashFunction } from '../pkcs/hashes.ts'
import { pkcs12Kdf, PURPOSE } from '../pkcs/pkcs12-kdf.ts'
import { randomOctets } from './random-octets.ts'
import { type Encrypted, encryptPbes2 } from './pbes2.ts'
import type { Protection } from './pkcs12.ts'

const SHA1 = '1.3.14.3.2.26'
const SHA256 = '2.16.840.1.101.3.4.2.1'
const PBE_SHA1_3DES = '1.2.840.113549.1.12.1.3'

/** What machines of the last century write. */
const LEGACY_SALT_OCTETS = 8
const SALT_OCTETS = 16
const TRIPLE_DES_KEY_OCTETS = 24
const TRIPLE_DES_BLOCK = 8

/** The rounds are our own choice, and checked. */
const UNLIMITED: Budget = { spend() {}, allows: () => true, count() {} }

/** PBES2 with AES-256, HMAC-SHA256. @see RFC 7292, appendix A; RFC 8018, section 6.2 */
export function modernProtection(passphrase: string, iterations: number, random?: RandomSource): Protection {
  return {
    encrypt: (plaintext) => encryptPbes2(plaintext, passphrase, iterations, random),
    authenticate: (content) => macData(content, SHA256, passphrase, randomOctets(SALT_OCTETS, random), iterations),
  }
}

/** Triple DES and HMAC-SHA1, both under keys of the old derivation. @see RFC 7292, appendices A, B and C */
export function legacyProtection(passphrase: string, iterations: number, random?: RandomSource): Protection {
  return {
    encrypt: (plaintext) => encryptTripleDes(plaintext, passphrase, iterations, random),
    authenticate: (content) => macData(content, SHA1, passphrase, randomOctets(LEGACY_SALT_OCTETS, random), iterations),
  }
}

function encryptTripleDes(
  plaintext: Uint8Array,
  passphrase: string,
  iterations: number,
  random: RandomSource | undefined,
): Encrypted {
  const salt = randomOctets(LEGACY_SALT_OCTETS, random)
  const input = { password: bmpPassword(passphrase), salt, iterations }
  const sha1 = hashOf(SHA1)
  const key = pkcs12Kdf(sha1, { ...input, purpose: PURPOSE.key, length: TRIPLE_DES_KEY_OCTETS }, UNLIMITED)
  const iv = pkcs12Kdf(sha1, { ...input, purpose: PURPOSE.iv, length: TRIPLE_DES_BLOCK }, UNLIMITED)
  const cipher = createCipheriv('des-ede3-cbc', key, iv)
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()])
  return { algorithm: sequence(oid(PBE_SHA1_3DES), sequence(octetString(salt), integer(iterations))), ciphertext }
}

function macData(
  content: Uint8Array,
  digest: string,
  passphrase: string,
  salt: Uint8Array,
  iterations: number,
): Uint8Array {
  const hash = hashOf(digest)
  const password = bmpPassword(passphrase)
  const input = { purpose: PURPOSE.mac, password, salt, iterations, length: hash.size }
  const mac = createHmac(hash.name, pkcs12Kdf(hash, input, UNLIMITED))
    .update(content)
    .digest()
  const digestInfo = sequence(sequence(oid(digest), nullValue()), octetString(mac))
  return sequence(digestInfo, octetString(salt), integer(iterations))
}

/** UTF-16 with two octets of zero at the end, also when it is empty. @see RFC 7292, appendix B.1 */
function bmpPassword(passphrase: string): Uint8Array {
  return utf16be(`${passphrase}\0`)
}

function hashOf(digest: string): HashFunction {
  const hash = digestOf(digest)
  if (hash === undefined) throw new TypeError(`no hash function ${digest}`)
  return hash
}
