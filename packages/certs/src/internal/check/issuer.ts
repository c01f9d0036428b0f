/**
 * Puts certificates above those that they issued, by what they say of themselves; `buildChain` proves it.
 *
 * @module
 */
import { X509Certificate } from 'node:crypto'
import { publicKeyObject } from '../key/public-key.ts'
import type { Certificate } from '../x509/certificate.ts'
import { mayHaveIssued } from '../x509/issuers.ts'
import { canonicalName } from '../x509/name.ts'
import { derText } from './unique.ts'

/** Finds chains among certificates, with one limit on the signature checks of all of them. */
export interface ChainFinder<Kind extends Certificate> {
  /** A certificate and its issuers, up to a root or to the first whose issuer is not there. */
  readonly chainAbove: (leaf: Kind) => Kind[]
  /** Those that issued none of the others. */
  readonly issuedNone: () => Kind[]
  /** Whether a certificate is its own issuer, and signed by its own key. */
  readonly isSelfSigned: (certificate: Certificate) => boolean
}

/** Longer chains and more namesakes than anybody has; hostile files stay cheap. */
const MAX_CHAIN = 16
const MAX_NAMESAKES = 16
const MAX_CANDIDATES = 256
const MAX_SIGNATURE_CHECKS = 256

/** @param certificates - No certificate twice. */
export function createChainFinder<Kind extends Certificate>(certificates: readonly Kind[]): ChainFinder<Kind> {
  const bySubject = groupBySubject(certificates)
  const isSignedBy = createSignatureCheck()
  const candidatesFor = (certificate: Certificate): readonly Kind[] =>
    bySubject.get(canonicalName(certificate.issuer)) ?? []

  const isSelfSigned = (certificate: Certificate): boolean =>
    mayHaveIssued(certificate, certificate) && isSignedBy(certificate, certificate) !== false

  /** Of several with the name of the issuer, the first whose key made the signature. */
  const issuerOf = (certificate: Certificate, chain: ReadonlySet<string>): Kind | undefined => {
    const named = candidatesFor(certificate)
      .filter((other) => !chain.has(derText(other)) && mayHaveIssued(other, certificate))
      .slice(0, MAX_NAMESAKES)
    const signer = named.length > 1 ? named.find((other) => isSignedBy(certificate, other) === true) : undefined
    return signer ?? named[0]
  }

  return {
    isSelfSigned,
    issuedNone() {
      const issuers = new Set(
        certificates.flatMap((one) => candidatesFor(one).filter((other) => other !== one && mayHaveIssued(other, one))),
      )
      return certificates.filter((one) => !issuers.has(one))
    },
    chainAbove(leaf) {
      const chain = [leaf]
      const seen = new Set([derText(leaf)])
      for (let last = leaf; chain.length < MAX_CHAIN;) {
        const issuer = isSelfSigned(last) ? undefined : issuerOf(last, seen)
        if (issuer === undefined) break
        chain.push(issuer)
        seen.add(derText(issuer))
        last = issuer
      }
      return chain
    },
  }
}

/** Tells whether a certificate is its own issuer, and signed by its own key. */
export function isSelfSigned(certificate: Certificate): boolean {
  return mayHaveIssued(certificate, certificate) && verify(certificate, certificate)
}

function groupBySubject<Kind extends Certificate>(certificates: readonly Kind[]): ReadonlyMap<string, readonly Kind[]> {
  const groups = new Map<string, Kind[]>()
  for (const certificate of certificates) {
    const subject = canonicalName(certificate.subject)
    const group = groups.get(subject)
    if (group === undefined) groups.set(subject, [certificate])
    else if (group.length < MAX_CANDIDATES) group.push(certificate)
  }
  return groups
}

/** Signatures are asked for again and again while files are sorted; `undefined` once too many were. */
function createSignatureCheck(): (certificate: Certificate, issuer: Certificate) => boolean | undefined {
  const known = new Map<Certificate, Map<Certificate, boolean>>()
  let checksLeft = MAX_SIGNATURE_CHECKS
  return (certificate, issuer) => {
    const ofCertificate = known.get(certificate) ?? new Map<Certificate, boolean>()
    const before = ofCertificate.get(issuer)
    if (before !== undefined || checksLeft === 0) return before
    checksLeft -= 1
    const isSigned = verify(certificate, issuer)
    known.set(certificate, ofCertificate.set(issuer, isSigned))
    return isSigned
  }
}

function verify({ der }: Certificate, { publicKey }: Certificate): boolean {
  const key = publicKeyObject(publicKey)
  try {
    return key !== undefined && new X509Certificate(der).verify(key)
  } catch {
    return false
  }
}
