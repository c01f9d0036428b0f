import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../../../../../tests/lib/error-of.ts'
import { type DerNode, readDer, TAG } from './read-der.ts'
import {
  readBitString,
  readBitStringOctets,
  readBoolean,
  readInteger,
  readOctetString,
  readOid,
  readSmallInteger,
  readText,
  readTime,
  sameBytes,
  toHex,
} from './values.ts'
import {
  bitString,
  bmpString,
  boolean,
  ia5String,
  integer,
  octetString,
  oid,
  printableString,
  time,
  utf8String,
  writeDer,
} from './write-der.ts'

const node = (tag: number, ...octets: readonly number[]): DerNode =>
  readDer(writeDer(tag, Uint8Array.from(octets)), 'x')
const text = (tag: number, value: string): DerNode => readDer(writeDer(tag, new TextEncoder().encode(value)), 'x')
const invalid = (kind: string) => ({ code: 'CERTS_DER_VALUE', path: ['x'], params: { kind } })

describe('readSmallInteger', () => {
  test('reads what integer writes', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (value) => {
        expect(readSmallInteger(readDer(integer(value)))).toBe(value)
      }),
    )
  })

  test.each([
    ['nothing', []],
    ['a needless zero', [0, 1]],
    ['needless ones', [0xff, 0x80]],
    ['a negative number', [0xff]],
    ['more than 2^53', [0x20, 0, 0, 0, 0, 0, 0]],
    ['2^31 in many octets', Array<number>(1_000).fill(0x7f)],
  ])('refuses %s', (_, octets) => {
    expect(errorOf(() => readSmallInteger(node(TAG.integer, ...octets)))).toMatchObject(invalid('INTEGER'))
  })

  test('refuses another type', () => {
    expect(errorOf(() => readSmallInteger(node(TAG.boolean, 1)))).toMatchObject({ code: 'CERTS_DER_TAG' })
  })
})

describe('readInteger', () => {
  test('leaves negative numbers and long ones alone', () => {
    expect(readInteger(node(TAG.integer, 0x80, 0)).content).toEqual(Uint8Array.of(0x80, 0))
    expect(readInteger(node(TAG.integer, 0, 0xff)).content).toEqual(Uint8Array.of(0, 0xff))
  })
})

describe('readBoolean', () => {
  test('reads both values', () => {
    expect([true, false].map((value) => readBoolean(readDer(boolean(value))))).toEqual([true, false])
  })

  test.each([[[]], [[1]], [[0xff, 0xff]]])('refuses %j', (octets) => {
    expect(errorOf(() => readBoolean(node(TAG.boolean, ...octets)))).toMatchObject(invalid('BOOLEAN'))
  })
})

describe('readOid', () => {
  test('reads what oid writes', () => {
    const arcs = fc.tuple(fc.nat(2), fc.nat(39), fc.array(fc.maxSafeNat(), { maxLength: 6 }))
    fc.assert(
      fc.property(arcs, ([root, second, tail]) => {
        const dotted = [root, second, ...tail].join('.')
        expect(readOid(readDer(oid(dotted)))).toBe(dotted)
      }),
    )
  })

  test.each([
    ['2.999.3', [0x88, 0x37, 0x03]],
    ['1.2.840.113549.1.1.11', [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b]],
    ['2.25.18446744073709551616', [0x69, 0x82, ...Array<number>(8).fill(0x80), 0x00]],
  ])('reads %s', (dotted, octets) => {
    expect(readOid(node(TAG.oid, ...octets))).toBe(dotted)
  })

  test.each([
    ['nothing', []],
    ['a padded number', [0x2a, 0x80, 0x01]],
    ['an unfinished number', [0x2a, 0x86]],
    ['a huge one', [0x2a, ...Array<number>(100).fill(0x81), 0x01]],
  ])('refuses %s', (_, octets) => {
    expect(errorOf(() => readOid(node(TAG.oid, ...octets)))).toMatchObject(invalid('OBJECT IDENTIFIER'))
  })
})

describe('readBitString', () => {
  test('reads bits and how many do not count', () => {
    expect(readBitString(readDer(bitString(Uint8Array.of(0xa0), 5)))).toEqual({ bytes: Uint8Array.of(0xa0), unused: 5 })
    expect(readBitString(readDer(bitString(new Uint8Array())))).toEqual({ bytes: new Uint8Array(), unused: 0 })
  })

  test.each([
    ['nothing', []],
    ['unused bits of nothing', [1]],
    ['eight unused bits', [8, 0]],
    ['unused bits that are set', [1, 1]],
  ])('refuses %s', (_, octets) => {
    expect(errorOf(() => readBitString(node(TAG.bitString, ...octets)))).toMatchObject(invalid('BIT STRING'))
  })
})

describe('readBitStringOctets', () => {
  test('wants whole octets', () => {
    expect(readBitStringOctets(node(TAG.bitString, 0, 7))).toEqual(Uint8Array.of(7))
    expect(errorOf(() => readBitStringOctets(node(TAG.bitString, 4, 0xf0)))).toMatchObject(invalid('BIT STRING'))
  })
})

