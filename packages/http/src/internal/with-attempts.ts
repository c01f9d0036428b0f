/**
 * Errors of calls that take several tries.
 *
 * @module
 */
import { PixkitError } from '@pixkit/core/error'
import { isPixkitHttpError, PixkitHttpError } from '../http-error.ts'

/** Says in an error which try it ended, in a copy: whoever threw it may throw it to others, too. */
export function withAttempts(error: PixkitError, attempts: number): PixkitError {
  if (error.params['attempts'] === attempts) return error
  const { code, message, path, offset, issues, cause } = error
  const params = { ...error.params, attempts }
  if (isPixkitHttpError(error)) {
    const { status, requestId, retryAfterMs, problema, answer } = error
    return new PixkitHttpError(error.code, message, { params, path, status, requestId, retryAfterMs, problema, answer })
  }
  return new PixkitError(code, message, { path, offset, params, issues, cause })
}
