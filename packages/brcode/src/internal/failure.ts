/**
 * The writer's refusals.
 *
 * @module
 */
import { errorFromIssue, type PixkitError } from '@pixkit/core/error'
import type { Params } from '@pixkit/core/issue'
import type { BrCodeErrorCode } from '../codes.ts'
import { messages } from '../messages/en.ts'

/** Makes the error for a field of the object that the writer was given. */
export function failure(code: BrCodeErrorCode, field: string, params: Params = {}): PixkitError<BrCodeErrorCode> {
  return errorFromIssue({ code, path: [field], params }, messages)
}

export function tooLong(field: string, found: number, max: number): PixkitError<BrCodeErrorCode> {
  return failure('BRCODE_FIELD_TOO_LONG', field, { found, max, over: found - max })
}
