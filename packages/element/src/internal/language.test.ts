import { describe, expect, test } from 'vitest'
import { languageOf, textsOf } from './language.ts'

describe('languageOf', () => {
  test.each(['en', 'EN', 'en-GB', 'en_US'])('reads English from %j', (tag) => {
    expect(languageOf(tag)).toBe('en')
  })

  test.each(['', 'pt', 'pt-BR', 'es', 'enm', 'x-en'])('takes Portuguese for %j', (tag) => {
    expect(languageOf(tag)).toBe('pt-BR')
  })
})

describe('textsOf', () => {
  test('has the same words in both languages, none of them empty', () => {
    const [portuguese, english] = [textsOf('pt-BR'), textsOf('en')]
    expect(Object.keys(english).toSorted()).toEqual(Object.keys(portuguese).toSorted())
    expect([...Object.values(portuguese), ...Object.values(english)]).not.toContain('')
  })
})
