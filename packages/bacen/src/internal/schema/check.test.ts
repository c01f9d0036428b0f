import { inspect } from 'node:util'
import { formatMessage } from '@pixkit/core/issue'
import { describe, expect, test } from 'vitest'
import { messages as english } from '../../messages/en.ts'
import { messages as portuguese } from '../../messages/pt-br.ts'
import { checkRequest, checkResponse } from '../../schema.ts'

const COB = { calendario: {}, valor: { original: '10.00' }, chave: 'loja@example.com' }

const COBV = {
  calendario: { dataDeVencimento: '2026-12-25' },
  devedor: { cpf: '12345678909', nome: 'Francisco da Silva' },
  valor: { original: '100.00' },
  chave: 'loja@example.com',
}

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

  test.each([
    ['valor.original', { ...COB, valor: { original: 10 } }, 'string'],
    ['calendario.expiracao', { ...COB, calendario: { expiracao: '3600' } }, 'integer'],
    ['valor.modalidadeAlteracao', { ...COB, valor: { original: '1.00', modalidadeAlteracao: '1' } }, 'integer'],
    ['devedor', { ...COB, devedor: '12345678909' }, 'object'],
    ['infoAdicionais', { ...COB, infoAdicionais: {} }, 'array'],
    ['body', 'text', 'object'],
    ['body', null, 'object'],
  ])('tells which type %s is to have', (field, body, form) => {
    const [issue] = checkRequest('cob.create', body)
    expect(issue?.params).toEqual({ reason: 'type', field, form })
    expect(issue && formatMessage(issue, english)).toBe(`"${field}" must be of type ${form}`)
    expect(issue && formatMessage(issue, portuguese)).toBe(`"${field}" deve ser do tipo ${form}`)
  })

  test('tells how days and instants are written', () => {
    const calendario = { dataDeVencimento: new Date(0) }
    const [day] = checkRequest('cobv.create', { calendario })
    expect(day?.params).toEqual({
      reason: 'type',
      field: 'calendario.dataDeVencimento',
      form: 'string YYYY-MM-DD',
    })
  })

  test('names the body where it is all of it that is wrong', () => {
    const [issue] = checkRequest('cob.create', undefined)
    expect(issue && formatMessage(issue, portuguese)).toBe('falta "body"')
  })

  test('tells 50 errors and 50 warnings at most', () => {
    const wrong = Array.from({ length: 1_000 }, () => ({}))
    expect(checkRequest('loteCobv.put', { descricao: 'x', cobsv: wrong })).toHaveLength(50)
    const odd = Array.from({ length: 60 }, (_, index) => ({
      ...COBV,
      txid: `a${index}`.padEnd(26, 'a'),
      devedor: { cpf: '12345678900', nome: 'Fulano' },
      valor: { original: '10.00', retirada: { modalidadeAgente: 'AGFSS' } },
    }))
    const issues = checkRequest('loteCobv.put', { descricao: 'x', cobsv: odd })
    expect(issues.map(({ severity }) => severity)).toEqual([...Array(50).fill('error'), ...Array(50).fill('warning')])
  })

  test('finds what is wrong behind members that are allowed', () => {
    const more = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`extra${index}`, 1]))
    const body = { ...COB, calendario: more, valor: { original: 10, ...more }, chave: 7 }
    const issues = checkRequest('cob.create', body, { allowUnknownMembers: true })
    expect(issues.map(({ path }) => path.join('.'))).toEqual(['valor.original', 'chave'])
  })

  describe('of a day that is past', () => {
    const now = Date.parse('2026-11-25T12:00:00Z')
    const yesterday = { ...COBV, calendario: { dataDeVencimento: '2026-11-24' } }
    const past = (...[name, body, options]: Parameters<typeof checkRequest>): string[] =>
      checkRequest(name, body, { now, ...options }).map(({ severity, params }) => `${severity} ${params['reason']}`)

    test('refuses a charge', () => {
      expect(past('cobv.create', yesterday)).toEqual(['error past'])
      expect(past('cobv.create', { ...COBV, calendario: { dataDeVencimento: '2026-11-25' } })).toEqual([])
      expect(past('cobv.update', { calendario: yesterday.calendario })).toEqual([])
    })

    test('warns of one that may be there since yesterday', () => {
      expect(past('cobv.create', yesterday, { mayExist: true })).toEqual(['warning past'])
    })

    test('warns of one in a batch, which may be there and stops no other', () => {
      const cobsv = [{ ...yesterday, txid: 'a'.repeat(26) }]
      expect(past('loteCobv.put', { descricao: 'x', cobsv })).toEqual(['warning past'])
    })

    test('is as strict with requests to confirm', () => {
      const destinatario = { cpf: '12345678909', conta: '550689', ispbParticipante: '91193552' }
      const calendario = { dataExpiracaoSolicitacao: '2026-11-25T11:59:59Z' }
      const body = { idRec: 'RN000000002020010100000000000', calendario, destinatario }
      expect(past('solicRec.create', body)).toEqual(['error past'])
      expect(past('solicRec.create', body, { mayExist: true })).toEqual(['warning past'])
      expect(past('solicRec.create', body, { now: now - 1_000 })).toEqual([])
    })
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

  test.each([
    ['cobs', {}],
    ['cobs', { pix: [{}], infoAdicionais: [{}] }],
  ])('looks no further, however many entries %s has', (name, entry) => {
    let looked = 0
    const cobs = Array.from({ length: 100_000 }, () => entry)
    const counting = new Proxy(cobs, {
      get(target, key, receiver): unknown {
        if (typeof key === 'string' && /^\d+$/.test(key)) looked += 1
        return Reflect.get(target, key, receiver)
      },
    })
    expect(checkResponse('cob.list', { parametros: {}, [name]: counting })).toHaveLength(50)
    expect(looked).toBeLessThanOrEqual(50)
  })

  test('looks at as many entries as can be asked for', () => {
    const webhook = { webhookUrl: 'https://loja.example', criacao: '2026-11-25T12:00:00Z' }
    const webhooks: unknown[] = Array(1_000).fill(webhook)
    expect(checkResponse('webhook.list', { webhooks: [...webhooks, 'text'] })).toEqual([])
    expect(checkResponse('webhook.list', { webhooks: [...webhooks.slice(1), 'text'] })).toMatchObject([
      { path: ['webhooks', 999], params: { reason: 'type' } },
    ])
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
