import type * as v from 'valibot'
import { describe, expect, expectTypeOf, test } from 'vitest'
import type { OperationName } from '../../operations.ts'
import type { CobRCompleta, CobRGerada, CobRRevisada, CobRSolicitada, CobsRConsultadas } from '../types/cobr.ts'
import type {
  PayloadLocationRecCompleta,
  PayloadLocationRecConsultadas,
  PayloadLocationRecGerada,
} from '../types/loc-rec.ts'
import type { RecCompleta, RecGerada, RecRevisada, RecsConsultadas, RecSolicitada } from '../types/rec.ts'
import type { SolicRecCompleta, SolicRecRevisada, SolicRecSolicitada } from '../types/solic-rec.ts'
import type { WebhookCobRBody, WebhookCobRCompleto, WebhookCobRSolicitado } from '../types/webhook-cobr.ts'
import type { WebhookRecBody, WebhookRecCompleto, WebhookRecSolicitado } from '../types/webhook-rec.ts'
import { checkRequest, checkResponse } from './check.ts'
import type {
  cobRCompletaSchema,
  cobRGeradaSchema,
  cobRRevisadaSchema,
  cobRSolicitadaSchema,
  cobsRConsultadasSchema,
} from './cobr.ts'
import type {
  payloadLocationRecCompletaSchema,
  payloadLocationRecConsultadasSchema,
  payloadLocationRecGeradaSchema,
} from './loc-rec.ts'
import type {
  recCompletaSchema,
  recGeradaSchema,
  recRevisadaSchema,
  recsConsultadasSchema,
  recSolicitadaSchema,
} from './rec.ts'
import type { solicRecCompletaSchema, solicRecRevisadaSchema, solicRecSolicitadaSchema } from './solic-rec.ts'
import type { webhookCobRBodySchema, webhookCobRCompletoSchema, webhookCobRSolicitadoSchema } from './webhook-cobr.ts'
import type { webhookRecBodySchema, webhookRecCompletoSchema, webhookRecSolicitadoSchema } from './webhook-rec.ts'

const ID_REC = 'RR1234567820261125abcdefghijk'

const REC = {
  vinculo: {
    contrato: '63100862',
    devedor: { cpf: '12345678909', nome: 'Fulana de Tal' },
    objeto: 'Serviço de streaming',
  },
  calendario: { dataInicial: '2027-02-01', dataFinal: '2028-02-01', periodicidade: 'MENSAL' },
  valor: { valorRec: '35.00' },
  recebedor: { convenio: 'Master' },
  politicaRetentativa: 'PERMITE_3R_7D',
  loc: 108,
  ativacao: { dadosJornada: { txid: '33beb661beda44a8928fef47dbeb2dc5' } },
}
const SOLIC_REC = {
  idRec: ID_REC,
  calendario: { dataExpiracaoSolicitacao: '2026-12-20T12:17:11.926Z' },
  destinatario: { agencia: '2569', conta: '550689', cpf: '12345678909', ispbParticipante: '91193552' },
}
const COBR = {
  idRec: ID_REC,
  infoAdicional: 'Fatura de janeiro',
  calendario: { dataDeVencimento: '2027-02-15' },
  valor: { original: '106.07' },
  ajusteDiaUtil: true,
  devedor: { cep: '89256140', cidade: 'Uberlândia', email: 'fulana@mail.example', logradouro: 'Rua A 1', uf: 'MG' },
  recebedor: { agencia: '9708', conta: '012682', tipoConta: 'CORRENTE' },
}

/** A copy with another member, at a path of names joined by dots; `undefined` takes it away. */
function damaged(body: object, path: string, value: unknown): object {
  const [name = '', ...rest] = path.split('.')
  const members = body as Readonly<Record<string, object>>
  return { ...members, [name]: rest.length === 0 ? value : damaged(members[name] ?? {}, rest.join('.'), value) }
}

const problems = (operation: OperationName, body: unknown) =>
  checkRequest(operation, body).map(({ path, params }) => [path.join('.'), params['reason']])

