import { readdirSync, readFileSync } from 'node:fs'
import { isPixkitError } from '@pixkit/core/error'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tlvSamples } from '../../../tests/tlv-trees.ts'
import { buildTlv } from './build-tlv.ts'
import { inspectTlv } from './inspect-tlv.ts'
import { parseTlv, safeParseTlv } from './parse-tlv.ts'
import type { EmvErrorCode, LengthUnit, Tlv, TlvInput } from './tlv.ts'

interface Refused {
  id: string
  input: string
  lengthUnit?: LengthUnit
  error: { code: EmvErrorCode; path: string[]; offset: number; params?: Record<string, number> }
}

interface Published {
  id: string
  input: string
  expected?: object
}

const refused: Refused[] = [
  { id: 'truncated-id', input: '0', error: { code: 'EMV_OBJECT_TRUNCATED', path: [], offset: 0 } },
  { id: 'truncated-length', input: '000', error: { code: 'EMV_OBJECT_TRUNCATED', path: [], offset: 0 } },
  { id: 'truncated-after-two', input: '0002015802BR59', error: { code: 'EMV_OBJECT_TRUNCATED', path: [], offset: 12 } },
  { id: 'truncated-at-the-end', input: '5802BR\n', error: { code: 'EMV_OBJECT_TRUNCATED', path: [], offset: 6 } },
  { id: 'truncated-in-template', input: '6203050', error: { code: 'EMV_OBJECT_TRUNCATED', path: ['62'], offset: 4 } },
  {
    id: 'truncated-in-nested-template',
    input: '62065002000001x',
    error: { code: 'EMV_OBJECT_TRUNCATED', path: ['62', '50'], offset: 8 },
  },
  { id: 'id-of-letters', input: 'AB02xx', error: { code: 'EMV_ID_NOT_NUMERIC', path: [], offset: 0 } },
  { id: 'id-with-space', input: ' 00201', error: { code: 'EMV_ID_NOT_NUMERIC', path: [], offset: 0 } },
  { id: 'id-of-another-script', input: '０００２01', error: { code: 'EMV_ID_NOT_NUMERIC', path: [], offset: 0 } },
  { id: 'id-of-letters-later', input: '0002015X02BR', error: { code: 'EMV_ID_NOT_NUMERIC', path: [], offset: 6 } },
  { id: 'id-in-template', input: '26060001axx01b', error: { code: 'EMV_OBJECT_TRUNCATED', path: ['26'], offset: 9 } },
  {
    id: 'id-of-letters-in-template',
    input: '2605xx01b',
    error: { code: 'EMV_ID_NOT_NUMERIC', path: ['26'], offset: 4 },
  },
  {
    id: 'url-in-place-of-a-code',
    input: 'https://example.com',
    error: { code: 'EMV_ID_NOT_NUMERIC', path: [], offset: 0 },
  },
  { id: 'length-of-letters', input: '00XX01', error: { code: 'EMV_LENGTH_NOT_NUMERIC', path: ['00'], offset: 2 } },
  { id: 'length-negative', input: '00-101', error: { code: 'EMV_LENGTH_NOT_NUMERIC', path: ['00'], offset: 2 } },
  { id: 'length-half', input: '002 01', error: { code: 'EMV_LENGTH_NOT_NUMERIC', path: ['00'], offset: 2 } },
  {
    id: 'length-in-template',
    input: '2605000xb',
    error: { code: 'EMV_LENGTH_NOT_NUMERIC', path: ['26', '00'], offset: 6 },
  },
  { id: 'length-zero', input: '0000', error: { code: 'EMV_LENGTH_ZERO', path: ['00'], offset: 2 } },
  { id: 'length-zero-then-more', input: '59005802BR', error: { code: 'EMV_LENGTH_ZERO', path: ['59'], offset: 2 } },
  { id: 'length-zero-of-template', input: '6200', error: { code: 'EMV_LENGTH_ZERO', path: ['62'], offset: 2 } },
  {
    id: 'length-zero-in-template',
    input: '62040500',
    error: { code: 'EMV_LENGTH_ZERO', path: ['62', '05'], offset: 6 },
  },
  {
    id: 'length-overrun',
    input: '0002',
    error: { code: 'EMV_LENGTH_OVERRUN', path: ['00'], offset: 2, params: { length: 2, found: 0 } },
  },
  {
    id: 'length-overrun-by-one',
    input: '5802BR5999Maria',
    error: { code: 'EMV_LENGTH_OVERRUN', path: ['59'], offset: 8, params: { length: 99, found: 5 } },
  },
  {
    id: 'length-overrun-of-template',
    input: '62100503***',
    error: { code: 'EMV_LENGTH_OVERRUN', path: ['62'], offset: 2, params: { length: 10, found: 7 } },
  },
  {
    id: 'length-overrun-in-template',
    input: '62070504***x',
    error: { code: 'EMV_LENGTH_OVERRUN', path: ['62', '05'], offset: 6, params: { length: 4, found: 3 } },
  },
  {
    id: 'length-overrun-in-nested-template',
    input: '620950050002x0001x',
    error: { code: 'EMV_LENGTH_OVERRUN', path: ['62', '50', '00'], offset: 10, params: { length: 2, found: 1 } },
  },
  {
    id: 'length-overrun-in-code-points',
    input: '5903é😀',
    error: { code: 'EMV_LENGTH_OVERRUN', path: ['59'], offset: 2 },
  },
  {
    id: 'length-splits-utf16',
    input: '5901😀',
    lengthUnit: 'utf16-unit',
    error: { code: 'EMV_LENGTH_SPLITS_CHARACTER', path: ['59'], offset: 2 },
  },
  {
    id: 'length-splits-utf8',
    input: '5801x5902aç',
    lengthUnit: 'utf8-byte',
    error: { code: 'EMV_LENGTH_SPLITS_CHARACTER', path: ['59'], offset: 7 },
  },
  {
    id: 'length-splits-in-template',
    input: '62090202最0000',
    lengthUnit: 'utf8-byte',
    error: { code: 'EMV_LENGTH_SPLITS_CHARACTER', path: ['62', '02'], offset: 6 },
  },
  {
    id: 'length-splits-in-template-utf16',
    input: '62060201😀',
    lengthUnit: 'utf16-unit',
    error: { code: 'EMV_LENGTH_SPLITS_CHARACTER', path: ['62', '02'], offset: 6 },
  },
  { id: 'half-high', input: '5901\ud83d', error: { code: 'EMV_NOT_UNICODE', path: [], offset: 4 } },
  { id: 'half-low', input: '5802BR5902a\ude00', error: { code: 'EMV_NOT_UNICODE', path: [], offset: 11 } },
  { id: 'halves-reversed', input: '5902\ude00\ud83d', error: { code: 'EMV_NOT_UNICODE', path: [], offset: 4 } },
  { id: 'half-beside-a-whole', input: '5902😀\ud83d', error: { code: 'EMV_NOT_UNICODE', path: [], offset: 6 } },
  {
    id: 'half-in-bytes',
    input: '5903\ud83d',
    lengthUnit: 'utf8-byte',
    error: { code: 'EMV_NOT_UNICODE', path: [], offset: 4 },
  },
  { id: 'duplicate', input: '5802BR5802BR', error: { code: 'EMV_DUPLICATE_ID', path: ['58'], offset: 6 } },
  { id: 'duplicate-99', input: '99050001x99050001y', error: { code: 'EMV_DUPLICATE_ID', path: ['99'], offset: 9 } },
  { id: 'duplicate-00', input: '0002015802BR000201', error: { code: 'EMV_DUPLICATE_ID', path: ['00'], offset: 12 } },
  {
    id: 'duplicate-in-template',
    input: '26100001a0001b',
    error: { code: 'EMV_DUPLICATE_ID', path: ['26', '00'], offset: 9 },
  },
  {
    id: 'duplicate-in-nested-template',
    input: '621450100001a0001b',
    error: { code: 'EMV_DUPLICATE_ID', path: ['62', '50', '00'], offset: 13 },
  },
]

