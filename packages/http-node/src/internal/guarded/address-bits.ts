/**
 * Addresses as bits, so that a block of them is a prefix.
 *
 * @module
 */
import { isIPv4, isIPv6 } from 'node:net'

/**
 * Writes an address as `4` or `6` and its bits, each `0` or `1`.
 *
 * @returns Nothing for what is no address, or has a zone.
 */
export function addressBits(address: string): string | undefined {
  if (isIPv4(address)) return `4${binary(address.split('.').map(Number), 8)}`
  if (!isIPv6(address) || address.includes('%')) return undefined
  return `6${binary(groupsOf(withoutDots(address)), 16)}`
}

function binary(numbers: readonly number[], bits: number): string {
  return numbers.map((number) => number.toString(2).padStart(bits, '0')).join('')
}

/** Writes the last 32 bits, which may be four decimal numbers, as two groups. */
function withoutDots(address: string): string {
  const [, before, ...octets] = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address) ?? []
  if (before === undefined) return address
  const [a = 0, b = 0, c = 0, d = 0] = octets.map(Number)
  return `${before}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`
}

/** The eight groups of an address that `isIPv6` has found well-formed. */
function groupsOf(address: string): number[] {
  const [before = [], after = []] = address
    .split('::')
    .map((part) => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16))))
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after]
}
