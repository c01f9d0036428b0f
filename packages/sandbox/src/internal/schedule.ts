/**
 * What will happen by itself, when its time has come.
 *
 * @module
 */

/** Kinds of tasks, each with what it is about: ids only, for a task survives a restart. */
export type Task =
  | { readonly kind: 'lote'; readonly loteId: string; readonly entries: readonly string[] }
  | { readonly kind: 'devolucao'; readonly endToEndId: string; readonly devolucaoId: string }
  | { readonly kind: 'rec-expiry'; readonly idRec: string }
  | { readonly kind: 'solic-rec-step'; readonly idSolicRec: string }
  | { readonly kind: 'cobr-step'; readonly txid: string }
  | { readonly kind: 'webhook'; readonly deliveryId: string }

export interface Schedule {
  /** @param at - Milliseconds since 1970; what is past runs at once, after the request under way. */
  add(at: number, task: Task): string
  cancel(id: string): void
  /** When the next one falls due. */
  next(): number | undefined
}
