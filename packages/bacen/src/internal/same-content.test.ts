import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findDifference } from './same-content.ts'

describe('findDifference', () => {
  test.each<[string, unknown, unknown]>([
    ['more than was sent', { a: 1 }, { a: 1, b: 2 }],
    ['an amount with fewer zeros', { original: '10.00' }, { original: '10' }],
    ['an amount as a number', { original: '10.50' }, { original: 10.5 }],
    ['a number as a text', { expiracao: 3_600 }, { expiracao: '3600' }],
    ['an e-mail in capitals', { chave: 'Fulana@Example.com' }, { chave: 'fulana@example.com' }],
    ['a CNPJ with its marks', { cnpj: '12345678000195' }, { cnpj: '12.345.678/0001-95' }],
    ['a CEP with its hyphen', { cep: '01310100' }, { cep: '01310-100' }],
    ['the same instant in another zone', { data: '2026-11-25T12:00:00.123Z' }, { data: '2026-11-25T09:00:00-03:00' }],
    [
      'a day in São Paulo as an instant',
      { dataDeVencimento: '2026-12-31' },
      { dataDeVencimento: '2026-12-31T23:59:59-03:00' },
    ],
    ['a day as an instant in another zone', { data: '2026-12-31' }, { data: '2027-01-01T02:59:59Z' }],
    ['a day that begins in UTC', { data: '2026-12-31' }, { data: '2026-12-31T00:00:00.000Z' }],
    ['a day with a time without zone', { data: '2026-12-31' }, { data: '2026-12-31T00:00:00' }],
    ['a nature in small letters', { natureza: 'ORIGINAL' }, { natureza: 'original' }],
    ['a telephone as it is dialled', { chave: '+5511999998888' }, { chave: '005511999998888' }],
    ['accents written in two ways', { nome: 'Jos\u00E9' }, { nome: 'Jose\u0301 ' }],
    [
      'a default that is left out',
      { valor: { original: '1.00', modalidadeAlteracao: 0 } },
      { valor: { original: '1.00' } },
    ],
    ['what is left out, with its object', { calendario: { expiracao: 3_600 } }, {}],
    ['an empty text', { chave: 'a@example.com' }, { chave: '' }],
    ['an account without its zeros', { conta: '0123', agencia: '0001' }, { conta: '123', agencia: 1 }],
    ['a CPF without its zero', { cpf: '01234567890' }, { cpf: 1_234_567_890 }],
    ['a CPF of which stars hide a part', { cpf: '12345678909' }, { cpf: '***.456.789-**' }],
    ['a CPF of which crosses hide a part', { cpf: '12345678909' }, { cpf: 'XXX.456.789-XX' }],
    ['a key of which stars hide a part', { chave: 'fulana@example.com' }, { chave: 'f***@example.com' }],
    [
      'dated entries in another order',
      {
        l: [
          { data: 'b', x: 1 },
          { data: 'a', x: 2 },
        ],
      },
      {
        l: [
          { data: 'a', x: 2 },
          { data: 'b', x: 1 },
        ],
      },
    ],
    ['what was not sent', { devedor: undefined, loc: null }, { devedor: { nome: 'Fulana' } }],
  ])('none: %s', (_name, sent, stored) => {
    expect(findDifference(sent, stored)).toBeUndefined()
  })

  test.each<[string, unknown, unknown, (string | number)[]]>([
    ['another amount', { valor: { original: '10.00' } }, { valor: { original: '10.01' } }, ['valor', 'original']],
    ['another name', { devedor: { nome: 'A' } }, { devedor: { nome: 'B' } }, ['devedor', 'nome']],
    ['another CPF', { cpf: '12345678909' }, { cpf: '12345678900' }, ['cpf']],
    ['another CPF under its stars', { cpf: '12345678909' }, { cpf: '***.457.789-**' }, ['cpf']],
    ['another key under its stars', { chave: 'fulana@example.com' }, { chave: 'b***@example.com' }, ['chave']],
    ['a list that is shorter', { l: [1, 2] }, { l: [1] }, ['l']],
    ['another entry of a list', { l: [1, { a: 2 }] }, { l: [1, { a: 3 }] }, ['l', 1, 'a']],
    ['a list where a text was', { a: 'x' }, { a: ['x'] }, ['a']],
    ['a text where an object was', { a: { b: 1 } }, { a: 'x' }, ['a']],
    ['another account', { conta: '0123' }, { conta: '1230' }, ['conta']],
    ['another instant', { data: '2026-11-25T12:00:00Z' }, { data: '2026-11-25T12:00:00-03:00' }, ['data']],
    ['the day after', { data: '2026-12-31' }, { data: '2027-01-01T03:00:00Z' }, ['data']],
    ['the day before', { data: '2026-12-31' }, { data: '2026-12-30T23:00:00-03:00' }, ['data']],
    ['the day after, in UTC', { data: '2026-12-30' }, { data: '2026-12-31T00:00:00Z' }, ['data']],
    ['something else than a day', { data: '2026-12-31' }, { data: 'soon' }, ['data']],
    ['another nature', { natureza: 'ORIGINAL' }, { natureza: 'retirada' }, ['natureza']],
    ['another text in small letters', { modalidade: 'A' }, { modalidade: 'a' }, ['modalidade']],
    ['another key', { chave: 'a@example.com' }, { chave: 'b@example.com' }, ['chave']],
    ['something else altogether', { a: 1 }, 'x', []],
  ])('%s', (_name, sent, stored, path) => {
    expect(findDifference(sent, stored)).toEqual(path)
  })

  const json = fc.jsonValue({ maxDepth: 4 })

  test('none between a value and itself, or itself with more members', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json), fc.dictionary(fc.string(), json), (sent, more) => {
        expect(findDifference(sent, structuredClone(sent))).toBeUndefined()
        expect(findDifference(sent, { ...more, ...sent })).toBeUndefined()
      }),
    )
  })

  test('any values can be compared', () => {
    fc.assert(
      fc.property(json, json, (sent, stored) => {
        const path = findDifference(sent, stored)
        expect(path === undefined || Array.isArray(path)).toBe(true)
      }),
    )
  })
})
