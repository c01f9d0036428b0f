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
 * @param error - Anything that was caught.
 * @returns `undefined` when the error is of no call that writes, or the call was refused before anything was sent.
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
 *   // Later, maybe in another process: the same charge again, never a second one.
 *   await client.cob.create(cobranca, { txid: failed.params.txid, mayExist: true })
 * }
 * ```
 */
export function failedCallOf(error: unknown): FailedCall | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  return (error as { [FAILED]?: FailedCall })[FAILED]
}
