/**
 * Parts of answers about recurrences.
 *
 * @module
 */
import type {
  AtualizacaoRec,
  CalendarioRec,
  Convenio,
  Periodicidade,
  PoliticaRetentativa,
  RecPayload,
  RecStatusValor,
  ValorRec,
  VinculoRec,
} from '../types/rec-parts.ts'
import type { AtivacaoRec, EncerramentoRec, PagadorRec } from '../types/rec.ts'
import type { Aberto, PessoaRecorrencia } from '../types/shared.ts'
import { open, optional, type Schema } from './object.ts'
import { anyList } from './list.ts'
import { aberto, anyText, data, instante, valor } from './shared.ts'

export const convenio: Schema<Convenio> = open<Convenio>({ convenio: optional(anyText) })

export const statusRec: Schema<Aberto<RecStatusValor>> = aberto(
  'CRIADA',
  'APROVADA',
  'REJEITADA',
  'EXPIRADA',
  'CANCELADA',
)
const tipoJornada = aberto('JORNADA_1', 'JORNADA_2', 'JORNADA_3', 'JORNADA_4', 'AGUARDANDO_DEFINICAO')
export const politicaRetentativa: Schema<Aberto<PoliticaRetentativa>> = aberto('NAO_PERMITE', 'PERMITE_3R_7D')
export const valorRec: Schema<ValorRec> = open<ValorRec>({
  valorRec: optional(valor),
  valorMinimoRecebedor: optional(valor),
})
export const vinculo: Schema<VinculoRec> = open<VinculoRec>({
  contrato: anyText,
  devedor: open<PessoaRecorrencia>({ cpf: optional(anyText), cnpj: optional(anyText), nome: anyText }),
  objeto: optional(anyText),
})
export const calendario: Schema<CalendarioRec<Aberto<Periodicidade>>> = open<CalendarioRec<Aberto<Periodicidade>>>({
  dataInicial: data,
  dataFinal: optional(data),
  periodicidade: aberto('SEMANAL', 'MENSAL', 'TRIMESTRAL', 'SEMESTRAL', 'ANUAL'),
})

export const atualizacaoRec: Schema<readonly AtualizacaoRec[]> = anyList(
  open<AtualizacaoRec>({ status: optional(statusRec), nome: optional(statusRec), data: instante }),
)

export const encerramentoRec: Schema<EncerramentoRec> = open<EncerramentoRec>({
  rejeicao: optional(
    open<NonNullable<EncerramentoRec['rejeicao']>>({ codigo: aberto('AP13', 'AP14'), descricao: anyText }),
  ),
  cancelamento: optional(
    open<NonNullable<EncerramentoRec['cancelamento']>>({
      solicitante: aberto('PSP_PAGADOR', 'USUARIO_PAGADOR', 'PSP_RECEBEDOR', 'USUARIO_RECEBEDOR'),
      codigo: aberto('ACCL', 'CPCL', 'DCSD', 'ERSL', 'FRUD', 'PCFD', 'SLCR', 'SLDB'),
      descricao: anyText,
    }),
  ),
})

export const ativacaoRec: Schema<AtivacaoRec> = open<AtivacaoRec>({
  tipoJornada: optional(tipoJornada),
  dadosJornada: optional(
    open<NonNullable<AtivacaoRec['dadosJornada']>>({ txid: optional(anyText), tipoJornada: optional(tipoJornada) }),
  ),
})

/** What locations of recurrences serve, as an answer repeats it; `@pixkit/payload/schema` has that of the locations themselves. */
export const recPayload: Schema<RecPayload> = open<RecPayload>({
  idRec: anyText,
  vinculo,
  calendario,
  valor: optional(valorRec),
  recebedor: open<RecPayload['recebedor']>({ cnpj: anyText, nome: anyText, ispbParticipante: optional(anyText) }),
  politicaRetentativa: optional(politicaRetentativa),
  atualizacao: atualizacaoRec,
})

export const pagadorRec: Schema<PagadorRec> = open<PagadorRec>({
  cpf: optional(anyText),
  cnpj: optional(anyText),
  ispbParticipante: anyText,
  codMun: optional(anyText),
})
