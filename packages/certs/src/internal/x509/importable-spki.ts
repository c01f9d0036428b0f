/**
 * Public keys as WebCrypto imports them.
 *
 * @module
 */
import { bitString, nullValue, oid, sequence } from '../der/write-der.ts'
import type { PublicKeyInfo } from './certificate.ts'
import { assertBytes } from './input.ts'
import { KEY_ALGORITHM } from './oids.ts'
import { subjectPublicKeyOf } from './subject-public-key.ts'

/**
 * Writes the public key of a certificate as `crypto.subtle.importKey('spki', …)` takes it.
 *
 * For most keys that is `spki` itself. WebCrypto knows an RSA key under the plain identifier of RSA only, whatever it is used
 * for; a certificate whose key is for RSA-PSS alone has another. What such a key is bound to (a hash, a salt) is left out:
 * whoever verifies with it chooses both.
 *
 * @param publicKey - `publicKey` of a certificate or of a request; only `algorithm` and `spki` count.
 * @returns SubjectPublicKeyInfo, a copy.
 * @throws {PixkitError} `CERTS_DER_…`: `spki` of an RSA-PSS key is none.
 * @throws {TypeError} `publicKey` has no bytes.
 *
 * @example
 * ```ts
 * import { createCa } from '@pixkit/certs/create-ca'
 * import { importableSpki } from '@pixkit/certs/x509'
 *
 * const { certificate } = await createCa({ key: { type: 'RSA' } })
 * const spki = importableSpki(certificate.publicKey)
 * const algorithm = { name: 'RSA-PSS', hash: 'SHA-256' }
 * const key = await crypto.subtle.importKey('spki', spki, algorithm, true, ['verify'])
 * key.type // 'public'
 * ```
 *
 * @see Web Cryptography API, section 21.4 (RSA-PSS: import of spki); RFC 4055, section 1.2 (two identifiers)
 */
export function importableSpki({
  algorithm,
  spki,
}: Pick<PublicKeyInfo, 'algorithm' | 'spki'>): Uint8Array<ArrayBuffer> {
  assertBytes(spki, 'publicKey.spki')
  if (algorithm !== 'RSA-PSS') return new Uint8Array(spki)
  const plain = sequence(oid(KEY_ALGORITHM.rsa), nullValue())
  return new Uint8Array(sequence(plain, bitString(subjectPublicKeyOf(spki))))
}
