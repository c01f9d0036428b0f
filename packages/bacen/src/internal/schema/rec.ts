/**
 * Schemas of recurrences.
 *
 * @see API Pix 2.9.0, schemas named `Rec…`. RecBase requires a `retentativa` that it does not declare, and an `idRec` that requests cannot carry:
 *   neither is asked for here. Entries of `atualizacao` say `status`, or `nome` as all examples do.
 *
 * @module
 */
import type { CalendarioRec, Convenio, ValorRec, VinculoRec } from '../types/rec-parts.ts'
import type {
  DadosJornada,
  ParametrosConsultaRec,
  RecCompleta,
  RecCompletaPesquisada,
  RecebedorRec,
  RecGerada,
  RecRevisada,
  RecsConsultadas,
  RecSolicitada,
} from '../types/rec.ts'
import { payloadLocationRecCompletaSchema } from './loc-rec.ts'
import { consulta } from './consultas.ts'
import { pessoa } from './pessoas.ts'
import {
  ativacaoRec,
  atualizacaoRec,
  calendario,
  convenio,
  encerramentoRec,
  pagadorRec,
  politicaRetentativa,
  statusRec,
  valorRec,
  vinculo,
} from './rec-parts.ts'
import { isMembers } from '../members.ts'
import { closed, type MembersOf, open, optional, type Rule, type Schema } from './object.ts'
import { anyList } from './list.ts'
import { aberto, anyText, boolean, data, locationId, oneOf, text, txid, valor } from './shared.ts'
import { solicRecCompletaSchema } from './solic-rec.ts'

/** @see API Pix 2.9.0, info, tag Rec, RecOperacaoInvalida, violations of `POST /rec`. */
const endsAfterItBegins: Rule = ({ calendario }, report) => {
  if (!isMembers(calendario)) return
  const { dataInicial, dataFinal } = calendario
  if (typeof dataInicial !== 'string' || typeof dataFinal !== 'string') return
  if (dataFinal < dataInicial) report('ends-before-it-begins', ['calendario', 'dataFinal'])
}
/** @see As above. */
const oneValor: Rule = ({ valor: amounts }, report) => {
  if (!isMembers(amounts)) return
  if (amounts['valorRec'] !== undefined && amounts['valorMinimoRecebedor'] !== undefined) {
    report('fixed-and-minimum', ['valor', 'valorMinimoRecebedor'])
  }
}

const dadosJornadaSolicitada = closed<DadosJornada>({ txid })
const ativacaoSolicitada = closed<NonNullable<RecSolicitada['ativacao']>>({
  dadosJornada: optional(dadosJornadaSolicitada),
})

export const recSolicitadaSchema: Schema<RecSolicitada> = closed<RecSolicitada>(
  {
    vinculo: closed<VinculoRec>({
      contrato: text(35),
      devedor: pessoa(140),
      objeto: optional(text(35)),
    }),
    calendario: closed<CalendarioRec>({
      dataInicial: data,
      dataFinal: optional(data),
      periodicidade: oneOf('SEMANAL', 'MENSAL', 'TRIMESTRAL', 'SEMESTRAL', 'ANUAL'),
    }),
    valor: optional(closed<ValorRec>({ valorRec: optional(valor), valorMinimoRecebedor: optional(valor) })),
    recebedor: optional(closed<Convenio>({ convenio: optional(text(60)) })),
    politicaRetentativa: oneOf('NAO_PERMITE', 'PERMITE_3R_7D'),
    loc: optional(locationId),
    ativacao: optional(ativacaoSolicitada),
  },
  endsAfterItBegins,
  oneValor,
)

export const recRevisadaSchema: Schema<RecRevisada> = closed<RecRevisada>({
  status: optional(oneOf('CANCELADA')),
  vinculo: optional(
    closed<NonNullable<RecRevisada['vinculo']>>({ devedor: optional(closed<{ nome: string }>({ nome: text(140) })) }),
  ),
  loc: optional(locationId),
  calendario: optional(closed<NonNullable<RecRevisada['calendario']>>({ dataInicial: optional(data) })),
  ativacao: optional(ativacaoSolicitada),
})

const gerada: MembersOf<RecGerada> = {
  idRec: anyText,
  vinculo,
  calendario,
  valor: optional(valorRec),
  recebedor: open<RecebedorRec>({ cnpj: anyText, nome: anyText, convenio: optional(anyText) }),
  status: statusRec,
  politicaRetentativa: optional(politicaRetentativa),
  loc: optional(payloadLocationRecCompletaSchema),
  atualizacao: atualizacaoRec,
  encerramento: optional(encerramentoRec),
  ativacao: optional(ativacaoRec),
}

export const recGeradaSchema: Schema<RecGerada> = open(gerada)

const pesquisada: MembersOf<RecCompletaPesquisada> = {
  ...gerada,
  pagador: optional(pagadorRec),
  solicitacao: optional(anyList(solicRecCompletaSchema)),
}

export const recCompletaSchema: Schema<RecCompleta> = open<RecCompleta>({
  ...pesquisada,
  dadosQR: optional(
    open<NonNullable<RecCompleta['dadosQR']>>({
      jornada: optional(aberto('JORNADA_2', 'JORNADA_3', 'JORNADA_4')),
      pixCopiaECola: optional(anyText),
    }),
  ),
})

export const recsConsultadasSchema: Schema<RecsConsultadas> = open<RecsConsultadas>({
  parametros: open<ParametrosConsultaRec>({
    ...consulta,
    cpf: optional(anyText),
    cnpj: optional(anyText),
    locationPresente: optional(boolean),
    status: optional(anyText),
    recebedor: optional(convenio),
  }),
  recs: anyList(open(pesquisada)),
})
