/**
 * The scanner under every reader of EMV objects: where each object is, as numbers, without making any.
 *
 * @module
 */
import { assertString } from '@pixkit/core/error'
import type { Issue, Params } from '@pixkit/core/issue'
import { advance, LONE_SURROGATE, measure, unitFor } from './internal/length-unit.ts'
import { type EmvErrorCode, HEADER_LENGTH, isTemplate, type LengthUnit, twoDigits } from './tlv.ts'

export interface ScanTlvOptions {
  /** What lengths count; `'code-point'` by default. */
  readonly lengthUnit?: LengthUnit | undefined
  /** First character to read; 0 by default. Offsets stay indexes in the whole text. */
  readonly start?: number | undefined
  /** Where to stop reading (exclusive); the end of the text by default. */
  readonly end?: number | undefined
}

export interface ScannedTlv {
  /**
   * Three numbers for each object, templates before what is in them: its tag, the index of its first digit, the index after
   * its value. The tag is the path of ids written as one number: 59 for `59`, 2601 for `26-01`, 625000 for `62-50-00`.
   */
  readonly entries: readonly number[]
  /** Every defect, all of severity `error`. Of a template with a defect inside, only the template is in `entries`. */
  readonly issues: readonly Issue<EmvErrorCode>[]
  /** Where the root could be read up to: `end` unless a defect of the root stopped it. */
  readonly readTo: number
}

/**
 * Finds every object of a text and collects every structural defect instead of stopping at the first.
 *
 * Structure only: no value, order or checksum is judged. Work grows linearly with the text.
 *
 * @param text - Any text.
 * @returns Places of the objects, defects, and how far the root could be read.
 * @throws {TypeError} `text` is not a string.
 *
 * @example
 * ```ts
 * import { scanTlv } from '@pixkit/emv/scan-tlv'
 *
 * scanTlv('5802BR62070503***').entries // [58, 0, 6, 62, 6, 17, 6205, 10, 17]
 * ```
 *
 * @see EMVCo QR Code Specification for Payment Systems, Merchant-Presented Mode 1.1 (second-hand): ids, lengths, templates.
 */
export function scanTlv(text: string, options: ScanTlvOptions = {}): ScannedTlv {
  assertString(text, 'text')
  const { lengthUnit = 'code-point' } = options
  const start = Math.max(0, options.start ?? 0)
  const end = Math.min(text.length, options.end ?? text.length)
  const scan: Scan = { text, unit: unitFor(text, lengthUnit), entries: [], issues: [] }
  const half = scan.unit === 'plain' ? -1 : text.slice(start, end).search(LONE_SURROGATE)
  if (half >= 0) report(scan, 'EMV_NOT_UNICODE', undefined, start + half)
  const readTo = scanLevel(scan, start, end, 0)
  return { entries: scan.entries, issues: scan.issues, readTo }
}

/** The path of a tag: `['26', '01']` of 2601. */
export function pathOfTag(tag: number): string[] {
  return (tag < 10 ? `0${tag}` : String(tag)).match(/../g) ?? []
}

interface Scan {
  readonly text: string
  readonly unit: LengthUnit | 'plain'
  readonly entries: number[]
  readonly issues: Issue<EmvErrorCode>[]
}

/** Reads the objects of the root (parent 0) or of a template, and returns where it had to stop. */
function scanLevel(scan: Scan, start: number, end: number, parent: number): number {
  const { text, unit, entries, issues } = scan
  const seen = [0, 0, 0, 0]
  let offset = start
  while (offset < end) {
    const valueAt = offset + HEADER_LENGTH
    const id = twoDigits(text, offset)
    if (id < 0 || end < valueAt) {
      report(scan, end < valueAt ? 'EMV_OBJECT_TRUNCATED' : 'EMV_ID_NOT_NUMERIC', parent || undefined, offset)
      break
    }
    const tag = parent * 100 + id
    const length = twoDigits(text, offset + 2)
    const next = unit === 'plain' ? valueAt + length : advance(text, valueAt, length, unit, end)
    if (length <= 0 || next < 0 || next > end) {
      const code = length < 0 ? 'NOT_NUMERIC' : length === 0 ? 'ZERO' : next < 0 ? 'SPLITS_CHARACTER' : 'OVERRUN'
      const params = code === 'OVERRUN' ? { length, found: measure(text.slice(valueAt, end), unit) } : {}
      report(scan, `EMV_LENGTH_${code}`, tag, offset + 2, params)
      break
    }
    const word = id >> 5
    const bit = 1 << (id & 31)
    if ((seen[word] as number) & bit) report(scan, 'EMV_DUPLICATE_ID', tag, offset)
    ;(seen[word] as number) |= bit

    entries.push(tag, offset, next)
    if (isTemplate(id, parent)) {
      const { length: known } = entries
      const { length: defects } = issues
      scanLevel(scan, valueAt, next, tag)
      if (issues.length > defects) entries.length = known
    }
    offset = next
  }
  return offset
}

function report(scan: Scan, code: EmvErrorCode, tag: number | undefined, offset: number, params: Params = {}): void {
  scan.issues.push({ code, severity: 'error', path: tag === undefined ? [] : pathOfTag(tag), offset, params })
}
