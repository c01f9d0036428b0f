/**
 * Schemas of requests to confirm a recurrence.
 *
 * @see API Pix 2.9.0, schemas named `SolicRec…`, without the `pagador` and the `rec` that they require and do not declare.
 *
 * @module
 */
import type {
  DestinatarioSolicRec,
  SolicRecCompleta,
  SolicRecRevisada,
  SolicRecSolicitada,
} from '../types/solic-rec.ts'
import { documento, oneDocument } from './pessoas.ts'
import { recPayload } from './rec-parts.ts'
import { closed, open, optional, type Schema } from './object.ts'
import { anyList } from './list.ts'
import { aberto, anyText, idRec, instante, ispb, oneOf, text } from './shared.ts'

export const solicRecSolicitadaSchema: Schema<SolicRecSolicitada> = closed<SolicRecSolicitada>({
  idRec,
  calendario: closed<SolicRecSolicitada['calendario']>({ dataExpiracaoSolicitacao: instante }),
  destinatario: closed<DestinatarioSolicRec>(
    { ...documento, agencia: optional(text(4)), conta: text(20), ispbParticipante: ispb },
    oneDocument,
  ),
})

export const solicRecRevisadaSchema: Schema<SolicRecRevisada> = closed<SolicRecRevisada>({
  status: oneOf('CANCELADA'),
})

const status = aberto('CRIADA', 'ENVIADA', 'RECEBIDA', 'REJEITADA', 'ACEITA', 'EXPIRADA', 'CANCELADA')

export const solicRecCompletaSchema: Schema<SolicRecCompleta> = open<SolicRecCompleta>({
  idSolicRec: anyText,
  idRec: anyText,
  calendario: open<SolicRecCompleta['calendario']>({ dataExpiracaoSolicitacao: instante }),
  destinatario: open<DestinatarioSolicRec>({
    cpf: optional(anyText),
    cnpj: optional(anyText),
    agencia: optional(anyText),
    conta: anyText,
    ispbParticipante: anyText,
  }),
  status,
  atualizacao: anyList(open<SolicRecCompleta['atualizacao'][number]>({ status, data: instante })),
  recPayload: optional(recPayload),
})
