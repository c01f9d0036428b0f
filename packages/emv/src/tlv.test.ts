import { describe, expect, test } from 'vitest'
import { buildTlv } from './build-tlv.ts'
import { parseTlv } from './parse-tlv.ts'
import { type Tlv, twoDigits } from './tlv.ts'

const ids = Array.from({ length: 100 }, (_, id) => String(id).padStart(2, '0'))
const from = (first: number, last: number): string[] => ids.slice(first, last + 1)

describe('templates', () => {
  /** The ids under which the objects `parents`, one in the other, hold a template. */
  function templates(...parents: string[]): string[] {
    return ids.filter((id) => {
      let text = `${id}050001x`
      for (const parent of parents.toReversed()) text = parent + String(text.length).padStart(2, '0') + text
      let objects: readonly Tlv[] = parseTlv(text)
      for (const _parent of parents) objects = objects[0]?.children ?? []
      return objects[0]?.children !== undefined
    })
  }

  test('in the root are 26 to 51, 62, 64 and 80 to 99, and nothing else', () => {
    expect(templates()).toEqual([...from(26, 51), '62', '64', ...from(80, 99)])
  })

  test('in 62 are 50 to 99', () => {
    expect(templates('62')).toEqual(from(50, 99))
  })

  test.each([[['26']], [['51']], [['64']], [['80']], [['99']], [['62', '50']], [['62', '62']], [['62', '99']]])(
    'in %j are none',
    (parents) => {
      expect(templates(...parents)).toEqual([])
    },
  )

  test('are the same for the writer', () => {
    const takesValue = (id: string): boolean => {
      try {
        return buildTlv([{ id, value: 'x' }]) === `${id}01x`
      } catch {
        return false
      }
    }
    expect(ids.filter((id) => !takesValue(id))).toEqual(templates())
  })
})

describe('twoDigits', () => {
  test('reads every pair of digits, wherever it stands', () => {
    expect(ids.map((id) => twoDigits(id, 0))).toEqual(ids.map(Number))
    expect(twoDigits('00BR14', 4)).toBe(14)
  })

  test.each([
    ['', 0],
    ['7', 0],
    ['77', 1],
    ['A7', 0],
    ['7A', 0],
    [' 7', 0],
    ['-7', 0],
    ['7.', 0],
    ['/0', 0],
    [':0', 0],
    ['٠٧', 0],
    ['７７', 0],
  ])('is -1 for %j at %i', (text, index) => {
    expect(twoDigits(text, index)).toBe(-1)
  })
})
