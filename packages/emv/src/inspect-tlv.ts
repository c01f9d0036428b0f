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
  const unit = unitFor(text, lengthUnit)
  const issues: Issue<EmvErrorCode>[] = []
  const report = (code: EmvErrorCode, path: Path, offset: number, params: Params = {}): void => {
    issues.push({ code, severity: 'error', path, offset, params })
  }

  function readLevel(from: number, to: number, parent: string | undefined, path: Path): InspectedTlv {
    const tree: Tlv[] = []
    const seen = new Uint8Array(100)
    let offset = from
    while (offset < to) {
      const id = text.slice(offset, offset + 2)
      const number = twoDigits(text, offset)
      const length = twoDigits(text, offset + 2)
      const valueAt = offset + HEADER_LENGTH
      const next = length > 0 ? advance(text, valueAt, length, unit, to) : valueAt
      const headless = to < valueAt ? 'EMV_OBJECT_TRUNCATED' : number < 0 ? 'EMV_ID_NOT_NUMERIC' : undefined
      if (headless) {
        report(headless, path, offset)
        break
      }
      if (length <= 0 || next < 0 || next > to) {
        const code = length < 0 ? 'NOT_NUMERIC' : length === 0 ? 'ZERO' : next < 0 ? 'SPLITS_CHARACTER' : 'OVERRUN'
        report(`EMV_LENGTH_${code}`, [...path, id], offset + 2, { length, found: to - valueAt })
        break
      }
      if (seen[number]) report('EMV_DUPLICATE_ID', [...path, id], offset)
      seen[number] = 1
      tree.push(readObject(id, offset, next, parent, path))
      offset = next
    }
    return { tree, issues, readTo: offset }
  }

  function readObject(id: string, offset: number, end: number, parent: string | undefined, path: Path): Tlv {
    const valueAt = offset + HEADER_LENGTH
    if (isTemplate(id, parent)) {
      const defects = issues.length
      const { tree } = readLevel(valueAt, end, parent === undefined ? id : '', [...path, id])
      if (issues.length === defects) return { id, value: undefined, children: tree, offset }
    }
    return { id, value: text.slice(valueAt, end), children: undefined, offset }
  }

  const half = text.search(LONE_SURROGATE)
  if (half >= start && half < end) report('EMV_NOT_UNICODE', [], half)
  return readLevel(start, end, undefined, [])
}
