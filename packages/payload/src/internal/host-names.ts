/**
 * Hosts of lists and certificates, compared as a whole.
 *
 * @module
 */
import type { Certificate } from '@pixkit/certs/x509'
import type { VerifyOptions } from '../verify-options.ts'

/** Labels of letters, digits and hyphens, two or more; a last one that begins with a letter keeps addresses out. */
const HOST_NAME = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/** Names of each entry of both lists: those of a certificate stand together. */
export type HostGroup = readonly string[]

interface Lists extends Pick<VerifyOptions, 'authorisedHosts' | 'siteCertificates'> {
  /** `undefined`: certificates count whatever their dates. */
  readonly now: number | undefined
}

/** Lower case, without one dot at the end. Never a suffix, never a pattern: `*.example.com` is no host. */
export function normalizeHost(text: string): string {
  return (text.endsWith('.') ? text.slice(0, -1) : text).toLowerCase()
}

/**
 * Whether a host can be found on a list by this name: no wildcard, no URL, nothing that a location cannot have.
 *
 * @param name - As `normalizeHost` returns it.
 * @see RFC 1123, section 2.1; RFC 1035, section 2.3.4
 */
export function isHostName(name: string): boolean {
  return HOST_NAME.test(name)
}

export function dnsNamesOf({ subjectAltNames }: Pick<Certificate, 'subjectAltNames'>): readonly string[] {
  return subjectAltNames.flatMap((name) => (name.type === 'dns' ? [name.value] : []))
}

/** @param host - As `parseLocation` returns it. */
export function hasHost(group: HostGroup, host: string): boolean {
  return group.some((name) => name === host || normalizeHost(name) === host)
}

/** Tells whether one registered certificate names both hosts, in every list that there is. */
export function areOnOneCertificate(hosts: readonly string[], options: VerifyOptions): boolean {
  const lists = listsOf(options)
  return lists.length > 0 && areOnLists(hosts, lists)
}

/** Whether an entry of every list has all these hosts. */
export function areOnLists(hosts: readonly string[], lists: readonly (readonly HostGroup[])[]): boolean {
  return lists.every((groups) => groups.some((group) => hosts.every((host) => hasHost(group, host))))
}

/** Lists of hosts that a caller gave. */
export function listsOf({ authorisedHosts, now, siteCertificates }: Lists): readonly (readonly HostGroup[])[] {
  const counts = ({ notAfter, notBefore }: Certificate): boolean =>
    now === undefined || (notBefore <= now && now <= notAfter)
  return [
    ...(authorisedHosts === undefined ? [] : [groupsOfList(authorisedHosts)]),
    ...(siteCertificates === undefined ? [] : [siteCertificates.filter(counts).map(dnsNamesOf)]),
  ]
}

function groupsOfList(list: NonNullable<VerifyOptions['authorisedHosts']>): readonly HostGroup[] {
  return list.map((entry) => (typeof entry === 'string' ? [entry] : entry))
}
