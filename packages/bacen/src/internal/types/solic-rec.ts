/**
 * Requests to confirm a recurrence (solicitações de recorrência), which the payer finds in the application of its bank: jornada 1.
 *
 * @see API Pix 2.9.0, schemas named `SolicRec…`, without `pagador` and `rec`, which they require and nowhere declare.
 *
 * @module
 */
import type { RecPayload } from './rec-parts.ts'
import type { Aberto, Documento } from './shared.ts'

/** `CRIADA`, `ENVIADA`, `RECEBIDA`: waits, can be cancelled. The others: over. */
export type SolicRecStatusValor = 'CRIADA' | 'ENVIADA' | 'RECEBIDA' | 'REJEITADA' | 'ACEITA' | 'EXPIRADA' | 'CANCELADA'

/** Account of the payer, and its CPF or CNPJ. */
export interface DestinatarioSolicRec extends Documento {
  /** Up to 4 characters. */
  readonly agencia?: string | undefined
  /** Up to 20 characters. */
  readonly conta: string
  readonly ispbParticipante: string
}

/** Body of `solicRec.create`. */
export interface SolicRecSolicitada {
  readonly idRec: string
  readonly calendario: {
    /** RFC 3339; in the future, at most 30 days from now. */
    readonly dataExpiracaoSolicitacao: string
  }
  readonly destinatario: DestinatarioSolicRec
}

/** Body of `solicRec.update`. */
export interface SolicRecRevisada {
  readonly status: 'CANCELADA'
}

/** Answer of every operation on one. */
export interface SolicRecCompleta {
  readonly idSolicRec: string
  readonly idRec: string
  readonly calendario: { readonly dataExpiracaoSolicitacao: string }
  readonly destinatario: DestinatarioSolicRec
  readonly status: Aberto<SolicRecStatusValor>
  readonly atualizacao: readonly {
    readonly status: Aberto<SolicRecStatusValor>
    /** RFC 3339. */
    readonly data: string
  }[]
  readonly recPayload?: RecPayload | undefined
}
