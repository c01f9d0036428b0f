/**
 * Tells whether a certificate is for a host.
 *
 * @module
 */
import { sameBytes } from '../der/values.ts'
import type { Certificate } from './certificate.ts'
import { parseIpAddress } from './ip-address.ts'
import { lowerAscii } from './lower-ascii.ts'

/** Letters, digits, hyphens and, because hosts in use have them, underscores. */
const LABEL = /^(?!-)[\w-]{1,63}(?<!-)$/

/**
 * Tells whether a certificate names a host.
 *
 * Looks at the DNS names and addresses of its subjectAltName only, never at CN (RFC 9525, section 2). A wildcard stands for
 * one whole left-most label, and, stricter than the norm, two labels at least must follow it: `*.example.com`, never `*.com`.
 *
 * @param host - DNS name in ASCII (`xn--…`), in any case, with or without a final dot; or IP address, with or without brackets.
 * @returns Whether it does; `false` for what is no host, also for names that are not ASCII.
 * @throws {TypeError} `host` is not a string.
 *
 * @example
 * ```ts
 * import { matchHostName } from '@pixkit/certs/x509'
 *
 * const certificate = { subjectAltNames: [{ type: 'dns', value: '*.example.com' }] } as const
 * matchHostName(certificate, 'pix.example.com') // true
 * matchHostName(certificate, 'example.com') // false
 * ```
 *
 * @see RFC 9525, section 6
 */
export function matchHostName({ subjectAltNames }: Pick<Certificate, 'subjectAltNames'>, host: string): boolean {
  if (typeof host !== 'string') throw new TypeError(`"host" must be a string, got ${typeof host}`)
  const address = parseIpAddress(host)
  if (address !== undefined) {
    return subjectAltNames.some((name) => name.type === 'ip' && sameBytes(name.value, address))
  }
  const labels = labelsOf(host.replace(/\.$/, ''))
  return labels !== undefined && subjectAltNames.some((name) => name.type === 'dns' && matches(name.value, labels))
}

function matches(pattern: string, labels: readonly string[]): boolean {
  const isWildcard = pattern.startsWith('*.')
  const wanted = labelsOf(isWildcard ? pattern.slice(2) : pattern)
  if (wanted === undefined || (isWildcard && wanted.length < 2)) return false
  return wanted.join('.') === (isWildcard ? labels.slice(1) : labels).join('.')
}

/** @returns `undefined` for what is no DNS name; a last label of digits is an address gone wrong (WHATWG URL, section 3.5). */
function labelsOf(name: string): readonly string[] | undefined {
  const labels = lowerAscii(name).split('.')
  const isName = name.length <= 253 && labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1) ?? '')
  return isName ? labels : undefined
}
