/**
 * Alternative names of a subject: hosts, addresses, mailboxes.
 *
 * @module
 */
import { isIPv4, isIPv6 } from 'node:net'
import type { Path } from '@pixkit/core/issue'
import { contextTag } from '../der/read-der.ts'
import { sequence, writeDer } from '../der/write-der.ts'
import { invalid } from './options.ts'

/** A name besides the subject: host name (also `*.example`), IP address as text, mailbox. */
export interface AltName {
  readonly type: 'dns' | 'ip' | 'email'
  readonly value: string
}

const MAX_NAMES = 1000
/** Numbers of the choices of GeneralName. @see RFC 5280, section 4.2.1.6 */
const EMAIL = 1
const DNS = 2
const IP = 7

/** Labels of letters, digits and inner hyphens; a star as the whole left-most label. @see RFC 1034, section 3.5; RFC 9525, section 6.3 */
const HOST = /^(?=.{1,253}$)(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i
/** A last label of digits alone makes it an address that went wrong. @see RFC 3696, section 2 */
const LOOKS_LIKE_IP = /(?:^|\.)\d+$/
/** Local part of RFC 5321 without quotes. */
const EMAIL_ADDRESS = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9.-]{1,255}$/i

/**
 * Tells hosts and addresses apart.
 *
 * @param hosts - Such as `localhost`, `*.padaria.example`, `127.0.0.1`, `::1`.
 * @throws {TypeError} It is no list of strings.
 */
export function altNamesOf(hosts: readonly string[]): readonly AltName[] {
  if (!Array.isArray(hosts)) throw new TypeError('"hosts" must be an array of strings')
  return (hosts as readonly string[]).map((value) => ({ type: isIPv4(value) || isIPv6(value) ? 'ip' : 'dns', value }))
}

/**
 * Writes GeneralNames.
 *
 * @param option - What the caller calls them.
 * @throws {TypeError} It is no list of names.
 * @throws {PixkitError} `CERTS_OPTION_INVALID`.
 */
export function encodeAltNames(names: readonly AltName[], option: string): Uint8Array {
  if (!Array.isArray(names)) throw new TypeError(`"${option}" must be an array of { type, value }`)
  if (names.length === 0 || names.length > MAX_NAMES) throw invalid([option], `1…${MAX_NAMES}`)
  return sequence(...(names as readonly AltName[]).map((name, index) => encodeAltName(name, [option, index])))
}

function encodeAltName(name: AltName, path: Path): Uint8Array {
  const { type, value } = Object(name) as Partial<AltName>
  if (typeof value !== 'string') throw new TypeError(`"${path.join('.')}" must have a value that is a string`)
  switch (type) {
    case 'dns':
      if (!HOST.test(value) || LOOKS_LIKE_IP.test(value)) throw invalid(path, 'DNS, IP')
      return writeDer(contextTag(DNS, 'primitive'), new TextEncoder().encode(value))
    case 'email':
      if (!EMAIL_ADDRESS.test(value)) throw invalid(path, 'e-mail')
      return writeDer(contextTag(EMAIL, 'primitive'), new TextEncoder().encode(value))
    case 'ip':
      return writeDer(contextTag(IP, 'primitive'), ipOctets(value, path))
    default:
      throw invalid([...path, 'type'], 'dns, ip, email')
  }
}

function ipOctets(text: string, path: Path): Uint8Array {
  if (isIPv4(text)) return Uint8Array.from(text.split('.').map(Number))
  // A zone (`fe80::1%eth0`) has no place in a certificate.
  if (!isIPv6(text) || text.includes('%')) throw invalid(path, 'IPv4, IPv6')
  // The parser of URLs writes the last four octets, when they are dotted, as two groups.
  const [head = '', tail] = new URL(`http://[${text}]`).hostname.slice(1, -1).split('::')
  const left = groupsOf(head)
  const right = groupsOf(tail ?? '')
  const groups = [...left, ...Array.from({ length: 8 - left.length - right.length }, () => 0), ...right]
  return Uint8Array.from(groups.flatMap((group) => [group >> 8, group & 0xff]))
}

function groupsOf(text: string): number[] {
  return text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16))
}
