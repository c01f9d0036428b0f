/**
 * Schemas of the webhook of charges of recurrences.
 *
 * @module
 */
import type {
  CobRNotification,
  WebhookCobRBody,
  WebhookCobRCompleto,
  WebhookCobRSolicitado,
} from '../types/webhook-cobr.ts'
import { atualizacaoCobR, encerramentoCobR, pixAutomatico, statusCobR, tentativasCobR } from './cobr.ts'
import { closed, open, optional, type Schema } from './object.ts'
import { anyList } from './list.ts'
import { anyText, instante } from './shared.ts'
import { webhookUrl } from './webhook-url.ts'

export const webhookCobRSolicitadoSchema: Schema<WebhookCobRSolicitado> = closed<WebhookCobRSolicitado>({ webhookUrl })

export const webhookCobRCompletoSchema: Schema<WebhookCobRCompleto> = open<WebhookCobRCompleto>({
  webhookUrl: anyText,
  criacao: optional(instante),
})

/** What the bank sends. */
export const webhookCobRBodySchema: Schema<WebhookCobRBody> = open<WebhookCobRBody>({
  cobsr: anyList(
    open<CobRNotification>({
      idRec: anyText,
      txid: anyText,
      status: statusCobR,
      atualizacao: atualizacaoCobR,
      encerramento: optional(encerramentoCobR),
      tentativas: optional(tentativasCobR),
      pix: optional(pixAutomatico),
    }),
  ),
})
