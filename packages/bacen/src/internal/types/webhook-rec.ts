/**
 * Where the bank tells what becomes of recurrences; one address for a receiver.
 *
 * @see API Pix 2.9.0, schemas named `WebhookRec…`.
 *
 * @module
 */
import type { AtualizacaoRec, RecStatusValor } from './rec-parts.ts'
import type { AtivacaoRec, EncerramentoRec } from './rec.ts'
import type { Aberto } from './shared.ts'

/** Body of `webhookRec.set`. */
export interface WebhookRecSolicitado {
  /** https, on a public host; the bank calls it over mTLS. */
  readonly webhookUrl: string
}

/** Answer of `webhookRec.get`. */
export interface WebhookRecCompleto {
  readonly webhookUrl: string
  /** RFC 3339. */
  readonly criacao?: string | undefined
}

/** What has become of a recurrence. */
export interface RecNotification {
  readonly idRec: string
  readonly status: Aberto<RecStatusValor>
  readonly atualizacao: readonly AtualizacaoRec[]
  readonly encerramento?: EncerramentoRec | undefined
  readonly ativacao?: AtivacaoRec | undefined
}

/** Body of the bank's call, to the address with `/rec` behind it. */
export interface WebhookRecBody {
  readonly recs: readonly RecNotification[]
}
