import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countSteps } from '../../../../../tests/count-steps.ts'
import { errorOf } from '../../../../../tests/lib/error-of.ts'
import { JsonFault } from './json-fault.ts'
import { numberTextAt } from './number-text.ts'
import { readJson } from './read-json.ts'
import { walkJson } from './walk-json.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string): unknown => readJson(bytes(text))
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

describe('readJson', () => {
  test.each([
    ['{}', {}],
    [' [1, "a", null, true, -0.5e1] \n', [1, 'a', null, true, -5]],
    ['"\\u0041\\ud83d\\ude00"', 'A😀'],
    ['{"a":{"a":1},"b":[{"a":1},{"a":2}]}', { a: { a: 1 }, b: [{ a: 1 }, { a: 2 }] }],
    ['{"a\\"b":"x:","\\\\":"\\\\\\":"}', { 'a"b': 'x:', '\\': '\\":' }],
    ['{"constructor":1,"prototype":{"__proto":2}}', { constructor: 1, prototype: { __proto: 2 } }],
    ['{"":0,"a" : [ "b" , "c" ] }', { '': 0, a: ['b', 'c'] }],
  ])('reads %s', (text, value) => {
    expect(read(text)).toEqual(value)
  })

  test.each([
    ['{"txid":1,"txid":1}', ['txid']],
    ['{"txid":1,"\\u0074xid":2}', ['txid']],
    ['{"valor":{"a":0,"original":"1.00","\\u006friginal" : "2.00"}}', ['valor', 'original']],
    ['{"infoAdicionais":[{"nome":"a"},[],{"nome":"}","valor":"[,","nome":"c"}]}', ['infoAdicionais', 2, 'nome']],
    ['{"Maria":{"12345678909":1,"12345678909":2}}', ['?', '?']],
    ['{"a":1,"b":{"c":2},"a":3}', ['?']],
    ['{"":1,"":2}', ['?']],
  ])('refuses the duplicate member of %s', (text, path) => {
    expect(errorOf(() => read(text))).toMatchObject({ reason: 'duplicate-member', path })
  })

  test.each([
    ['', 'syntax'],
    [' ', 'syntax'],
    ['{', 'syntax'],
    ['{}{}', 'syntax'],
    ['{"a":1,}', 'syntax'],
    ["{'a':1}", 'syntax'],
    ['{a:1}', 'syntax'],
    ['// c\n{}', 'syntax'],
    ['NaN', 'syntax'],
    ['01', 'syntax'],
    ['"\t"', 'syntax'],
    ['\ufeff{}', 'byte-order-mark'],
    ['{"__proto__":{"status":"ATIVA"}}', 'forbidden-member'],
    ['{"valor":{"\\u005f_proto__":1}}', 'forbidden-member'],
    ['"\\ud800"', 'lone-surrogate'],
    ['{"\\uDC00":1}', 'lone-surrogate'],
    ['["\\ude00\\ud83d"]', 'lone-surrogate'],
    ['1e999', 'number-range'],
    ['{"revisao":-1e999}', 'number-range'],
    [nested(17), 'too-deep'],
    [nested(100_000), 'too-deep'],
    [`[${'0,'.repeat(10_000)}0]`, 'too-many-members'],
  ])('refuses %.40s', (text, reason) => {
    const error = errorOf(() => read(text))
    expect(error).toBeInstanceOf(JsonFault)
    expect(error).toMatchObject({ reason })
    expect(error).not.toHaveProperty('cause')
  })

  test.each([
    [[0xff]],
    [[0x22, 0xc0, 0x80, 0x22]],
    [[0x22, 0xed, 0xa0, 0x80, 0x22]],
    [[0x22, 0xe2, 0x82]],
    [[0x7b, 0, 0x7d, 0]],
  ])('refuses the bytes %j', (wrong) => {
    expect(errorOf(() => readJson(Uint8Array.from(wrong)))).toBeInstanceOf(JsonFault)
  })

  test('takes what is exactly at its limits', () => {
    expect(read(nested(16))).toEqual(JSON.parse(nested(16)))
    expect(read(`[${'0,'.repeat(9_999)}0]`)).toHaveLength(10_000)
    expect(errorOf(() => readJson(bytes('{"a":{}}'), { maxDepth: 1 }))).toMatchObject({
      reason: 'too-deep',
      path: ['?'],
    })
    expect(errorOf(() => readJson(bytes('[[1,2]]'), { maxMembers: 2 }))).toMatchObject({ reason: 'too-many-members' })
  })

  test('says where, in the words of the norm only', () => {
    expect(errorOf(() => read('{"devedor":{"Maria Silva":"\\ud800"}}'))).toMatchObject({ path: ['devedor', '?'] })
  })

  test('leaves the prototypes alone', () => {
    const value = read('{"constructor":{"prototype":{"polluted":1}},"hasOwnProperty":2}')
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
    expect({}).not.toHaveProperty('polluted')
  })
})

