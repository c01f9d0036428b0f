/**
 * Names as constraints compare them: taken apart once, however many they are compared with.
 *
 * @module
 */
import type { GeneralName } from './certificate.ts'
import { lowerAscii } from './lower-ascii.ts'
import { canonicalRdns } from './name.ts'

/** A name, or the base of a subtree. */
export interface ComparableName {
  /** Names are compared with bases of the same kind. */
  readonly kind: string
  /** What is compared; absent where nobody can tell what the name stands for. */
  readonly parts?: Parts | undefined
  /** Steps that a comparison with this base may take. */
  readonly cost: number
}

type Parts =
  | { readonly type: 'dns'; readonly text: string }
  /** `local` is empty in a base for every address of its hosts. */
  | { readonly type: 'email'; readonly local: string; readonly host: string }
  | { readonly type: 'uri'; readonly host: string }
  | { readonly type: 'ip'; readonly octets: Uint8Array }
  | { readonly type: 'directory'; readonly rdns: readonly string[] }

/** @see RFC 1035, section 2.3.4 */
const MAX_HOST = 253

/** Takes a name apart; what C would read in another way than we (NUL) has no parts, nor what is too long to be a host. */
export function comparableName(name: GeneralName): ComparableName {
  switch (name.type) {
    case 'dns':
      return of('dns', isHost(name.value) ? { type: 'dns', text: lowerAscii(name.value) } : undefined)
    case 'email':
      return of('email', addressParts(name.value))
    case 'uri': {
      const host = hostOf(name.value)
      return of('uri', host === undefined ? undefined : { type: 'uri', host })
    }
    case 'other':
      // An address that is not ASCII is bound like any other (RFC 9598, section 6).
      return name.oid === SMTP_UTF8_MAILBOX ? of('email', addressParts(name.text ?? '')) : comparableBase(name)
    case 'ip':
    case 'directory':
    case 'registeredId':
    case 'unknown':
      return comparableBase(name)
  }
}

/** Takes the base of a subtree apart. */
export function comparableBase(base: GeneralName): ComparableName {
  switch (base.type) {
    case 'dns':
      return of('dns', { type: 'dns', text: lowerAscii(base.value) })
    case 'email': {
      const at = base.value.lastIndexOf('@')
      const host = lowerAscii(base.value.slice(at + 1))
      return of('email', { type: 'email', local: base.value.slice(0, Math.max(at, 0)), host })
    }
    case 'uri':
      return of('uri', { type: 'uri', host: lowerAscii(base.value) })
    case 'ip':
      return of('ip', { type: 'ip', octets: base.value })
    case 'directory': {
      const rdns = canonicalRdns(base.value)
      return { kind: 'directory', parts: { type: 'directory', rdns }, cost: 1 + rdns.length }
    }
    case 'other':
      return of(`other ${base.oid}`)
    case 'registeredId':
    case 'unknown':
      return of(base.type)
  }
}

const SMTP_UTF8_MAILBOX = '1.3.6.1.5.5.7.8.9'

function of(kind: string, parts?: Parts): ComparableName {
  return { kind, parts, cost: 1 }
}

/** Whether a name lies in a subtree of its kind; `undefined` when that cannot be told. @see RFC 5280, section 4.2.1.10 */
export function isInSubtree({ parts: name }: ComparableName, { parts: base }: ComparableName): boolean | undefined {
  if (name?.type === 'dns' && base?.type === 'dns') return isInDomain(name.text, base.text)
  if (name?.type === 'uri' && base?.type === 'uri') return isHostIn(name.host, base.host)
  if (name?.type === 'ip' && base?.type === 'ip') return isInNetwork(name.octets, base.octets)
  if (name?.type === 'email' && base?.type === 'email') {
    // The part before @ may tell capitals apart (RFC 5321, section 2.4).
    return (base.local === '' || base.local === name.local) && isHostIn(name.host, base.host)
  }
  if (name?.type === 'directory' && base?.type === 'directory') {
    return base.rdns.every((rdn, index) => rdn === name.rdns[index])
  }
  return undefined
}

/** Whether a subtree holds a name, or may hold it; a wildcard stands for the names below it too. */
export function mayTouch(name: ComparableName, base: ComparableName): boolean {
  if (name.parts?.type === 'dns' && base.parts?.type === 'dns' && name.parts.text.startsWith('*.')) {
    const [parent, domain] = [name.parts.text.slice(1), base.parts.text.replace(/^\./, '')]
    if (domain.endsWith(parent) && !domain.slice(0, -parent.length).includes('.')) return true
  }
  return isInSubtree(name, base) !== false
}

/** The base itself and all below it; with a dot at its start, only what is below. An empty base holds everything. */
function isInDomain(name: string, base: string): boolean {
  if (base === '' || name === base) return true
  return name.endsWith(base.startsWith('.') ? base : `.${base}`)
}

/** One host, or with a dot at its start those below a domain. */
function isHostIn(host: string, base: string): boolean {
  return base.startsWith('.') ? host.endsWith(base) && host.length > base.length : host === base
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

function isHost(text: string): boolean {
  return text.length <= MAX_HOST && !text.includes('\0')
}

function addressParts(address: string): Parts | undefined {
  const at = address.lastIndexOf('@')
  const host = address.slice(at + 1)
  // A host that is not ASCII may be that of an A-label.
  if (at === -1 || address.includes('\0') || host.length > MAX_HOST || !/^[ -~]*$/.test(host)) return undefined
  return { type: 'email', local: address.slice(0, at), host: lowerAscii(host) }
}

/**
 * Host of a URI; `undefined` when there is none, or an address, which no constraint can hold, or when programs read it in
 * several ways: a browser takes `\` for `/`, leaves out tabs and decodes `%61` (WHATWG URL, sections 3.5 and 4.4).
 */
function hostOf(uri: string): string | undefined {
  const [, authority = ''] = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)/i.exec(uri) ?? []
  if (!/^[!-[\]-~]*$/.test(authority)) return undefined
  const host = lowerAscii(authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d*$/, ''))
  const isName = /^[\w.-]+$/.test(host) && !/(^|\.)(\d+|0x[\da-f]*)\.?$/.test(host)
  return isName && isHost(host) ? host : undefined
}
