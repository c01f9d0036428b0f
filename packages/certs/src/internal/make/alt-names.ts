/**
 * Alternative names of a subject: written from hosts, and checked when a request brings them.
 *
 * @module
 */
import type { Path } from '@pixkit/core/issue'
import { invalid } from '../arguments.ts'
import { contextTag, readDer } from '../der/read-der.ts'
import { sequence, writeDer } from '../der/write-der.ts'
import { isPlain } from '../text.ts'
import type { GeneralName } from '../x509/certificate.ts'
import { readGeneralNames } from '../x509/general-name.ts'
import { parseIpAddress } from '../x509/ip-address.ts'
import { assertNamePlain } from './subject.ts'

const MAX_NAMES = 1000
/** @see RFC 1034, section 3.1: 255 octets on the wire */
const MAX_HOST = 253
/** Numbers of the choices of GeneralName. @see RFC 5280, section 4.2.1.6 */
const CHOICES = { dns: 2, ip: 7 } as const

/** Labels of letters, digits and inner hyphens. @see RFC 1034, section 3.5 */
const HOST = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i
/** A last label that is a number, decimal or hexadecimal: browsers take `1.0x7f` for an address. @see WHATWG URL, section 3.5 */
const LOOKS_LIKE_IP = /(?:^|\.)(?:\d+|0x[\da-f]*)$/i
/** RFC 5322's dot-atom, before a host. @see RFC 5280, section 4.2.1.6 */
const LOCAL_PART = /^[\w!#$%&'*+/=?^`{|}~.-]{1,64}$/
/** A scheme and something behind it, without spaces. @see RFC 3986, section 3.1 */
const URI = /^[a-z][a-z\d+.-]*:[!-~]+$/i

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
  if (!isHostName(host)) throw invalid(['hosts', index], 'DNS, IP')
  return writeDer(contextTag(CHOICES.dns, 'primitive'), new TextEncoder().encode(host))
}

/** A star is the whole left-most label, and two labels follow it, as `matchHostName` wants it. @see RFC 9525, section 6.3 */
function isHostName(name: string): boolean {
  const isWildcard = name.startsWith('*.')
  const host = isWildcard ? name.slice(2) : name
  return HOST.test(host) && !LOOKS_LIKE_IP.test(host) && (!isWildcard || host.includes('.')) && name.length <= MAX_HOST
}

/**
 * Checks the alternative names that a request asks for: hosts as those of options, the others for what they are.
 *
 * @param der - GeneralNames.
 * @returns Whether there is a host among them.
 * @throws {PixkitError} `CERTS_OPTION_INVALID` with the place of the name; `CERTS_DER_…`, `CERTS_SUBJECT_INVALID`.
 */
export function assertRequestedNames(der: Uint8Array): { readonly hasHost: boolean } {
  const names = readGeneralNames(readDer(der))
  if (names.length > MAX_NAMES) throw invalid(REQUESTED, `1…${MAX_NAMES}`)
  for (const [index, name] of names.entries()) {
    const path = [...REQUESTED, index]
    const expected = defectOf(name, path)
    if (expected !== undefined) throw invalid(path, expected)
  }
  return { hasHost: names.some(({ type }) => type === 'dns' || type === 'ip') }
}

const REQUESTED: Path = ['request', 'subjectAltNames']

/** What the name should have been; `undefined` when it is that. */
function defectOf(name: GeneralName, path: Path): string | undefined {
  switch (name.type) {
    case 'dns':
      return isHostName(name.value) ? undefined : 'DNS'
    case 'email':
      return isMailbox(name.value) ? undefined : 'e-mail'
    case 'uri':
      return URI.test(name.value) ? undefined : 'URI'
    case 'directory':
      assertNamePlain(name.value, path)
      return undefined
    case 'other':
      return name.text !== undefined && isPlain(name.text) ? undefined : 'UTF-8, \\P{Cc}'
    case 'ip':
    case 'registeredId':
      return undefined
    case 'unknown':
      return 'DNS, IP, e-mail, URI'
  }
}

function isMailbox(address: string): boolean {
  const at = address.lastIndexOf('@')
  const host = address.slice(at + 1)
  return at > 0 && LOCAL_PART.test(address.slice(0, at)) && !host.startsWith('*') && isHostName(host)
}
