/**
 * What a failed call may have done nevertheless, and what is known of it.
 *
 * @module
 */
import type { OperationName } from './operations.ts'

/** A Symbol of the registry, so that two copies of the package understand each other. */
const FAILED = /* @__PURE__ */ Symbol.for('pixkit.bacen.failed-call')

export interface FailedCall {
  readonly operation: OperationName | `efi.${string}`
  /** Under which ids it was sent, a generated txid included: `{ txid: '…' }`. */
  readonly params: Readonly<Record<string, string | number>>
  /** Whether the bank may have done it although no success was seen: look, or send it again with the same id and `mayExist`. */
  readonly mayBeDone: boolean
  /** What the bank has under these ids or answered, where it did. Holds personal data: keep it out of logs. */
  readonly answer?: unknown
}

/**
 * Tells what an error of the client knows of the call that failed.
 *
 * The error itself shows no id and no answer when it is printed; that it may be done shows as its member `mayBeDone`.
 *
 * @param error - Anything that was caught.
 * @returns `undefined` when the error is of no operation, or nothing was sent.
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

/** Notes it on the error, in the place of what was noted before. */
export function noteFailedCall<Thrown>(error: Thrown, failed: FailedCall): Thrown {
  if (typeof error !== 'object' || error === null) return error
  Object.defineProperty(error, FAILED, { value: failed, configurable: true })
  if (failed.mayBeDone) Object.defineProperty(error, 'mayBeDone', { value: true, configurable: true, enumerable: true })
  else Reflect.deleteProperty(error, 'mayBeDone')
  return error
}
