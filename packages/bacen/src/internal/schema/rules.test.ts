import { describe, expect, test } from 'vitest'
import { checkRequest, type CheckRequestOptions } from '../../schema.ts'
import type { RequestBodies } from '../../types.ts'

type Name = keyof RequestBodies

const PESSOA = { cpf: '12345678909', nome: 'Francisco da Silva' }
const COB = { calendario: {}, valor: { original: '10.00' }, chave: 'loja@example.com' }
const COBV = {
  calendario: { dataDeVencimento: '2026-12-25' },
  devedor: PESSOA,
  valor: { original: '100.00' },
  chave: '7d9f0335-8dcc-4054-9bf9-0dbd61d36906',
}
const CASH = { valor: '5.00', modalidadeAgente: 'AGTEC', prestadorDoServicoDeSaque: '12345678' }
const TXID = 'a'.repeat(26)

/** `severity path reason`, each. */
const found = (name: Name, body: unknown, options?: CheckRequestOptions): string[] =>
  checkRequest(name, body, options).map(
    ({ severity, path, params }) => `${severity} ${path.join('.')} ${params['reason']}`,
  )

const cobValor = (valor: object): string[] => found('cob.create', { ...COB, valor })
const cobvValor = (valor: object): string[] =>
  found('cobv.create', { ...COBV, valor: { original: '100.00', ...valor } })
const porData = (modalidade: number, ...descontoDataFixa: object[]): string[] =>
  cobvValor({ desconto: { modalidade, descontoDataFixa } })

