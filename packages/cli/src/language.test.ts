import { describe, expect, it } from 'vitest'
import { LANGUAGES } from './language.ts'

const { en, 'pt-br': ptBr } = LANGUAGES
const PLACEHOLDER = /\{\w+\}/g

describe('LANGUAGES', () => {
  it.each(['texts', 'messages', 'remedies', 'labels'] as const)('has the same keys in both: %s', (part) => {
    expect(Object.keys(ptBr[part]).toSorted()).toEqual(Object.keys(en[part]).toSorted())
  })

  it('has a remedy for every message', () => {
    expect(Object.keys(en.remedies).toSorted()).toEqual(Object.keys(en.messages).toSorted())
  })

  it('has the same parameters in both', () => {
    const parameters = (texts: Readonly<Record<string, string>>): unknown =>
      Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, new Set(text.match(PLACEHOLDER))]))
    expect(parameters(ptBr.texts)).toEqual(parameters(en.texts))
    expect(parameters(ptBr.messages)).toEqual(parameters(en.messages))
  })
})
