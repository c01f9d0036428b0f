/**
 * Encrypted private keys (PKCS#8).
 *
 * @module
 */
import type { PrivateKey } from '../../credentials.ts'
import { octetString, sequence } from '../der/write-der.ts'
import { assertIterations, assertPassphrase } from './passphrase.ts'
import { encryptPbes2 } from './pbes2.ts'
import { pkcs8Of } from '../key/private-key.ts'

const MAX_ITERATIONS = 1_000_000

/**
 * Writes a key as EncryptedPrivateKeyInfo.
 *
 * Node's own export would do, were it not for its 2,048 rounds, which cannot be changed.
 *
 * @throws {PixkitError} `CERTS_OPTION_INVALID`: no passphrase, or no rounds, that can be used.
 *
 * @see RFC 5958, section 3
 */
export function encryptKey(key: PrivateKey, passphrase: string, iterations: number = 100_000): Uint8Array {
  assertPassphrase(passphrase, 1)
  assertIterations(iterations, MAX_ITERATIONS)
  const { algorithm, ciphertext } = encryptPbes2(pkcs8Of(key), passphrase, iterations)
  return sequence(algorithm, octetString(ciphertext))
}
