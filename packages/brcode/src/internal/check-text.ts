/**
 * Texts that people read: how long, and in which letters.
 *
 * @module
 */
import type { Path } from '@pixkit/core/issue'
import type { Tlv } from '@pixkit/emv/tlv'
import type { Frame } from './frame.ts'
import { addWarning, type BrCodeIssue, valueOffset } from './issues.ts'

/** Characters (code points) that fit. */
export const MAX_LENGTH = { merchantName: 25, merchantCity: 15, postalCode: 10, txid: 25 } as const

const NOT_PRINTABLE_ASCII = /[^ -~]/

/**
 * Warns of a text over its length or outside the EMV common character set (0x20 to 0x7E), which some banks refuse.
 *
 * @see EMVCo MPM 1.1, section 4.7: objects 59, 60 and 61 are ans of at most 25, 15 and 10 characters.
 */
export function checkText(path: Path, object: Tlv | undefined, max: number, frame: Frame, issues: BrCodeIssue[]): void {
  const value = object?.value
  if (object === undefined || value === undefined) return
  const found = frame.ascii ? value.length : [...value].length
  if (found > max) {
    addWarning(issues, 'BRCODE_FIELD_TOO_LONG', path, valueOffset(object), { found, max, over: found - max })
  }
  checkCharset(path, object, frame, issues)
}

/** Warns of a text outside the EMV common character set. */
export function checkCharset(path: Path, object: Tlv | undefined, frame: Frame, issues: BrCodeIssue[]): void {
  if (frame.ascii || object?.value === undefined) return
  const index = object.value.search(NOT_PRINTABLE_ASCII)
  if (index >= 0) addWarning(issues, 'BRCODE_CHARSET', path, valueOffset(object) + index)
}
