import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tlvSamples } from '../../../tests/tlv-trees.ts'
import { inspectTlv } from './inspect-tlv.ts'
import { pathOfTag, scanTlv, type ScanTlvOptions } from './scan-tlv.ts'
import type { LengthUnit, Tlv } from './tlv.ts'

const units: LengthUnit[] = ['code-point', 'utf8-byte', 'utf16-unit']
const digits = fc.string({ unit: fc.constantFrom(...'0001256-😀ç'), maxLength: 60 })
const broken = fc
  .tuple(tlvSamples(), fc.nat(), digits)
  .map(([{ text }, at, piece]) => text.slice(0, at % (text.length + 1)) + piece)
const halves = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) })

/** Code, path and offset of each issue, short enough for a table. */
function found(text: string, options?: ScanTlvOptions): string[] {
  return scanTlv(text, options).issues.map(({ code, path, offset }) => `${code} ${path.join('-')}@${offset}`)
}

/** Path and place of each object in a tree, templates before what is in them. */
function placesOf(tree: readonly Tlv[], path: string[] = []): [string, number][] {
  return tree.flatMap(({ id, children, offset }): [string, number][] => [
    [[...path, id].join('-'), offset],
    ...placesOf(children ?? [], [...path, id]),
  ])
}

/** The same of the entries of a scan. */
function placesIn(entries: readonly number[]): [string, number][] {
  return Array.from({ length: entries.length / 3 }, (_, index): [string, number] => [
    pathOfTag(entries[3 * index] ?? Number.NaN).join('-'),
    entries[3 * index + 1] ?? Number.NaN,
  ])
}

describe('scanTlv', () => {
  test.each<[string, string, number[]]>([
    ['nothing', '', []],
    ['the smallest id', '0001x', [0, 0, 5]],
    ['objects one after the other', '5802BR5901x', [58, 0, 6, 59, 6, 11]],
    ['a template before what is in it', '62070503***', [62, 0, 11, 6205, 4, 11]],
    ['three levels', '620950050001x', [62, 0, 13, 6250, 4, 13, 625000, 8, 13]],
    ['an emoji as two units of the text', '5901😀6001x', [59, 0, 6, 60, 6, 11]],
    ['opaque objects as one', '0205000102505xx01y', [2, 0, 9, 25, 9, 18]],
  ])('places %s', (_name, text, entries) => {
    expect(scanTlv(text)).toEqual({ entries, issues: [], readTo: text.length })
  })

  test('names only the template where there is a defect inside', () => {
    expect(scanTlv('26100001a0001b5801x')).toMatchObject({
      entries: [26, 0, 14, 58, 14, 19],
      issues: [{ code: 'EMV_DUPLICATE_ID', severity: 'error', path: ['26', '00'], offset: 9 }],
      readTo: 19,
    })
    expect(scanTlv('620850040000').entries).toEqual([62, 0, 12])
  })

  test('stops at a defect of the root, and says where', () => {
    expect(scanTlv('0002015802BR59')).toMatchObject({ entries: [0, 0, 6, 58, 6, 12], readTo: 12 })
  })

  test('reads a part of the text, with offsets in the whole', () => {
    expect(scanTlv('xx5802BR5905Maria--', { start: 2, end: 17 })).toEqual({
      entries: [58, 2, 8, 59, 8, 17],
      issues: [],
      readTo: 17,
    })
  })

  test('lets no object reach beyond the part', () => {
    expect(found('5802BR5905Maria', { end: 14 })).toEqual(['EMV_LENGTH_OVERRUN 59@8'])
    expect(found('5802BR5905Maria', { end: 9 })).toEqual(['EMV_OBJECT_TRUNCATED @6'])
    expect(found('5802BR5905Maria', { start: 6, end: 6 })).toEqual([])
  })

  test('does not mind half a character outside the part', () => {
    expect(found('\ud83d5802BR', { start: 1 })).toEqual([])
    expect(found('5802BR\ud83d', { end: 6 })).toEqual([])
  })

  test.each<[unknown]>([[undefined], [null], [10], [['0001x']]])('throws a TypeError for %o', (value) => {
    expect(() => scanTlv(value as string)).toThrow(TypeError)
  })

  test('places every object of a well-formed text, wherever that stands', () => {
    fc.assert(
      fc.property(tlvSamples(), fc.string(), fc.string(), ({ text, tree, unit }, before, after) => {
        const start = before.length
        const end = start + text.length
        const { entries, issues, readTo } = scanTlv(before + text + after, { lengthUnit: unit, start, end })
        expect([issues, readTo]).toEqual([[], end])
        expect(placesIn(entries)).toEqual(placesOf(tree).map(([path, offset]) => [path, offset + start]))
      }),
    )
  })

  test('agrees with inspectTlv on any string', () => {
    fc.assert(
      fc.property(fc.oneof(broken, digits, halves), fc.constantFrom(...units), (text, lengthUnit) => {
        const { entries, issues, readTo } = scanTlv(text, { lengthUnit })
        const { tree, ...inspected } = inspectTlv(text, { lengthUnit })
        expect({ issues, readTo }).toEqual(inspected)
        expect(placesIn(entries)).toEqual(placesOf(tree))
      }),
    )
  })
})

describe('pathOfTag', () => {
  test.each([
    [0, ['00']],
    [5, ['05']],
    [59, ['59']],
    [2601, ['26', '01']],
    [625000, ['62', '50', '00']],
  ])('writes %i as %j', (tag, path) => {
    expect(pathOfTag(tag)).toEqual(path)
  })
})

describe('scanTlv, bounds', () => {
  test('reads nothing beyond the text, whatever the end', () => {
    expect(scanTlv('5802a', { end: 6 }).issues).toMatchObject([{ code: 'EMV_LENGTH_OVERRUN', path: ['58'], offset: 2 }])
    expect(scanTlv('5801a', { end: 9 })).toMatchObject({ issues: [], readTo: 5 })
    expect(scanTlv('5801a', { start: -1 })).toMatchObject({ issues: [], entries: [58, 0, 5] })
  })

  test('finds half a character inside the bounds, also when another stands before them', () => {
    const { issues } = scanTlv('\ud8005901\ud800', { start: 1 })
    expect(issues).toMatchObject([{ code: 'EMV_NOT_UNICODE', offset: 5 }])
  })

  test.each([
    ['5902😀', undefined, { length: 2, found: 1 }],
    ['5904ç', 'utf8-byte' as const, { length: 4, found: 2 }],
  ])('counts what is left of %j in the unit of the lengths', (text, lengthUnit, params) => {
    expect(scanTlv(text, { lengthUnit }).issues).toMatchObject([{ code: 'EMV_LENGTH_OVERRUN', params }])
  })
})
