/**
 * Who issued whom, by what certificates say of themselves; signatures prove it.
 *
 * @module
 */
import { sameBytes } from '../der/values.ts'
import type { Certificate } from './certificate.ts'
import { canonicalName, namesEqual } from './name.ts'

/** Tells whether a certificate names itself as its issuer: a root, or an authority that changed its key. @see RFC 5280, section 3.2 */
export function isSelfIssued({ subject, issuer }: Pick<Certificate, 'subject' | 'issuer'>): boolean {
  return namesEqual(subject, issuer)
}

/**
 * Tells whether one certificate may have issued another: it has the name of its issuer, and the key identifier and the serial
 * number that it says of it. What is absent on either side says nothing.
 *
 * @see RFC 5280, sections 4.2.1.1 and 6.1.3
 */
export function mayHaveIssued(issuer: Certificate, certificate: Certificate): boolean {
  const { authorityKeyId, authorityCertIssuer, authorityCertSerialNumber } = certificate
  const { subjectKeyId } = issuer
  return (
    namesEqual(issuer.subject, certificate.issuer) &&
    (authorityKeyId === undefined || subjectKeyId === undefined || sameBytes(authorityKeyId, subjectKeyId)) &&
    (authorityCertSerialNumber === undefined || authorityCertSerialNumber === issuer.serialNumber) &&
    (authorityCertIssuer === undefined || namesEqual(authorityCertIssuer, issuer.issuer))
  )
}

export interface Issuer {
  readonly certificate: Certificate
  readonly isAnchor: boolean
}

/** Finds who may have issued a certificate, the most likely first. */
export type FindIssuers = (certificate: Certificate) => readonly Issuer[]

/**
 * Sorts certificates by subject, to find issuers fast.
 *
 * @param now - Of two issuers that are else alike, the one that is valid at this moment goes first.
 */
export function indexIssuers(
  trustAnchors: readonly Certificate[],
  intermediates: readonly Certificate[],
  now: number,
): FindIssuers {
  const bySubject = new Map<string, Issuer[]>()
  const add = (certificate: Certificate, isAnchor: boolean): void => {
    const subject = canonicalName(certificate.subject)
    const others = bySubject.get(subject)
    if (others === undefined) bySubject.set(subject, [{ certificate, isAnchor }])
    else others.push({ certificate, isAnchor })
  }
  for (const anchor of trustAnchors) add(anchor, true)
  for (const intermediate of intermediates) add(intermediate, false)
  return (certificate) => {
    const named = bySubject.get(canonicalName(certificate.issuer)) ?? []
    const rank = (issuer: Issuer): number => rankOf(issuer, certificate, now)
    return named
      .filter((issuer) => mayHaveIssued(issuer.certificate, certificate))
      .sort((a, b) => rank(b) - rank(a) || b.certificate.notBefore - a.certificate.notBefore)
  }
}

/** An anchor ends the search; a key identifier says more than dates. */
function rankOf({ certificate, isAnchor }: Issuer, child: Certificate, now: number): number {
  const hasKeyId = certificate.subjectKeyId !== undefined && child.authorityKeyId !== undefined
  const isValid = certificate.notBefore <= now && now <= certificate.notAfter
  return (isAnchor ? 4 : 0) + (hasKeyId ? 2 : 0) + (isValid ? 1 : 0)
}
