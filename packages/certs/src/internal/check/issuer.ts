/**
 * Puts certificates above those that they issued, by what they say of themselves; `buildChain` proves it.
 *
 * @module
 */
import { X509Certificate } from 'node:crypto'
import { sameBytes } from '../der/values.ts'
import { publicKeyObject } from '../key/public-key.ts'
import type { Certificate } from '../x509/certificate.ts'
import { mayHaveIssued } from '../x509/issuers.ts'

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
  return mayHaveIssued(certificate, certificate) && isSignedBy(certificate, certificate)
}

/** Longer chains and more namesakes than anybody has; hostile files stay cheap. */
const MAX_CHAIN = 16
const MAX_NAMESAKES = 16

/** The issuer of a certificate among others; of several with its name, the first whose key made the signature. */
function issuerAmong<Kind extends Certificate>(certificate: Certificate, others: readonly Kind[]): Kind | undefined {
  const named = others.filter((other) => mayHaveIssued(other, certificate)).slice(0, MAX_NAMESAKES)
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
