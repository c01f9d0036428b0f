/**
 * What an error carries about the call that failed.
 *
 * @module
 */
import type { PathParams } from './routes.ts'

export interface FailedCall {
  /** `cob.create`, or the name of a request beside API Pix. */
  readonly operation: string
  /** Under which ids it was sent, a generated txid included: `{ txid: '…' }`. */
  readonly params: PathParams
  /**
   * Whether the bank may have done it although no success was seen: look, or send it again with the same id and `mayExist`.
   *
   * `false`: no try of this call was done. It speaks of earlier calls under the same id as well where `mayExist` was given, and is `true` then,
   * unless something else has the id, or what has it is over (`BACEN_IN_USE`), or the bank has what was sent, which is no error.
   */
  readonly mayBeDone: boolean
  /** What the bank has under these ids or answered, where it did. Holds personal data: keep it out of logs. */
  readonly answer?: unknown
}

/** A Symbol of the registry, so that two copies of the package understand each other. */
export const FAILED: unique symbol = /* @__PURE__ */ Symbol.for('pixkit.bacen.failed-call')

/** Notes it on the error, in the place of what was noted before. */
export function noteFailedCall<Thrown>(error: Thrown, failed: FailedCall): Thrown {
  if (typeof error !== 'object' || error === null) return error
  Object.defineProperty(error, FAILED, { value: failed, configurable: true })
  if (failed.mayBeDone) Object.defineProperty(error, 'mayBeDone', { value: true, configurable: true, enumerable: true })
  else Reflect.deleteProperty(error, 'mayBeDone')
  return error
}
