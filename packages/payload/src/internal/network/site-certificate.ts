/**
 * The certificate that a server showed, against those that Bacen has registered for its host.
 *
 * @module
 */
import type { Certificate } from '@pixkit/certs/x509'
import type { ReasonOf } from '../../codes.ts'
import { sameBytes } from '../certificates.ts'
import { dnsNamesOf, hasHost } from '../host-names.ts'

export interface SiteCertificateCheck {
  /** In lower case. */
  readonly host: string
  /** DER. */
  readonly peerCertificate: Uint8Array | undefined
  readonly siteCertificates: readonly Certificate[]
  readonly now: number
}

/**
 * Finds what is wrong with the certificate of a server: it has to be one of the list, byte for byte, that names the host and is
 * valid now.
 *
 * @returns The reason, or `undefined` when all is well.
 *
 * @see Manual de Segurança do Pix, section 5.2 (as told in bacen/pix-perguntas-e-respostas, issues 135 and 240): CERTQRC
 */
export function siteCertificateFault({
  host,
  now,
  peerCertificate,
  siteCertificates,
}: SiteCertificateCheck): ReasonOf<'PAYLOAD_TLS'> | undefined {
  if (peerCertificate === undefined) return 'site-certificate-unknown'
  const registered = siteCertificates.find(({ der }) => sameBytes(der, peerCertificate))
  if (registered === undefined) return 'site-certificate'
  if (!hasHost(dnsNamesOf(registered), host)) return 'site-certificate-name'
  const { notAfter, notBefore } = registered
  return notBefore <= now && now <= notAfter ? undefined : 'site-certificate-expired'
}
