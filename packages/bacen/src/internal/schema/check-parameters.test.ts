import { describe, expect, test } from 'vitest'
import { checkParameters, type OperationParameters } from '../../schema.ts'
import type { OperationName } from '../../operations.ts'

const PERIODO = { inicio: '2026-11-01T00:00:00Z', fim: '2026-11-25T00:00:00Z' }
const TXID = '7978c0c97ea847e78e8849634473c1f1'

/** `path reason` of what is wrong. */
function found(operation: OperationName, parameters: OperationParameters): string[] {
  return checkParameters(operation, parameters).map(({ path, params }) => `${path.join('.')} ${params['reason']}`)
}

describe('checkParameters', () => {
  test('takes numbers and booleans as they are, and as texts of a URL', () => {
    const paginacao = { 'paginacao.paginaAtual': 0, 'paginacao.itensPorPagina': 100 }
    const texts = { 'paginacao.paginaAtual': '0', 'paginacao.itensPorPagina': '100' }
    expect(found('cob.list', { query: { ...PERIODO, ...paginacao, locationPresente: true } })).toEqual([])
    expect(found('cob.list', { query: { ...PERIODO, ...texts, locationPresente: 'false' } })).toEqual([])
    expect(found('cob.get', { params: { txid: TXID }, query: { revisao: '1' } })).toEqual([])
  })

  test.each([['1001'], ['0'], ['-1'], ['1.5'], ['1e2'], [''], ['0x10'], [' 7'], [1_001]])(
    'refuses a page of %j items',
    (itens) => {
      expect(found('cob.list', { query: { ...PERIODO, 'paginacao.itensPorPagina': itens } })).toEqual([
        'paginacao.itensPorPagina range',
      ])
    },
  )

  test.each([['TRUE'], ['1'], [''], [1]])('refuses %j for a boolean', (value) => {
    expect(found('cob.list', { query: { ...PERIODO, locationPresente: value } })).toEqual(['locationPresente type'])
  })

  test('tells everything at once', () => {
    expect(found('cob.list', { query: { inicio: 'x', fim: 'y', cpf: '1', cnpj: '2', cor: 'azul' } })).toEqual([
      'cpf format',
      'cnpj format',
      'cor unknown-member',
      'inicio date-time',
      'fim date-time',
      'cnpj cpf-and-cnpj',
    ])
    expect(found('webhook.list', {})).toEqual([])
    expect(found('cob.list', {})).toEqual(['inicio missing', 'fim missing'])
  })

  test('asks of an id that is made what the norm does, and of others that they are one segment', () => {
    expect(found('cob.create', { params: { txid: 'short' } })).toEqual(['txid format'])
    expect(found('cob.get', { params: { txid: 'short' } })).toEqual([])
    expect(found('cob.get', { params: { txid: '../cobv' } })).toEqual(['txid format'])
    expect(found('pix.createDevolucao', { params: { e2eid: 'E1', id: 'a-b' } })).toEqual(['id format'])
    expect(found('pix.getDevolucao', { params: { e2eid: 'E1', id: 'a-b' } })).toEqual([])
    expect(() => checkParameters('cob.get', {})).toThrow(TypeError)
    expect(() => checkParameters('cob.nothing' as 'cob.get', {})).toThrow(TypeError)
  })

  test('knows what a bank has for a page, and what is past', () => {
    const query = { ...PERIODO, 'paginacao.itensPorPagina': '101' }
    expect(checkParameters('cob.list', { query }, { maxItensPorPagina: 100 })).toMatchObject([
      { path: ['paginacao', 'itensPorPagina'], params: { reason: 'range', form: '1 to 100' } },
    ])
    const params = { txid: TXID, data: '2026-11-25' }
    const now = Date.parse('2026-11-25T15:00:00Z')
    expect(checkParameters('cobr.retry', { params })).toEqual([])
    expect(checkParameters('cobr.retry', { params: { ...params, data: '2026-11-26' } }, { now })).toEqual([])
    expect(checkParameters('cobr.retry', { params }, { now })).toMatchObject([
      { path: ['data'], params: { reason: 'past' } },
    ])
  })
})
