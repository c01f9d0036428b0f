import { describe, expect, test } from 'vitest'
import { knownValuesOf, quotesOneOf } from './known-values.ts'

describe('knownValuesOf', () => {
  test('what stands for names, in the query, and in headers', () => {
    const url = 'https://pix.example.com/api/v2/cob/abc%40d?cpf=123&inicio=2026%2D01'
    const headers = { authorization: 'Bearer token', 'x-key': 'key' }
    expect(knownValuesOf(url, '/cob/{txid}', headers, undefined)).toEqual([
      'abc@d',
      '123',
      '2026-01',
      'Bearer',
      'token',
      'key',
    ])
  })

  test('of a path without names, none; a text that cannot be decoded, as it is', () => {
    expect(knownValuesOf('https://pix.example.com/v2/cob', '/cob')).toEqual([''])
    expect(knownValuesOf('https://pix.example.com/v2/cob/%zz', '/cob/{txid}')).toContain('%zz')
  })
})

describe('quotesOneOf', () => {
  test.each([
    ['segredo', ['segredo'], true],
    ['O-Segredo-1', ['segredo'], true],
    ['metadeDo', ['ametadedosegredo'], true],
    ['metade', ['ametadedosegredo'], false],
    ['cob', ['cob'], false],
    ['valor', [], false],
  ])('%s of %j: %s', (text, values, expected) => {
    expect(quotesOneOf(text, values)).toBe(expected)
  })
})
