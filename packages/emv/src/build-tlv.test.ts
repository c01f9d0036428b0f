import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tlvSamples } from '../../../tests/tlv-trees.ts'
import { buildTlv } from './build-tlv.ts'
import { parseTlv } from './parse-tlv.ts'
import type { LengthUnit, TlvInput } from './tlv.ts'

const long = 'a'.repeat(50)

function nest(...ids: string[]): TlvInput[] {
  return ids.reduceRight<TlvInput[]>(
    (children, id) => [children.length === 0 ? { id, value: 'x' } : { id, children }],
    [],
  )
}

describe('buildTlv', () => {
  test.each<[string, TlvInput[], string]>([
    ['nothing', [], ''],
    [
      'values in the order given',
      [
        { id: '58', value: 'BR' },
        { id: '00', value: '01' },
      ],
      '5802BR000201',
    ],
    ['a template', [{ id: '62', children: [{ id: '05', value: '***' }] }], '62070503***'],
    ['the same id on different levels', nest('26', '26'), '26052601x'],
    ['a template in 62', nest('62', '50', '00'), '620950050001x'],
    ['a template in 62 at 99', nest('62', '99', '99'), '620999059901x'],
    ['62 in 62', nest('62', '62', '62'), '620962056201x'],
    [
      'objects 02 and 25 as text',
      [
        { id: '02', value: '4' },
        { id: '25', value: '0001x' },
      ],
      '0201425050001x',
    ],
    [
      'objects 65 and 79 as text',
      [
        { id: '65', value: '6' },
        { id: '79', value: '0001x' },
      ],
      '6501679050001x',
    ],
    ['99 characters', [{ id: '59', value: 'é'.repeat(99) }], `5999${'é'.repeat(99)}`],
  ])('writes %s', (_name, objects, text) => {
    expect(buildTlv(objects)).toBe(text)
  })

  test.each<[LengthUnit, string]>([
    ['code-point', '62080204ç最😀!'],
    ['utf8-byte', '62140210ç最😀!'],
    ['utf16-unit', '62090205ç最😀!'],
  ])('counts lengths in %s, inside templates too', (lengthUnit, text) => {
    expect(buildTlv([{ id: '62', children: [{ id: '02', value: 'ç最😀!' }] }], { lengthUnit })).toBe(text)
  })

  test.each<[string, TlvInput[], object]>([
    ['an id of letters beyond 80', [{ id: 'AB', value: 'x' }], { code: 'EMV_ID_NOT_NUMERIC', path: ['AB'] }],
    ['an id of one digit', [{ id: '5', value: 'x' }], { code: 'EMV_ID_NOT_NUMERIC', path: ['5'] }],
    ['an id of letters', [{ id: '0A', value: 'x' }], { code: 'EMV_ID_NOT_NUMERIC', path: ['0A'] }],
    ['an id of three digits', [{ id: '000', value: 'x' }], { code: 'EMV_ID_NOT_NUMERIC', path: ['000'] }],
    [
      'an id of letters in a template',
      [{ id: '26', children: [{ id: 'xx', value: 'x' }] }],
      { code: 'EMV_ID_NOT_NUMERIC', path: ['26', 'xx'] },
    ],
    ['an empty value', [{ id: '59', value: '' }], { code: 'EMV_LENGTH_ZERO', path: ['59'] }],
    ['an empty template', [{ id: '62', children: [] }], { code: 'EMV_LENGTH_ZERO', path: ['62'] }],
    [
      'an empty template in 62',
      [{ id: '62', children: [{ id: '50', children: [] }] }],
      { code: 'EMV_LENGTH_ZERO', path: ['62', '50'] },
    ],
    [
      'a value of a hundred characters',
      [{ id: '59', value: '😀'.repeat(100) }],
      { code: 'EMV_VALUE_TOO_LONG', path: ['59'], params: { found: 100, max: 99 } },
    ],
    [
      'a template that grows too long',
      [
        {
          id: '62',
          children: [
            { id: '05', value: long },
            { id: '06', value: long },
          ],
        },
      ],
      { code: 'EMV_VALUE_TOO_LONG', path: ['62'], params: { found: 108, max: 99 } },
    ],
    [
      'half a character',
      [{ id: '26', children: [{ id: '02', value: '\ud83d' }] }],
      { code: 'EMV_NOT_UNICODE', path: ['26', '02'] },
    ],
    [
      'halves that would meet',
      [
        { id: '59', value: 'a\ud83d' },
        { id: '60', value: '\ude00' },
      ],
      { code: 'EMV_NOT_UNICODE', path: ['59'] },
    ],
    [
      'an id twice',
      [
        { id: '58', value: 'BR' },
        { id: '58', value: 'BR' },
      ],
      { code: 'EMV_DUPLICATE_ID', path: ['58'] },
    ],
    [
      'an id twice in a template',
      [
        {
          id: '26',
          children: [
            { id: '00', value: 'a' },
            { id: '00', value: 'b' },
          ],
        },
      ],
      { code: 'EMV_DUPLICATE_ID', path: ['26', '00'] },
    ],
    ['text in 26', [{ id: '26', value: '0001x' }], { code: 'EMV_TEMPLATE_EXPECTED', path: ['26'] }],
    ['text in 51', [{ id: '51', value: '0001x' }], { code: 'EMV_TEMPLATE_EXPECTED', path: ['51'] }],
    ['text in 64', [{ id: '64', value: '0001x' }], { code: 'EMV_TEMPLATE_EXPECTED', path: ['64'] }],
    ['text in 80', [{ id: '80', value: '0001x' }], { code: 'EMV_TEMPLATE_EXPECTED', path: ['80'] }],
    [
      'text in 62-50',
      [{ id: '62', children: [{ id: '50', value: '0001x' }] }],
      { code: 'EMV_TEMPLATE_EXPECTED', path: ['62', '50'] },
    ],
    ['children in 25', nest('25', '00'), { code: 'EMV_TEMPLATE_UNEXPECTED', path: ['25'] }],
    ['children in 52', nest('52', '00'), { code: 'EMV_TEMPLATE_UNEXPECTED', path: ['52'] }],
    ['children in 79', nest('79', '00'), { code: 'EMV_TEMPLATE_UNEXPECTED', path: ['79'] }],
    ['children in 26-50', nest('26', '50', '00'), { code: 'EMV_TEMPLATE_UNEXPECTED', path: ['26', '50'] }],
    ['children in 62-49', nest('62', '49', '00'), { code: 'EMV_TEMPLATE_UNEXPECTED', path: ['62', '49'] }],
    [
      'children in 62-50-50',
      nest('62', '50', '50', '00'),
      { code: 'EMV_TEMPLATE_UNEXPECTED', path: ['62', '50', '50'] },
    ],
    [
      'children in 62-62-50, which is not 62 of the root',
      nest('62', '62', '50', '00'),
      { code: 'EMV_TEMPLATE_UNEXPECTED', path: ['62', '62', '50'] },
    ],
  ])('refuses %s', (_name, objects, error) => {
    expect(() => buildTlv(objects)).toThrow(expect.objectContaining({ name: 'PixkitError', ...error }))
  })

  test.each<[LengthUnit, number]>([
    ['code-point', 99],
    ['utf8-byte', 24],
    ['utf16-unit', 49],
  ])('holds 99 units at most, counted in %s', (lengthUnit, most) => {
    const write = (count: number) => () => buildTlv([{ id: '59', value: '😀'.repeat(count) }], { lengthUnit })
    expect(write(most)).not.toThrow()
    expect(write(most + 1)).toThrow(expect.objectContaining({ code: 'EMV_VALUE_TOO_LONG', path: ['59'] }))
  })

  test.each<[number, Record<LengthUnit, string>]>([
    [0x7f, { 'code-point': '01', 'utf8-byte': '01', 'utf16-unit': '01' }],
    [0x80, { 'code-point': '01', 'utf8-byte': '02', 'utf16-unit': '01' }],
    [0x7ff, { 'code-point': '01', 'utf8-byte': '02', 'utf16-unit': '01' }],
    [0x800, { 'code-point': '01', 'utf8-byte': '03', 'utf16-unit': '01' }],
    [0xffff, { 'code-point': '01', 'utf8-byte': '03', 'utf16-unit': '01' }],
    [0x10000, { 'code-point': '01', 'utf8-byte': '04', 'utf16-unit': '02' }],
    [0x10ffff, { 'code-point': '01', 'utf8-byte': '04', 'utf16-unit': '02' }],
  ])('knows how long the character %i is, and reads it again', (codePoint, lengths) => {
    const value = String.fromCodePoint(codePoint)
    const units = Object.keys(lengths) as LengthUnit[]
    const texts = units.map((lengthUnit) => buildTlv([{ id: '59', value }], { lengthUnit }))
    expect(texts).toEqual(units.map((unit) => `59${lengths[unit]}${value}`))
    expect(units.map((lengthUnit, index) => parseTlv(texts[index] ?? '', { lengthUnit })[0]?.value)).toEqual(
      units.map(() => value),
    )
  })

  test('refuses half a character in every unit', () => {
    const units: LengthUnit[] = ['code-point', 'utf8-byte', 'utf16-unit']
    for (const lengthUnit of units) {
      expect(() => buildTlv([{ id: '59', value: '\ude00' }], { lengthUnit })).toThrow(
        expect.objectContaining({ code: 'EMV_NOT_UNICODE' }),
      )
    }
  })

  test.each<[unknown]>([[undefined], [null], [10], [['a']]])('throws a TypeError for the value %o', (value) => {
    expect(() => buildTlv([{ id: '59', value: value as string }])).toThrow(TypeError)
  })

  test('does not write to what it is given', () => {
    const objects = Object.freeze([Object.freeze({ id: '58', value: 'BR' })])
    expect(buildTlv(objects, Object.freeze({}))).toBe('5802BR')
  })

  test('writes what an independent writer writes', () => {
    fc.assert(
      fc.property(tlvSamples(), ({ input, text, unit }) => {
        expect(buildTlv(input, { lengthUnit: unit })).toBe(text)
      }),
    )
  })

  test('writes again, letter for letter, what parseTlv has read', () => {
    fc.assert(
      fc.property(tlvSamples(), ({ text, unit }) => {
        expect(buildTlv(parseTlv(text, { lengthUnit: unit }), { lengthUnit: unit })).toBe(text)
      }),
    )
  })
})

describe('buildTlv, ids that are none', () => {
  test.each(['100', '8e1', ' 80', '80 ', '080', '0x50', '26.0', '80\n', 'AB', '5', ''])(
    'refuses %j as id, whatever it holds',
    (id) => {
      for (const object of [
        { id, value: 'x' },
        { id, children: [{ id: '00', value: 'x' }] },
      ]) {
        expect(() => buildTlv([object])).toThrow(
          expect.objectContaining({ code: 'EMV_ID_NOT_NUMERIC', path: [id.slice(0, 3)] }),
        )
      }
    },
  )

  test.each([undefined, null, 5, ['5', '9']])('says that the id %o is no string', (id) => {
    expect(() => buildTlv([{ id: id as unknown as string, value: 'x' }])).toThrow(/"id" must be a string/)
  })

  test('repeats no more of an id than shows that it is none', () => {
    expect(() => buildTlv([{ id: 'Maria 12345678909', value: 'x' }])).toThrow(
      expect.objectContaining({ path: ['Mar'] }),
    )
  })
})
