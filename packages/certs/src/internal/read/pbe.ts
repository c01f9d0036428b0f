/**
 * Password-based encryption of every vintage, by its algorithm identifier.
 *
 * @module
 */
import { hash } from 'node:crypto'
import { type DerNode, TAG } from '../der/read-der.ts'
import { concat } from '../der/write-der.ts'
import { type HashFunction, MD5, SHA1 } from '../pkcs/hashes.ts'
import { PKCS12, PKCS5 } from '../pkcs/oids.ts'
import { kdfRounds, pkcs12Kdf, PURPOSE } from '../pkcs/pkcs12-kdf.ts'
import { type AlgorithmIdentifier, readAlgorithmIdentifier } from '../x509/public-key.ts'
import { type BlockCipher, DES, rc2Cipher, TRIPLE_DES, TRIPLE_DES_2 } from './block-ciphers.ts'
import { unsupported } from './errors.ts'
import { readPbes2 } from './pbes2.ts'
import { parametersOf, readIterations, type Scheme } from './scheme.ts'

type ReadScheme = (algorithm: AlgorithmIdentifier) => Scheme

/** @see RFC 7292, appendix C; RFC 8018, appendices A.3 and A.4 */
const SCHEMES: Readonly<Record<string, ReadScheme>> = {
  [PKCS5.pbes2]: readPbes2,
  [PKCS12.tripleDes]: /* @__PURE__ */ pkcs12Pbe('PBE-SHA1-3DES', TRIPLE_DES),
  [PKCS12.tripleDes2]: /* @__PURE__ */ pkcs12Pbe('PBE-SHA1-2DES', TRIPLE_DES_2),
  [PKCS12.rc2_128]: /* @__PURE__ */ pkcs12Pbe('PBE-SHA1-RC2-128', /* @__PURE__ */ rc2Cipher(128, 16)),
  [PKCS12.rc2_40]: /* @__PURE__ */ pkcs12Pbe('PBE-SHA1-RC2-40', /* @__PURE__ */ rc2Cipher(40, 5)),
  [PKCS5.md5Des]: /* @__PURE__ */ pbes1('PBES1-MD5-DES', MD5, DES),
  [PKCS5.md5Rc2]: /* @__PURE__ */ pbes1('PBES1-MD5-RC2', MD5, /* @__PURE__ */ rc2Cipher(64, 8)),
  [PKCS5.sha1Des]: /* @__PURE__ */ pbes1('PBES1-SHA1-DES', SHA1, DES),
  [PKCS5.sha1Rc2]: /* @__PURE__ */ pbes1('PBES1-SHA1-RC2', SHA1, /* @__PURE__ */ rc2Cipher(64, 8)),
}

/** Names of what is not decrypted here: RC4, which is broken, and MD2, which no library has. */
const REFUSED: Readonly<Record<string, string>> = {
  [PKCS12.rc4_128]: 'PBE-SHA1-RC4-128',
  [PKCS12.rc4_40]: 'PBE-SHA1-RC4-40',
  [PKCS5.md2Des]: 'PBES1-MD2-DES',
  [PKCS5.md2Rc2]: 'PBES1-MD2-RC2',
}

/**
 * Reads how a part is encrypted.
 *
 * @throws {PixkitError} `CERTS_ALGORITHM_UNSUPPORTED`, `CERTS_FILE_DAMAGED`, `CERTS_DER_…`.
 */
export function readScheme(node: DerNode): Scheme {
  const algorithm = readAlgorithmIdentifier(node)
  const { oid, path } = algorithm
  const read = Object.hasOwn(SCHEMES, oid) ? SCHEMES[oid] : undefined
  if (read === undefined) throw unsupported(Object.hasOwn(REFUSED, oid) ? (REFUSED[oid] ?? oid) : oid, path)
  return read(algorithm)
}

function pkcs12Pbe(name: string, cipher: BlockCipher): ReadScheme {
  const lengths = { [PURPOSE.key]: cipher.keyLength, [PURPOSE.iv]: cipher.block }
  return (algorithm) => {
    const { salt, iterations } = readPbeParameters(algorithm)
    return {
      name,
      block: cipher.block,
      passwords: 'bmp',
      rounds: kdfRounds(SHA1.size, cipher.keyLength, iterations) + kdfRounds(SHA1.size, cipher.block, iterations),
      decrypt(password, data) {
        const derive = (purpose: keyof typeof lengths): Uint8Array =>
          pkcs12Kdf(SHA1, { purpose, password, salt, iterations, length: lengths[purpose] })
        const key = derive(PURPOSE.key)
        const plain = cipher.decrypt(key, derive(PURPOSE.iv), data)
        key.fill(0)
        return plain
      },
    }
  }
}

/** PBKDF1 gives sixteen octets: key and IV. @see RFC 8018, sections 5.1 and 6.1 */
function pbes1(name: string, { name: hashName }: HashFunction, cipher: BlockCipher): ReadScheme {
  return (algorithm) => {
    const { salt, iterations } = readPbeParameters(algorithm)
    return {
      name,
      block: cipher.block,
      passwords: 'octets',
      rounds: iterations,
      decrypt(password, data) {
        let derived = hash(hashName, concat(password, salt), 'buffer')
        for (let round = 1; round < iterations; round++) derived = hash(hashName, derived, 'buffer')
        const plain = cipher.decrypt(derived.subarray(0, 8), derived.subarray(8, 16), data)
        derived.fill(0)
        return plain
      },
    }
  }
}

function readPbeParameters(algorithm: AlgorithmIdentifier): { salt: Uint8Array; iterations: number } {
  const fields = parametersOf(algorithm)
  const salt = fields.next('salt', TAG.octetString).content
  const iterations = readIterations(fields.next('iterations', TAG.integer))
  fields.end()
  return { salt, iterations }
}
