import { describe, expect, test } from 'vitest'
import { messages as english, remedies as englishRemedies } from './en.ts'
import { messages as portuguese, remedies as portugueseRemedies } from './pt-br.ts'

const PLACEHOLDER = /\{\w+\}/g
const codes = Object.keys(english).toSorted()

describe.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>]>([
  ['messages', english, portuguese],
  ['remedies', englishRemedies, portugueseRemedies],
])('%s', (_name, en, ptBr) => {
  test('know every code, in both languages', () => {
    expect(Object.keys(en).toSorted()).toEqual(codes)
    expect(Object.keys(ptBr).toSorted()).toEqual(codes)
  })

  test.each(codes)('show the same parameters in both languages: %s', (code) => {
    const [found, wanted] = [ptBr[code], en[code]].map((text) => text?.match(PLACEHOLDER)?.toSorted())
    expect(found).toEqual(wanted)
  })

  test.each(codes)('say something, and something else in each language: %s', (code) => {
    expect(ptBr[code]).toMatch(/\p{L}/u)
    expect(en[code]).toMatch(/\p{L}/u)
    expect(ptBr[code]).not.toBe(en[code])
  })

  test('have no spaces outside and no two inside', () => {
    const texts = [...Object.values(en), ...Object.values(ptBr)]
    expect(texts.filter((text) => text !== text.trim() || text.includes('  '))).toEqual([])
  })
})
