/**
 * What an error carries about the call that failed.
 *
 * @module
 */
import type { FailedCall } from '../failed-call.ts'

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