const accepted: [string, string, TlvInput[], LengthUnit?][] = [
  ['the empty text', '', []],
  ['the shortest object', '0001x', [{ id: '00', value: 'x' }]],
  ['the longest value', `5999${'a'.repeat(99)}`, [{ id: '59', value: 'a'.repeat(99) }]],
  [
    'ids in any order',
    '5901x000201',
    [
      { id: '59', value: 'x' },
      { id: '00', value: '01' },
    ],
  ],
  ['a template', '62070503***', [{ id: '62', children: [{ id: '05', value: '***' }] }]],
  [
    'the same id on different levels',
    '620962056201x',
    [{ id: '62', children: [{ id: '62', children: [{ id: '62', value: 'x' }] }] }],
  ],
  [
    '62-50 as a template',
    '620950050001x',
    [{ id: '62', children: [{ id: '50', children: [{ id: '00', value: 'x' }] }] }],
  ],
  ['26-50 as text', '26055001x', [{ id: '26', children: [{ id: '50', value: 'x' }] }]],
  ['62-50-50 as text', '620950055001x', [{ id: '62', children: [{ id: '50', children: [{ id: '50', value: 'x' }] }] }]],
  [
    '02 to 25 as text',
    '0205000102505xx01y',
    [
      { id: '02', value: '00010' },
      { id: '25', value: 'xx01y' },
    ],
  ],
  [
    '65 to 79 as text',
    '6501679050001x',
    [
      { id: '65', value: '6' },
      { id: '79', value: '0001x' },
    ],
  ],
  ['an emoji as one character', '5901😀', [{ id: '59', value: '😀' }]],
  ['an emoji as two units', '5902😀', [{ id: '59', value: '😀' }], 'utf16-unit'],
  ['an emoji as four bytes', '5904😀', [{ id: '59', value: '😀' }], 'utf8-byte'],
  ['characters of one to four bytes', '5910a\u00e7\u6700😀', [{ id: '59', value: 'aç最😀' }], 'utf8-byte'],
  ['a letter and its accent as two characters', '5902e\u0301', [{ id: '59', value: 'e\u0301' }]],
  ['controls and spaces', '5904 \0\n\ufeff', [{ id: '59', value: ' \0\n\ufeff' }]],
]
const folder = new URL('../../../vectors/brcode/', import.meta.url)
const published = readdirSync(folder).flatMap(
  (file) => (JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { cases: Published[] }).cases,
)
const readable = published.filter(({ expected }) => expected)

