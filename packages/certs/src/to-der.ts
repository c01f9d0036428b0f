/**
 * Certificates, keys and requests as bytes (DER).
 *
 * @module
 */
import type { PrivateKey } from './credentials.ts'
import { assertObject } from './internal/arguments.ts'
import { encryptKey } from './internal/make/encrypted-key.ts'
import { assertItem } from './internal/make/item.ts'
import { pkcs8Of } from './internal/key/private-key.ts'
import type { Certificate, CertificateRequest } from './internal/x509/certificate.ts'

export interface EncodeOptions {
  /** Encrypts private keys; 1 to 1024 octets of UTF-8. Nothing else is encrypted. */
  readonly passphrase?: string | undefined
  /**
   * Rounds of key derivation for an encrypted key, 1,000 to 1,000,000; 100,000 by default. That costs a few hundredths of a second
   * where the key is opened, and fifty times what the 2,048 of `openssl` and Node cost where it is guessed; every
   * program that opens such keys reads the number from the file.
   */
  readonly iterations?: number | undefined
}

/**
 * Writes a certificate, a private key or a request as DER.
 *
 * @param item - Certificate and request come out as they were read, to the byte; a key as PKCS#8, whatever it was before.
 * @param options - With `passphrase`, a key comes out encrypted: PBES2 with PBKDF2-HMAC-SHA256 and AES-256-CBC, with 100,000
 *   rounds where openssl and Node write 2,048.
 * @throws {PixkitError} `CERTS_OPTION_INVALID`: no such passphrase, or number of rounds; `CERTS_KEY_INVALID`: a key that OpenSSL reads and
 *   cannot write, which `readCredentials` never returns.
 * @throws {TypeError} `item` is none of these.
 *
 * @example
 * ```ts
 * import { generatePrivateKey } from '@pixkit/certs/generate-private-key'
 * import { toDer } from '@pixkit/certs/to-der'
 *
 * const key = await generatePrivateKey({ type: 'EC' })
 * toDer(key)[0] // 0x30
 * ```
 *
 * @see RFC 5958, sections 2 and 3
 */
export function toDer(item: Certificate | CertificateRequest | PrivateKey, options: EncodeOptions = {}): Uint8Array {
  assertItem(item, 'item')
  assertObject(options, 'options')
  if (item.kind !== 'private-key') return Uint8Array.from(item.der)
  return options.passphrase === undefined ? pkcs8Of(item) : encryptKey(item, options.passphrase, options.iterations)
}
