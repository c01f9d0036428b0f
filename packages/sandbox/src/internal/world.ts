/**
 * Everything that one sandbox knows.
 *
 * @module
 */
import type {
  CobCompleta,
  CobRCompleta,
  CobVCompleta,
  PayloadLocationCompleta,
  PayloadLocationRecCompleta,
  Pessoa,
  Pix,
  RecCompleta,
  SolicRecCompleta,
  WebhookCobRCompleto,
  WebhookCompleto,
  WebhookRecCompleto,
} from '@pixkit/bacen/types'
import type { SandboxClock } from '../clock.ts'
import type { Account } from '../options.ts'
import type { Personality } from '../personality.ts'
import type { Lote } from './charges/lote.ts'
import type { Collection } from './collection.ts'
import type { Delivery } from './webhooks/delivery.ts'
import type { Journal } from './journal.ts'
import type { Random } from './random.ts'
import type { Schedule } from './schedule.ts'

/** A charge with all its revisions; the last is the current one. */
export interface Revised<Body> {
  readonly revisoes: readonly [Body, ...Body[]]
  /** Set while it was made through a batch. */
  readonly loteId?: string | undefined
  /** Payments of it, by endToEndId; answers show them as they stand in `pixes`. */
  readonly pagamentos?: readonly string[] | undefined
}

/** What happened, for webhooks, logs and the shop's console. Names say what the receiver is told. */
export type WorldEvent =
  | { readonly kind: 'pix'; readonly endToEndId: string }
  | { readonly kind: 'devolucao'; readonly endToEndId: string; readonly devolucaoId: string }
  | { readonly kind: 'rec'; readonly idRec: string }
  | { readonly kind: 'cobr'; readonly txid: string }

export interface World {
  readonly clock: SandboxClock
  readonly random: Random
  readonly account: Account
  readonly personality: Personality
  /** Host of locations, as codes carry it: `localhost:8443` is none, so it is a name of the sandbox's own. */
  readonly locationHost: string
  readonly journal: Journal
  readonly schedule: Schedule

  readonly cobs: Collection<Revised<CobCompleta>>
  readonly cobvs: Collection<Revised<CobVCompleta>>
  readonly lotes: Collection<Lote>
  /** By txid that a batch asked for, the id of the batch. */
  readonly loteTxids: Collection<string>
  /** By id of the location. */
  readonly locs: Collection<PayloadLocationCompleta>
  readonly locRecs: Collection<PayloadLocationRecCompleta>
  /** By endToEndId. */
  readonly pixes: Collection<Pix>
  /** By endToEndId, who paid: lists are filtered by it, answers do not show it. */
  readonly pagadores: Collection<Pessoa>
  readonly recs: Collection<RecCompleta>
  readonly solicRecs: Collection<SolicRecCompleta>
  readonly cobrs: Collection<Revised<CobRCompleta>>
  /** By chave. */
  readonly webhooks: Collection<WebhookCompleto>
  /** One at most, by the id `webhook`. */
  readonly webhooksRec: Collection<WebhookRecCompleto>
  readonly webhooksCobr: Collection<WebhookCobRCompleto>
  readonly deliveries: Collection<Delivery>

  /** Tells those who listen, after the request is done. */
  emit(event: WorldEvent): void
  on(listener: (event: WorldEvent) => void): void
}
