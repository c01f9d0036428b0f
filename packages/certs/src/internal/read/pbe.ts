/**
 * Password-based encryption of every vintage, by its algorithm identifier.
 *
 * @module
 */
import { hash } from 'node:crypto'
import { type DerNode, TAG } from '../der/read-der.ts'
import { concat } from '../der/write-der.ts'
import { type BlockCipher, DES, rc2Cipher, TRIPLE_DES, TRIPLE_DES_2 } from './block-ciphers.ts'
import { type HashFunction, MD5, SHA1 } from '../pkcs/hashes.ts'
import { PBES2, readPbes2 } from './pbes2.ts'
import { kdfRounds, pkcs12Kdf, PURPOSE } from '../pkcs/pkcs12-kdf.ts'
import {
  type AlgorithmIdentifier,
  parametersOf,
  readAlgorithm,
  readIterations,
  type Scheme,
  unsupported,
} from './scheme.ts'

const PKCS12 = '1.2.840.113549.1.12.1'
const PKCS5 = '1.2.840.113549.1.5'

/** @see RFC 7292, appendix C */
const PKCS12_CIPHERS: Readonly<Record<string, { readonly name: string; readonly cipher: BlockCipher }>> = {
  [`${PKCS12}.3`]: { name: 'PBE-SHA1-3DES', cipher: TRIPLE_DES },
  [`${PKCS12}.4`]: { name: 'PBE-SHA1-2DES', cipher: TRIPLE_DES_2 },
  [`${PKCS12}.5`]: { name: 'PBE-SHA1-RC2-128', cipher: /* @__PURE__ */ rc2Cipher(128, 16) },
  [`${PKCS12}.6`]: { name: 'PBE-SHA1-RC2-40', cipher: /* @__PURE__ */ rc2Cipher(40, 5) },
}

/** @see RFC 8018, appendix A.3 */
const PBES1_CIPHERS: Readonly<Record<string, { name: string; hash: HashFunction; cipher: BlockCipher }>> = {
  [`${PKCS5}.3`]: { name: 'PBES1-MD5-DES', hash: MD5, cipher: DES },
  [`${PKCS5}.6`]: { name: 'PBES1-MD5-RC2', hash: MD5, cipher: /* @__PURE__ */ rc2Cipher(64, 8) },
  [`${PKCS5}.10`]: { name: 'PBES1-SHA1-DES', hash: SHA1, cipher: DES },
  [`${PKCS5}.11`]: { name: 'PBES1-SHA1-RC2', hash: SHA1, cipher: /* @__PURE__ */ rc2Cipher(64, 8) },
}

/** Names of what is not decrypted here: RC4, which is broken, and MD2, which no library has. */
const REFUSED: Readonly<Record<string, string>> = {
  [`${PKCS12}.1`]: 'PBE-SHA1-RC4-128',
  [`${PKCS12}.2`]: 'PBE-SHA1-RC4-40',
  [`${PKCS5}.1`]: 'PBES1-MD2-DES',
  [`${PKCS5}.4`]: 'PBES1-MD2-RC2',
}

/**
 * Reads how a part is encrypted.
 *
 * @throws {PixkitError} `CERTS_ALGORITHM_UNSUPPORTED`.
 */
export function readScheme(node: DerNode): Scheme {
  const algorithm = readAlgorithm(node)
  const { oid, path } = algorithm
  if (oid === PBES2) return readPbes2(algorithm)
  if (Object.hasOwn(PKCS12_CIPHERS, oid)) return readPkcs12Pbe(algorithm)
  if (Object.hasOwn(PBES1_CIPHERS, oid)) return readPbes1(algorithm)
  throw unsupported(Object.hasOwn(REFUSED, oid) ? (REFUSED[oid] ?? oid) : oid, path)
}

function readPkcs12Pbe(algorithm: AlgorithmIdentifier): Scheme {
  const known = PKCS12_CIPHERS[algorithm.oid]
  if (known === undefined) throw unsupported(algorithm.oid, algorithm.path)
  const { name, cipher } = known
  const { salt, iterations } = readPbeParameters(algorithm)
  const lengths = { [PURPOSE.key]: cipher.keyLength, [PURPOSE.iv]: cipher.block }
  return {
    name,
    block: cipher.block,
    passwords: 'bmp',
    rounds: kdfRounds(SHA1.size, cipher.keyLength, iterations) + iterations,
    decrypt(password, data, budget) {
      const derive = (purpose: keyof typeof lengths): Uint8Array =>
        pkcs12Kdf(SHA1, { purpose, password, salt, iterations, length: lengths[purpose] }, budget)
      const key = derive(PURPOSE.key)
      const plain = cipher.decrypt(key, derive(PURPOSE.iv), data)
      key.fill(0)
      return plain
    },
  }
}

/** PBKDF1 gives sixteen octets: key and IV. @see RFC 8018, sections 5.1 and 6.1 */
function readPbes1(algorithm: AlgorithmIdentifier): Scheme {
  const known = PBES1_CIPHERS[algorithm.oid]
  if (known === undefined) throw unsupported(algorithm.oid, algorithm.path)
  const { name, cipher } = known
  const { salt, iterations } = readPbeParameters(algorithm)
  return {
    name,
    block: cipher.block,
    passwords: 'octets',
    rounds: iterations,
    decrypt(password, data, budget) {
      budget.spend(iterations)
      let derived = hash(known.hash.name, concat(password, salt), 'buffer')
      for (let round = 1; round < iterations; round++) derived = hash(known.hash.name, derived, 'buffer')
      const plain = cipher.decrypt(derived.subarray(0, 8), derived.subarray(8, 16), data)
      derived.fill(0)
      return plain
    },
  }
}

function readPbeParameters(algorithm: AlgorithmIdentifier): { salt: Uint8Array; iterations: number } {
  const fields = parametersOf(algorithm)
  const salt = fields.next('salt', TAG.octetString).content
  const iterations = readIterations(fields.next('iterations', TAG.integer))
  fields.end()
  return { salt, iterations }
}
