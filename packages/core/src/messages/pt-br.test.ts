import { describe, expect, test } from 'vitest'
import * as en from './en.ts'
import * as ptBr from './pt-br.ts'

type Texts = Readonly<Record<string, string>>

const PLACEHOLDER = /\{\w+\}/g

describe.each<[string, Texts, Texts]>([
  ['messages', en.messages, ptBr.messages],
  ['remedies', en.remedies, ptBr.remedies],
  ['chaveMessages', en.chaveMessages, ptBr.chaveMessages],
  ['chaveRemedies', en.chaveRemedies, ptBr.chaveRemedies],
])('%s', (_name, english, portuguese) => {
  test('know the same codes in both languages', () => {
    expect(Object.keys(portuguese).toSorted()).toEqual(Object.keys(english).toSorted())
  })

  test.each(Object.keys(english))('show the same parameters in both languages: %s', (code) => {
    const [found, wanted] = [portuguese[code], english[code]].map((text) => text?.match(PLACEHOLDER)?.toSorted())
    expect(found).toEqual(wanted)
  })

  test.each(Object.keys(english))('say something, and something else in each language: %s', (code) => {
    expect(portuguese[code]).toMatch(/\p{L}/u)
    expect(english[code]).toMatch(/\p{L}/u)
    expect(portuguese[code]).not.toBe(english[code])
  })

  test('have no spaces outside and no two inside', () => {
    const texts = [...Object.values(english), ...Object.values(portuguese)]
    expect(texts.filter((text) => text !== text.trim() || text.includes('  '))).toEqual([])
  })
})

describe.each([
  ['en', en],
  ['pt-br', ptBr],
])('catalogue %s', (_name, { chaveMessages, chaveRemedies, messages, remedies }) => {
  test('has a remedy for every message', () => {
    expect(Object.keys(remedies).toSorted()).toEqual(Object.keys(messages).toSorted())
  })

  test('has the sentences about keys among the others', () => {
    expect(messages).toMatchObject(chaveMessages)
    expect(remedies).toMatchObject(chaveRemedies)
  })
})
