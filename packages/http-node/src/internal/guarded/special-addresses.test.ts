import fc from 'fast-check'
import { BlockList, isIPv4 } from 'node:net'
import { describe, expect, test } from 'vitest'
import { includesAddress } from './resolve-host.ts'
import { isPublicAddress, SPECIAL_BLOCKS } from './special-addresses.ts'

/** Node's own lists, filled by hand from the registries: what is refused, and the one block of IPv6 that is not. */
const refused = new BlockList()
const refusedV4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const
const refusedV6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
] as const
for (const [address, length] of refusedV4) refused.addSubnet(address, length, 'ipv4')
for (const [address, length] of refusedV6) refused.addSubnet(address, length, 'ipv6')
const globalUnicast = new BlockList()
globalUnicast.addSubnet('2000::', 3, 'ipv6')

function oracle(address: string): boolean {
  if (isIPv4(address)) return !refused.check(address, 'ipv4')
  return globalUnicast.check(address, 'ipv6') && !refused.check(address, 'ipv6')
}

/** An address as a number, and back; IPv6 in all its spellings. */
const numberOf = (address: string): bigint => {
  if (isIPv4(address)) return address.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n)
  // What WHATWG makes of it has no dots.
  const plain = new URL(`http://[${address}]/`).hostname.slice(1, -1)
  const [before = '', after] = plain.split('::')
  const groups = (part: string) => part.split(':').filter((group) => group !== '')
  const [first, last] = [groups(before), groups(after ?? '')]
  const all = after === undefined ? first : [...first, ...Array(8 - first.length - last.length).fill('0'), ...last]
  return all.reduce((sum: bigint, group: string) => sum * 65536n + BigInt(`0x${group}`), 0n)
}
const v4 = (number: bigint): string => [24n, 16n, 8n, 0n].map((shift) => (number >> shift) & 255n).join('.')
const groupsOf = (number: bigint): string[] =>
  [112n, 96n, 80n, 64n, 48n, 32n, 16n, 0n].map((shift) => ((number >> shift) & 65535n).toString(16))
const full = (number: bigint): string => groupsOf(number).join(':')
const padded = (number: bigint): string =>
  groupsOf(number)
    .map((group) => group.padStart(4, '0').toUpperCase())
    .join(':')
const short = (number: bigint): string => new URL(`http://[${full(number)}]/`).hostname.slice(1, -1)
const dotted = (number: bigint): string => `${groupsOf(number).slice(0, 6).join(':')}:${v4(number & 0xffffffffn)}`

const blocks = SPECIAL_BLOCKS.map(([block]) => {
  const [address = '', length] = block.split('/')
  const bits = isIPv4(address) ? 32n : 128n
  const size = 1n << (bits - BigInt(length ?? 0))
  const first = numberOf(address)
  return { block, address, bits, first, last: first + size - 1n }
})

describe('special-purpose addresses', () => {
  test.each(blocks)('$block is written as its first address', ({ first, last }) => {
    expect(first & (last - first)).toBe(0n)
  })

  test('every block occurs once, with a name and a source', () => {
    expect(new Set(SPECIAL_BLOCKS.map(([block]) => block)).size).toBe(SPECIAL_BLOCKS.length)
    for (const [, name, source] of SPECIAL_BLOCKS) {
      expect(name).toMatch(/\w/)
      expect(source).toMatch(/^(?:RFC \d+|Microsoft Learn)/)
    }
  })

  test.each(blocks)('$block: no address of it is public, however spelt', ({ bits, first, last }) => {
    const spellings = bits === 32n ? [v4] : [full, padded, short, dotted]
    const inside = fc.oneof(fc.constantFrom(first, last), fc.bigInt({ min: first, max: last }))
    fc.assert(
      fc.property(inside, fc.constantFrom(...spellings), (number, spell) => {
        expect(isPublicAddress(spell(number))).toBe(false)
      }),
      { numRuns: 200 },
    )
  })

  test.each(blocks)('$block: its neighbours are what the registries say', ({ bits, first, last }) => {
    const max = (1n << bits) - 1n
    const spell = bits === 32n ? v4 : short
    for (const number of [first - 1n, last + 1n]) {
      if (number < 0n || number > max) continue
      expect([spell(number), isPublicAddress(spell(number))]).toEqual([spell(number), oracle(spell(number))])
    }
  })

  test('agrees with node:net on any address', () => {
    const any = fc.oneof(
      fc.ipV4(),
      fc.ipV6(),
      fc.bigInt({ min: 0x2000n << 112n, max: (0x4000n << 112n) - 1n }).map(short),
      fc.bigInt({ min: 0x2001n << 112n, max: (0x2003n << 112n) - 1n }).map(dotted),
    )
    fc.assert(
      fc.property(any, (address) => {
        expect(isPublicAddress(address)).toBe(oracle(address))
      }),
    )
  })

  test.each([
    '1.1.1.1',
    '8.8.8.8',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '126.255.255.255',
    '128.0.0.0',
    '169.253.255.255',
    '172.15.255.255',
    '172.32.0.0',
    '191.255.255.255',
    '192.0.1.0',
    '192.0.3.0',
    '198.17.255.255',
    '198.20.0.0',
    '200.160.2.3',
    '223.255.255.255',
    '2001:200::',
    '2001:4860:4860::8888',
    '2003::1',
    '2606:4700:4700::1111',
    '2804:14d::1',
    '2A00:1450:4001:0810:0000:0000:0000:200E',
    '3ffe:ffff::1',
  ])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  test.each([
    '',
    'localhost',
    'pix.example.com',
    '127.1',
    '127.0.1',
    '0177.0.0.1',
    '0x7f.0.0.1',
    '0x7f000001',
    '2130706433',
    '017700000001',
    '127.0.0.1.',
    ' 127.0.0.1',
    '1.1.1.1 ',
    '1.1.1.1\n',
    '1.1.1.256',
    '01.1.1.1',
    '1.1.1',
    '1.1.1.1/32',
    '[2606:4700::1]',
    '2606:4700::1%eth0',
    'fe80::1%1',
    '2606:4700::1::2',
    '2606:4700:1',
    '::ffff:1.1.1.1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::127.0.0.1',
    '::1.1.1.1',
    '64:ff9b::1.1.1.1',
    '64:ff9b::169.254.169.254',
    '64:ff9b:1::10.0.0.1',
    '2002:7f00:1::',
    '2002:101:101::',
    '2001:0:101:101::',
    'fd00:ec2::254',
    '4000::',
    '1fff:ffff::',
    'e000::1',
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  test('any text gives an answer', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(typeof isPublicAddress(text)).toBe('boolean')
      }),
    )
  })
})

describe('includesAddress', () => {
  test.each([
    ['127.0.0.1', '127.0.0.1', true],
    ['::1', '0:0:0:0:0:0:0:1', true],
    ['2001:DB8::A', '2001:db8:0::a', true],
    ['127.0.0.1', '127.0.0.2', false],
    ['127.0.0.1', '::ffff:127.0.0.1', false],
    ['127.0.0.1', undefined, false],
    ['x', 'x', false],
  ])('%s and %s: %s', (one, other, expected) => {
    expect(includesAddress([one], other)).toBe(expected)
  })
})