describe('properties of readJson', () => {
  const spaced = fc.tuple(fc.json(), fc.constantFrom(0, 1, '\t', '\n  ')).map(([text, indent]) => {
    return JSON.stringify(JSON.parse(text), undefined, indent === '\n  ' ? 2 : indent)
  })

  test('equals JSON.parse on whatever has unique names', () => {
    fc.assert(
      fc.property(spaced, (text) => {
        fc.pre(!text.includes('__proto__'))
        expect(read(text)).toEqual(JSON.parse(text))
      }),
    )
  })

  test('refuses every object with one of its names again', () => {
    const names = fc.uniqueArray(fc.string({ unit: 'grapheme', maxLength: 5 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(names, fc.nat(), fc.boolean(), fc.json({ maxDepth: 2 }), (keys, pick, escaped, value) => {
        const again = keys[pick % keys.length] ?? ''
        const spelt = escaped
          ? `"${Array.from({ length: again.length }, (_, at) => `\\u${again.charCodeAt(at).toString(16).padStart(4, '0')}`).join('')}"`
          : JSON.stringify(again)
        const text = `{${[...keys.map((key) => JSON.stringify(key)), spelt].map((key) => `${key}:${value}`).join()}}`
        fc.pre(!keys.includes('__proto__') && !value.includes('__proto__'))
        expect(errorOf(() => read(text))).toMatchObject({ reason: 'duplicate-member' })
      }),
    )
  })

  test('gives a value or a fault for any bytes', () => {
    const nearly = fc.string({ unit: fc.constantFrom(...'{}[]",:\\u0041 dD8tre1-.') }).map(bytes)
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), nearly), (any) => {
        const error = errorOf(() => readJson(any))
        expect(error === undefined || error instanceof JsonFault).toBe(true)
      }),
    )
  })
})

describe('work of readJson', () => {
  const shapes: readonly [string, (size: number) => string][] = [
    ['members', (size) => `{${Array.from({ length: size }, (_, at) => `"m${at}":0`).join()}}`],
    ['elements', (size) => `[${'0,'.repeat(size)}0]`],
    ['escaped quotes', (size) => `"${'\\"'.repeat(size)}"`],
    ['backslashes', (size) => `"${'\\\\'.repeat(size)}"`],
    ['white space', (size) => `{"a"${' '.repeat(size)}:1}`],
    ['a duplicate at the end', (size) => `{${Array.from({ length: size }, (_, at) => `"m${at}":0`).join()},"m0":1}`],
  ]

  test.each(shapes)('grows no faster than the text: %s', async (_name, shape) => {
    const texts = [shape(1_000), shape(2_000)].map(bytes)
    const [small = 0, large = 0] = await countSteps<{ readJson: typeof readJson }>(
      new URL('read-json.ts', import.meta.url),
      texts.map((text) => (module) => errorOf(() => module.readJson(text))),
    )
    expect(large).toBeLessThan(small * 2.2)
  })
})

describe('readJson, of null', () => {
  test('tells where it is', () => {
    const nulls: unknown[] = []
    readJson(bytes('{"a":null,"b":[null,{"c":null}],"d":"null","e":false}'), { onNull: (path) => nulls.push(path) })
    expect(nulls).toEqual([['a'], ['b', 0], ['b', 1, 'c']])
  })
})

describe('numberTextAt', () => {
  const text = '{"a":"1","valor" : { "x":[1,{"y":-2.50E+1}], "original": 10.0999999999999999999999 },"z":[0,1e1]}'

  test.each<[(string | number)[], string | undefined]>([
    [['valor', 'original'], '10.0999999999999999999999'],
    [['valor', 'x', 0], '1'],
    [['valor', 'x', 1, 'y'], '-2.50E+1'],
    [['z', 1], '1e1'],
    [['a'], undefined],
    [['valor'], undefined],
    [['z', 2], undefined],
  ])('finds the number at %j', (path, written) => {
    expect(numberTextAt(bytes(text), path)).toBe(written)
  })

  test('looks at each number once', () => {
    const seen: unknown[] = []
    const number = (written: string, path: () => unknown[]): boolean => seen.push([written, path()]) === 0
    walkJson('{"a":[12,-3.5e1],"b":0}', { number })
    expect(seen).toEqual([
      ['12', ['a', 0]],
      ['-3.5e1', ['a', 1]],
      ['0', ['b']],
    ])
  })

  test('finds what any number was written as', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.string())), (values) => {
        const written = bytes(JSON.stringify({ values }))
        for (const [index, value] of values.entries()) {
          const expected = typeof value === 'number' ? JSON.stringify(value) : undefined
          expect(numberTextAt(written, ['values', index])).toBe(expected)
        }
      }),
    )
  })
})
