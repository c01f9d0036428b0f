/**
 * What recurrences, their locations and the requests to confirm them have in common.
 *
 * @see API Pix 2.9.0, schemas named `Rec…`.
 *
 * @module
 */
import type { PoliticaRetentativa } from '@pixkit/core/id-rec'
import type { Aberto, PessoaRecorrencia } from './shared.ts'

export type { PoliticaRetentativa } from '@pixkit/core/id-rec'

export type Periodicidade = 'SEMANAL' | 'MENSAL' | 'TRIMESTRAL' | 'SEMESTRAL' | 'ANUAL'

/**
 * `CRIADA`: waits for the payer. `APROVADA`: charges can be made. `REJEITADA`, `EXPIRADA`, `CANCELADA`: over.
 */
export type RecStatusValor = 'CRIADA' | 'APROVADA' | 'REJEITADA' | 'EXPIRADA' | 'CANCELADA'

/** How the payer came to authorise; `AGUARDANDO_DEFINICAO` until then. */
export type TipoJornada = 'JORNADA_1' | 'JORNADA_2' | 'JORNADA_3' | 'JORNADA_4' | 'AGUARDANDO_DEFINICAO'

/** Who ended something. */
export type SolicitanteCancelamento = 'PSP_PAGADOR' | 'USUARIO_PAGADOR' | 'PSP_RECEBEDOR' | 'USUARIO_RECEBEDOR'

/** What is paid for. */
export interface VinculoRec {
  /** Number or code of the contract, up to 35 characters. */
  readonly contrato: string
  readonly devedor: PessoaRecorrencia
  /** What the payer will recognise it by, up to 35 characters. */
  readonly objeto?: string | undefined
}

/** When. Days are `YYYY-MM-DD`. */
export interface CalendarioRec<Valor extends string = Periodicidade> {
  /** Day of the first payment, as far as is known. Not before the day on which the recurrence is made. */
  readonly dataInicial: string
  /** Last day; absent when it has no end. Not before `dataInicial`. */
  readonly dataFinal?: string | undefined
  readonly periodicidade: Valor
}

/** How much: a fixed amount, or the least that a payer's own limit may be, never both. */
export interface ValorRec {
  /** Only where every payment is of this amount. */
  readonly valorRec?: string | undefined
  readonly valorMinimoRecebedor?: string | undefined
}

export interface Convenio {
  /** Agreement between receiver and bank, up to 60 characters. */
  readonly convenio?: string | undefined
}

/** A change of status. The examples of API Pix call it `nome` in recurrences. */
export interface AtualizacaoRec {
  readonly status?: Aberto<RecStatusValor> | undefined
  readonly nome?: Aberto<RecStatusValor> | undefined
  /** RFC 3339. */
  readonly data: string
}

/** A recurrence as its location shows it to payers. */
export interface RecPayload {
  readonly idRec: string
  readonly vinculo: VinculoRec
  readonly calendario: CalendarioRec<Aberto<Periodicidade>>
  readonly valor?: ValorRec | undefined
  readonly recebedor: {
    readonly cnpj: string
    readonly nome: string
    readonly ispbParticipante?: string | undefined
  }
  readonly politicaRetentativa?: Aberto<PoliticaRetentativa> | undefined
  readonly atualizacao: readonly AtualizacaoRec[]
}
