import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { countSteps } from '../../../tests/count-steps.ts'
import { tlvSamples } from '../../../tests/tlv-trees.ts'
import { inspectTlv } from './inspect-tlv.ts'
import type { LengthUnit, Tlv } from './tlv.ts'

/** What is counted of the module. */
interface Module {
  readonly inspectTlv: typeof inspectTlv
}

const units: LengthUnit[] = ['code-point', 'utf8-byte', 'utf16-unit']
const digits = fc.string({ unit: fc.constantFrom(...'0001256-😀ç'), maxLength: 60 })
const broken = fc
  .tuple(tlvSamples(), fc.nat(), digits)
  .map(([{ text }, at, piece]) => text.slice(0, at % (text.length + 1)) + piece)
const halves = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) })
const anyText = fc.oneof(broken, digits, halves)

/** Code, path and offset of each issue, short enough for a table. */
function found(text: string): string[] {
  return inspectTlv(text).issues.map(({ code, path, offset }) => `${code} ${path.join('-')}@${offset}`)
}

function idsOf(tree: readonly Tlv[]): string[] {
  return tree.map(({ id }) => id)
}

describe('inspectTlv', () => {
  test('finds nothing wrong with what is well-formed', () => {
    expect(inspectTlv('5802BR')).toEqual({
      tree: [{ id: '58', value: 'BR', children: undefined, offset: 0 }],
      issues: [],
      readTo: 6,
    })
    expect(inspectTlv('')).toEqual({ tree: [], issues: [], readTo: 0 })
  })

  test('keeps what stands before a defect of the root, and says how far it came', () => {
    const { tree, issues, readTo } = inspectTlv('0002015802BR59')
    expect([idsOf(tree), readTo]).toEqual([['00', '58'], 12])
    expect(issues).toEqual([{ code: 'EMV_OBJECT_TRUNCATED', severity: 'error', path: [], offset: 12, params: {} }])
  })

  test.each<[string, string, string[]]>([
    ['every duplicate', '5801a5801b5801c', ['EMV_DUPLICATE_ID 58@5', 'EMV_DUPLICATE_ID 58@10']],
    [
      'one defect per template',
      '2605000xb62070504abc',
      ['EMV_LENGTH_NOT_NUMERIC 26-00@6', 'EMV_LENGTH_OVERRUN 62-05@15'],
    ],
    ['a defect inside and one outside', '26100001a0001b58', ['EMV_DUPLICATE_ID 26-00@9', 'EMV_OBJECT_TRUNCATED @14']],
    ['half a character and a duplicate', '5802a\ud83d5801b', ['EMV_NOT_UNICODE @5', 'EMV_DUPLICATE_ID 58@6']],
    ['a defect two levels down', '6208500400005801x', ['EMV_LENGTH_ZERO 62-50-00@10']],
    ['nothing in opaque objects', '0205000102505xx01y6505-----', []],
  ])('reports %s', (_name, text, issues) => {
    expect(found(text)).toEqual(issues)
  })

  test('gives a template with a defect inside as a value, so that nothing is lost', () => {
    const { tree, readTo } = inspectTlv('26100001a0001b5801x')
    expect(tree).toEqual([
      { id: '26', value: '0001a0001b', children: undefined, offset: 0 },
      { id: '58', value: 'x', children: undefined, offset: 14 },
    ])
    expect(readTo).toBe(19)
  })

  test('gives both templates as values when the inner one has the defect', () => {
    expect(inspectTlv('620850040000').tree).toEqual([{ id: '62', value: '50040000', children: undefined, offset: 0 }])
  })

  test.each<[unknown]>([[undefined], [null], [10], [['0001x']]])('throws a TypeError for %o', (value) => {
    expect(() => inspectTlv(value as string)).toThrow(TypeError)
  })

  test('reads any well-formed text', () => {
    fc.assert(
      fc.property(tlvSamples(), ({ text, tree, unit }) => {
        expect(inspectTlv(text, { lengthUnit: unit })).toEqual({ tree, issues: [], readTo: text.length })
      }),
    )
  })

  test('loses no character before the place it could read to', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...units), (text, lengthUnit) => {
        const { tree, readTo } = inspectTlv(text, { lengthUnit })
        const ends = [...tree.slice(1).map(({ offset }) => offset), readTo]
        const pieces = tree.map(({ offset }, index) => text.slice(offset, ends[index]))
        expect(pieces.join('')).toBe(text.slice(0, readTo))
      }),
    )
  })

  test('stops before the end only with an error, and reads a value right behind the length', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...units), (text, lengthUnit) => {
        const { tree, issues, readTo } = inspectTlv(text, { lengthUnit })
        expect(readTo === text.length || issues.length > 0).toBe(true)
        expect(tree.filter(({ value = '', offset }) => !text.startsWith(value, offset + 4))).toEqual([])
      }),
    )
  })

  test('gives each issue a place in the text', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...units), (text, lengthUnit) => {
        const { issues } = inspectTlv(text, { lengthUnit })
        const lost = issues.filter(
          ({ offset = -1, severity }) => offset < 0 || offset >= text.length || severity !== 'error',
        )
        expect(lost).toEqual([])
      }),
    )
  })
})

