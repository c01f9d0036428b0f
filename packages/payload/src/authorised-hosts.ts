/**
 * Lists of hosts that may serve charges.
 *
 * @module
 */
import type { Certificate } from '@pixkit/certs/x509'
import { assertString } from '@pixkit/core/error'
import { hostListFailure } from './internal/failure.ts'
import { areCertificates } from './internal/certificates.ts'
import { dnsNamesOf, isHostName, normalizeHost } from './internal/host-names.ts'

/**
 * Lists the hosts of certificates, such as those of Bacen's list (CERTQRC), for `authorisedHosts`.
 *
 * @param certificates - From `readCredentials` of `@pixkit/certs` or `parseCertificate`.
 * @returns DNS names by certificate, in lower case. A wildcard is no host and is left out: no host on the list is meant by a
 *   pattern.
 * @throws {TypeError} `certificates` is no array of certificates.
 *
 * @example
 * ```ts
 * import { createCa, createServerIdentity } from '@pixkit/certs'
 * import { hostsOfCertificates } from '@pixkit/payload/authorised-hosts'
 *
 * const { certificate } = await createServerIdentity(await createCa(), ['pix.example.com', 'qr.example.com'])
 * hostsOfCertificates([certificate]) // [['pix.example.com', 'qr.example.com']]
 * ```
 *
 * @see Manual de Segurança do Pix, section 5.2 (as told in bacen/pix-perguntas-e-respostas, issue 391): several names in a
 *   certificate, no reasoning about wildcards
 */
export function hostsOfCertificates(certificates: readonly Certificate[]): string[][] {
  if (!areCertificates(certificates)) throw new TypeError('"certificates" must be an array of certificates')
  return certificates
    .map((certificate) =>
      dnsNamesOf(certificate)
        .filter((name) => !name.includes('*'))
        .map(normalizeHost),
    )
    .filter((names) => names.length > 0)
}

/**
 * Reads a list of hosts: one a line, several names of one certificate on one line with spaces or commas between, `#` before a
 * comment.
 *
 * @returns For `authorisedHosts`; hosts in lower case.
 * @throws {PixkitError} `PAYLOAD_HOST_LIST`: `not-a-host`, a line (`params.line`, from 1) holds a URL, a wildcard, an address or
 *   anything else that no host is called; `empty`, there is no host at all. Both would refuse honest banks later.
 * @throws {TypeError} `text` is not a string.
 *
 * @example
 * ```ts
 * import { parseHostList } from '@pixkit/payload/authorised-hosts'
 *
 * parseHostList('pix.example.com # banco\nqr.example.com.br chaves.example.com.br')
 * // ['pix.example.com', ['qr.example.com.br', 'chaves.example.com.br']]
 * ```
 */
export function parseHostList(text: string): (string | string[])[] {
  assertString(text, 'text')
  const entries: (string | string[])[] = []
  // Editors of Windows put a byte order mark in front.
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const names = line
      .replace(/#.*$/, '')
      .split(/[\s,]+/)
      .filter((name) => name !== '')
      .map(normalizeHost)
    if (!names.every(isHostName)) {
      throw hostListFailure({ reason: 'not-a-host', params: { line: index + 1 } })
    }
    const [only, ...others] = names
    if (only !== undefined) entries.push(others.length === 0 ? only : names)
  }
  if (entries.length === 0) throw hostListFailure({ reason: 'empty' })
  return entries
}
