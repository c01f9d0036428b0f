/**
 * Schemas of immediate charges.
 *
 * @see API Pix 2.9.0, schemas named `Cob…`; info, tag Cob, CobOperacaoInvalida.
 *
 * @module
 */
import type {
  CobCompleta,
  CobrancaStatus,
  CobGerada,
  CobRevisada,
  CobsConsultadas,
  CobSolicitada,
  CobValor,
  ParametrosConsultaCob,
  Retirada,
  RetiradaGerada,
  Saque,
  Troco,
} from '../types/cob.ts'
import type { Aberto } from '../types/shared.ts'
import { consulta } from './consultas.ts'
import { locOf, payloadLocationDaCobrancaSchema } from './loc.ts'
import { anyInfoAdicionais, anyPessoa, infoAdicionais, pessoa } from './pessoas.ts'
import { pixSchema } from './pix.ts'
import { removalAlone } from './revisao.ts'
import { isMembers } from '../members.ts'
import { closed, type MembersOf, open, optional, type Rule, type Schema } from './object.ts'
import { anyList } from './list.ts'
import { centavosOf } from '../valor.ts'
import { aberto, anyText, boolean, chave, instante, integer, ispb, oneOf, text, valor } from './shared.ts'

const modalidadeAlteracao = optional(oneOf(0, 1))

/** @see API Pix 2.9.0, CobValor.retirada: `saque.valor > 0`, or `>= 0` with `modalidadeAlteracao` 1. */
const someCash: Rule = (cash, report) => {
  if (centavosOf(cash['valor']) === 0 && cash['modalidadeAlteracao'] !== 1) report('zero', ['valor'])
}

/** 2.10.0 calls AGPSS AGFSS; `checkRequest` knows the version. */
const saque = closed<Saque>(
  {
    valor,
    modalidadeAlteracao,
    modalidadeAgente: oneOf('AGTEC', 'AGTOT', 'AGPSS', 'AGFSS'),
    prestadorDoServicoDeSaque: ispb,
  },
  someCash,
)

const troco = closed<Troco>(
  { valor, modalidadeAlteracao, modalidadeAgente: oneOf('AGTEC', 'AGTOT'), prestadorDoServicoDeSaque: ispb },
  someCash,
)

const retirada = closed<Retirada>({ saque: optional(saque), troco: optional(troco) }, (cash, report) => {
  const hasSaque = cash['saque'] !== undefined
  const hasTroco = cash['troco'] !== undefined
  if (hasSaque && hasTroco) report('saque-and-troco', [])
  if (!hasSaque && !hasTroco) report('saque-or-troco', [])
})

/** @see API Pix 2.9.0, CobValor.retirada: `original` is zero with saque and more with troco, and cannot be changed with either. */
const retiradaFits: Rule = (cobValor, report) => {
  const cash = cobValor['retirada']
  if (!isMembers(cash)) return
  const original = centavosOf(cobValor['original'])
  if (cash['saque'] !== undefined && original !== undefined && original > 0) report('saque-original', ['original'])
  if (cash['troco'] !== undefined && original === 0) report('troco-original', ['original'])
  if (cobValor['modalidadeAlteracao'] === 1) report('retirada-changeable', ['modalidadeAlteracao'])
}

/** Nothing to pay: refused unless the payer may write an amount, or takes cash. */
const someOriginal: Rule = (cobValor, report) => {
  if (cobValor['modalidadeAlteracao'] === 1 || cobValor['retirada'] !== undefined) return
  if (centavosOf(cobValor['original']) === 0) report('zero', ['original'])
}

const cobValor = closed<CobValor>(
  { original: valor, modalidadeAlteracao, retirada: optional(retirada) },
  retiradaFits,
  someOriginal,
)

/** What is absent may be as it has to be already, so only what contradicts itself is told. */
const cobValorRevisado = closed<Partial<CobValor>>(
  { original: optional(valor), modalidadeAlteracao, retirada: optional(retirada) },
  retiradaFits,
  (revised, report) => {
    if (revised['modalidadeAlteracao'] === 0) someOriginal(revised, report)
  },
)

const calendario = closed<CobSolicitada['calendario']>({ expiracao: optional(integer(1)) })

/** Creates an immediate charge. */
export const cobSolicitadaSchema: Schema<CobSolicitada> = closed<CobSolicitada>({
  calendario,
  devedor: optional(pessoa(200)),
  loc: optional(locOf('cob')),
  valor: cobValor,
  chave,
  solicitacaoPagador: optional(text(140)),
  infoAdicionais: optional(infoAdicionais),
})

/** Changes an immediate charge, or removes it. */
export const cobRevisadaSchema: Schema<CobRevisada> = closed<CobRevisada>(
  {
    calendario: optional(calendario),
    devedor: optional(pessoa(200)),
    loc: optional(locOf('cob')),
    status: optional(oneOf('REMOVIDA_PELO_USUARIO_RECEBEDOR')),
    valor: optional(cobValorRevisado),
    chave: optional(chave),
    solicitacaoPagador: optional(text(140)),
    infoAdicionais: optional(infoAdicionais),
  },
  removalAlone,
)

/** States of the record of a charge. */
export const cobrancaStatus: Schema<Aberto<CobrancaStatus>> = aberto(
  'ATIVA',
  'CONCLUIDA',
  'REMOVIDA_PELO_USUARIO_RECEBEDOR',
  'REMOVIDA_PELO_PSP',
)

const anyModalidade = optional(integer() as Schema<0 | 1>)

const retiradaGerada = (...agentes: Saque['modalidadeAgente'][]): Schema<RetiradaGerada> =>
  open<RetiradaGerada>({
    valor,
    modalidadeAlteracao: anyModalidade,
    modalidadeAgente: aberto(...agentes),
    prestadorDoServicoDeSaque: anyText,
  })

const gerada: MembersOf<CobGerada> = {
  calendario: open<CobGerada['calendario']>({ criacao: instante, expiracao: integer() }),
  txid: anyText,
  revisao: integer(),
  devedor: optional(anyPessoa),
  loc: optional(payloadLocationDaCobrancaSchema),
  location: optional(anyText),
  status: cobrancaStatus,
  valor: open<CobGerada['valor']>({
    original: valor,
    modalidadeAlteracao: anyModalidade,
    retirada: optional(
      open<NonNullable<CobGerada['valor']['retirada']>>({
        saque: optional(retiradaGerada('AGTEC', 'AGTOT', 'AGPSS', 'AGFSS')),
        troco: optional(retiradaGerada('AGTEC', 'AGTOT')),
      }),
    ),
  }),
  chave: anyText,
  solicitacaoPagador: optional(anyText),
  infoAdicionais: optional(anyInfoAdicionais),
  pixCopiaECola: optional(anyText),
}

export const cobGeradaSchema: Schema<CobGerada> = open<CobGerada>(gerada)

export const cobCompletaSchema: Schema<CobCompleta> = open<CobCompleta>({
  ...gerada,
  pix: optional(anyList(pixSchema)),
})

/** What lists of charges of both kinds repeat of the question. */
export const parametrosConsultaCobSchema: Schema<ParametrosConsultaCob> = open<ParametrosConsultaCob>({
  ...consulta,
  cpf: optional(anyText),
  cnpj: optional(anyText),
  locationPresente: optional(boolean),
  status: optional(anyText),
})

export const cobsConsultadasSchema: Schema<CobsConsultadas> = open<CobsConsultadas>({
  parametros: parametrosConsultaCobSchema,
  cobs: anyList(cobCompletaSchema),
})
