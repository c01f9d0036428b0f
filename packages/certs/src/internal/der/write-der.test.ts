import { describe, expect, test } from 'vitest'
import { toHex } from './values.ts'
import {
  bitString,
  bmpString,
  boolean,
  concat,
  ia5String,
  integer,
  nullValue,
  octetString,
  oid,
  printableString,
  sequence,
  setOf,
  time,
  utf8String,
} from './write-der.ts'

test.each([
  [integer(0), '020100'],
  [integer(127), '02017f'],
  [integer(128), '02020080'],
  [integer(65_536), '0203010000'],
  [integer(Uint8Array.of(0, 0, 0xff)), '020200ff'],
  [integer(Uint8Array.of()), '020100'],
  [boolean(true), '0101ff'],
  [boolean(false), '010100'],
  [nullValue(), '0500'],
  [oid('1.2.840.113549'), '06062a864886f70d'],
  [oid('2.999.3'), '0603883703'],
  [octetString(Uint8Array.of(1), Uint8Array.of(2)), '04020102'],
  [bitString(Uint8Array.of(0xa0), 5), '030205a0'],
  [utf8String('é'), '0c02c3a9'],
  [printableString('BR'), '13024252'],
  [ia5String('a@b'), '1603614062'],
  [bmpString('é'), '1e0200e9'],
  [sequence(integer(1), nullValue()), '30050201010500'],
])('%# is written as X.690 wants it: $1', (bytes, expected) => {
  expect(toHex(bytes)).toBe(expected)
})

test('lengths from 128 on have as many octets as they need', () => {
  const lengthOf = (size: number): string => toHex(octetString(new Uint8Array(size)).subarray(1, -size))
  expect([127, 128, 255, 256, 65_536].map(lengthOf)).toEqual(['7f', '8180', '81ff', '820100', '83010000'])
})

// X.690, section 11.6
test('a set is sorted by its bytes, shorter ones first', () => {
  const set = setOf(octetString(Uint8Array.of(2)), integer(1), octetString(Uint8Array.of(1)), octetString())
  expect(toHex(set)).toBe('310b0201010400040101040102')
})

describe('time', () => {
  const written = (date: string): string => new TextDecoder().decode(time(Date.parse(date)).subarray(2))

  // RFC 5280, section 4.1.2.5
  test('is UTCTime from 1950 to 2049, and GeneralizedTime else', () => {
    expect(written('1949-12-31T23:59:59Z')).toBe('19491231235959Z')
    expect(written('1950-01-01T00:00:00Z')).toBe('500101000000Z')
    expect(written('2049-12-31T23:59:59.999Z')).toBe('491231235959Z')
    expect(written('2050-01-01T00:00:00Z')).toBe('20500101000000Z')
  })
})

test('concat joins parts', () => {
  expect(concat(Uint8Array.of(1), new Uint8Array(), Uint8Array.of(2, 3))).toEqual(Uint8Array.of(1, 2, 3))
})