describe('an immediate charge', () => {
  test('has an amount, unless the payer may change it or takes cash', () => {
    expect(cobValor({ original: '0.00' })).toEqual(['error valor.original zero'])
    expect(cobValor({ original: '000.00', modalidadeAlteracao: 0 })).toEqual(['error valor.original zero'])
    expect(cobValor({ original: '0.00', modalidadeAlteracao: 1 })).toEqual([])
    expect(cobValor({ original: '0.01' })).toEqual([])
  })

  // API Pix 2.9.0, CobValor.retirada: the valid examples.
  test.each([
    ['a fixed amount', { original: '10.00' }],
    ['an amount that may change', { original: '10.00', modalidadeAlteracao: 1 }],
    ['saque', { original: '0.00', retirada: { saque: { ...CASH, modalidadeAgente: 'AGPSS' } } }],
    ['saque that may change', { original: '0.00', retirada: { saque: { ...CASH, modalidadeAlteracao: 1 } } }],
    [
      'saque of nothing that may change',
      { original: '0.00', retirada: { saque: { ...CASH, valor: '0.00', modalidadeAlteracao: 1 } } },
    ],
    ['troco', { original: '10.00', retirada: { troco: CASH } }],
    [
      'troco of nothing that may change',
      { original: '10.00', retirada: { troco: { ...CASH, valor: '0.00', modalidadeAlteracao: 1 } } },
    ],
    ['no change, said aloud', { original: '10.00', modalidadeAlteracao: 0, retirada: { troco: CASH } }],
  ])('may have %s', (_case, valor) => {
    expect(cobValor(valor)).toEqual([])
  })

  // API Pix 2.9.0, CobValor.retirada: the invalid examples, and some more.
  test.each([
    [
      'cash without agent and provider',
      { original: '0.00', retirada: { saque: { valor: '5.00' } } },
      [
        'error valor.retirada.saque.modalidadeAgente missing',
        'error valor.retirada.saque.prestadorDoServicoDeSaque missing',
      ],
    ],
    [
      'saque and troco',
      { original: '100.00', retirada: { saque: CASH, troco: CASH } },
      ['error valor.retirada saque-and-troco', 'error valor.original saque-original'],
    ],
    ['neither', { original: '10.00', retirada: {} }, ['error valor.retirada saque-or-troco']],
    [
      'an amount beside saque',
      { original: '10.00', retirada: { saque: CASH } },
      ['error valor.original saque-original'],
    ],
    [
      'no amount beside troco',
      { original: '0.00', retirada: { troco: CASH } },
      ['error valor.original troco-original'],
    ],
    [
      'saque and an amount that may change',
      { original: '0.00', modalidadeAlteracao: 1, retirada: { saque: CASH } },
      ['error valor.modalidadeAlteracao retirada-changeable'],
    ],
    [
      'troco and an amount that may change',
      { original: '0.01', modalidadeAlteracao: 1, retirada: { troco: CASH } },
      ['error valor.modalidadeAlteracao retirada-changeable'],
    ],
    [
      'cash of nothing',
      { original: '0.00', retirada: { saque: { ...CASH, valor: '0.00' } } },
      ['error valor.retirada.saque.valor zero'],
    ],
    [
      'a provider of cash at a purchase',
      { original: '1.00', retirada: { troco: { ...CASH, modalidadeAgente: 'AGPSS' } } },
      ['error valor.retirada.troco.modalidadeAgente enum'],
    ],
  ])('does not have %s', (_case, valor, issues) => {
    expect(cobValor(valor)).toEqual(issues)
  })

  test('says AGFSS from API Pix 2.10.0 on', () => {
    const body = { ...COB, valor: { original: '0.00', retirada: { saque: { ...CASH, modalidadeAgente: 'AGFSS' } } } }
    expect(found('cob.create', body)).toEqual(['error valor.retirada.saque.modalidadeAgente since-version'])
    expect(found('cob.create', body, { apiVersion: '2.10.0' })).toEqual([])
  })

  test('lasts for a second at least', () => {
    const lasting = (expiracao: unknown): string[] => found('cob.create', { ...COB, calendario: { expiracao } })
    expect(lasting(1)).toEqual([])
    expect(lasting(2_147_483_647)).toEqual([])
    expect([0, -1, 2_147_483_648].flatMap(lasting)).toEqual(Array(3).fill('error calendario.expiracao range'))
    expect([1.5, '3600', NaN].flatMap(lasting)).toEqual(Array(3).fill('error calendario.expiracao type'))
  })

  test('names one person, or none', () => {
    const owed = (devedor: object): string[] => found('cob.create', { ...COB, devedor })
    expect(owed({ cnpj: '12345678000195', nome: 'Loja' })).toEqual([])
    expect(owed({ ...PESSOA, cnpj: '12345678000195' })).toEqual(['error devedor cpf-and-cnpj'])
    expect(owed({ nome: 'Loja' })).toEqual(['error devedor no-document'])
    expect(owed({ cpf: '12345678909' })).toEqual(['error devedor.nome missing'])
  })

  test('tells everything that is wrong at once', () => {
    const body = {
      valor: { original: '0,00' },
      chave: '',
      devedor: { nome: 'x'.repeat(201) },
      solicitacaoPagador: 7,
      txid: TXID,
    }
    expect(found('cob.create', body)).toEqual([
      'error calendario missing',
      'error devedor.nome too-long',
      'error devedor no-document',
      'error valor.original valor',
      'error chave format',
      'error solicitacaoPagador type',
      'error txid unknown-member',
    ])
  })

  test('is removed with nothing else', () => {
    const status = 'REMOVIDA_PELO_USUARIO_RECEBEDOR'
    expect(found('cob.update', { status })).toEqual([])
    expect(found('cob.update', { status, valor: undefined })).toEqual([])
    expect(found('cob.update', { status, valor: { original: '1.00' } })).toEqual(['error status removal-with-changes'])
    expect(found('cob.update', { status: 'CONCLUIDA' })).toEqual(['error status enum'])
  })

  test('is changed in parts, of which those that are absent may fit', () => {
    expect(found('cob.update', { valor: { original: '0.00' } })).toEqual([])
    expect(found('cob.update', { valor: { original: '0.00', modalidadeAlteracao: 0 } })).toEqual([
      'error valor.original zero',
    ])
    expect(found('cob.update', { valor: { retirada: { saque: CASH } } })).toEqual([])
    expect(found('cob.update', { valor: { original: '1.00', retirada: { saque: CASH } } })).toEqual([
      'error valor.original saque-original',
    ])
  })
})

