/** @module Generators of requests that API Pix allows. People in them are invented. */
import type { RequestBodies } from '@pixkit/bacen/types'
import fc from 'fast-check'
import {
  anyChave,
  anyIspb,
  anyTxid,
  anyValor,
  characters,
  digits,
  maybe,
  merged,
  pessoa,
  text,
} from './payload-arbitraries.ts'

const DAY_MS = 86_400_000

const ALPHANUMERIC = [...'0123456789ABCDEFXYZabcdefxyz']
const anyId = (): fc.Arbitrary<string> => characters(ALPHANUMERIC, 29, 29)

/** Of this century. */
const anyDay = (): fc.Arbitrary<string> => fc.nat({ max: 36_000 }).map(dayFrom2001)
const anyInstant = (): fc.Arbitrary<string> =>
  fc.tuple(anyDay(), fc.constantFrom('T00:00:00Z', 'T12:30:59.123-03:00', 't23:59:59z')).map((parts) => parts.join(''))

function dayFrom2001(day: number): string {
  return new Date(Date.UTC(2001, 0, 1) + day * DAY_MS).toISOString().slice(0, 10)
}

const anyInfoAdicionais = fc.array(fc.record({ nome: text(50), valor: text(200) }), { maxLength: 50, size: 'small' })

/** What both kinds of charge may have, and do not need. */
const extras = (): fc.Arbitrary<object> =>
  merged(
    maybe('solicitacaoPagador', text(140)),
    maybe('infoAdicionais', anyInfoAdicionais),
    maybe('loc', fc.record({ id: fc.maxSafeNat() })),
  )

const retirada = (...agentes: string[]): fc.Arbitrary<object> =>
  merged(
    fc.oneof(
      fc.record({ valor: anyValor() }),
      fc.record({ valor: anyValor(), modalidadeAlteracao: fc.constant(0) }),
      fc.record({ valor: anyValor(0), modalidadeAlteracao: fc.constant(1) }),
    ),
    fc.record({ modalidadeAgente: fc.constantFrom(...agentes), prestadorDoServicoDeSaque: anyIspb() }),
  )

const anyCobValor = (): fc.Arbitrary<object> =>
  fc.oneof(
    fc.record({ original: anyValor() }),
    fc.record({ original: anyValor(), modalidadeAlteracao: fc.constant(0) }),
    fc.record({ original: anyValor(0), modalidadeAlteracao: fc.constant(1) }),
    fc.record({
      original: fc.constant('0.00'),
      retirada: fc.record({ saque: retirada('AGTEC', 'AGTOT', 'AGPSS') }),
    }),
    fc.record({ original: anyValor(), retirada: fc.record({ troco: retirada('AGTEC', 'AGTOT') }) }),
  )

const anyExpiracao = (): fc.Arbitrary<object> => maybe('expiracao', fc.integer({ min: 1, max: 2_147_483_647 }))

const anyDevedor = (): fc.Arbitrary<object> =>
  merged(
    pessoa(200),
    maybe('email', text(60)),
    maybe('logradouro', text(200)),
    maybe('cidade', text(200)),
    maybe('uf', fc.constantFrom('SP', 'RS')),
    maybe('cep', digits(8)),
  )

