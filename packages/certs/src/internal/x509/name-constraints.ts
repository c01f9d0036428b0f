/**
 * Name constraints: which names an authority may give.
 *
 * @module
 */
import type { Certificate, GeneralName, NameConstraints } from './certificate.ts'
import { parseIpAddress } from './ip-address.ts'
import { lowerAscii } from './lower-ascii.ts'
import { canonicalRdns } from './name.ts'

/** Comparisons for one authority and one certificate; certificates in use need some hundreds. */
const MAX_COMPARISONS = 65_536

/**
 * Tells whether an authority may have given a certificate its names.
 *
 * Covers DNS, e-mail, URI, IP and directory names. As openssl does it: e-mail addresses of the subject count as well, and for
 * a leaf without DNS names those of its CN that look like one. A kind that is constrained and not known here is refused.
 *
 * @param isLeaf - Whether the certificate is the one that the chain is built for.
 *
 * @see RFC 5280, section 4.2.1.10
 */
export function satisfiesNameConstraints(
  certificate: Certificate,
  { permitted, excluded }: NameConstraints,
  isLeaf: boolean,
): boolean {
  const names = namesOf(certificate, isLeaf)
  if (names.length * (permitted.length + excluded.length) > MAX_COMPARISONS) return false
  return names.every((name) => {
    const sameKind = permitted.filter((base) => isSameKind(name, base))
    const isPermitted = sameKind.length === 0 || sameKind.some((base) => compare(name, base) === true)
    return isPermitted && !excluded.some((base) => isSameKind(name, base) && touches(name, base))
  })
}

function namesOf({ subject, subjectAltNames }: Certificate, isLeaf: boolean): readonly GeneralName[] {
  const attributes = subject.rdns.flat()
  const emails = attributes.filter(({ type }) => type === 'emailAddress')
  const commonNames = attributes.filter(({ type, value }) => type === 'CN' && DNS_NAME.test(value))
  const hasDns = subjectAltNames.some(({ type }) => type === 'dns')
  return [
    ...(attributes.length > 0 ? [{ type: 'directory', value: subject } as const] : []),
    ...emails.map(({ value }) => ({ type: 'email', value }) as const),
    ...(isLeaf && !hasDns ? commonNames.map(({ value }) => ({ type: 'dns', value }) as const) : []),
    ...subjectAltNames.map(asEmail),
  ]
}

/** An e-mail address that is not ASCII is bound like any other. @see RFC 9598, section 6 */
function asEmail(name: GeneralName): GeneralName {
  return name.type === 'other' && name.oid === SMTP_UTF8_MAILBOX ? { type: 'email', value: name.text ?? '' } : name
}

const SMTP_UTF8_MAILBOX = '1.3.6.1.5.5.7.8.9'

function isSameKind(name: GeneralName, base: GeneralName): boolean {
  return name.type === base.type && (name.type !== 'other' || base.type !== 'other' || name.oid === base.oid)
}

/** Two labels or more: what could be taken for a host. */
const DNS_NAME = /^(\*\.)?[\w-]+(\.[\w-]+)+\.?$/

/** Whether a name lies in a subtree of the same type; `undefined` when that cannot be told. */
function compare(name: GeneralName, base: GeneralName): boolean | undefined {
  if (name.type === 'directory' && base.type === 'directory') {
    const rdns = canonicalRdns(name.value)
    return canonicalRdns(base.value).every((rdn, index) => rdn === rdns[index])
  }
  if (name.type === 'ip' && base.type === 'ip') return isInNetwork(name.value, base.value)
  if (name.type === 'dns' && base.type === 'dns') return isInDomain(lowerAscii(name.value), lowerAscii(base.value))
  if (name.type === 'email' && base.type === 'email') return isInMailDomain(name.value, base.value)
  if (name.type === 'uri' && base.type === 'uri') {
    const host = hostOf(name.value)
    return host === undefined ? undefined : isHostIn(host, lowerAscii(base.value))
  }
  return undefined
}

/** Whether an excluded subtree holds a name, or may hold it; a wildcard stands for the names below it too. */
function touches(name: GeneralName, base: GeneralName): boolean {
  if (name.type === 'dns' && base.type === 'dns' && name.value.startsWith('*.')) {
    const [parent, domain] = [lowerAscii(name.value).slice(1), lowerAscii(base.value).replace(/^\./, '')]
    if (domain.endsWith(parent) && !domain.slice(0, -parent.length).includes('.')) return true
  }
  return compare(name, base) !== false
}

/** The base itself and all below it; with a dot at its start, only what is below. An empty base holds everything. */
function isInDomain(name: string, base: string): boolean {
  if (base === '' || name === base) return true
  return name.endsWith(base.startsWith('.') ? base : `.${base}`)
}

/** A base is an address, the hosts below a domain (`.example.com`) or one host. */
function isInMailDomain(address: string, base: string): boolean | undefined {
  const at = address.lastIndexOf('@')
  const host = lowerAscii(address.slice(at + 1))
  // A host that is not ASCII may be that of an A-label.
  if (at === -1 || !/^[ -~]*$/.test(host)) return undefined
  const baseAt = base.lastIndexOf('@')
  // The part before @ may tell capitals apart (RFC 5321, section 2.4).
  if (baseAt > 0 && address.slice(0, at) !== base.slice(0, baseAt)) return false
  return isHostIn(host, lowerAscii(base.slice(baseAt + 1)))
}

/** One host, or with a dot at its start those below a domain. */
function isHostIn(host: string, base: string): boolean {
  return base.startsWith('.') ? host.endsWith(base) && host.length > base.length : host === base
}

/** Host of a URI; `undefined` when there is none or it is an address, which no constraint can hold. */
function hostOf(uri: string): string | undefined {
  const authority = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)/i.exec(uri)?.[1]
  const host = authority?.slice(authority.lastIndexOf('@') + 1).replace(/:\d*$/, '')
  return host === undefined || host === '' || parseIpAddress(host) !== undefined ? undefined : lowerAscii(host)
}

/** A base is an address and a mask of the same length. */
function isInNetwork(address: Uint8Array, base: Uint8Array): boolean {
  const size = address.length
  if (base.length !== size * 2) return false
  return address.every((octet, index) => {
    const mask = base[size + index] ?? 0
    return (octet & mask) === ((base[index] ?? 0) & mask)
  })
}
