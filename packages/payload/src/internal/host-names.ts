/**
 * Hosts of lists and certificates, compared as a whole.
 *
 * @module
 */
import type { Certificate } from '@pixkit/certs/x509'
import type { VerifyOptions } from '../verify-options.ts'

/** Lower case, without one dot at the end. Never a suffix, never a pattern: `*.example.com` is no host. */
export function normalizeHost(text: string): string {
  return (text.endsWith('.') ? text.slice(0, -1) : text).toLowerCase()
}

/** Names of each entry of both lists: those of a certificate stand together. */
export type HostGroup = readonly string[]

export function groupsOfList(list: NonNullable<VerifyOptions['authorisedHosts']>): readonly HostGroup[] {
  return list.map((entry) => (typeof entry === 'string' ? [entry] : entry))
}

export function dnsNamesOf({ subjectAltNames }: Pick<Certificate, 'subjectAltNames'>): readonly string[] {
  return subjectAltNames.flatMap((name) => (name.type === 'dns' ? [name.value] : []))
}

/** @param host - As `parseLocation` returns it. */
export function hasHost(group: HostGroup, host: string): boolean {
  return group.some((name) => name === host || normalizeHost(name) === host)
}
