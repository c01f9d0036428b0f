/**
 * Errors of the package, with their English sentences.
 *
 * @module
 */
import { errorFromIssue, type PixkitError, type PixkitErrorOptions } from '@pixkit/core/error'
import type { Issue, Path } from '@pixkit/core/issue'
import type { PayloadErrorCode, ReasonOf } from '../codes.ts'
import { payloadMessages } from '../messages/en.ts'

/** What is wrong, beside the code: why, where, and what the sentence shows. */
export interface Fault<Code extends PayloadErrorCode> {
  readonly reason?: ReasonOf<Code> | undefined
  /** Names of the fields from the outermost in: `['valor', 'original']`. */
  readonly path?: Path | undefined
  readonly params?: Readonly<Record<string, string | number>> | undefined
}

export function payloadIssue<Code extends PayloadErrorCode>(
  code: Code,
  { reason, path = [], params = {} }: Fault<Code>,
  severity: 'error' | 'warning',
): Issue<Code> {
  const field = path.length > 0 ? { field: path.join('.') } : {}
  return { code, severity, path, params: { ...params, ...field, ...(reason === undefined ? {} : { reason }) } }
}

export function payloadFailure<Code extends PayloadErrorCode>(
  code: Code,
  fault: Fault<Code> = {},
  cause?: PixkitErrorOptions['cause'],
): PixkitError<Code> {
  const error = errorFromIssue(payloadIssue(code, fault, 'error'), payloadMessages)
  if (cause !== undefined) Object.defineProperty(error, 'cause', { value: cause, configurable: true, writable: true })
  return error
}