describe('types of Pix Automático', () => {
  test('are what the schemas take', () => {
    type Out<Schema extends v.GenericSchema> = v.InferOutput<Schema>
    expectTypeOf<Out<typeof recSolicitadaSchema>>().toEqualTypeOf<RecSolicitada>()
    expectTypeOf<Out<typeof recRevisadaSchema>>().toEqualTypeOf<RecRevisada>()
    expectTypeOf<Out<typeof recGeradaSchema>>().toEqualTypeOf<RecGerada>()
    expectTypeOf<Out<typeof recCompletaSchema>>().toEqualTypeOf<RecCompleta>()
    expectTypeOf<Out<typeof recsConsultadasSchema>>().toEqualTypeOf<RecsConsultadas>()
    expectTypeOf<Out<typeof solicRecSolicitadaSchema>>().toEqualTypeOf<SolicRecSolicitada>()
    expectTypeOf<Out<typeof solicRecRevisadaSchema>>().toEqualTypeOf<SolicRecRevisada>()
    expectTypeOf<Out<typeof solicRecCompletaSchema>>().toEqualTypeOf<SolicRecCompleta>()
    expectTypeOf<Out<typeof cobRSolicitadaSchema>>().toEqualTypeOf<CobRSolicitada>()
    expectTypeOf<Out<typeof cobRRevisadaSchema>>().toEqualTypeOf<CobRRevisada>()
    expectTypeOf<Out<typeof cobRGeradaSchema>>().toEqualTypeOf<CobRGerada>()
    expectTypeOf<Out<typeof cobRCompletaSchema>>().toEqualTypeOf<CobRCompleta>()
    expectTypeOf<Out<typeof cobsRConsultadasSchema>>().toEqualTypeOf<CobsRConsultadas>()
    expectTypeOf<Out<typeof payloadLocationRecGeradaSchema>>().toEqualTypeOf<PayloadLocationRecGerada>()
    expectTypeOf<Out<typeof payloadLocationRecCompletaSchema>>().toEqualTypeOf<PayloadLocationRecCompleta>()
    expectTypeOf<Out<typeof payloadLocationRecConsultadasSchema>>().toEqualTypeOf<PayloadLocationRecConsultadas>()
    expectTypeOf<Out<typeof webhookRecSolicitadoSchema>>().toEqualTypeOf<WebhookRecSolicitado>()
    expectTypeOf<Out<typeof webhookRecCompletoSchema>>().toEqualTypeOf<WebhookRecCompleto>()
    expectTypeOf<Out<typeof webhookRecBodySchema>>().toEqualTypeOf<WebhookRecBody>()
    expectTypeOf<Out<typeof webhookCobRSolicitadoSchema>>().toEqualTypeOf<WebhookCobRSolicitado>()
    expectTypeOf<Out<typeof webhookCobRCompletoSchema>>().toEqualTypeOf<WebhookCobRCompleto>()
    expectTypeOf<Out<typeof webhookCobRBodySchema>>().toEqualTypeOf<WebhookCobRBody>()
  })
})

