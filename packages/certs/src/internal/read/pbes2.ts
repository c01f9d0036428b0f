/**
 * PBES2: the encryption of current files.
 *
 * @module
 */
import { pbkdf2Sync, scryptSync } from 'node:crypto'
import { assertTag, type DerNode, TAG } from '../der/read-der.ts'
import { readSmallInteger } from '../der/values.ts'
import { failure } from '../failure.ts'
import { hmacOf } from '../pkcs/hashes.ts'
import { CIPHER, HMAC, PKCS5, SCRYPT } from '../pkcs/oids.ts'
import { kdfRounds } from '../pkcs/pkcs12-kdf.ts'
import { type AlgorithmIdentifier, readAlgorithmIdentifier } from '../x509/public-key.ts'
import { AES_128, AES_192, AES_256, type BlockCipher, DES, rc2Cipher, TRIPLE_DES } from './block-ciphers.ts'
import { damaged, unsupported } from './errors.ts'
import { parametersOf, readIterations, type Scheme } from './scheme.ts'

const CIPHERS: Readonly<Record<string, BlockCipher>> = {
  [CIPHER.des]: DES,
  [CIPHER.tripleDes]: TRIPLE_DES,
  [CIPHER.aes128]: AES_128,
  [CIPHER.aes192]: AES_192,
  [CIPHER.aes256]: AES_256,
}

/** Versions that stand for numbers of bits below 256. @see RFC 8018, appendix B.2.3 */
const RC2_VERSIONS: Readonly<Record<number, number>> = { 160: 40, 120: 64, 58: 128 }

/** N times r: 64 MiB. */
const MAX_SCRYPT_BLOCKS = 2 ** 19

/** Derives a key from a passphrase. */
export interface KeyDerivation {
  /** Octets that the file asks for, when it says so. */
  readonly length: number | undefined
  readonly rounds: (length: number) => number
  /** Who calls it spends the rounds. */
  readonly derive: (password: Uint8Array, length: number) => Uint8Array
}

/** @see RFC 8018, appendix A.4 */
export function readPbes2(algorithm: AlgorithmIdentifier): Scheme {
  const fields = parametersOf(algorithm)
  const derivation = readKeyDerivation(readAlgorithmIdentifier(fields.next('keyDerivationFunc', TAG.sequence)))
  const encryption = readAlgorithmIdentifier(fields.next('encryptionScheme', TAG.sequence))
  fields.end()
  const { cipher, iv } = encryption.oid === CIPHER.rc2 ? readRc2(encryption, derivation) : readCipher(encryption)
  if (iv.content.length !== cipher.block || (derivation.length ?? cipher.keyLength) !== cipher.keyLength) {
    throw damaged('DER', encryption.path)
  }
  return {
    name: `PBES2-${cipher.name}`,
    block: cipher.block,
    passwords: 'octets',
    rounds: derivation.rounds(cipher.keyLength),
    decrypt(password, data) {
      const key = derivation.derive(password, cipher.keyLength)
      const plain = cipher.decrypt(key, iv.content, data)
      key.fill(0)
      return plain
    },
  }
}

function readKeyDerivation(algorithm: AlgorithmIdentifier): KeyDerivation {
  if (algorithm.oid === PKCS5.pbkdf2) return readPbkdf2(algorithm)
  if (algorithm.oid === SCRYPT) return readScrypt(algorithm)
  throw unsupported(algorithm.oid, algorithm.path)
}

/** @see RFC 8018, appendix A.2 */
export function readPbkdf2(algorithm: AlgorithmIdentifier): KeyDerivation {
  const fields = parametersOf(algorithm)
  const salt = fields.next('salt')
  // The other choice is for salts that somebody else keeps.
  if (salt.tag === TAG.sequence) throw unsupported('PBKDF2', salt.path)
  assertTag(salt, TAG.octetString)
  const iterations = readIterations(fields.next('iterationCount', TAG.integer))
  const length = optionalInteger(fields.optional('keyLength', TAG.integer))
  const prf = fields.optional('prf', TAG.sequence)
  fields.end()
  const { oid, path } = prf === undefined ? { oid: HMAC.sha1, path: algorithm.path } : readAlgorithmIdentifier(prf)
  const hash = hmacOf(oid)
  if (hash === undefined) throw unsupported(oid, path)
  return {
    length,
    rounds: (size) => kdfRounds(hash.size, size, iterations),
    derive: (password, size) => pbkdf2Sync(password, salt.content, iterations, size, hash.name),
  }
}

/** @see RFC 7914, section 7.1 */
function readScrypt(algorithm: AlgorithmIdentifier): KeyDerivation {
  const fields = parametersOf(algorithm)
  const salt = fields.next('salt', TAG.octetString)
  const cost = readIterations(fields.next('costParameter', TAG.integer))
  const blockSize = readIterations(fields.next('blockSize', TAG.integer))
  const parallelization = readIterations(fields.next('parallelizationParameter', TAG.integer))
  const length = optionalInteger(fields.optional('keyLength', TAG.integer))
  fields.end()
  if (cost * blockSize > MAX_SCRYPT_BLOCKS || blockSize * parallelization > MAX_SCRYPT_BLOCKS) {
    const found = Math.min(Math.max(cost, parallelization) * blockSize, Number.MAX_SAFE_INTEGER)
    throw failure('CERTS_ITERATIONS_TOO_MANY', { found, max: MAX_SCRYPT_BLOCKS }, algorithm.path)
  }
  const isPowerOfTwo = cost > 1 && (cost & (cost - 1)) === 0
  if (!isPowerOfTwo) throw damaged('DER', algorithm.path)
  // A block of scrypt takes about as long as a round of PBKDF2.
  const rounds = cost * blockSize * parallelization
  return {
    length,
    rounds: () => rounds,
    derive(password, size) {
      const maxmem = 128 * blockSize * (cost + parallelization + 2)
      return scryptSync(password, salt.content, size, { cost, blockSize, parallelization, maxmem })
    },
  }
}

function readCipher({ oid, parameters, path }: AlgorithmIdentifier): { cipher: BlockCipher; iv: DerNode } {
  const cipher = Object.hasOwn(CIPHERS, oid) ? CIPHERS[oid] : undefined
  if (cipher === undefined) throw unsupported(oid, path)
  if (parameters === undefined) throw damaged('DER', path)
  assertTag(parameters, TAG.octetString)
  return { cipher, iv: parameters }
}

/** @see RFC 8018, appendix B.2.3 */
function readRc2(algorithm: AlgorithmIdentifier, { length }: KeyDerivation): { cipher: BlockCipher; iv: DerNode } {
  const fields = parametersOf(algorithm)
  const version = optionalInteger(fields.optional('rc2ParameterVersion', TAG.integer))
  const iv = fields.next('iv', TAG.octetString)
  fields.end()
  const bits = version === undefined ? 32 : (RC2_VERSIONS[version] ?? version)
  if (bits < 8 || bits > 1024) throw unsupported('RC2-CBC', algorithm.path)
  const keyLength = length ?? Math.ceil(bits / 8)
  if (keyLength < 1 || keyLength > 128) throw damaged('DER', algorithm.path)
  return { cipher: rc2Cipher(bits, keyLength), iv }
}

function optionalInteger(node: DerNode | undefined): number | undefined {
  return node === undefined ? undefined : readSmallInteger(node)
}
