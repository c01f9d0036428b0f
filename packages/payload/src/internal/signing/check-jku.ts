/**
 * Addresses of key sets.
 *
 * @module
 */
import { signingFailure } from '../failure.ts'

/** What verifiers are sure to take; a choice of pixkit. */
const MAX_LENGTH = 2048

/**
 * Checks that the address of the key set is one that every verifier takes: `https`, on the host of the location, and written as
 * URLs are written (RFC 3986, section 6.2.2), because verifiers compare and cache the text.
 *
 * A query is allowed by the norm, and refused here: no issuer was seen with one (choice of pixkit).
 *
 * @see Manual de Segurança do Pix, section 4.2 (as quoted in bacen/pix-api, issue 67): on the same site as the locations
 */
export function checkJku(jku: string, host: string): void {
  const url = URL.canParse(jku) ? new URL(jku) : undefined
  const reason = url === undefined ? 'syntax' : reasonOf(url, jku, host)
  if (reason !== undefined) throw signingFailure('PAYLOAD_SIGNING_JKU', { reason, path: ['jku'] })
}

function reasonOf(
  url: URL,
  jku: string,
  host: string,
): 'scheme' | 'user' | 'port' | 'query' | 'fragment' | 'host' | 'syntax' | undefined {
  if (url.protocol !== 'https:') return 'scheme'
  if (url.username !== '' || url.password !== '') return 'user'
  if (url.port !== '' || /^https:\/\/[^/]*:/.test(jku)) return 'port'
  if (url.search !== '') return 'query'
  if (url.hash !== '') return 'fragment'
  if (url.hostname !== host) return 'host'
  // Also what the reader of URLs repairs in silence: backslashes, tabs, dot segments, an empty query.
  if (url.href !== jku || /[?#%]/.test(jku) || jku.length > MAX_LENGTH) return 'syntax'
  return undefined
}
