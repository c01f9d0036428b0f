/**
 * The one reader behind `parseBrCode` and `inspectBrCode`: text → frame → rules → code.
 *
 * @module
 */
import { assertString } from '@pixkit/core/error'
import type { ParsedBrCode } from '../types.ts'
import { type Frame, readFrame } from './frame.ts'
import type { BrCodeIssue } from './place.ts'
import { readCode } from './read-code.ts'

export interface Analysis {
  readonly frame: Frame
  /** Findings in the order of the rules: frame, templates, fields. */
  readonly issues: readonly BrCodeIssue[]
  /** The code where it can be made out, with `issues` as its warnings. */
  readonly code: ParsedBrCode | undefined
}

export function analyse(text: string): Analysis {
  assertString(text, 'text')
  const issues: BrCodeIssue[] = []
  const frame = readFrame(text, issues)
  return { frame, code: readCode(frame, issues), issues }
}
