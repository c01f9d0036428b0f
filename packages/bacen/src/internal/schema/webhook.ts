/**
 * Schemas of the webhooks of keys.
 *
 * @see API Pix 2.9.0, schemas named `Webhook…`. WebhookCompleto requires `cnpj` where its example has `chave`: neither is asked for here.
 *
 * @module
 */
import type {
  ParametrosConsultaWebhooks,
  WebhookCompleto,
  WebhookPixBody,
  WebhooksConsultados,
  WebhookSolicitado,
} from '../types/webhook.ts'
import { paginacao } from './consultas.ts'
import { pixSchema } from './pix.ts'
import { closed, open, optional, type Schema } from './object.ts'
import { anyList } from './list.ts'
import { anyText, instante } from './shared.ts'
import { webhookUrl } from './webhook-url.ts'

export const webhookSolicitadoSchema: Schema<WebhookSolicitado> = closed<WebhookSolicitado>({ webhookUrl })

export const webhookCompletoSchema: Schema<WebhookCompleto> = open<WebhookCompleto>({
  webhookUrl: anyText,
  chave: optional(anyText),
  cnpj: optional(anyText),
  criacao: instante,
})

export const webhooksConsultadosSchema: Schema<WebhooksConsultados> = open<WebhooksConsultados>({
  parametros: optional(
    open<ParametrosConsultaWebhooks>({
      inicio: optional(instante),
      fim: optional(instante),
      paginacao: optional(paginacao),
    }),
  ),
  webhooks: anyList(webhookCompletoSchema),
})

/** What the bank sends to a webhook: new members pass, as in answers. */
export const webhookPixBodySchema: Schema<WebhookPixBody> = open<WebhookPixBody>({ pix: anyList(pixSchema) })
