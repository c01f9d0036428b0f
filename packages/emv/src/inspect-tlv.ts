/**
 * The reader of EMV objects: keeps going after a defect, and says where each one is.
 *
 * @module
 */
import { assertString } from '@pixkit/core/error'
import type { Issue, Params, Path } from '@pixkit/core/issue'
import { advance, LONE_SURROGATE, unitFor } from './internal/length-unit.ts'
import { type EmvErrorCode, HEADER_LENGTH, isTemplate, type LengthUnit, type Tlv, twoDigits } from './tlv.ts'

export interface InspectTlvOptions {
  /** What lengths count; `'code-point'` by default. */
  readonly lengthUnit?: LengthUnit | undefined
  /** First character to read; 0 by default. Offsets stay indexes in the whole text. */
  readonly start?: number | undefined
  /** Where to stop reading (exclusive); the end of the text by default. */
  readonly end?: number | undefined
}

export interface InspectedTlv {
  /** What could be read. A template with a defect inside is given as a value, so that nothing of it is lost. */
  readonly tree: readonly Tlv[]
  /** Every defect, all of severity `error`, in the order of the text. Empty when the text is well-formed. */
  readonly issues: readonly Issue<EmvErrorCode>[]
  /** Where the root could be read up to: `end` unless a defect of the root stopped it. */
  readonly readTo: number
}

/**
 * Reads a text as EMV objects and collects every structural defect instead of stopping at the first.
 *
 * Structure only: no value, order or checksum is judged. Work grows linearly with the text.
 *
 * @param text - Any text.
 * @returns The tree, the defects and how far the root could be read.
 * @throws {TypeError} `text` is not a string.
 *
 * @example
 * ```ts
 * import { inspectTlv } from '@pixkit/emv/inspect-tlv'
 *
 * const { tree, issues } = inspectTlv('0002015802BR59')
 * tree.map((object) => object.id) // ['00', '58']
 * issues[0]?.code // 'EMV_OBJECT_TRUNCATED'
 * issues[0]?.offset // 12
 * ```
 *
 * @see EMVCo QR Code Specification for Payment Systems, Merchant-Presented Mode 1.1, section 4: ids, lengths, templates.
 */
export function inspectTlv(text: string, options: InspectTlvOptions = {}): InspectedTlv {
  assertString(text, 'text')
  const { lengthUnit = 'code-point', start = 0, end = text.length } = options
  const reading = { text, unit: unitFor(text, lengthUnit), issues: [] }
  const half = text.search(LONE_SURROGATE)
  if (half >= start && half < end) report(reading, 'EMV_NOT_UNICODE', [], half)
  return readLevel(reading, start, end, undefined, [])
}

interface Reading {
  readonly text: string
  readonly unit: LengthUnit
  readonly issues: Issue<EmvErrorCode>[]
}

function readLevel(reading: Reading, start: number, end: number, parent: string | undefined, path: Path): InspectedTlv {
  const { text, unit, issues } = reading
  const tree: Tlv[] = []
  const seen = [0, 0, 0, 0]
  let offset = start
  while (offset < end) {
    const valueAt = offset + HEADER_LENGTH
    const number = twoDigits(text, offset)
    if (number < 0 || end < valueAt) {
      report(reading, end < valueAt ? 'EMV_OBJECT_TRUNCATED' : 'EMV_ID_NOT_NUMERIC', path, offset)
      break
    }
    const id = text.slice(offset, offset + 2)
    const length = twoDigits(text, offset + 2)
    const next = advance(text, valueAt, length, unit, end)
    if (length <= 0 || next < 0 || next > end) {
      const code = length < 0 ? 'NOT_NUMERIC' : length === 0 ? 'ZERO' : next < 0 ? 'SPLITS_CHARACTER' : 'OVERRUN'
      report(reading, `EMV_LENGTH_${code}`, [...path, id], offset + 2, { length, found: end - valueAt })
      break
    }
    const word = number >> 5
    const bit = 1 << (number & 31)
    if ((seen[word] as number) & bit) report(reading, 'EMV_DUPLICATE_ID', [...path, id], offset)
    ;(seen[word] as number) |= bit

    const defects = issues.length
    const children = isTemplate(id, parent)
      ? readLevel(reading, valueAt, next, parent === undefined ? id : '', [...path, id]).tree
      : undefined
    if (children && issues.length === defects) tree.push({ id, value: undefined, children, offset })
    else tree.push({ id, value: text.slice(valueAt, next), children: undefined, offset })
    offset = next
  }
  return { tree, issues, readTo: offset }
}

function report({ issues }: Reading, code: EmvErrorCode, path: Path, offset: number, params: Params = {}): void {
  issues.push({ code, severity: 'error', path, offset, params })
}