/** Less than the least `original` of {@link anyCobVValor}, and than 100%. */
const anyPart = (): fc.Arbitrary<string> =>
  fc
    .integer({ min: 0, max: 9_999 })
    .map((cents) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`)

const anyModalidade = (max: number): fc.Arbitrary<object> =>
  fc.record({ modalidade: fc.integer({ min: 1, max }), valorPerc: anyPart() })

/** Discounts until days in their order, the last one on the due date at the latest. */
const anyDesconto = (due: number): fc.Arbitrary<object> =>
  fc.oneof(
    fc
      .tuple(
        fc.constantFrom(1, 2),
        fc.uniqueArray(fc.nat({ max: 60 }), { minLength: 1, maxLength: 3 }),
        fc.array(anyPart(), { minLength: 3, maxLength: 3 }),
      )
      .map(([modalidade, before, parts]) => ({
        modalidade,
        descontoDataFixa: before
          .toSorted((one, other) => other - one)
          .map((days, index) => ({ data: dayFrom2001(due - days), valorPerc: parts[index] })),
      })),
    fc.record({ modalidade: fc.integer({ min: 3, max: 6 }), valorPerc: anyPart() }),
  )

/** Calendar and amount together, because discounts end before the charge is due. */
const anyCobVBase = (): fc.Arbitrary<{ calendario: object; valor: object }> =>
  fc.integer({ min: 100, max: 36_000 }).chain((due) =>
    fc.record({
      calendario: merged(
        fc.constant({ dataDeVencimento: dayFrom2001(due) }),
        maybe('validadeAposVencimento', fc.nat({ max: 3_650 })),
      ),
      valor: merged(
        fc.record({ original: anyValor(10_000) }),
        maybe('multa', anyModalidade(2)),
        maybe('juros', anyModalidade(8)),
        maybe('abatimento', anyModalidade(2)),
        maybe('desconto', anyDesconto(due)),
      ),
    }),
  )

const anyCobV = (): fc.Arbitrary<object> =>
  merged<object>(anyCobVBase(), fc.record({ devedor: anyDevedor(), chave: anyChave() }), extras())

const removal = fc.constant({ status: 'REMOVIDA_PELO_USUARIO_RECEBEDOR' })

const anyCobVRevisada = (): fc.Arbitrary<object> =>
  fc.oneof(
    removal,
    merged<object>(
      fc.oneof(fc.constant({}), anyCobVBase()),
      maybe('devedor', anyDevedor()),
      maybe('chave', anyChave()),
      extras(),
    ),
  )

/** Charges of a batch, each with a txid of its own. */
const lote = (charge: fc.Arbitrary<object>): fc.Arbitrary<object[]> =>
  fc
    .uniqueArray(anyTxid(), { minLength: 1, maxLength: 3 })
    .chain((txids) => fc.tuple(...txids.map((txid) => charge.map((body) => ({ ...body, txid })))))

const anyCob = (): fc.Arbitrary<RequestBodies['cob.create']> =>
  merged(
    fc.record({ calendario: anyExpiracao(), valor: anyCobValor(), chave: anyChave() }),
    maybe('devedor', pessoa(200)),
    extras(),
  )

const anyCobR = (): fc.Arbitrary<RequestBodies['cobr.create']> =>
  merged(
    fc.record({
      idRec: anyId(),
      calendario: fc.record({ dataDeVencimento: anyDay() }),
      valor: fc.record({ original: anyValor() }),
      ajusteDiaUtil: fc.boolean(),
      recebedor: merged(
        fc.record({ conta: digits(9), tipoConta: fc.constantFrom('CORRENTE', 'POUPANCA', 'PAGAMENTO') }),
        maybe('agencia', digits(4)),
      ),
    }),
    maybe('infoAdicional', text(140)),
    maybe('devedor', merged(maybe('email', text(60)), maybe('uf', fc.constant('MG')), maybe('cep', digits(8)))),
  )

const anyVigencia = (): fc.Arbitrary<object> =>
  fc.tuple(fc.nat({ max: 30_000 }), fc.option(fc.nat({ max: 6_000 }), { nil: undefined })).map(([start, days]) => ({
    dataInicial: dayFrom2001(start),
    ...(days === undefined ? {} : { dataFinal: dayFrom2001(start + days) }),
  }))

const anyAtivacao = fc.record({ dadosJornada: fc.record({ txid: anyTxid() }) })

const anyRec = (): fc.Arbitrary<RequestBodies['rec.create']> =>
  merged(
    fc.record({
      vinculo: merged(fc.record({ contrato: text(35), devedor: pessoa(140) }), maybe('objeto', text(35))),
      calendario: merged(
        anyVigencia(),
        fc.record({ periodicidade: fc.constantFrom('SEMANAL', 'MENSAL', 'TRIMESTRAL', 'SEMESTRAL', 'ANUAL') }),
      ),
      politicaRetentativa: fc.constantFrom('NAO_PERMITE', 'PERMITE_3R_7D'),
    }),
    maybe('valor', fc.oneof(fc.record({ valorRec: anyValor() }), fc.record({ valorMinimoRecebedor: anyValor() }))),
    maybe('recebedor', maybe('convenio', text(60))),
    maybe('loc', fc.maxSafeNat()),
    maybe('ativacao', anyAtivacao),
  )

const anyDocumento = pessoa(10).map(({ nome: _nome, ...documento }) => documento)

const webhook = (): fc.Arbitrary<{ webhookUrl: string }> =>
  fc.webUrl({ validSchemes: ['https'] }).map((webhookUrl) => ({ webhookUrl }))

/** Every request that has a body, by the name of its operation. */
export const anyRequest: { readonly [Name in keyof RequestBodies]: fc.Arbitrary<RequestBodies[Name]> } = {
  'cob.create': anyCob(),
  'cob.createWithoutTxid': anyCob(),
  'cob.update': fc.oneof(
    removal,
    merged(
      maybe('calendario', anyExpiracao()),
      maybe('valor', anyCobValor()),
      maybe('chave', anyChave()),
      maybe('devedor', pessoa(200)),
      extras(),
    ),
  ) as fc.Arbitrary<RequestBodies['cob.update']>,
  'cobv.create': anyCobV() as fc.Arbitrary<RequestBodies['cobv.create']>,
  'cobv.update': anyCobVRevisada() as fc.Arbitrary<RequestBodies['cobv.update']>,
  'loteCobv.put': fc.record({ descricao: text(100), cobsv: lote(anyCobV()) }) as fc.Arbitrary<
    RequestBodies['loteCobv.put']
  >,
  'loteCobv.update': merged(maybe('descricao', text(100)), maybe('cobsv', lote(anyCobVRevisada()))),
  'loc.create': fc.record({ tipoCob: fc.constantFrom('cob' as const, 'cobv' as const) }),
  'pix.createDevolucao': merged(
    fc.record({ valor: anyValor() }),
    maybe('natureza', fc.constantFrom('ORIGINAL', 'RETIRADA')),
    maybe('descricao', text(140)),
  ),
  'rec.create': anyRec(),
  'rec.update': fc.oneof(
    fc.constant({ status: 'CANCELADA' as const }),
    merged(
      maybe('loc', fc.maxSafeNat()),
      maybe('calendario', maybe('dataInicial', anyDay())),
      maybe('vinculo', maybe('devedor', fc.record({ nome: text(140) }))),
      maybe('ativacao', anyAtivacao),
    ),
  ) as fc.Arbitrary<RequestBodies['rec.update']>,
  'solicRec.create': fc.record({
    idRec: anyId(),
    calendario: fc.record({ dataExpiracaoSolicitacao: anyInstant() }),
    destinatario: merged<RequestBodies['solicRec.create']['destinatario']>(
      anyDocumento,
      fc.record({ conta: digits(9), ispbParticipante: anyIspb() }),
      maybe('agencia', digits(4)),
    ),
  }),
  'solicRec.update': fc.constant({ status: 'CANCELADA' as const }),
  'cobr.create': anyCobR(),
  'cobr.createWithoutTxid': anyCobR(),
  'cobr.update': fc.constant({ status: 'CANCELADA' as const }),
  'webhook.set': webhook(),
  'webhookRec.set': webhook(),
  'webhookCobr.set': webhook(),
}
