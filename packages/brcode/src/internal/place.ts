/**
 * Where the rules put their findings.
 *
 * @module
 */
import type { Issue, Params, Severity } from '@pixkit/core/issue'
import { pathOfTag } from '@pixkit/emv/scan-tlv'
import type { BrCodeErrorCode } from '../codes.ts'

export type BrCodeIssue = Issue<BrCodeErrorCode>

/** The value that a rule looks at: in a code under its ids, or in a field of the object to be written. */
export interface Place {
  readonly issues: { push(issue: BrCodeIssue): unknown }
  /** Tag of the object (2601 for 26-01), or name of the field; absent for the code as a whole. */
  at?: number | string | undefined
  /** Index of the value in the code; absent while writing. */
  offset?: number | undefined
}

/** Reports what makes a code unusable. */
export function refuse(place: Place, code: BrCodeErrorCode, params?: Params): void {
  report(place, 'error', code, params)
}

/** Reports what readers live with and writers do not. */
export function warn(place: Place, code: BrCodeErrorCode, params?: Params): void {
  report(place, 'warning', code, params)
}

function report({ issues, at, offset }: Place, severity: Severity, code: BrCodeErrorCode, params: Params = {}): void {
  const path = at === undefined ? [] : typeof at === 'number' ? pathOfTag(at) : [at]
  issues.push({ code, severity, path, offset, params })
}

/** Parameters of the `…_TOO_LONG` codes. */
export function excess(found: number, max: number): { found: number; max: number; over: number } {
  return { found, max, over: found - max }
}
