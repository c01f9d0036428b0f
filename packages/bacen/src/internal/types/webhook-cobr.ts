/**
 * Where the bank tells what becomes of charges of recurrences; one address for a receiver.
 *
 * @see API Pix 2.9.0, schemas named `WebhookCobR…`.
 *
 * @module
 */
import type { AtualizacaoCobR, CobRStatusValor, EncerramentoCobR, PixAutomatico, TentativaCobR } from './cobr.ts'
import type { Aberto } from './shared.ts'

/** Body of `webhookCobr.set`. */
export interface WebhookCobRSolicitado {
  /** https, on a public host; the bank calls it over mTLS. */
  readonly webhookUrl: string
}

/** Answer of `webhookCobr.get`. */
export interface WebhookCobRCompleto {
  readonly webhookUrl: string
  /** RFC 3339. */
  readonly criacao?: string | undefined
}

/** What has become of a charge. */
export interface CobRNotification {
  readonly idRec: string
  readonly txid: string
  readonly status: Aberto<CobRStatusValor>
  readonly atualizacao: readonly AtualizacaoCobR[]
  readonly encerramento?: EncerramentoCobR | undefined
  readonly tentativas?: readonly TentativaCobR[] | undefined
  readonly pix?: readonly PixAutomatico[] | undefined
}

/** Body of the bank's call, to the address with `/cobr` behind it. */
export interface WebhookCobRBody {
  readonly cobsr: readonly CobRNotification[]
}
