/**
 * Hosts as alternative names of a subject.
 *
 * @module
 */
import { invalid } from '../arguments.ts'
import { contextTag } from '../der/read-der.ts'
import { sequence, writeDer } from '../der/write-der.ts'
import { parseIpAddress } from '../x509/ip-address.ts'

const MAX_NAMES = 1000
/** Numbers of the choices of GeneralName. @see RFC 5280, section 4.2.1.6 */
const CHOICES = { dns: 2, ip: 7 } as const

/** Labels of letters, digits and inner hyphens; a star as the whole left-most label. @see RFC 1034, section 3.5; RFC 9525, section 6.3 */
const HOST = /^(?=.{1,253}$)(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i
/** A last label of digits alone makes it an address that went wrong. @see RFC 3696, section 2 */
const LOOKS_LIKE_IP = /(?:^|\.)\d+$/

/** @throws {TypeError} `hosts` is no list of strings. */
export function assertHosts(hosts: unknown): asserts hosts is readonly string[] {
  const isList = Array.isArray(hosts) && hosts.every((host) => typeof host === 'string')
  if (!isList) throw new TypeError('"hosts" must be an array of strings')
}

/**
 * Writes GeneralNames.
 *
 * @param hosts - Such as `localhost`, `*.padaria.example`, `127.0.0.1`, `::1`.
 * @throws {TypeError} It is no list of strings.
 * @throws {PixkitError} `CERTS_OPTION_INVALID`.
 */
export function encodeHosts(hosts: readonly string[]): Uint8Array {
  assertHosts(hosts)
  if (hosts.length === 0 || hosts.length > MAX_NAMES) throw invalid(['hosts'], `1…${MAX_NAMES}`)
  return sequence(...hosts.map(encodeHost))
}

function encodeHost(host: string, index: number): Uint8Array {
  const octets = parseIpAddress(host)
  if (octets !== undefined) return writeDer(contextTag(CHOICES.ip, 'primitive'), octets)
  if (!HOST.test(host) || LOOKS_LIKE_IP.test(host)) throw invalid(['hosts', index], 'DNS, IP')
  return writeDer(contextTag(CHOICES.dns, 'primitive'), new TextEncoder().encode(host))
}