const units: LengthUnit[] = ['code-point', 'utf8-byte', 'utf16-unit']
const halves = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) })
const digits = fc.string({ unit: fc.constantFrom(...'0001256-😀ç'), maxLength: 60 })
/** A well-formed code with a piece replaced, put in or taken out. */
const nearly = fc
  .tuple(tlvSamples(), fc.nat(), fc.nat({ max: 4 }), fc.oneof(digits, fc.constantFrom('', '00', '99', '\ud83d', '😀')))
  .map(([{ text }, at, cut, piece]) => {
    const index = at % (text.length + 1)
    return text.slice(0, index) + piece + text.slice(index + cut)
  })
const anyText = fc.oneof(nearly, digits, halves, fc.string({ unit: 'binary' }))

function withoutOffsets(tree: readonly Tlv[]): TlvInput[] {
  return tree.map(({ id, value, children }) =>
    children === undefined ? { id, value } : { id, children: withoutOffsets(children) },
  )
}

/** Each object with the text from its offset on: id, length, and the beginning of what it holds. */
function objectsOf(tree: readonly Tlv[]): Tlv[] {
  return tree.flatMap((object) => [object, ...objectsOf(object.children ?? [])])
}

describe('parseTlv', () => {
  test.each(accepted)('reads %s', (_name, text, objects, lengthUnit) => {
    expect(withoutOffsets(parseTlv(text, { lengthUnit }))).toEqual(objects)
  })

  test('tells where each object begins', () => {
    expect(parseTlv('5801😀620950050001x')).toEqual([
      { id: '58', value: '😀', children: undefined, offset: 0 },
      {
        id: '62',
        value: undefined,
        children: [
          {
            id: '50',
            value: undefined,
            children: [{ id: '00', value: 'x', children: undefined, offset: 14 }],
            offset: 10,
          },
        ],
        offset: 6,
      },
    ])
  })

  test.each(refused)('refuses $id', ({ input, lengthUnit, error }) => {
    expect(() => parseTlv(input, { lengthUnit })).toThrow(expect.objectContaining({ name: 'PixkitError', ...error }))
  })

  test.each<[unknown]>([[undefined], [null], [10], [['0001x']], [new Uint8Array(5)]])(
    'throws a TypeError for %o',
    (value) => {
      expect(() => parseTlv(value as string)).toThrow(TypeError)
    },
  )

  test('there are published codes', () => {
    expect(readable.length).toBeGreaterThan(30)
  })

  test.each(readable)('reads and writes again $id', ({ input }) => {
    expect(buildTlv(parseTlv(input))).toBe(input)
  })

  test('reads the code of EMVCo with a Chinese language template', () => {
    const { input = '' } = published.find(({ id }) => id === 'EX31') ?? {}
    const language = parseTlv(input).find(({ id }) => id === '64')
    expect(language?.children?.map(({ id, value }) => [id, value])).toEqual([
      ['00', 'ZH'],
      ['01', '最佳运输'],
      ['02', '北京'],
    ])
    expect(buildTlv(parseTlv(input))).toBe(input)
  })

  test.each([
    ['EX31', ['utf16-unit']],
    ['EX32', ['utf16-unit']],
    ['EX33', ['utf16-unit']],
    ['C6', ['utf16-unit']],
    ['C7', []],
  ])('reads %s in code points, and otherwise only where they are as many: %o', (wanted, also) => {
    const { input = '' } = published.find(({ id }) => id === wanted) ?? {}
    expect(units.filter((lengthUnit) => safeParseTlv(input, { lengthUnit }).ok)).toEqual(['code-point', ...also])
  })

  test.each(['EX31', 'EX32', 'EX33', 'C6', 'C7'])('reads %s written in any unit', (wanted) => {
    const { input = '' } = published.find(({ id }) => id === wanted) ?? {}
    const objects = withoutOffsets(parseTlv(input))
    const again = units.map((lengthUnit) => parseTlv(buildTlv(objects, { lengthUnit }), { lengthUnit }))
    expect(again.map(withoutOffsets)).toEqual([objects, objects, objects])
  })

  test('reads what an independent writer wrote, with offsets', () => {
    fc.assert(
      fc.property(tlvSamples(), ({ text, tree, unit }) => {
        expect(parseTlv(text, { lengthUnit: unit })).toEqual(tree)
      }),
    )
  })

  test('reads what buildTlv wrote', () => {
    fc.assert(
      fc.property(tlvSamples(), ({ input, unit }) => {
        expect(withoutOffsets(parseTlv(buildTlv(input, { lengthUnit: unit }), { lengthUnit: unit }))).toEqual(input)
      }),
    )
  })

  test('gives offsets that point at the id', () => {
    fc.assert(
      fc.property(tlvSamples(), ({ text, unit }) => {
        const objects = objectsOf(parseTlv(text, { lengthUnit: unit }))
        const misplaced = objects.filter(
          ({ id, value = '', offset }) => !text.startsWith(id, offset) || !text.startsWith(value, offset + 4),
        )
        expect(misplaced).toEqual([])
      }),
    )
  })
})

