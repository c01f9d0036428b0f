/** @module Names of the objects, in both languages. */
import { describe, expect, test } from 'vitest'
import { inspectBrCode } from './inspect-brcode.ts'
import { labelOf } from './label-of.ts'
import { labels as en } from './labels/en.ts'
import { labels as ptBr } from './labels/pt-br.ts'

/** Every id with its name, sub-objects indented by their template's id. */
function namesOf(text: string): string[] {
  return inspectBrCode(text).tree.flatMap((object) => [
    `${object.id} ${labelOf(object, undefined, en)}`,
    ...(object.children ?? []).map((child) => `${object.id}-${child.id} ${labelOf(child, object, en)}`),
  ])
}

describe('labelOf', () => {
  test('names what stands in a composite code beside another arrangement', () => {
    const text =
      '00020104041234' +
      '26160012BR.COM.OUTRO' +
      '27330014br.gov.bcb.pix011112345678909' +
      '530398662070503***6501x' +
      '80430014br.gov.bcb.pix2521pix.example.com/rec/181160012BR.COM.OUTRO'
    expect(namesOf(text)).toEqual([
      '00 Payload format indicator',
      '04 Card scheme',
      '26 Other arrangement',
      '26-00 GUI',
      '27 Pix payment',
      '27-00 GUI',
      '27-01 Pix key (chave)',
      '53 Transaction currency',
      '62 Additional data',
      '62-05 Reference label (txid)',
      '65 Unknown object',
      '80 Pix Automático (recurrence)',
      '80-00 GUI',
      '80-25 Location of the recurrence',
      '81 Other arrangement',
      '81-00 GUI',
    ])
  })

  test.each([
    ['26', '99', 'Unknown object'],
    ['62', '05', 'Reference label (txid)'],
    ['62', '12', 'Unknown object'],
    ['64', '01', 'Merchant name'],
  ])('names sub-object %s-%s', (parent, id, expected) => {
    const children = [{ id, value: 'x', offset: 0 }]
    expect(labelOf({ id, value: 'x', offset: 0 }, { id: parent, children, offset: 0 }, en)).toBe(expected)
  })

  test('falls back on the key where the labels have no name at all', () => {
    expect(labelOf({ id: '59', value: 'x', offset: 0 }, undefined, {})).toBe('59')
    expect(labelOf({ id: '90', value: 'x', offset: 0 }, undefined, {})).toBe('other')
  })

  test('knows the same objects in both languages', () => {
    expect(Object.keys(ptBr).sort()).toEqual(Object.keys(en).sort())
    expect([...Object.values(en), ...Object.values(ptBr)].filter((name) => name.trim() === '')).toEqual([])
  })
})

test('80 with the GUI but without a location is no recurrence, as the reader says', () => {
  const text = '80250014br.gov.bcb.pix0103abc62360503***50250017BR.GOV.BCB.BRCODE'
  expect(namesOf(text)).toContain('80 Other arrangement')
})
