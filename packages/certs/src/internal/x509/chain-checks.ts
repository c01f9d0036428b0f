/**
 * What a certificate must be to stand in a chain.
 *
 * @module
 */
import type { Params } from '@pixkit/core/issue'
import type { ChainErrorCode } from '../../codes.ts'
import type { Certificate, ExtendedKeyUsage, KeyUsage } from './certificate.ts'
import { isSelfIssued } from './issuers.ts'
import { type NameBudget, satisfiesNameConstraints } from './name-constraints.ts'
import { EXTENSION } from './oids.ts'
import { isWeakKey, unknownKey } from './weak-key.ts'

export interface ChainProblem {
  readonly code: ChainErrorCode
  /** Place in the chain, from the leaf: 0. */
  readonly index: number
  readonly params?: Params | undefined
}

export interface Purpose {
  /** Milliseconds since 1970. */
  readonly now: number
  readonly keyUsage?: KeyUsage | undefined
  readonly extendedKeyUsage?: ExtendedKeyUsage | undefined
}

/**
 * Extensions that may be critical: policies and revocation lists are known, and not processed. Key identifiers may not
 * (RFC 5280, sections 4.2.1.1 and 4.2.1.2), and openssl refuses them too.
 */
const CRITICAL_EXTENSIONS: ReadonlySet<string> = /* @__PURE__ */ new Set([
  EXTENSION.basicConstraints,
  EXTENSION.keyUsage,
  EXTENSION.extKeyUsage,
  EXTENSION.subjectAltName,
  EXTENSION.nameConstraints,
  EXTENSION.cRLDistributionPoints,
  EXTENSION.certificatePolicies,
  EXTENSION.policyMappings,
  EXTENSION.policyConstraints,
  EXTENSION.inhibitAnyPolicy,
])

/** Usages of which a certificate with this purpose has one. @see RFC 5280, section 4.2.1.12 */
const CONSISTENT_USAGES: Readonly<Record<string, readonly KeyUsage[]>> = {
  serverAuth: ['digitalSignature', 'keyEncipherment', 'keyAgreement'],
  clientAuth: ['digitalSignature', 'keyAgreement'],
  codeSigning: ['digitalSignature'],
  emailProtection: ['digitalSignature', 'nonRepudiation', 'keyEncipherment', 'keyAgreement'],
  timeStamping: ['digitalSignature', 'nonRepudiation'],
  OCSPSigning: ['digitalSignature', 'nonRepudiation'],
}

/** Checks what holds for every certificate of a chain: dates, critical extensions, strength of its key, purpose. */
export function checkCertificate(
  certificate: Certificate,
  index: number,
  { now, extendedKeyUsage }: Purpose,
): ChainProblem | undefined {
  const { notBefore, notAfter, publicKey } = certificate
  if (now < notBefore) return { code: 'CERTS_CHAIN_NOT_YET_VALID', index, params: { date: dateOf(notBefore) } }
  if (now > notAfter) return { code: 'CERTS_CHAIN_EXPIRED', index, params: { date: dateOf(notAfter) } }
  // RFC 5280, section 4.2: a system must reject a critical extension that it does not recognise.
  const unknown = certificate.extensions.find(({ critical, oid }) => critical && !CRITICAL_EXTENSIONS.has(oid))
  if (unknown !== undefined) return { code: 'CERTS_CHAIN_EXTENSION_UNKNOWN', index, params: { oid: unknown.oid } }
  if (isWeakKey(publicKey)) {
    const { algorithm, bits } = publicKey
    return { code: 'CERTS_CHAIN_KEY_WEAK', index, params: { algorithm, bits } }
  }
  const unknownKind = unknownKey(publicKey)
  if (unknownKind !== undefined) return { code: 'CERTS_CHAIN_ALGORITHM', index, params: { algorithm: unknownKind } }
  // Authorities with purposes may issue only for these: not in RFC 5280, but done by openssl and browsers.
  if (extendedKeyUsage !== undefined && certificate.extendedKeyUsage?.includes(extendedKeyUsage) === false) {
    return { code: 'CERTS_CHAIN_EXTENDED_KEY_USAGE', index, params: { usage: extendedKeyUsage } }
  }
  return undefined
}

/** Checks what the leaf's own key may be used for. */
export function checkLeaf(
  { keyUsage: allowed }: Certificate,
  { keyUsage, extendedKeyUsage = '' }: Purpose,
): ChainProblem | undefined {
  if (allowed === undefined) return undefined
  const code = 'CERTS_CHAIN_KEY_USAGE'
  if (keyUsage !== undefined && !allowed.includes(keyUsage)) return { code, index: 0, params: { usage: keyUsage } }
  const consistent = Object.hasOwn(CONSISTENT_USAGES, extendedKeyUsage)
    ? CONSISTENT_USAGES[extendedKeyUsage]
    : undefined
  if (consistent !== undefined && !consistent.some((usage) => allowed.includes(usage))) {
    return { code, index: 0, params: { usage: extendedKeyUsage } }
  }
  return undefined
}

/**
 * Checks whether a certificate may stand above a path; for the names that it may give see `checkNames`.
 *
 * @param path - The certificates below it, from the leaf.
 *
 * @see RFC 5280, section 6.1.4, steps (k) to (n)
 */
export function checkAuthority(
  certificate: Certificate,
  path: readonly Certificate[],
  isAnchor: boolean,
): ChainProblem | undefined {
  const index = path.length
  const { pathLength = Infinity, keyUsage } = certificate
  // Version 1 knows no CA flag: that such a root is one, says whoever trusts it (RFC 5280, section 6.1.4, step k).
  const isOldRoot = isAnchor && certificate.version === 1 && isSelfIssued(certificate)
  if (!certificate.isCa && !isOldRoot) return { code: 'CERTS_CHAIN_NOT_CA', index }
  if (keyUsage?.includes('keyCertSign') === false) {
    return { code: 'CERTS_CHAIN_KEY_USAGE', index, params: { usage: 'keyCertSign' } }
  }
  const authorities = path.slice(1).filter((below) => !isSelfIssued(below)).length
  if (authorities > pathLength) return { code: 'CERTS_CHAIN_PATH_LENGTH', index }
  return undefined
}

/** Comparisons of names in a search at most; chains in use need some hundreds. */
export const MAX_NAME_COMPARISONS = 250_000

/**
 * Checks whether a certificate may have given the names below it. It costs more than the other checks: only for one whose
 * signature is proven.
 *
 * @param path - The certificates below it, from the leaf.
 *
 * @see RFC 5280, section 6.1.3, steps (b) and (c), section 6.1.4, step (g)
 */
export function checkNames(
  { nameConstraints }: Certificate,
  path: readonly Certificate[],
  budget: NameBudget,
): ChainProblem | undefined {
  if (nameConstraints === undefined) return undefined
  for (const [index, below] of path.entries()) {
    // Self-issued certificates are exempt, unless one is the leaf.
    if (index > 0 && isSelfIssued(below)) continue
    const isSatisfied = satisfiesNameConstraints(below, nameConstraints, index === 0, budget)
    if (isSatisfied === undefined) {
      return { code: 'CERTS_CHAIN_TOO_COMPLEX', index, params: { max: MAX_NAME_COMPARISONS } }
    }
    if (!isSatisfied) return { code: 'CERTS_CHAIN_NAME_CONSTRAINTS', index }
  }
  return undefined
}

function dateOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
