/**
 * Alternative names of a subject: hosts, addresses, mailboxes.
 *
 * @module
 */
import type { Path } from '@pixkit/core/issue'
import { contextTag } from '../der/read-der.ts'
import { sequence, writeDer } from '../der/write-der.ts'
import { parseIpAddress } from '../x509/ip-address.ts'
import { invalid } from '../arguments.ts'

/** A name besides the subject: host name (also `*.example`), IP address as text, mailbox. */
export interface AltName {
  readonly type: 'dns' | 'ip' | 'email'
  readonly value: string
}

const MAX_NAMES = 1000
/** Numbers of the choices of GeneralName. @see RFC 5280, section 4.2.1.6 */
const CHOICES = { dns: 2, ip: 7, email: 1 } as const

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
  return (hosts as readonly string[]).map((value) => ({ type: isIp(value) ? 'ip' : 'dns', value }))
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

function isIp(value: unknown): boolean {
  return typeof value === 'string' && parseIpAddress(value) !== undefined
}

function encodeAltName(name: AltName, path: Path): Uint8Array {
  const { type, value } = Object(name) as Partial<AltName>
  if (typeof value !== 'string') throw new TypeError(`"${path.join('.')}" must have a value that is a string`)
  if (type === 'dns' && !(HOST.test(value) && !LOOKS_LIKE_IP.test(value))) throw invalid(path, 'DNS, IP')
  if (type === 'email' && !EMAIL_ADDRESS.test(value)) throw invalid(path, 'e-mail')
  if (type === 'ip') {
    const octets = parseIpAddress(value)
    if (octets === undefined) throw invalid(path, 'IPv4, IPv6')
    return writeDer(contextTag(CHOICES.ip, 'primitive'), octets)
  }
  if (type !== 'dns' && type !== 'email') throw invalid([...path, 'type'], Object.keys(CHOICES).join(', '))
  return writeDer(contextTag(CHOICES[type], 'primitive'), new TextEncoder().encode(value))
}
