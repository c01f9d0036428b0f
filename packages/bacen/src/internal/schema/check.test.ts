import { inspect } from 'node:util'
import { formatMessage } from '@pixkit/core/issue'
import { describe, expect, test } from 'vitest'
import { messages as english } from '../../messages/en.ts'
import { messages as portuguese } from '../../messages/pt-br.ts'
import { checkRequest, checkResponse } from '../../schema.ts'

const COB = { calendario: {}, valor: { original: '10.00' }, chave: 'loja@example.com' }

describe('checkRequest', () => {
  test('gives issues with sentences in two languages', () => {
    const [issue] = checkRequest('cob.create', { ...COB, solicitacaoPagador: 'x'.repeat(141) })
    expect(issue).toEqual({
      code: 'BACEN_REQUEST',
      severity: 'error',
      path: ['solicitacaoPagador'],
      params: { reason: 'too-long', form: '140', field: 'solicitacaoPagador' },
    })
    expect(issue && formatMessage(issue, english)).toBe('"solicitacaoPagador" must have at most 140 characters')
    expect(issue && formatMessage(issue, portuguese)).toBe('"solicitacaoPagador" deve ter no máximo 140 caracteres')
  })

  test('tells in words what is wanted', () => {
    const valor = {
      original: '0.00',
      retirada: { saque: { valor: '5.00', modalidadeAgente: 'AGX', prestadorDoServicoDeSaque: '1' } },
    }
    const sentences = checkRequest('cob.create', { ...COB, valor, calendario: { expiracao: 0 } }).map((issue) =>
      formatMessage(issue, english),
    )
    expect(sentences).toEqual([
      '"calendario.expiracao" must be a whole number from 1 to 2147483647',
      '"valor.retirada.saque.modalidadeAgente" must be one of: AGTEC, AGTOT, AGPSS, AGFSS',
      '"valor.retirada.saque.prestadorDoServicoDeSaque" must look like [0-9A-Z]{8}',
    ])
  })

  test('says nothing of operations without a body', () => {
    expect(checkRequest('cob.get', undefined)).toEqual([])
    expect(checkRequest('locRec.create', undefined)).toEqual([])
  })

  test('wants a body where there is one', () => {
    expect(checkRequest('cob.create', undefined)).toMatchObject([{ path: [], params: { reason: 'missing' } }])
    expect(checkRequest('cob.create', 'text')).toMatchObject([{ path: [], params: { reason: 'type' } }])
  })

  test('refuses operations that there are not', () => {
    expect(() => checkRequest('cob.remove' as 'cob.get', {})).toThrow(TypeError)
    expect(() => checkResponse('toString' as 'cob.get', {})).toThrow(TypeError)
  })

  test('repeats nothing that was sent, but names of members', () => {
    const secret = 'Fulano de Tal 12345678909'
    const body = {
      calendario: { expiracao: secret },
      valor: { original: secret, modalidadeAlteracao: secret },
      chave: { [secret]: secret },
      devedor: { cpf: secret, nome: [secret] },
      [secret]: 1,
      '12345678909': 2,
      misspelled: 3,
    }
    const issues = checkRequest('cob.create', body)
    expect(issues.map(({ path }) => path.join('.'))).toEqual([
      'calendario.expiracao',
      'devedor.cpf',
      'devedor.nome',
      'valor.original',
      'valor.modalidadeAlteracao',
      'chave',
      '?',
      '?',
      'misspelled',
    ])
    const shown =
      inspect(issues, { depth: 9, showHidden: true }) + issues.map((issue) => formatMessage(issue, portuguese)).join()
    expect(shown).not.toMatch(/Fulano|12345678909/)
  })

  test('comes to an end in what has none', () => {
    const endless: Record<string, unknown> = { ...COB }
    endless['valor'] = endless
    expect(checkRequest('cob.create', endless).some(({ severity }) => severity === 'error')).toBe(true)
  })
})

describe('checkResponse', () => {
  test('tells 50 places at most', () => {
    const cobs = Array.from({ length: 1_000 }, () => ({}))
    expect(checkResponse('cob.list', { parametros: {}, cobs })).toHaveLength(50)
  })

  test('tells a bank that sent nothing', () => {
    expect(checkResponse('cob.get', undefined)).toMatchObject([{ path: [], params: { reason: 'missing' } }])
    expect(checkResponse('cob.get', null)).toMatchObject([{ path: [], params: { reason: 'type' } }])
    expect(checkResponse('webhook.delete', undefined)).toEqual([])
  })

  test('takes what banks do beside the norm', () => {
    const pix = {
      endToEndId: 'E1234567820260101120000000000000001X',
      valor: '0.01',
      horario: '2026-01-01T12:00:00.000-03:00',
      txid: 'A1',
      infoPagador: 'x'.repeat(500),
      pagador: { cpf: '***.456.789-**', nome: 'Fulano' },
      componentesValor: { saque: { valor: '1.00', modalidadeAgente: 'AGFSS', prestadorDeServicoDeSaque: '12345678' } },
    }
    expect(checkResponse('pix.get', pix)).toEqual([])
    expect(checkResponse('pix.get', { ...pix, valor: 0.01, horario: 'ontem', txid: null })).toMatchObject([
      { path: ['txid'], params: { reason: 'type' } },
      { path: ['valor'], params: { reason: 'type' } },
      { path: ['horario'], params: { reason: 'date-time' } },
    ])
  })
})
