/**
 * Schemas of the webhook of recurrences.
 *
 * @module
 */
import type { RecNotification, WebhookRecBody, WebhookRecCompleto, WebhookRecSolicitado } from '../types/webhook-rec.ts'
import { ativacaoRec, atualizacaoRec, encerramentoRec, statusRec } from './rec-parts.ts'
import { closed, open, optional, type Schema } from './object.ts'
import { anyList } from './list.ts'
import { anyText, instante } from './shared.ts'
import { webhookUrl } from './webhook-url.ts'

export const webhookRecSolicitadoSchema: Schema<WebhookRecSolicitado> = closed<WebhookRecSolicitado>({
  webhookUrl,
})

export const webhookRecCompletoSchema: Schema<WebhookRecCompleto> = open<WebhookRecCompleto>({
  webhookUrl: anyText,
  criacao: optional(instante),
})

/** What the bank sends. */
export const webhookRecBodySchema: Schema<WebhookRecBody> = open<WebhookRecBody>({
  recs: anyList(
    open<RecNotification>({
      idRec: anyText,
      status: statusRec,
      atualizacao: atualizacaoRec,
      encerramento: optional(encerramentoRec),
      ativacao: optional(ativacaoRec),
    }),
  ),
})
