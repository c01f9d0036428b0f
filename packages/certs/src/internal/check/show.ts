/**
 * Numbers, addresses and dates of certificates as people know them.
 *
 * @module
 */

/** The day in UTC: `2026-11-25`. */
export function dateOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10)
}

/** With the time: a clock is often wrong by hours. */
export function momentOf(moment: number): string {
  return new Date(moment).toISOString().replace('.000Z', 'Z')
}

export interface SerialNumberReport {
  /** Lower case, two digits per octet, as in the file. */
  readonly hex: string
  /** As `openssl x509 -serial` shows it: upper case, and a sign where the number is negative. */
  readonly openssl: string
  readonly decimal: string
}

/** @param hex - Octets of the serial number in two's complement, lower case. @see RFC 5280, section 4.1.2.2 */
export function showSerialNumber(hex: string): SerialNumberReport {
  const unsigned = BigInt(`0x${hex}`)
  const isNegative = Number.parseInt(hex.slice(0, 2), 16) >= 0x80
  const value = isNegative ? unsigned - (1n << BigInt(hex.length * 4)) : unsigned
  const digits = (isNegative ? -value : value).toString(16).toUpperCase()
  const padded = digits.padStart(digits.length + (digits.length % 2), '0')
  return { hex, openssl: isNegative ? `-${padded}` : padded, decimal: value.toString() }
}

/** @param octets - Four or sixteen. @returns Such as `127.0.0.1` or `::1`. */
export function showIp(octets: Uint8Array): string {
  if (octets.length === 4) return octets.join('.')
  const groups = Array.from({ length: octets.length / 2 }, (_, index) =>
    (((octets[index * 2] ?? 0) << 8) | (octets[index * 2 + 1] ?? 0)).toString(16),
  )
  return new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1)
}
