import { readdirSync, readFileSync } from 'node:fs'
import crc16ccitt from 'crc/calculators/crc16ccitt'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { referenceCrc } from '../../../tests/reference/crc.ts'
import { appendCrc, checksum, crc16, utf8Length } from './crc16.ts'

interface Case {
  id: string
  input: string
  expected?: { crc?: string }
}

const folder = new URL('../../../vectors/brcode/', import.meta.url)
const published = readdirSync(folder)
  .flatMap((file) => (JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { cases: Case[] }).cases)
  .filter(({ expected }) => expected?.crc)
const notStrings: [unknown][] = [[undefined], [null], [1234], [new Uint8Array(4)], [['1']]]

const ascii = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 200 })
const halves = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) })
/** Around the lengths at which a reader of bytes may change its way. */
const long = fc
  .tuple(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), fc.integer({ min: 1_000, max: 3_200 }))
  .map(([text, length]) => text.repeat(Math.ceil(length / text.length)).slice(0, length))
const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), halves, { arbitrary: long, weight: 1 })

describe('crc16', () => {
  test('gives the check value of CRC-16/CCITT-FALSE', () => {
    expect(crc16('123456789')).toBe('29B1')
  })

  test('gives the initial value for the empty text', () => {
    expect(crc16('')).toBe('FFFF')
  })

  test('there are published codes', () => {
    expect(published.length).toBeGreaterThan(30)
  })

  test.each(published)('gives the checksum of $id', ({ input, expected }) => {
    expect(crc16(input.slice(0, -4))).toBe(expected?.crc?.toUpperCase())
  })

  test.each([
    [
      '0DC6',
      '00020126510014br.gov.bcb.pix0115thalesog@me.com0210Pedido 123520400005303986540510.005802BR5914THALES OGLIARI6015SAO MIGUEL DO O62070503***6304',
    ],
    [
      '040C',
      '00020126490014BR.GOV.BCB.PIX0111111111111110212Vacina covid52040000530398654031005802BR5904CARL6010SAN.FIERRO62100506b4b4c46304',
    ],
    [
      '000D',
      '00020126330014br.gov.bcb.pix0111123456789095204000053039865802BR5913FULANO DE TAL6008BRASILIA62100506Z045776304',
    ],
  ])('keeps the leading zeros of %s', (crc, text) => {
    expect(crc16(text)).toBe(crc)
  })

  test('covers the bytes of UTF-8', () => {
    const text =
      '00020126540014br.gov.bcb.pix0111123456789090217Mensalidade março5204000053039865802BR5917JOSÉ DA CONCEIÇÃO6009SÃO PAULO62070503***6304'
    expect(crc16(text)).toBe('D06B')
  })

  test('reads half a character as UTF-8 writes it, U+FFFD', () => {
    expect(crc16('\ud83d')).toBe(crc16('\ufffd'))
    expect(crc16('\ude00\ud83d')).toBe(crc16('\ufffd\ufffd'))
  })

  test.each([1_023, 1_024, 1_025, 3_071, 3_072, 3_073, 100_000])('equals the reference at %i characters', (length) => {
    expect(['a', 'ç', '最'].map((letter) => crc16(letter.repeat(length)))).toEqual(
      ['a', 'ç', '最'].map((letter) => referenceCrc(letter.repeat(length))),
    )
  })

  test('remembers nothing of the text before', () => {
    const short = crc16('0002')
    crc16('最'.repeat(1_000))
    expect(crc16('0002')).toBe(short)
  })

  test.each(notStrings)('throws a TypeError for %o', (value) => {
    expect(() => crc16(value as string)).toThrow(TypeError)
  })

  test('equals the calculator of the crc package, and the reference that goes bit by bit', () => {
    const encoder = new TextEncoder()
    fc.assert(
      fc.property(anyText, (text) => {
        const calculated = crc16ccitt(encoder.encode(text)).toString(16).toUpperCase().padStart(4, '0')
        expect([crc16(text), crc16(text)]).toEqual([calculated, referenceCrc(text)])
      }),
    )
  })

  test('never keeps its value when one ASCII character is replaced', () => {
    fc.assert(
      fc.property(ascii, fc.nat(), fc.integer({ min: 1, max: 127 }), (text, at, change) => {
        const index = at % text.length
        const other = String.fromCharCode(text.charCodeAt(index) ^ change)
        expect(crc16(text.slice(0, index) + other + text.slice(index + 1))).not.toBe(crc16(text))
      }),
    )
  })
})

describe('appendCrc', () => {
  test.each(published)('writes $id again', ({ input }) => {
    expect(appendCrc(input.slice(0, -8)).toUpperCase()).toBe(input.toUpperCase())
  })

  test('adds object 63, whose id and length it covers', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(appendCrc(text)).toBe(`${text}6304${referenceCrc(`${text}6304`)}`)
      }),
    )
  })
})

describe('utf8Length', () => {
  test.each([
    ['', 0],
    ['a', 1],
    ['ç', 2],
    ['最', 3],
    ['😀', 4],
    ['\ud83d', 3],
  ])('counts the bytes of %j', (text, length) => {
    expect(utf8Length(text)).toBe(length)
  })

  test('counts as Node does', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(utf8Length(text)).toBe(Buffer.byteLength(text))
      }),
    )
  })

  test.each(notStrings)('throws a TypeError for %o', (value) => {
    expect(() => utf8Length(value as string)).toThrow(TypeError)
  })
})

test.each([undefined, null, 1234, new Uint8Array(4), ['1']])('appendCrc refuses %o, which is no string', (text) => {
  expect(() => appendCrc(text as unknown as string)).toThrow(TypeError)
})

test.each([undefined, null, 1234])('utf8Length and checksum refuse %o, which is no string', (text) => {
  expect(() => utf8Length(text as unknown as string)).toThrow(TypeError)
  expect(() => checksum(text as unknown as string)).toThrow(TypeError)
})

test('checksum counts the bytes that it covers', () => {
  expect(checksum('123456789')).toEqual({ crc: '29B1', bytes: 9 })
  expect(checksum('ç😀').bytes).toBe(6)
})
