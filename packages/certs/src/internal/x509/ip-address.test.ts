import { isIP } from 'node:net'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toHex } from '../der/values.ts'
import { parseIpAddress } from './ip-address.ts'

describe('parseIpAddress', () => {
  test.each([
    ['10.0.0.1', '0a000001'],
    ['255.255.255.255', 'ffffffff'],
    ['::', '00000000000000000000000000000000'],
    ['::1', '00000000000000000000000000000001'],
    ['[::1]', '00000000000000000000000000000001'],
    ['2001:DB8::8:800:200c:417a', '20010db80000000000080800200c417a'],
    ['1:2:3:4:5:6:7:8', '00010002000300040005000600070008'],
    ['1::', '00010000000000000000000000000000'],
    ['::ffff:10.0.0.1', '00000000000000000000ffff0a000001'],
    ['1:2:3:4:5:6:10.0.0.1', '0001000200030004000500060a000001'],
    ['1:2:3:4:5:6:7::', '00010002000300040005000600070000'],
  ])('reads %s', (text, expected) => {
    expect(toHex(parseIpAddress(text) ?? new Uint8Array())).toBe(expected)
  })

  test.each([
    '',
    '.',
    '1',
    '127.1',
    '256.0.0.1',
    '01.0.0.1',
    '1.2.3.4.5',
    '0x7f.0.0.1',
    ' 1.2.3.4',
    '1.2.3.4\n',
    ':',
    ':::',
    '1::2::3',
    '1:2',
    '12345::',
    '::g',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7:8::',
    '1.2.3.4::',
    '::1%eth0',
    '[1.2.3.4]',
    '[::1',
    'example.com',
    '::1.2.3',
    ':1::',
  ])('refuses %j', (text) => {
    expect(parseIpAddress(text)).toBeUndefined()
  })

  test('agrees with Node about what an address is', () => {
    const unit = fc.constantFrom(...'0123456789abcdf:.')
    const text = fc.oneof(fc.ipV4(), fc.ipV6(), fc.string({ unit, maxLength: 24 }))
    fc.assert(
      fc.property(text, (value) => {
        const length = parseIpAddress(value)?.length ?? 0
        expect(length).toBe({ 0: 0, 4: 4, 6: 16 }[isIP(value)])
      }),
    )
  })
})
