/**
 * What is odd about the certificates of a key set whose chain is proven.
 *
 * @module
 */
import { type Certificate, namesEqual } from '@pixkit/certs/x509'
import { isSelfIssued, sameBytes } from '../certificates.ts'
import type { Verification } from '../verification.ts'

/**
 * Compares `x5c` with the chain that was proven.
 *
 * Each certificate of `x5c` must be the next of the chain. Above the anchor nothing is proven, nor needed: there the certificate
 * that another authority gave the anchor may stand in its place, as servers send it, and whatever is above that; a warning says
 * so. Other certificates are refused, unless `x5c-order` is tolerated, because they belong to nothing that was proven.
 *
 * @param index - Of the key in its set.
 * @returns What says it, now and each time that the chain is used again.
 *
 * @see RFC 7517, section 4.7: each certificate certifies the previous; Manual de Segurança do Pix, section 4.2 (as
 *   quoted by its readers)
 */
export function reportOrder(
  index: number,
  x5c: readonly Certificate[],
  chain: readonly Certificate[],
): (verification: Verification) => void {
  const anchorAt = chain.length - 1
  const stray = x5c.findIndex((certificate, place) => !standsInPlace(certificate, place, x5c, chain))
  const hasAnchor = x5c.some((certificate) => areEqual(certificate, chain[anchorAt]))
  const beyond = x5c.findIndex(
    (certificate, place) => place >= anchorAt && !chain.some((proven) => areEqual(certificate, proven)),
  )
  const absent = chain.findIndex(
    (certificate, place) => place < anchorAt && !x5c.some((given) => areEqual(given, certificate)),
  )
  const path = ['keys', index, 'x5c']
  return (verification) => {
    if (stray !== -1) {
      const fault = { reason: 'x5c-order', path: [...path, stray], params: { index: stray } } as const
      verification.tolerate('x5c-order', 'PAYLOAD_CHAIN', fault)
    } else if (beyond !== -1) {
      const fault = { reason: 'beyond-anchor', path: [...path, beyond], params: { index: beyond } } as const
      verification.warn('PAYLOAD_CHAIN', fault)
    }
    if (absent !== -1) {
      verification.warn('PAYLOAD_CHAIN', { reason: 'intermediate-absent', path, params: { index: absent } })
    }
    if (!hasAnchor && (stray !== -1 || beyond === -1)) {
      verification.warn('PAYLOAD_CHAIN', { reason: 'root-absent', path })
    }
  }
}

function standsInPlace(
  certificate: Certificate,
  place: number,
  x5c: readonly Certificate[],
  chain: readonly Certificate[],
): boolean {
  const proven = chain[place]
  if (areEqual(certificate, proven)) return true
  const below = x5c[place - 1]
  const isAtAnchor = place === chain.length - 1
  if (below === undefined || place < chain.length - 1) return false
  if (isAtAnchor) return proven !== undefined && isCrossCertificate(certificate, proven)
  return namesEqual(below.issuer, certificate.subject) && !isSelfIssued(below)
}

/**
 * Whether another authority certified the key of the anchor. A root that was changed on the way is none, wherever the
 * change: it has its own name as issuer, or its own key, or says of no other key that it signed.
 *
 * @see RFC 5280, section 4.2.1.1: only who signs itself may leave out authorityKeyIdentifier
 */
function isCrossCertificate(certificate: Certificate, anchor: Certificate): boolean {
  const { authorityKeyId, subjectKeyId = new Uint8Array() } = certificate
  return (
    namesEqual(certificate.subject, anchor.subject) &&
    sameBytes(certificate.publicKey.spki, anchor.publicKey.spki) &&
    !isSelfIssued(certificate) &&
    authorityKeyId !== undefined &&
    !sameBytes(authorityKeyId, subjectKeyId)
  )
}

function areEqual(one: Certificate, other: Certificate | undefined): boolean {
  return other !== undefined && sameBytes(one.der, other.der)
}
