/**
 * Findings of the writer, which throws the first one.
 *
 * @module
 */
import { errorFromIssue } from '@pixkit/core/error'
import type { Params } from '@pixkit/core/issue'
import type { BrCodeErrorCode } from '../codes.ts'
import { messages } from '../messages/en.ts'
import type { BrCodeIssue } from './place.ts'

/** Refuses a field, for the writer. */
export function refuseField(at: string, code: BrCodeErrorCode, params: Params = {}): never {
  throw errorFromIssue({ code, path: [at], params }, messages)
}

/** The list of a writer: any finding is thrown at once. */
export const THROWING = {
  push(issue: BrCodeIssue): void {
    // Writers normalise keys themselves.
    if (issue.code !== 'CHAVE_NOT_NORMALISED') throw errorFromIssue(issue, messages)
  },
}
