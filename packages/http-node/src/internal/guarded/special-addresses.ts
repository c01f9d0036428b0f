/**
 * Addresses that are not hosts of the public internet.
 *
 * @module
 * @see IANA IPv4 Special-Purpose Address Registry and IANA IPv6 Special-Purpose Address Registry (RFC 6890, RFC 8190), as they
 *   stood on 2026-07-18
 */
import { isIPv4 } from 'node:net'
import { addressBits } from './address-bits.ts'

/** Block, what it is for, and where that is said. */
export type SpecialBlock = readonly [block: string, name: string, source: string]

/**
 * Every row of the two registries, those that are reachable from everywhere included (AS112, AMT, anycast of PCP and TURN): a
 * charge is served from none of them. Then, under the comments of each family, what others set apart.
 */
export const SPECIAL_BLOCKS: readonly SpecialBlock[] = [
  ['0.0.0.0/8', 'this network', 'RFC 791, section 3.2'],
  ['0.0.0.0/32', 'this host on this network', 'RFC 1122, section 3.2.1.3'],
  ['10.0.0.0/8', 'private use', 'RFC 1918'],
  ['100.64.0.0/10', 'shared address space (CGNAT)', 'RFC 6598'],
  ['127.0.0.0/8', 'loopback', 'RFC 1122, section 3.2.1.3'],
  ['169.254.0.0/16', 'link local', 'RFC 3927'],
  ['172.16.0.0/12', 'private use', 'RFC 1918'],
  ['192.0.0.0/24', 'IETF protocol assignments', 'RFC 6890, section 2.1'],
  ['192.0.0.0/29', 'IPv4 service continuity prefix', 'RFC 7335'],
  ['192.0.0.8/32', 'IPv4 dummy address', 'RFC 7600'],
  ['192.0.0.9/32', 'Port Control Protocol anycast', 'RFC 7723'],
  ['192.0.0.10/32', 'TURN anycast', 'RFC 8155'],
  ['192.0.0.170/32', 'NAT64/DNS64 discovery', 'RFC 8880; RFC 7050, section 2.2'],
  ['192.0.0.171/32', 'NAT64/DNS64 discovery', 'RFC 8880; RFC 7050, section 2.2'],
  ['192.0.2.0/24', 'documentation (TEST-NET-1)', 'RFC 5737'],
  ['192.31.196.0/24', 'AS112-v4', 'RFC 7535'],
  ['192.52.193.0/24', 'AMT', 'RFC 7450'],
  ['192.88.99.0/24', '6to4 relay anycast, deprecated', 'RFC 7526'],
  ['192.88.99.2/32', '6a44 relay anycast', 'RFC 6751'],
  ['192.168.0.0/16', 'private use', 'RFC 1918'],
  ['192.175.48.0/24', 'direct delegation AS112 service', 'RFC 7534'],
  ['198.18.0.0/15', 'benchmarking', 'RFC 2544'],
  ['198.51.100.0/24', 'documentation (TEST-NET-2)', 'RFC 5737'],
  ['203.0.113.0/24', 'documentation (TEST-NET-3)', 'RFC 5737'],
  ['240.0.0.0/4', 'reserved', 'RFC 1112, section 4'],
  ['255.255.255.255/32', 'limited broadcast', 'RFC 8190; RFC 919, section 7'],
  // Of other registries.
  ['224.0.0.0/4', 'multicast', 'RFC 5771'],
  // Of a cloud, whose machines all reach it, inside: the others serve metadata from blocks above (169.254.0.0/16, 100.64.0.0/10,
  // 192.0.0.0/24, fc00::/7).
  ['168.63.129.16/32', 'platform of Azure', 'Microsoft Learn, "What is IP address 168.63.129.16?"'],

  ['::1/128', 'loopback', 'RFC 4291'],
  ['::/128', 'unspecified', 'RFC 4291'],
  ['::ffff:0:0/96', 'IPv4-mapped', 'RFC 4291'],
  ['64:ff9b::/96', 'IPv4-IPv6 translation', 'RFC 6052'],
  ['64:ff9b:1::/48', 'IPv4-IPv6 translation, local use', 'RFC 8215'],
  ['100::/64', 'discard only', 'RFC 6666'],
  ['100:0:0:1::/64', 'dummy prefix', 'RFC 9780'],
  ['2001::/23', 'IETF protocol assignments', 'RFC 2928'],
  ['2001::/32', 'Teredo', 'RFC 4380; RFC 8190'],
  ['2001:1::1/128', 'Port Control Protocol anycast', 'RFC 7723'],
  ['2001:1::2/128', 'TURN anycast', 'RFC 8155'],
  ['2001:1::3/128', 'DNS-SD service registration anycast', 'RFC 9665'],
  ['2001:2::/48', 'benchmarking', 'RFC 5180; RFC errata 1752'],
  ['2001:3::/32', 'AMT', 'RFC 7450'],
  ['2001:4:112::/48', 'AS112-v6', 'RFC 7535'],
  ['2001:10::/28', 'ORCHID, deprecated', 'RFC 4843'],
  ['2001:20::/28', 'ORCHIDv2', 'RFC 7343'],
  ['2001:30::/28', 'drone remote identification', 'RFC 9374'],
  ['2001:db8::/32', 'documentation', 'RFC 3849'],
  ['2002::/16', '6to4', 'RFC 3056'],
  ['2620:4f:8000::/48', 'direct delegation AS112 service', 'RFC 7534'],
  ['3fff::/20', 'documentation', 'RFC 9637'],
  ['5f00::/16', 'segment routing (SRv6) SIDs', 'RFC 9602'],
  ['fc00::/7', 'unique local', 'RFC 4193; RFC 8190'],
  ['fe80::/10', 'link local', 'RFC 4291'],
  // Of other registries.
  ['::/96', 'IPv4-compatible, deprecated', 'RFC 4291, section 2.5.5.1'],
  ['fec0::/10', 'site local, deprecated', 'RFC 3879'],
  ['ff00::/8', 'multicast', 'RFC 4291, section 2.7'],
]

/** The only IPv6 addresses that are given out as global unicast. @see RFC 4291, section 2.4; IANA IPv6 Address Space registry */
const GLOBAL_UNICAST = '2000::/3'

/**
 * Whether an address may be that of a host of the public internet: in no special-purpose block and, for IPv6, in 2000::/3.
 *
 * @param address - Four decimal numbers without leading zeros, or an IPv6 address in any of its spellings, without brackets. What
 *   is neither, also with a zone (`%eth0`), is not public.
 */
export function isPublicAddress(address: string): boolean {
  const bits = addressBits(address)
  if (bits === undefined) return false
  prefixes ??= { special: SPECIAL_BLOCKS.map(([block]) => prefixOf(block)), globalUnicast: prefixOf(GLOBAL_UNICAST) }
  const { special, globalUnicast } = prefixes
  return (isIPv4(address) || bits.startsWith(globalUnicast)) && !special.some((prefix) => bits.startsWith(prefix))
}

/** Made when first asked for. */
let prefixes: { readonly special: readonly string[]; readonly globalUnicast: string } | undefined

function prefixOf(block: string): string {
  const [address = '', length] = block.split('/')
  return (addressBits(address) ?? '').slice(0, 1 + Number(length))
}
