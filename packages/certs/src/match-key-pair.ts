/**
 * Whether a private key belongs to a certificate.
 *
 * @module
 */
import type { PrivateKey } from './credentials.ts'
import { textOfPrivateKey, textOfPublicKey } from './internal/key/public-key.ts'
import { assertPrivateKey } from './internal/key/private-key.ts'
import type { Certificate, CertificateRequest } from './internal/x509/certificate.ts'
import { assertCertificate } from './internal/x509/input.ts'

/**
 * Tells whether a private key belongs to a certificate, or to the request for one: what `openssl … -modulus | openssl md5`
 * on both files tells for RSA, for every kind of key and without a shell.
 *
 * Public keys are compared, so an EC point may be written compressed in one of them. RSA and RSA-PSS keys with the same
 * numbers match. That a private key really makes the signatures of its public half, `readCredentials` has made sure of.
 *
 * Each key is parsed once per object, so comparing many with many is cheap.
 *
 * @param certificate - Certificate, or request (CSR).
 * @returns `false` also when one of the two has a key that Node does not know, or reads and cannot write.
 * @throws {TypeError} One of the two is something else.
 *
 * @example
 * ```ts
 * import { createCa } from '@pixkit/certs/create-ca'
 * import { generatePrivateKey } from '@pixkit/certs/generate-private-key'
 * import { matchKeyPair } from '@pixkit/certs/match-key-pair'
 *
 * const { certificate, privateKey } = await createCa()
 * const other = await generatePrivateKey({ type: 'EC' })
 *
 * matchKeyPair(certificate, privateKey) // true
 * matchKeyPair(certificate, other) // false
 * ```
 *
 * @see Guia API Pix Sicredi, annex VI: certificate and key that correspond
 */
export function matchKeyPair(certificate: Certificate | CertificateRequest, privateKey: PrivateKey): boolean {
  if ((Object(certificate) as Partial<CertificateRequest>).kind !== 'request') assertCertificate(certificate)
  assertPrivateKey(privateKey, 'privateKey')
  const text = textOfPublicKey(certificate.publicKey)
  return text !== undefined && text === textOfPrivateKey(privateKey)
}
