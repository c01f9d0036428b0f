/**
 * Certificates that somebody may mean to use.
 *
 * @module
 */
import type { StoredCertificate } from '../../../credentials.ts'
import type { Certificate } from '../../x509/certificate.ts'
import type { Facts } from '../facts.ts'
import type { Own } from '../file-facts.ts'

export interface Meant {
  readonly own: Own<StoredCertificate>
  /** How bad it is that it is no good. */
  readonly severity: 'error' | 'warning'
}

/** The certificates in play, and those beside them whose keys are not here. */
export function meant({ leaves, strays }: Facts): readonly Meant[] {
  return [
    ...leaves.map((own) => ({ own, severity: 'error' as const })),
    ...strays.map((own) => ({ own, severity: 'warning' as const })),
  ]
}

/**
 * Whether a certificate, or what an authority issues, may be for clients. `anyExtendedKeyUsage` is enough here, since an
 * application may take it; for `buildChain`, as for openssl, it is not.
 *
 * @see RFC 5280, section 4.2.1.12
 */
export function mayBeForClients({ extendedKeyUsage: purposes }: Certificate): boolean {
  return purposes === undefined || purposes.includes('clientAuth') || purposes.includes('anyExtendedKeyUsage')
}

/** @see RFC 5280, section 4.1.2.5: the period includes both ends */
export function isValidAt({ notAfter, notBefore }: Certificate, now: number): boolean {
  return notBefore <= now && now <= notAfter
}