describe('safeParseTlv', () => {
  test.each(accepted)('reads %s', (_name, text, _objects, lengthUnit) => {
    expect(safeParseTlv(text, { lengthUnit })).toEqual({ ok: true, value: parseTlv(text, { lengthUnit }) })
  })

  test.each(refused)('returns why it refuses $id', ({ input, lengthUnit, error }) => {
    expect(safeParseTlv(input, { lengthUnit })).toMatchObject({ ok: false, error })
  })

  test.each<[unknown]>([[undefined], [null], [10]])('throws a TypeError for %o', (value) => {
    expect(() => safeParseTlv(value as string)).toThrow(TypeError)
  })

  test('gives for any string a value that writes it again or a PixkitError, and nothing else', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...units), (text, lengthUnit) => {
        const result = safeParseTlv(text, { lengthUnit })
        const outcome = result.ok ? buildTlv(result.value, { lengthUnit }) : isPixkitError(result.error)
        expect(outcome).toBe(result.ok ? text : true)
      }),
    )
  })

  test('agrees with inspectTlv', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...units), (text, lengthUnit) => {
        const { tree, issues, readTo } = inspectTlv(text, { lengthUnit })
        const [first] = issues
        const result = safeParseTlv(text, { lengthUnit })
        const { code, path, offset, params } = result.ok ? ({} as Partial<NonNullable<typeof first>>) : result.error
        expect(result.ok ? [result.value, text.length] : { code, path, offset, params, severity: 'error' }).toEqual(
          first === undefined ? [tree, readTo] : first,
        )
      }),
    )
  })

  test('keeps what it read out of the message', () => {
    const result = safeParseTlv('5926Maria da Silva 123.456.789')
    expect(result.ok ? '' : result.error.message + JSON.stringify(result.error)).not.toMatch(/Maria|Silva|123/)
  })
})
