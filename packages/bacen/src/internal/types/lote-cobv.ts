/**
 * Batches (lotes) of charges with a due date: asked for together, made one by one, each accepted or refused on its own.
 *
 * @see API Pix 2.9.0, schemas named `LoteCobV…`, request bodies `LoteCobVBody` and `LoteCobVBodyRevisado`.
 *
 * @module
 */
import type { Problema } from '@pixkit/http/problema'
import type { CobVRevisada, CobVSolicitada } from './cobv.ts'
import type { Aberto, ParametrosConsulta } from './shared.ts'

/** A charge of a batch, with the txid that it is to have. */
export interface CobVDoLote extends CobVSolicitada {
  readonly txid: string
}

/** What makes a batch, or asks again for all of its charges. */
export interface LoteCobVBody {
  readonly descricao: string
  readonly cobsv: readonly CobVDoLote[]
}

/** A change to a charge of a batch. */
export interface CobVRevisadaDoLote extends CobVRevisada {
  readonly txid: string
}

/** What changes some charges of a batch. */
export interface LoteCobVBodyRevisado {
  readonly descricao?: string | undefined
  readonly cobsv?: readonly CobVRevisadaDoLote[] | undefined
}

/** What became of a charge that a batch asked for. */
export type LoteCobVStatus = 'EM_PROCESSAMENTO' | 'CRIADA' | 'NEGADA'

export interface SolicitacaoDoLote {
  readonly txid: string
  readonly status: Aberto<LoteCobVStatus>
  /** Why it was refused (`NEGADA`). */
  readonly problema?: Problema | undefined
  readonly criacao?: string | undefined
}

/** A batch, as the bank gives it back. */
export interface LoteCobVConsultado {
  readonly id?: number | undefined
  readonly descricao: string
  readonly criacao: string
  readonly cobsv: readonly SolicitacaoDoLote[]
}

/** A page of batches. */
export interface LotesCobVConsultados {
  readonly parametros: ParametrosConsulta
  readonly lotes: readonly LoteCobVConsultado[]
}
