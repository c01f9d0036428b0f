/**
 * Step 17: for whom the certificate is.
 *
 * @module
 */
import { type Certificate, matchHostName } from '@pixkit/certs/x509'
import { dnsNamesOf } from '../host-names.ts'
import type { KeyEntry } from '../key-entry.ts'
import type { Verification } from '../verification.ts'

/**
 * Checks that a certificate with names of hosts names that of the key set. One without is good too: a PSP may sign with its
 * certificate of the SPI, which names none. A choice of pixkit.
 *
 * @see RFC 9525, section 6; Manual de Segurança do Pix, section 5.3
 */
export function checkCertificateName(
  { memo }: KeyEntry,
  certificate: Certificate,
  host: string,
  verification: Verification,
): void {
  if (memo.namedHost === host) return
  if (matchHostName(certificate, host)) {
    memo.namedHost = host
    return
  }
  if (dnsNamesOf(certificate).length === 0) return
  verification.tolerate('certificate-name', 'PAYLOAD_CERT_NAME', { reason: 'other-host' })
}
