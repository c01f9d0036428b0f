/**
 * The encryption of keys inside PEM, as `openssl genrsa -des3` wrote for twenty years.
 *
 * @module
 */
import { hash } from 'node:crypto'
import { concat } from '../der/write-der.ts'
import { AES_128, AES_192, AES_256, type BlockCipher, DES, rc2Cipher, TRIPLE_DES } from './block-ciphers.ts'
import { damaged, unsupported } from './errors.ts'
import type { PemBlock } from './pem.ts'
import type { Scheme } from './scheme.ts'

const CIPHERS: ReadonlyMap<string, BlockCipher> = /* @__PURE__ */ new Map([
  ['AES-128-CBC', AES_128],
  ['AES-192-CBC', AES_192],
  ['AES-256-CBC', AES_256],
  ['DES-EDE3-CBC', TRIPLE_DES],
  ['DES-CBC', DES],
  ['RC2-CBC', /* @__PURE__ */ rc2Cipher(128, 16)],
  ['RC2-64-CBC', /* @__PURE__ */ rc2Cipher(64, 8)],
  ['RC2-40-CBC', /* @__PURE__ */ rc2Cipher(40, 5)],
])

const SALT = 8

/**
 * Reads the header of an encrypted block.
 *
 * @throws {PixkitError} `CERTS_ALGORITHM_UNSUPPORTED`, `CERTS_FILE_DAMAGED`.
 *
 * @see RFC 1423, section 1.1; the key is derived as `EVP_BytesToKey` does, with MD5 and one round
 */
export function readDek({ cipher: name, iv: digits }: NonNullable<PemBlock['dek']>, index: number): Scheme {
  const cipher = CIPHERS.get(name)
  // The name comes from the file: only its shape is known.
  const isName = /^[A-Z0-9-]{1,20}-(?:CBC|CFB|OFB|ECB)$/.test(name)
  if (cipher === undefined) throw unsupported(isName ? name : 'DEK-Info', [index])
  const iv = Buffer.from(digits, 'hex')
  if (digits.length !== 2 * cipher.block) throw damaged('PEM', [index])
  return {
    name: `PEM-${name}`,
    block: cipher.block,
    passwords: 'octets',
    rounds: 1,
    decrypt(password, data) {
      const key = bytesToKey(password, iv.subarray(0, SALT), cipher.keyLength)
      const plain = cipher.decrypt(key, iv, data)
      key.fill(0)
      return plain
    },
  }
}

function bytesToKey(password: Uint8Array, salt: Uint8Array, length: number): Uint8Array {
  const key = new Uint8Array(length)
  let digest: Uint8Array = new Uint8Array(0)
  for (let at = 0; at < length; at += digest.length) {
    digest = hash('md5', concat(digest, password, salt), 'buffer')
    key.set(digest.subarray(0, length - at), at)
  }
  return key
}
