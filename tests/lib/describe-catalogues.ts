/** @module What holds for the sentences of a package in its two languages. */
import { describe, expect, test } from 'vitest'

interface Catalogue {
  readonly messages: Readonly<Record<string, string>>
  readonly remedies: Readonly<Record<string, string>>
}

const PLACEHOLDER = /\{\w+\}/g

export function describeCatalogues(english: Catalogue, portuguese: Catalogue): void {
  const codes = Object.keys(english.messages).toSorted()

  describe.each(['messages', 'remedies'] as const)('%s', (kind) => {
    const [en, ptBr] = [english[kind], portuguese[kind]]

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
}
