/**
 * The one reader behind `parseBrCode` and `inspectBrCode`: text → frame → rules → code.
 *
 * @module
 */
import { assertString } from '@pixkit/core/error'
import type { Tlv } from '@pixkit/emv/tlv'
import type { ParsedBrCode } from '../types.ts'
import { readFrame } from './frame.ts'
import type { BrCodeIssue } from './issues.ts'
import { readCode } from './read-code.ts'
import type { ReadLocationOptions } from './read-locations.ts'

export interface Analysis {
  readonly tree: readonly Tlv[]
  readonly issues: readonly BrCodeIssue[]
  readonly code: ParsedBrCode | undefined
}

export function analyse(text: string, options: ReadLocationOptions): Analysis {
  assertString(text, 'text')
  const issues: BrCodeIssue[] = []
  const frame = readFrame(text, issues)
  return { tree: frame.tree, code: readCode(frame, issues, options), issues }
}
