import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildObject } from './build-object.ts'
import { joinObject } from './tlv.ts'

describe('buildObject', () => {
  test.each([
    ['00', '01', '000201'],
    ['58', 'BR', '5802BR'],
    ['99', 'x', '9901x'],
    ['60', 'BRASÍLIA', '6008BRASÍLIA'],
    ['02', 'Oi 😀!', '0205Oi 😀!'],
    ['59', 'a'.repeat(99), `5999${'a'.repeat(99)}`],
    ['59', '😀'.repeat(99), `5999${'😀'.repeat(99)}`],
    ['59', ' \n"', '5903 \n"'],
  ])('writes %s with the value %j', (id, value, text) => {
    expect(buildObject(id, value)).toBe(text)
  })

  test('nests', () => {
    expect(buildObject('62', buildObject('05', '***') + buildObject('50', buildObject('00', 'A')))).toBe(
      '62160503***50050001A',
    )
  })

  test.each(['', '0', '000', 'A1', '1A', ' 1', '-1', '٠١', '１１', '😀'])('refuses the id %j', (id) => {
    expect(() => buildObject(id, 'BR')).toThrow(expect.objectContaining({ code: 'EMV_ID_NOT_NUMERIC', path: [id] }))
  })

  test('refuses the empty value', () => {
    expect(() => buildObject('59', '')).toThrow(expect.objectContaining({ code: 'EMV_LENGTH_ZERO', path: ['59'] }))
  })

  test.each(['a', 'ç', '😀'])('refuses a hundred times %s', (character) => {
    expect(() => buildObject('59', character.repeat(100))).toThrow(
      expect.objectContaining({ code: 'EMV_VALUE_TOO_LONG', path: ['59'], params: { found: 100, max: 99 } }),
    )
  })

  test.each(['\ud83d', '\ude00', 'a\ud83d', '\ude00\ud83d', '\ud83dé\ude00'])(
    'refuses half a character: %j',
    (value) => {
      expect(() => buildObject('59', value)).toThrow(expect.objectContaining({ code: 'EMV_NOT_UNICODE', path: ['59'] }))
    },
  )

  test.each<[unknown]>([[undefined], [null], [10], [['a']]])('throws a TypeError for the value %o', (value) => {
    expect(() => buildObject('59', value as string)).toThrow(TypeError)
  })

  test('counts characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 99 }), (value) => {
        expect(buildObject('59', value)).toBe(`59${String([...value].length).padStart(2, '0')}${value}`)
      }),
    )
  })
})

describe('joinObject', () => {
  test.each([
    ['00', 2, '01', '000201'],
    ['59', 9, 'abcdefghi', '5909abcdefghi'],
    ['59', 10, 'abcdefghij', '5910abcdefghij'],
  ])('joins %s, %i and %j', (id, length, value, text) => {
    expect(joinObject(id, length, value)).toBe(text)
  })
})
