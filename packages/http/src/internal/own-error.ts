/**
 * The error of one call.
 *
 * @module
 */
import { PixkitError } from '@pixkit/core/error'
import type { Params } from '@pixkit/core/issue'
import { isPixkitHttpError, PixkitHttpError } from './pixkit-http-error.ts'

/** A Symbol of the registry, so that two copies of the package understand each other. */
export const FATE: unique symbol = /* @__PURE__ */ Symbol.for('pixkit.http.fate')

/** What is known of the call beside the error. */
export interface CallFacts {
  readonly operation: string
  /** Nothing where it may not be shown. */
  readonly host: string
  readonly attempts: number
  /** Whether one of the tries may have been done. */
  readonly mayBeDone: boolean
}

/**
 * Makes the error that a call ends with: always a copy, for whoever threw it may throw it to others, too. An error that names no
 * operation is told that of the call, and the host.
 */
export function ownError(error: PixkitError, { operation, host, attempts, mayBeDone }: CallFacts): PixkitError {
  const isNamed = Object.hasOwn(error.params, 'operation')
  const where: Params = isNamed ? {} : host === '' ? { operation } : { operation, host }
  const message = isNamed ? error.message : `${error.message} (${Object.values(where).join(', ')})`
  const own = copy(error, message, { ...error.params, ...where, attempts })
  Object.defineProperty(own, FATE, { value: mayBeDone })
  return own
}

function copy(error: PixkitError, message: string, params: Params): PixkitError {
  const { code, path, offset, issues, cause } = error
  if (!isPixkitHttpError(error)) return new PixkitError(code, message, { path, offset, params, issues, cause })
  const { status, requestId, retryAfterMs, problema, answer } = error
  return new PixkitHttpError(error.code, message, { params, path, status, requestId, retryAfterMs, problema, answer })
}
