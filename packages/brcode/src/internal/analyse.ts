/**
 * The one reader behind `parseBrCode` and `inspectBrCode`: text → frame → rules → code.
 *
 * @module
 */
import { assertString } from '@pixkit/core/error'
import type { Tlv } from '@pixkit/emv/tlv'
import type { ParsedBrCode } from '../types.ts'
import { readFrame } from './frame.ts'
import type { BrCodeIssue } from './place.ts'
import { readCode } from './read-code.ts'

export interface Analysis {
  readonly tree: readonly Tlv[]
  /** Findings in the order of the rules: frame, templates, fields. */
  readonly issues: readonly BrCodeIssue[]
  /** The code where it can be made out, with `issues` as its warnings. */
  readonly code: ParsedBrCode | undefined
}

export function analyse(text: string): Analysis {
  assertString(text, 'text')
  const issues: BrCodeIssue[] = []
  const frame = readFrame(text, issues)
  return { tree: frame.tree, code: readCode(frame, issues), issues }
}
