/**
 * Block ciphers in CBC mode, as keys are encrypted with them.
 *
 * @module
 */
import { createDecipheriv } from 'node:crypto'
import { decryptRc2Cbc } from './rc2.ts'

export interface BlockCipher {
  /** `AES-256-CBC`, `3DES-CBC`, `RC2-CBC` …. */
  readonly name: string
  /** Octets of the key. */
  readonly keyLength: number
  /** Octets of a block, and of the IV. */
  readonly block: number
  /** Decrypts whole blocks; the padding stays. */
  decrypt(key: Uint8Array, iv: Uint8Array, data: Uint8Array): Uint8Array
}

export const AES_128: BlockCipher = /* @__PURE__ */ native('AES-128-CBC', 'aes-128-cbc', 16, 16)
export const AES_192: BlockCipher = /* @__PURE__ */ native('AES-192-CBC', 'aes-192-cbc', 24, 16)
export const AES_256: BlockCipher = /* @__PURE__ */ native('AES-256-CBC', 'aes-256-cbc', 32, 16)
export const TRIPLE_DES: BlockCipher = /* @__PURE__ */ native('3DES-CBC', 'des-ede3-cbc', 24, 8)
/** Two keys: the first one encrypts again. */
export const TRIPLE_DES_2: BlockCipher = /* @__PURE__ */ repeatingKey('2DES-CBC', 16)
/** OpenSSL 3 keeps DES in its legacy provider; three times the same key is the same cipher. */
export const DES: BlockCipher = /* @__PURE__ */ repeatingKey('DES-CBC', 8)

export function rc2Cipher(effectiveBits: number, keyLength: number): BlockCipher {
  return {
    name: 'RC2-CBC',
    keyLength,
    block: 8,
    decrypt: (key, iv, data) => decryptRc2Cbc(key, effectiveBits, iv, data),
  }
}

function native(name: string, openssl: string, keyLength: number, block: number): BlockCipher {
  return { name, keyLength, block, decrypt: (key, iv, data) => decryptNatively(openssl, key, iv, data) }
}

function repeatingKey(name: string, keyLength: number): BlockCipher {
  return {
    name,
    keyLength,
    block: 8,
    decrypt(key, iv, data) {
      const whole = Uint8Array.from({ length: 24 }, (_, index) => key[index % keyLength] ?? 0)
      const plain = decryptNatively('des-ede3-cbc', whole, iv, data)
      whole.fill(0)
      return plain
    },
  }
}

function decryptNatively(algorithm: string, key: Uint8Array, iv: Uint8Array, data: Uint8Array): Uint8Array {
  const decipher = createDecipheriv(algorithm, key, iv)
  decipher.setAutoPadding(false)
  const plain = decipher.update(data)
  // Without padding nothing is left over.
  decipher.final()
  return plain
}