describe('work of inspectTlv', () => {
  const size = 1_000_000
  /** Blocks that a character may cost at most. */
  const perCharacter = 12
  const repeat = (piece: string) => (length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
  const nested = `6299${`5095${'0001x'.repeat(19)}`}`
  const hostile: [string, LengthUnit, (length: number) => string][] = [
    ['00-4 again and again', 'code-point', repeat('00-4')],
    ['0001 again and again', 'code-point', repeat('0001')],
    ['one object again and again', 'code-point', repeat('0001a')],
    [
      'every object as often',
      'code-point',
      repeat(Array.from({ length: 100 }, (_, id) => `${id + 100}01a`.slice(1)).join('')),
    ],
    ['templates within templates', 'code-point', repeat(nested)],
    ['62 and 50 without an end', 'code-point', repeat('62995095')],
    ['nothing but 9', 'code-point', repeat('9')],
    ['nothing but 0', 'code-point', repeat('0')],
    ['one object that is far too long', 'code-point', (length) => `5999${'a'.repeat(length - 4)}`],
    [
      'a length of 99 behind the last character',
      'code-point',
      (length) => `${repeat('5999'.padEnd(103, 'a'))(length - 4)}5999`,
    ],
    ['emoji', 'code-point', repeat(`5999${'😀'.repeat(99)}`)],
    ['nothing but emoji', 'code-point', repeat('😀')],
    ['emoji in bytes', 'utf8-byte', repeat(`5996${'😀'.repeat(24)}`)],
    ['emoji in UTF-16 units', 'utf16-unit', repeat(`5998${'😀'.repeat(49)}`)],
    ['templates full of emoji', 'code-point', repeat(`2699${`0095${'😀'.repeat(95)}`}`)],
    ['halves of emoji', 'code-point', repeat('5901\ud83d')],
  ]
  let steps: number[] = []

  beforeAll(async () => {
    steps = await countSteps<Module>(
      new URL('./inspect-tlv.ts', import.meta.url),
      hostile.flatMap(([, lengthUnit, textOf]) =>
        [size, 2 * size].map((length) => {
          const text = textOf(length)
          return (module) => module.inspectTlv(text, { lengthUnit })
        }),
      ),
    )
  })

  test('is counted: a thousand objects take a thousand steps at least', async () => {
    const objects = '0001a'.repeat(1_000)
    const [counted = 0] = await countSteps<Module>(new URL('./inspect-tlv.ts', import.meta.url), [
      ({ inspectTlv: counted }) => counted(objects),
    ])
    expect(counted).toBeGreaterThan(1_000)
  })

  test.each(hostile.map(([name], index) => [name, index] as const))('doubles with the text: %s', (_name, index) => {
    const [once = Number.NaN, twice = Number.NaN] = steps.slice(2 * index, 2 * index + 2)
    expect(twice).toBeLessThanOrEqual(2.1 * once)
    expect(twice).toBeLessThanOrEqual(perCharacter * 2 * size)
  })
})
