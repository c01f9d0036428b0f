/**
 * Webhooks of payments: where the bank tells that a Pix with a txid arrived.
 *
 * @see API Pix 2.9.0, schemas named `Webhook…`, request body `WebhookPixBody`.
 *
 * @module
 */
import type { Pix } from './pix.ts'
import type { Paginacao } from './shared.ts'

/** What sets the webhook of a key. */
export interface WebhookSolicitado {
  /** https, on a public host; the bank adds `/pix` to it and calls over mTLS. */
  readonly webhookUrl: string
}

/** The webhook of a key, as the bank gives it back. */
export interface WebhookCompleto {
  readonly webhookUrl: string
  /** As the norm's examples show. */
  readonly chave?: string | undefined
  /** As the norm's schema demands; banks rather send `chave`. */
  readonly cnpj?: string | undefined
  readonly criacao: string
}

/** A page of webhooks. */
export interface WebhooksConsultados {
  readonly parametros?: ParametrosConsultaWebhooks | undefined
  readonly webhooks: readonly WebhookCompleto[]
}

export interface ParametrosConsultaWebhooks {
  readonly inicio?: string | undefined
  readonly fim?: string | undefined
  readonly paginacao?: Paginacao | undefined
}

/** What the bank sends to the webhook. */
export interface WebhookPixBody {
  readonly pix: readonly Pix[]
}
