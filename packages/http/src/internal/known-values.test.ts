import { describe, expect, test } from 'vitest'
import { knownValuesOf, quotesOneOf } from './known-values.ts'

describe('knownValuesOf', () => {
  test('what stands for names, in the query, and in headers', () => {
    const url = 'https://pix.example.com/api/v2/cob/abc%40example?cpf=123%34567%38909&tipoCob=cobv'
    const headers = { authorization: 'Bearer token', 'x-key': 'key' }
    expect(knownValuesOf(url, '/cob/{txid}', headers, undefined)).toEqual([
      'abc@example',
      '12345678909',
      'Bearer',
      'token',
      'key',
    ])
  })

  test('of a path without names, none; a text that cannot be decoded, as it is', () => {
    expect(knownValuesOf('https://pix.example.com/v2/cob', '/cob')).toEqual([])
    expect(knownValuesOf('https://pix.example.com/v2/cob/%zz%41bcdef', '/cob/{txid}')).toEqual(['%zzAbcdef'])
  })

  test('words of the path, and short ones, are no ids', () => {
    const url = 'https://pix.example.com/v2/pix/E1/devolucao/'
    expect(knownValuesOf(`${url}devolucao`, '/pix/{e2eid}/devolucao/{id}')).toEqual([])
    expect(knownValuesOf(`${url}devolucao1`, '/pix/{e2eid}/devolucao/{id}')).toEqual(['devolucao1'])
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
    ['id-s3gr%2Bdo%2Fda%3D%22%C3%A7x', ['s3gr+do/da="çx'], true],
    ['o+segredo%21', ['o segredo!'], true],
    ['%zz%C3-o%20segredo', ['o segredo'], true],
    ['segredo_da.loja', ['segredodaloja'], true],
    ['%', ['segredo'], false],
  ])('%s of %j: %s', (text, values, expected) => {
    expect(quotesOneOf(text, values)).toBe(expected)
  })
})
