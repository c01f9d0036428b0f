/**
 * Step 9: the address of the key set, before anybody calls it.
 *
 * @module
 */
import type { ReasonOf } from '../../codes.ts'
import { payloadFailure } from '../failure.ts'
import type { Verification } from '../verification.ts'
import { areOnOneCertificate } from '../host-names.ts'

/**
 * Checks that the key set is on the host of the location: the header is not proven yet, and whoever wrote it must not choose
 * whom to ask for the key. A query is allowed, because it stays on that host.
 *
 * @param host - Host of the location.
 * @returns Host of the key set.
 *
 * @see Manual de Segurança do Pix, section 4.2 (as quoted by its readers: on the site of the CERTQRC certificate); RFC 7515,
 *   section 4.1.2
 */
export function checkJku(jku: string, host: string, verification: Verification): string {
  if (isPlain(jku, host)) return host
  const hostname = hostOfJku(jku)
  if (hostname === host) return host
  const fault = { reason: 'other-host', path: ['jku'] } as const
  if (!areOnOneCertificate([hostname, host], verification.options)) throw payloadFailure('PAYLOAD_JKU', fault)
  verification.tolerate('jku-host', 'PAYLOAD_JKU', fault)
  return hostname
}

/**
 * Whether a `jku` is one of the many that no reader of URLs would change, on the host of the location: `hostOfJku` need not read
 * those, and would return the host.
 */
export function isPlain(jku: string, host: string): boolean {
  return jku.startsWith(`https://${host}/`) && !host.includes('xn--') && PLAIN_PATH.test(jku.slice(host.length + 8))
}

const PLAIN_PATH = /^(?:\/[\w~-][\w.~-]*)+$/

/** Host of a `jku`, read as a URL. */
export function hostOfJku(jku: string): string {
  const url = URL.canParse(jku) ? new URL(jku) : undefined
  const reason = url === undefined ? (SCHEME.test(jku) ? 'syntax' : 'scheme') : faultOf(url, jku)
  if (url === undefined || reason !== undefined) throw payloadFailure('PAYLOAD_JKU', { reason, path: ['jku'] })
  return url.hostname
}

/** Without one, as a public signer writes it, a `jku` is no URL at all. @see RFC 3986, section 3.1 */
const SCHEME = /^[a-z][a-z0-9+.-]*:/i

/** Also refused: what the reader of URLs mends in silence, such as tabs, backslashes, capitals and dot segments. */
function faultOf(url: URL, jku: string): ReasonOf<'PAYLOAD_JKU'> | undefined {
  if (url.protocol !== 'https:') return 'scheme'
  if (url.username !== '' || url.password !== '' || /^[^/]*\/\/[^/?#]*@/.test(jku)) return 'user'
  if (url.port !== '' || /^[^/]*\/\/[^/?#]*:\d*(?:[/?#]|$)/.test(jku)) return 'port'
  if (jku.includes('#')) return 'fragment'
  return url.href === jku && !ODD_PATH.test(url.pathname) ? undefined : 'syntax'
}

/**
 * What a location may not have in its path either: an empty segment, and an encoded slash, backslash or control character, which
 * servers decode each in their way.
 */
const ODD_PATH = /\/\/|%(?:2e|2f|5c|[01][\da-f]|7f)/i