describe('requests of Pix Automático', () => {
  const taken: readonly (readonly [OperationName, object])[] = [
    ['rec.create', REC],
    ['rec.create', { ...REC, valor: undefined, loc: undefined, ativacao: undefined, recebedor: undefined }],
    ['rec.create', { ...REC, valor: { valorMinimoRecebedor: '10.00' } }],
    ['rec.create', damaged(REC, 'calendario.dataFinal', '2027-02-01')],
    ['rec.create', damaged(REC, 'vinculo.devedor', { cnpj: '12ABC34501DE35', nome: 'Empresa' })],
    ['rec.update', { status: 'CANCELADA' }],
    ['rec.update', { loc: 108, vinculo: { devedor: { nome: 'Fulana' } }, calendario: { dataInicial: '2027-03-01' } }],
    ['solicRec.create', SOLIC_REC],
    ['solicRec.update', { status: 'CANCELADA' }],
    ['cobr.create', COBR],
    ['cobr.createWithoutTxid', { ...COBR, devedor: undefined, infoAdicional: undefined }],
    ['cobr.update', { status: 'CANCELADA' }],
    ['webhookRec.set', { webhookUrl: 'https://loja.com.br/webhookrec' }],
    ['webhookCobr.set', { webhookUrl: 'https://loja.com.br/webhookcobr' }],
  ]

  test.each(taken)('%s takes %o', (operation, body) => {
    expect(problems(operation, body)).toEqual([])
  })

  const NAME_140 = 'á'.repeat(140)
  test.each([
    ['rec.create', 'vinculo', REC, undefined, 'missing'],
    ['rec.create', 'vinculo.contrato', REC, undefined, 'missing'],
    ['rec.create', 'vinculo.contrato', REC, 'x'.repeat(36), 'too-long'],
    ['rec.create', 'vinculo.objeto', REC, '😀'.repeat(36), 'too-long'],
    ['rec.create', 'vinculo.devedor.nome', REC, `${NAME_140}x`, 'too-long'],
    ['rec.create', 'vinculo.devedor.cpf', REC, '123.456.789-09', 'format'],
    ['rec.create', 'vinculo.devedor.email', REC, 'fulana@mail.example', 'unknown-member'],
    ['rec.create', 'calendario.dataInicial', REC, '2027-02-30', 'date'],
    ['rec.create', 'calendario.dataFinal', REC, '2027-01-31', 'ends-before-it-begins'],
    ['rec.create', 'calendario.periodicidade', REC, 'DIARIA', 'enum'],
    ['rec.create', 'calendario.periodicidade', REC, undefined, 'missing'],
    ['rec.create', 'valor.valorMinimoRecebedor', REC, '10.00', 'fixed-and-minimum'],
    ['rec.create', 'valor.valorRec', REC, 35, 'type'],
    ['rec.create', 'valor.valorRec', REC, '35,00', 'valor'],
    ['rec.create', 'recebedor.convenio', REC, 'x'.repeat(61), 'too-long'],
    ['rec.create', 'recebedor.cnpj', REC, '12345678000195', 'unknown-member'],
    ['rec.create', 'politicaRetentativa', REC, undefined, 'missing'],
    ['rec.create', 'politicaRetentativa', REC, 'PERMITE', 'enum'],
    ['rec.create', 'retentativa', REC, 'NAO_PERMITE', 'unknown-member'],
    ['rec.create', 'idRec', REC, ID_REC, 'unknown-member'],
    ['rec.create', 'loc', REC, { id: 108 }, 'type'],
    ['rec.create', 'loc', REC, -1, 'range'],
    ['rec.create', 'ativacao.tipoJornada', REC, 'JORNADA_3', 'unknown-member'],
    ['rec.create', 'ativacao.dadosJornada.txid', REC, 'curto', 'format'],
    ['rec.create', 'ativacao.dadosJornada.txid', REC, undefined, 'missing'],
    ['rec.update', 'status', {}, 'APROVADA', 'enum'],
    ['rec.update', 'valor', {}, { valorRec: '40.00' }, 'unknown-member'],
    [
      'rec.update',
      'vinculo.devedor.cpf',
      { vinculo: { devedor: { nome: 'Fulana' } } },
      '12345678909',
      'unknown-member',
    ],
    ['rec.update', 'calendario.dataFinal', {}, '2027-02-01', 'unknown-member'],
    ['solicRec.create', 'idRec', SOLIC_REC, 'RR123', 'format'],
    ['solicRec.create', 'calendario.dataExpiracaoSolicitacao', SOLIC_REC, '2026-12-20', 'date-time'],
    ['solicRec.create', 'destinatario.ispbParticipante', SOLIC_REC, '9119355', 'format'],
    ['solicRec.create', 'destinatario.ispbParticipante', SOLIC_REC, undefined, 'missing'],
    ['solicRec.create', 'destinatario.conta', SOLIC_REC, undefined, 'missing'],
    ['solicRec.create', 'destinatario.conta', SOLIC_REC, '1'.repeat(21), 'too-long'],
    ['solicRec.create', 'destinatario.agencia', SOLIC_REC, '12345', 'too-long'],
    ['solicRec.create', 'pagador', SOLIC_REC, {}, 'unknown-member'],
    ['solicRec.update', 'status', {}, undefined, 'missing'],
    ['solicRec.update', 'status', {}, 'ACEITA', 'enum'],
    ['cobr.create', 'idRec', COBR, undefined, 'missing'],
    ['cobr.create', 'infoAdicional', COBR, 'x'.repeat(141), 'too-long'],
    ['cobr.create', 'calendario.dataDeVencimento', COBR, '2027-02-29', 'date'],
    ['cobr.create', 'ajusteDiaUtil', COBR, undefined, 'missing'],
    ['cobr.create', 'ajusteDiaUtil', COBR, 'true', 'type'],
    ['cobr.create', 'devedor.cep', COBR, '89256-140', 'too-long'],
    ['cobr.create', 'devedor.cpf', COBR, '12345678909', 'unknown-member'],
    ['cobr.create', 'recebedor.conta', COBR, undefined, 'missing'],
    ['cobr.create', 'recebedor.tipoConta', COBR, 'POUPANÇA', 'enum'],
    ['cobr.create', 'recebedor.agencia', COBR, '97080', 'too-long'],
    ['cobr.create', 'txid', COBR, '33beb661beda44a8928fef47dbeb2dc5', 'unknown-member'],
    ['cobr.create', 'politicaRetentativa', COBR, 'NAO_PERMITE', 'unknown-member'],
    ['cobr.update', 'status', {}, 'CONCLUIDA', 'enum'],
    ['webhookRec.set', 'webhookUrl', {}, 'http://loja.com.br/rec', 'url-not-https'],
    ['webhookRec.set', 'webhookUrl', {}, undefined, 'missing'],
    ['webhookCobr.set', 'webhookUrl', {}, 'loja.com.br/cobr', 'url'],
  ] as const)('%s tells what is wrong at %s (%#)', (operation, path, body, value, reason) => {
    expect(problems(operation, damaged(body, path, value))).toEqual([[path, reason]])
  })

  test('people have one document', () => {
    const both = { cpf: '12345678909', cnpj: '12345678000195', nome: 'Fulana' }
    expect(problems('rec.create', damaged(REC, 'vinculo.devedor', both))).toEqual([['vinculo.devedor', 'cpf-and-cnpj']])
    expect(problems('rec.create', damaged(REC, 'vinculo.devedor', { nome: 'Fulana' }))).toEqual([
      ['vinculo.devedor', 'no-document'],
    ])
    expect(problems('solicRec.create', damaged(SOLIC_REC, 'destinatario.cpf', undefined))).toEqual([
      ['destinatario', 'no-document'],
    ])
    expect(problems('solicRec.create', damaged(SOLIC_REC, 'destinatario.cnpj', '12345678000195'))).toEqual([
      ['destinatario', 'cpf-and-cnpj'],
    ])
  })

  test('all violations come at once', () => {
    const body = damaged(damaged(REC, 'loc', 'x'), 'valor', { valorRec: '1.00', valorMinimoRecebedor: '1.00' })
    expect(problems('rec.create', body)).toEqual([
      ['loc', 'type'],
      ['valor.valorMinimoRecebedor', 'fixed-and-minimum'],
    ])
  })
})

