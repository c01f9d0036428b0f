/**
 * Who issued whom, by what certificates say of themselves. `buildChain` proves it.
 *
 * @module
 */
import { X509Certificate } from 'node:crypto'
import { sameBytes } from '../der/values.ts'
import type { Certificate, Name } from '../x509/certificate.ts'
import { canonicalName } from '../x509/name.ts'
import { publicKeyObject } from '../key/public-key.ts'

/**
 * Tells whether a certificate names another as its issuer: by name, and by key identifier where both have one.
 *
 * @see RFC 5280, sections 4.2.1.1 and 6.1.3
 */
export function namesIssuer(certificate: Certificate, issuer: Certificate): boolean {
  const { authorityKeyId } = certificate
  const { subjectKeyId } = issuer
  const mayBe = authorityKeyId === undefined || subjectKeyId === undefined || sameBytes(authorityKeyId, subjectKeyId)
  return mayBe && canonical(certificate.issuer) === canonical(issuer.subject)
}

/** Tells whether the key of `issuer` made the signature of a certificate. */
function isSignedBy(certificate: Certificate, issuer: Certificate): boolean {
  const known = signatures.get(certificate)?.get(issuer)
  if (known !== undefined) return known
  const isSigned = verify(certificate, issuer)
  const verified = signatures.get(certificate) ?? new WeakMap<Certificate, boolean>()
  signatures.set(certificate, verified.set(issuer, isSigned))
  return isSigned
}

/** Signatures are asked for again and again while files are sorted. */
const signatures = /* @__PURE__ */ new WeakMap<Certificate, WeakMap<Certificate, boolean>>()

function verify({ der }: Certificate, { publicKey }: Certificate): boolean {
  const key = publicKeyObject(publicKey)
  try {
    return key !== undefined && new X509Certificate(der).verify(key)
  } catch {
    return false
  }
}

/** Tells whether a certificate is its own issuer, and signed by its own key. */
export function isSelfSigned(certificate: Certificate): boolean {
  return namesIssuer(certificate, certificate) && isSignedBy(certificate, certificate)
}

/** Longer chains and more namesakes than anybody has; hostile files stay cheap. */
const MAX_CHAIN = 16
const MAX_NAMESAKES = 16

/** The issuer of a certificate among others; of several with its name, the first whose key made the signature. */
function issuerAmong<Kind extends Certificate>(certificate: Certificate, others: readonly Kind[]): Kind | undefined {
  const named = others.filter((other) => namesIssuer(certificate, other)).slice(0, MAX_NAMESAKES)
  return named.length > 1 ? (named.find((other) => isSignedBy(certificate, other)) ?? named[0]) : named[0]
}

/**
 * A certificate and its issuers among others, up to a root or to the first whose issuer is not there.
 *
 * @param others - No certificate twice.
 */
export function chainAbove<Kind extends Certificate>(leaf: Kind, others: readonly Kind[]): Kind[] {
  const chain = new Set([leaf])
  const above = others.filter(({ der }) => !sameBytes(der, leaf.der))
  for (let last = leaf; chain.size < MAX_CHAIN;) {
    const rest = above.filter((other) => !chain.has(other))
    const issuer = isSelfSigned(last) ? undefined : issuerAmong(last, rest)
    if (issuer === undefined) break
    chain.add(issuer)
    last = issuer
  }
  return [...chain]
}

/** Certificates without those that occur before, in order. */
export function withoutDuplicates<Kind extends Certificate>(certificates: readonly Kind[]): Kind[] {
  const seen = new Map<string, Kind>()
  for (const certificate of certificates) {
    const text = Buffer.from(certificate.der).toString('latin1')
    if (!seen.has(text)) seen.set(text, certificate)
  }
  return [...seen.values()]
}

/** Each certificate of a chain is compared with each other; its names need be read only once. */
const canonicalNames = /* @__PURE__ */ new WeakMap<Name, string>()

function canonical(name: Name): string {
  const known = canonicalNames.get(name)
  if (known !== undefined) return known
  const text = canonicalName(name)
  canonicalNames.set(name, text)
  return text
}
