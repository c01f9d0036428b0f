/**
 * Where the rules put their findings.
 *
 * @module
 */
import { errorFromIssue } from '@pixkit/core/error'
import type { Issue, Params, Path } from '@pixkit/core/issue'
import type { BrCodeErrorCode } from '../codes.ts'
import { messages } from '../messages/en.ts'

export type BrCodeIssue = Issue<BrCodeErrorCode>

/** The value that a rule looks at: in a code under its ids, or in a field of the object to be written. */
export interface Place {
  readonly issues: { push(issue: BrCodeIssue): unknown }
  readonly path: Path
  /** Index of the value in the code; absent while writing. */
  readonly offset?: number | undefined
}

/** Reports what makes a code unusable. */
export function refuse({ issues, path, offset }: Place, code: BrCodeErrorCode, params: Params = {}): void {
  issues.push({ code, severity: 'error', path, offset, params })
}

/** Reports what readers live with and writers do not. */
export function warn({ issues, path, offset }: Place, code: BrCodeErrorCode, params: Params = {}): void {
  issues.push({ code, severity: 'warning', path, offset, params })
}

/** The place of a field, for the writer: any finding there is thrown at once. */
export function fieldPlace(field: string): Place {
  return { issues: THROWING, path: [field] }
}

const THROWING = {
  push(issue: BrCodeIssue): void {
    // Writers normalise keys themselves.
    if (issue.code !== 'CHAVE_NOT_NORMALISED') throw errorFromIssue(issue, messages)
  },
}

/** Parameters of the `…_TOO_LONG` codes. */
export function excess(found: number, max: number): { found: number; max: number; over: number } {
  return { found, max, over: found - max }
}