describe('a location', () => {
  test('is of the kind of its charge', () => {
    expect(found('cob.create', { ...COB, loc: { id: 7 } })).toEqual([])
    expect(found('cob.create', { ...COB, loc: { id: 7, tipoCob: 'cob' } })).toEqual([])
    expect(found('cob.create', { ...COB, loc: { id: 7, tipoCob: 'cobv' } })).toEqual(['error loc.tipoCob enum'])
    expect(found('cob.update', { loc: { id: 7, tipoCob: 'cobv' } })).toEqual(['error loc.tipoCob enum'])
    expect(found('cobv.create', { ...COBV, loc: { id: 7, tipoCob: 'cobv' } })).toEqual([])
    expect(found('cobv.create', { ...COBV, loc: { id: 7, tipoCob: 'cob' } })).toEqual(['error loc.tipoCob enum'])
  })
})

describe('a charge with a due date', () => {
  test('has an amount', () => {
    expect(cobvValor({ original: '0.00' })).toEqual(['error valor.original zero'])
    expect(found('cobv.update', { valor: { original: '0.00' } })).toEqual(['error valor.original zero'])
  })

  test('takes less off than there is', () => {
    const off = (modalidade: number, valorPerc: string): string[] =>
      cobvValor({ abatimento: { modalidade, valorPerc } })
    expect(off(1, '99.99')).toEqual([])
    expect(off(1, '100.00')).toEqual(['error valor.abatimento.valorPerc abatimento-too-much'])
    expect(off(2, '99.99')).toEqual([])
    expect(off(2, '100.00')).toEqual(['error valor.abatimento.valorPerc abatimento-too-much'])
    expect(found('cobv.update', { valor: { abatimento: { modalidade: 1, valorPerc: '500.00' } } })).toEqual([])
  })

  test('gives discounts of less than there is', () => {
    const data = '2026-12-20'
    expect(porData(1, { data, valorPerc: '99.99' })).toEqual([])
    expect(porData(1, { data, valorPerc: '100.00' })).toEqual([
      'error valor.desconto.descontoDataFixa.0.valorPerc desconto-too-much',
    ])
    expect(porData(2, { data, valorPerc: '100.00' })).toEqual([
      'error valor.desconto.descontoDataFixa.0.valorPerc desconto-too-much',
    ])
    expect(cobvValor({ desconto: { modalidade: 3, valorPerc: '100.00' } })).toEqual([
      'error valor.desconto.valorPerc desconto-too-much',
    ])
    expect(cobvValor({ desconto: { modalidade: 6, valorPerc: '100.00' } })).toEqual([
      'error valor.desconto.valorPerc desconto-too-much',
    ])
    expect(cobvValor({ original: '200.00', desconto: { modalidade: 4, valorPerc: '150.00' } })).toEqual([])
    expect(cobvValor({ original: '10.00', desconto: { modalidade: 6, valorPerc: '20.00' } })).toEqual([])
    expect(cobvValor({ original: '500.00', desconto: { modalidade: 6, valorPerc: '100.00' } })).toEqual([
      'error valor.desconto.valorPerc desconto-too-much',
    ])
  })

  test('is warned of where reduction and discount leave nothing together', () => {
    const both = (modalidade: number, valorPerc: string): string[] =>
      cobvValor({
        original: '10.00',
        abatimento: { modalidade: 1, valorPerc: '5.00' },
        desconto: { modalidade, descontoDataFixa: [{ data: '2026-12-20', valorPerc }] },
      })
    expect(both(1, '4.99')).toEqual([])
    expect(both(1, '5.00')).toEqual(['warning valor nothing-left'])
    expect(both(2, '49.99')).toEqual([])
    expect(both(2, '50.00')).toEqual(['warning valor nothing-left'])
  })

  test('ends its discounts when it is due', () => {
    const [due, after] = [
      { data: '2026-12-25', valorPerc: '1.00' },
      { data: '2026-12-26', valorPerc: '1.00' },
    ]
    expect(porData(1, due)).toEqual([])
    expect(porData(1, after)).toEqual(['error valor.desconto.descontoDataFixa.0.data desconto-after-due'])
    const valor = { desconto: { modalidade: 1, descontoDataFixa: [after] } }
    expect(found('cobv.update', { valor })).toEqual([])
    expect(found('cobv.update', { valor, calendario: COBV.calendario })).toEqual([
      'error valor.desconto.descontoDataFixa.0.data desconto-after-due',
    ])
  })

  test('gives up to three discounts, each until another day, the first one first', () => {
    const [a, b, c, d] = ['10', '15', '20', '25'].map((day) => ({ data: `2026-12-${day}`, valorPerc: '1.00' })) as [
      object,
      object,
      object,
      object,
    ]
    expect(porData(2, a, b, c)).toEqual([])
    expect(porData(2, a, b, c, d)).toEqual(['error valor.desconto.descontoDataFixa too-many'])
    expect(porData(2)).toEqual(['error valor.desconto.descontoDataFixa too-few'])
    expect(porData(2, a, { ...a, valorPerc: '2.00' })).toEqual([
      'error valor.desconto.descontoDataFixa.1.data desconto-date-twice',
    ])
    expect(porData(2, b, a)).toEqual(['warning valor.desconto.descontoDataFixa.1.data desconto-order'])
  })

  test('has the members of its kind of discount', () => {
    const descontoDataFixa = [{ data: '2026-12-20', valorPerc: '1.00' }]
    expect(cobvValor({ desconto: { modalidade: 1, valorPerc: '1.00' } })).toEqual([
      'error valor.desconto.descontoDataFixa missing',
      'error valor.desconto.valorPerc desconto-members',
    ])
    expect(cobvValor({ desconto: { modalidade: 5, descontoDataFixa } })).toEqual([
      'error valor.desconto.valorPerc missing',
      'error valor.desconto.descontoDataFixa desconto-members',
    ])
    expect(cobvValor({ desconto: { modalidade: 7 } })).toEqual(['error valor.desconto.modalidade enum'])
  })

  test('knows two kinds of fine and eight of interest', () => {
    const accepted = (member: string): number[] =>
      Array.from({ length: 12 }, (_, index) => index - 1).filter(
        (modalidade) => cobvValor({ [member]: { modalidade, valorPerc: '1.00' } }).length === 0,
      )
    expect(accepted('multa')).toEqual([1, 2])
    expect(accepted('juros')).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(accepted('abatimento')).toEqual([1, 2])
  })

  test('is payable for no days or more after it is due', () => {
    const payable = (validadeAposVencimento: number): string[] =>
      found('cobv.create', { ...COBV, calendario: { ...COBV.calendario, validadeAposVencimento } })
    expect(payable(0)).toEqual([])
    expect(payable(-1)).toEqual(['error calendario.validadeAposVencimento range'])
  })

  test('is due on a day of the calendar', () => {
    const due = (dataDeVencimento: string): string[] =>
      found('cobv.create', { ...COBV, calendario: { dataDeVencimento } })
    expect(due('2028-02-29')).toEqual([])
    expect(['2026-02-29', '2026-13-01', '25/12/2026', '2026-12-25T00:00:00Z'].flatMap(due)).toEqual(
      Array(4).fill('error calendario.dataDeVencimento date'),
    )
  })

  test('is not made for a day that is past in Brasília', () => {
    // 25 December there until three in the morning of Greenwich.
    const [late, later] = [Date.parse('2026-12-26T02:59:59Z'), Date.parse('2026-12-26T03:00:00Z')]
    expect(found('cobv.create', COBV, { now: late })).toEqual([])
    expect(found('cobv.create', COBV, { now: later })).toEqual(['error calendario.dataDeVencimento past'])
    expect(found('cobv.create', COBV)).toEqual([])
    expect(found('cobv.update', { calendario: COBV.calendario }, { now: later })).toEqual([])
  })
})

