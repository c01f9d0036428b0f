/**
 * Octets of an IP address from its text.
 *
 * @module
 */

/**
 * Reads an IPv4 address in four decimal numbers, or an IPv6 address with or without square brackets.
 *
 * @returns Four or sixteen octets; `undefined` when the text is no address. Other spellings (`127.1`, `0x7f.0.0.1`, a zone)
 *   are none.
 *
 * @see RFC 3986, section 3.2.2; RFC 4291, section 2.2
 */
export function parseIpAddress(text: string): Uint8Array | undefined {
  const bare = /^\[(.*)\]$/.exec(text)?.[1]
  if (bare === undefined && !text.includes(':')) return parseIpv4(text)
  return parseIpv6(bare ?? text)
}

const OCTET = '(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
const IPV4 = /* @__PURE__ */ new RegExp(`^${OCTET}\\.${OCTET}\\.${OCTET}\\.${OCTET}$`)

function parseIpv4(text: string): Uint8Array | undefined {
  const octets = IPV4.exec(text)?.slice(1)
  return octets && Uint8Array.from(octets, Number)
}

function parseIpv6(text: string): Uint8Array | undefined {
  const [head = '', tail, ...others] = text.split('::')
  if (others.length > 0) return undefined
  // Only the last group may be an IPv4 address.
  const before = groups(head, tail === undefined)
  const after = tail === undefined ? [] : groups(tail, true)
  if (before === undefined || after === undefined) return undefined
  const gap = 16 - before.length - after.length
  const isWhole = tail === undefined ? gap === 0 : gap >= 2
  return isWhole ? Uint8Array.from([...before, ...Array<number>(gap).fill(0), ...after]) : undefined
}

function groups(text: string, isLast: boolean): readonly number[] | undefined {
  if (text === '') return []
  const parts = text.split(':')
  const octets = parts.map((part, index) => {
    if (isLast && index === parts.length - 1 && part.includes('.')) return [...(parseIpv4(part) ?? [])]
    const group = /^[\da-f]{1,4}$/i.test(part) ? Number.parseInt(part, 16) : -1
    return group < 0 ? [] : [group >> 8, group & 0xff]
  })
  return octets.some((group) => group.length === 0) ? undefined : octets.flat()
}