describe('answers of Pix Automático', () => {
  const rec = {
    ...REC,
    idRec: ID_REC,
    status: 'CRIADA',
    recebedor: { cnpj: '12345678000195', nome: 'Empresa' },
    loc: undefined,
    atualizacao: [{ status: 'CRIADA', data: '2026-11-25T12:00:00Z' }],
  }
  const cobr = {
    ...COBR,
    txid: '3136957d93134f2184b369e8f1c0729d',
    status: 'ATIVA',
    calendario: { criacao: '2027-02-01', dataDeVencimento: '2027-02-15' },
    atualizacao: [{ status: 'CRIADA', data: '2027-02-01T14:47:29.470Z' }],
    tentativas: [{ dataLiquidacao: '2027-02-15', tipo: 'AGND', endToEndId: 'E123', status: 'AGENDADA' }],
  }
  const paths = (operation: OperationName, body: unknown) =>
    checkResponse(operation, body).map(({ path, params }) => [path.join('.'), params['reason']])

  test('new members and new values of enumerations pass', () => {
    const later = {
      ...(damaged(rec, 'calendario.periodicidade', 'BIMESTRAL') as object),
      status: 'SUSPENSA',
      politicaRetentativa: 'PERMITE_5R_9D',
      ativacao: { tipoJornada: 'JORNADA_5', novo: true },
      encerramento: { rejeicao: { codigo: 'AP99', descricao: 'x' } },
      novo: {},
    }
    expect(paths('rec.get', later)).toEqual([])
    expect(paths('cobr.get', { ...cobr, status: 'SUSPENSA', novo: 1 })).toEqual([])
  })

  test('entries of atualizacao call their status status, or nome as the examples do', () => {
    const atualizacao = [{ nome: 'CRIADA', data: '2026-11-25T12:00:00Z' }]
    expect(paths('rec.get', { ...rec, atualizacao })).toEqual([])
    expect(paths('cobr.get', { ...cobr, atualizacao })).toEqual([['atualizacao.0.status', 'missing']])
  })

  test.each([
    ['rec.get', 'idRec', rec, 7, 'type'],
    ['rec.get', 'recebedor', rec, undefined, 'missing'],
    ['rec.get', 'calendario.dataInicial', rec, '01/02/2027', 'date'],
    ['rec.get', 'valor.valorRec', rec, 35, 'type'],
    ['rec.get', 'dadosQR', rec, 'x', 'type'],
    ['rec.get', 'atualizacao', rec, {}, 'type'],
    ['rec.get', 'pagador', rec, { cpf: '12345678909' }, 'missing', 'pagador.ispbParticipante'],
    ['cobr.get', 'calendario.criacao', cobr, '2027-02-01T10:00:00Z', 'date'],
    ['cobr.get', 'ajusteDiaUtil', cobr, 'S', 'type'],
    ['cobr.get', 'recebedor.conta', cobr, 12682, 'type'],
    ['cobr.get', 'pix', cobr, [{ endToEndId: 'E1', txid: 'a', valor: '1', horario: 'x' }], 'valor', 'pix.0.valor'],
  ] as const)('%s tells of another %s', (operation, path, body, value, reason, at: string = path) => {
    expect(paths(operation, damaged(body, path, value))).toContainEqual([at, reason])
  })

  test('lists are looked into', () => {
    const parametros = {
      inicio: '2026-11-01T00:00:00Z',
      fim: '2026-11-25T00:00:00Z',
      paginacao: { paginaAtual: 0, itensPorPagina: 100, quantidadeDePaginas: 1, quantidadeTotalDeItens: 1 },
    }
    expect(paths('rec.list', { parametros, recs: [rec] })).toEqual([])
    expect(paths('rec.list', { parametros, recs: [rec, { ...rec, status: 1 }] })).toEqual([['recs.1.status', 'type']])
    expect(paths('cobr.list', { parametros, cobsr: [{ ...cobr, valor: {} }] })).toEqual([
      ['cobsr.0.valor.original', 'missing'],
    ])
    const loc = { id: 108, location: 'pix.example.com/qr/v2/rec/2353c790', criacao: '2026-11-25T12:00:00Z' }
    expect(paths('locRec.list', { parametros, loc: [loc, { ...loc, idRec: ID_REC }] })).toEqual([])
    expect(paths('locRec.list', { parametros, loc: [{ ...loc, id: '108' }] })).toEqual([['loc.0.id', 'type']])
  })
})