describe('a batch', () => {
  test('names each charge once', () => {
    const [one, other] = [
      { ...COBV, txid: TXID },
      { ...COBV, txid: `${TXID}b` },
    ]
    expect(found('loteCobv.put', { descricao: 'Mensalidades', cobsv: [one, other] })).toEqual([])
    expect(found('loteCobv.put', { descricao: 'Mensalidades', cobsv: [one, other, one] })).toEqual([
      'error cobsv.2.txid txid-twice',
    ])
    expect(found('loteCobv.update', { cobsv: [{ txid: TXID }, { txid: TXID }] })).toEqual([
      'error cobsv.1.txid txid-twice',
    ])
  })

  test('has charges that could be alone', () => {
    const cobsv = [{ ...COBV, txid: TXID, valor: { original: '0.00' } }, COBV]
    expect(found('loteCobv.put', { descricao: 'Mensalidades', cobsv })).toEqual([
      'error cobsv.0.valor.original zero',
      'error cobsv.1.txid missing',
    ])
    const late = { modalidade: 1, descontoDataFixa: [{ data: '2026-12-26', valorPerc: '1.00' }] }
    const one = { ...COBV, txid: TXID, valor: { original: '10.00', desconto: late } }
    expect(found('loteCobv.put', { descricao: 'Mensalidades', cobsv: [one] })).toEqual([
      'error cobsv.0.valor.desconto.descontoDataFixa.0.data desconto-after-due',
    ])
    expect(found('loteCobv.update', { cobsv: [one] })).toEqual([
      'error cobsv.0.valor.desconto.descontoDataFixa.0.data desconto-after-due',
    ])
    const status = 'REMOVIDA_PELO_USUARIO_RECEBEDOR'
    expect(found('loteCobv.update', { cobsv: [{ txid: TXID, status }] })).toEqual([])
    expect(found('loteCobv.update', { cobsv: [{ txid: TXID, status, chave: 'loja@example.com' }] })).toEqual([
      'error cobsv.0.status removal-with-changes',
    ])
  })
})