describe('readOctetString', () => {
  test('returns the octets and refuses another type', () => {
    expect(readOctetString(readDer(octetString(Uint8Array.of(1))))).toEqual(Uint8Array.of(1))
    expect(errorOf(() => readOctetString(node(TAG.null)))).toMatchObject({ code: 'CERTS_DER_TAG' })
  })
})

describe('readText', () => {
  test('reads what the writers write', () => {
    const unicode = fc.string({ unit: 'grapheme' })
    const ascii = fc.string({ unit: 'grapheme-ascii' })
    fc.assert(
      fc.property(unicode, (value) => {
        expect(readText(readDer(utf8String(value)))).toBe(value)
      }),
    )
    fc.assert(
      fc.property(unicode, (value) => {
        expect(readText(readDer(bmpString(value)))).toBe(value)
      }),
    )
    fc.assert(
      fc.property(ascii, (value) => {
        expect(readText(readDer(printableString(value)))).toBe(value)
      }),
    )
    fc.assert(
      fc.property(ascii, (value) => {
        expect(readText(readDer(ia5String(value)))).toBe(value)
      }),
    )
  })

  test('is tolerant inside', () => {
    expect(readText(node(TAG.t61String, 0x53, 0xe3, 0x6f))).toBe('São')
    expect(readText(node(TAG.printableString, 0x40))).toBe('@')
    expect(readText(node(TAG.utf8String, 0x53, 0xe3))).toBe('S\ufffd')
    expect(readText(node(TAG.universalString, 0, 1, 0xf3, 0x70))).toBe('🍰')
  })

  test.each([
    ['half a character of UTF-16', TAG.bmpString, [0, 0x41, 0]],
    ['three octets of UTF-32', TAG.universalString, [0, 0, 0x41]],
    ['a number that is no character', TAG.universalString, [0, 0, 0, 0x41, 0, 0x11, 0, 0]],
    ['a pair of surrogates in UTF-32', TAG.universalString, [0, 0, 0xd8, 0x3c, 0, 0, 0xdf, 0x70]],
  ])('reads no text from %s', (_, tag, octets) => {
    expect(readText(node(tag, ...octets))).toBeUndefined()
  })

  test('reads the characters beside the surrogates', () => {
    const edges = node(TAG.universalString, 0, 0, 0xd7, 0xff, 0, 0, 0xe0, 0, 0, 0x10, 0xff, 0xff)
    expect(readText(edges)).toBe('\ud7ff\ue000\u{10ffff}')
  })

  test('keeps a byte order mark, because it is a difference', () => {
    expect(readText(text(TAG.utf8String, '\ufeffA'))).toBe('\ufeffA')
  })

  test('knows what is no text', () => {
    expect(readText(node(TAG.octetString, 0x41))).toBeUndefined()
  })
})

describe('readTime', () => {
  test('reads what time writes', () => {
    const seconds = fc.integer({ min: -62_135_596_800, max: 253_402_300_799 })
    fc.assert(
      fc.property(seconds, (value) => {
        expect(readTime(readDer(time(value * 1_000)))).toBe(value * 1_000)
      }),
    )
  })

  test.each([
    [TAG.utcTime, '491231235959Z', '2049-12-31T23:59:59Z'],
    [TAG.utcTime, '500101000000Z', '1950-01-01T00:00:00Z'],
    [TAG.utcTime, '240229000000Z', '2024-02-29T00:00:00Z'],
    [TAG.generalizedTime, '20500101000000Z', '2050-01-01T00:00:00Z'],
    [TAG.generalizedTime, '99991231235959Z', '9999-12-31T23:59:59Z'],
    [TAG.generalizedTime, '00010101000000Z', '0001-01-01T00:00:00Z'],
  ])('reads %i %s', (tag, value, expected) => {
    expect(readTime(text(tag, value))).toBe(Date.parse(expected))
  })

  test.each([
    [TAG.utcTime, '2602291200Z'],
    [TAG.utcTime, '260229120000Z'],
    [TAG.utcTime, '261301000000Z'],
    [TAG.utcTime, '260100000000Z'],
    [TAG.utcTime, '260101240000Z'],
    [TAG.utcTime, '260101006000Z'],
    [TAG.utcTime, '260101000060Z'],
    [TAG.utcTime, '260101000000+0000'],
    [TAG.utcTime, '20260101000000Z'],
    [TAG.utcTime, ''],
    [TAG.generalizedTime, '20260101000000.5Z'],
    [TAG.generalizedTime, '260101000000Z'],
    [TAG.generalizedTime, '20260101000000'],
  ])('refuses %i %s', (tag, value) => {
    expect(errorOf(() => readTime(text(tag, value)))).toMatchObject(invalid('Time'))
  })

  test('refuses another type', () => {
    expect(errorOf(() => readTime(text(TAG.utf8String, '260101000000Z')))).toMatchObject({ code: 'CERTS_DER_TAG' })
  })
})

test('toHex writes two digits for each byte', () => {
  expect(toHex(Uint8Array.of(0, 0x0a, 0xff))).toBe('000aff')
})

test('sameBytes compares length and content', () => {
  expect(sameBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true)
  expect(sameBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe(false)
  expect(sameBytes(Uint8Array.of(1, 2), Uint8Array.of(1))).toBe(false)
})
