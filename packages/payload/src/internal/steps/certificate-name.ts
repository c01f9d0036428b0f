/**
 * Step 17: for whom the certificate is.
 *
 * @module
 */
import { type Certificate, matchHostName } from '@pixkit/certs/x509'
import { dnsNamesOf } from '../host-names.ts'
import type { KeyEntry } from '../keys/key-entry.ts'
import type { Verification } from '../verification.ts'

/**
 * Checks that a certificate with names of hosts names that of the key set. One without is good too: a PSP may sign with its
 * certificate of the SPI, which names none. A choice of pixkit.
 *
 * @returns Whether it names the host: whoever issued it says then that the key is that of the host.
 * @see RFC 9525, section 6; Manual de Segurança do Pix, section 5.3 (as quoted by its readers)
 */
export function checkCertificateName(
  { memo }: KeyEntry,
  certificate: Certificate,
  host: string,
  verification: Verification,
): boolean {
  if (memo.namedHost !== host && !matchHostName(certificate, host)) {
    if (dnsNamesOf(certificate).length === 0) {
      verification.skip('CERT_NAME')
      return false
    }
    verification.step('CERT_NAME', () =>
      verification.tolerate('certificate-name', 'PAYLOAD_CERT_NAME', { reason: 'other-host' }),
    )
    return false
  }
  memo.namedHost = host
  return verification.step('CERT_NAME', () => true)
}
