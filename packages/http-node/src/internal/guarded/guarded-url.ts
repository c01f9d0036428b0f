/**
 * URLs that a guarded transport calls: what they say is what they mean, and it is a name of the public internet.
 *
 * @module
 */
import { httpFailure } from '@pixkit/http/failure'
import { isIP } from 'node:net'

/** A location has at most 77 characters and its query some 40 more; key sets have longer addresses. */
const MAX_LENGTH = 2048

/** @see RFC 952; RFC 1123, section 2.1: letters, digits, hyphens */
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
const MAX_HOST_LENGTH = 253

/**
 * Names that lead into a local network, or nowhere. `.example` is left alone: no name server knows it, and documentation and
 * tests, which hand in a resolver, call their banks so.
 *
 * @see IANA Special-Use Domain Names registry (RFC 6761): arpa with all its uses, invalid, local, localhost, onion, test, alt
 *   (RFC 9476); ICANN, 2024: internal; RFC 6762, appendix G, and ICANN, 2018: what local networks use without asking
 */
const LOCAL_SUFFIXES = [
  'alt',
  'arpa',
  'corp',
  'home',
  'internal',
  'intranet',
  'invalid',
  'lan',
  'local',
  'localdomain',
  'localhost',
  'mail',
  'onion',
  'private',
  'test',
]

/**
 * In a path: an empty segment, or an encoded dot, slash, backslash or control character, which servers and proxies decode each in
 * their way.
 */
const ODD_PATH = /\/\/|%(?:2e|2f|5c|[01][0-9a-f]|7f)/i

/**
 * Reads a URL, and refuses what a stranger might have put into it.
 *
 * Parsed once, as browsers do, and it must be the text that was given when it is written again: so no two programs can read two
 * hosts.
 *
 * @throws {PixkitError} `HTTP_URL`, or `HTTP_ADDRESS_FORBIDDEN` for an address or a name of local networks.
 * @see WHATWG URL Standard, sections 3.5 (host parsing) and 4.5 (URL serializing)
 */
export function readGuardedUrl(text: string, options: { readonly allowPunycode?: boolean | undefined } = {}): URL {
  if (text.length > MAX_LENGTH) throw httpFailure('HTTP_URL', { reason: 'too-long', params: { max: MAX_LENGTH } })
  if (!URL.canParse(text)) throw httpFailure('HTTP_URL', { reason: 'syntax' })
  const url = new URL(text)
  if (url.protocol !== 'https:') throw httpFailure('HTTP_URL', { reason: 'scheme' })
  checkAuthority(text, url)
  checkHost(url.hostname)
  if (options.allowPunycode !== true) checkLetters(url.hostname)
  if (text.includes('#')) throw httpFailure('HTTP_URL', { reason: 'fragment' })
  if (url.href !== text) throw httpFailure('HTTP_URL', { reason: 'spelling' })
  if (ODD_PATH.test(url.pathname)) throw httpFailure('HTTP_URL', { reason: 'path' })
  return url
}

/** A user that is empty, and the port 443, are gone from the URL once it is parsed: the text is looked at, too. */
function checkAuthority(text: string, { username, password, port }: URL): void {
  const [, authority = ''] = /^https:[/\\]*([^/\\?#]*)/i.exec(text) ?? []
  if (username !== '' || password !== '' || authority.includes('@')) throw httpFailure('HTTP_URL', { reason: 'user' })
  if (port !== '' || /:\d*$/.test(authority)) throw httpFailure('HTTP_URL', { reason: 'port' })
}

function checkHost(host: string): void {
  // Every notation of an IPv4 address is four decimal numbers by now.
  if (host.startsWith('[') || isIP(host.replace(/\.$/, '')) !== 0) {
    throw httpFailure('HTTP_ADDRESS_FORBIDDEN', { reason: 'ip-literal' })
  }
  const labels = host.replace(/\.$/, '').split('.')
  if (labels.length < 2 || LOCAL_SUFFIXES.includes(labels.at(-1) ?? '')) {
    throw httpFailure('HTTP_ADDRESS_FORBIDDEN', { reason: 'local-name' })
  }
  if (host.endsWith('.') || host.length > MAX_HOST_LENGTH || !labels.every((label) => LABEL.test(label))) {
    throw httpFailure('HTTP_URL', { reason: 'host' })
  }
}

/** Letters outside ASCII can imitate others. */
function checkLetters(host: string): void {
  if (host.split('.').some((label) => label.startsWith('xn--'))) throw httpFailure('HTTP_URL', { reason: 'punycode' })
}