describe('a return', () => {
  test('returns something', () => {
    expect(found('pix.createDevolucao', { valor: '0.01', natureza: 'RETIRADA' })).toEqual([])
    expect(found('pix.createDevolucao', { valor: '0.00' })).toEqual(['warning valor zero'])
    expect(found('pix.createDevolucao', { valor: '1.00', natureza: 'MED_FRAUDE' })).toEqual(['error natureza enum'])
  })
})

describe('a webhook', () => {
  const at = (webhookUrl: unknown): string[] => found('webhook.set', { webhookUrl })

  test.each([
    'https://pix.loja.com.br/pix',
    'https://loja.com.br:8443/a?b=c',
    'https://[2606:4700::1111]/',
    'https://200.1.2.3/',
  ])('is on a public host: %s', (url) => {
    expect(at(url)).toEqual([])
  })

  test('has neither a password nor a fragment', () => {
    expect(
      ['https://loja:senha@loja.com.br/pix', 'https://loja@loja.com.br/', 'https://loja.com.br/#pix'].flatMap(at),
    ).toEqual(Array(3).fill('error webhookUrl url'))
  })

  test.each(['', 'loja.com.br/pix', 'https://', 'https://loja com.br', '/pix', 'https:loja.com.br'])(
    'is a URL: %j',
    (url) => {
      expect(at(url)).toEqual(['error webhookUrl url'])
    },
  )

  test.each(['http://loja.com.br/pix', 'ftp://loja.com.br/', 'ws://localhost/'])('is served over TLS: %s', (url) => {
    expect(at(url)).toEqual(['error webhookUrl url-not-https'])
  })

  test.each([
    'http://localhost:3000/pix',
    'http://127.0.0.1/',
    'http://[::1]:8080/',
    'https://localhost/',
    'https://api/',
    'https://10.1.2.3/',
    'https://172.31.0.1/',
    'https://192.168.0.7/',
    'https://169.254.1.1/',
    'https://[fd00::1]/',
    'https://loja.local/',
    'https://loja.internal./',
  ])('is warned of where no bank reaches it: %s', (url) => {
    expect(at(url)).toEqual(['warning webhookUrl url-private'])
  })
})

describe('warnings', () => {
  test('tell wrong check digits, of people and companies', () => {
    expect(found('cob.create', { ...COB, devedor: { ...PESSOA, cpf: '12345678901' } })).toEqual([
      'warning devedor.cpf check-digits',
    ])
    expect(found('cob.create', { ...COB, devedor: { nome: 'Loja', cnpj: '12ABC34501DE00' } })).toEqual([
      'warning devedor.cnpj check-digits',
    ])
    expect(found('cob.create', { ...COB, devedor: { nome: 'Loja', cnpj: '12ABC34501DE35' } })).toEqual([])
  })

  test('tell keys that are not written as DICT has them', () => {
    const to = (chave: string): string[] => found('cob.create', { ...COB, chave })
    expect(['+5561912345678', '12345678909', 'loja@example.com'].flatMap(to)).toEqual([])
    expect(
      ['61912345678x', '123.456.789-09', 'LOJA@example.com', '7D9F0335-8DCC-4054-9BF9-0DBD61D36906'].flatMap(to),
    ).toEqual(Array(4).fill('warning chave chave'))
  })
})
