/**
 * What a failed call may have done nevertheless, and what is known of it.
 *
 * @module
 */
import { FAILED, type FailedCall } from './internal/note-failed-call.ts'

export type { FailedCall } from './internal/note-failed-call.ts'

/**
 * Tells what an error of the client knows of the call that failed.
 *
 * The error itself shows no id and no answer when it is printed; that it may be done shows as its member `mayBeDone`.
 *
 * `mayBeDone: false` speaks of this call only: it was refused, or never left. Of an earlier one under the same id it says nothing, so pass
 * `mayExist: true` whenever there was one. Then a refusal is read back, and the error of one has `mayBeDone: true` whatever is found, but for
 * `BACEN_IN_USE`: something else has the id, or what has it is over.
 *
 * @param error - Anything that was caught.
 * @returns `undefined` when the error is of no call that writes, or the call was refused before anything was sent (without `mayExist`).
 *
 * @example
 * ```ts
 * import { failedCallOf } from '@pixkit/bacen/failed-call'
 *
 * failedCallOf(new Error('something else')) // undefined
 * ```
 *
 * ```js
 * try {
 *   await client.cob.create(cobranca)
 * } catch (error) {
 *   const failed = failedCallOf(error)
 *   if (!failed?.mayBeDone) throw error
 *   // Later, maybe in another process, and as often as it takes: the same charge again, never a second one. From now on with `mayExist`.
 *   await client.cob.create(cobranca, { txid: failed.params.txid, mayExist: true })
 * }
 * ```
 */
export function failedCallOf(error: unknown): FailedCall | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  return (error as { [FAILED]?: FailedCall })[FAILED]
}
