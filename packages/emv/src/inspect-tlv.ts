/**
 * The reader of EMV objects: keeps going after a defect, and says where each one is.
 *
 * @module
 */
import { assertString } from '@pixkit/core/error'
import type { Issue, Params } from '@pixkit/core/issue'
import { advance, LONE_SURROGATE, SURROGATE } from './internal/length-unit.ts'
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
  const issues: Issue<EmvErrorCode>[] = []
  const surrogates = SURROGATE.test(text)
  if (surrogates) {
    const offset = text.slice(0, end).search(LONE_SURROGATE)
    if (offset >= start) {
      issues.push({ code: 'EMV_NOT_UNICODE', severity: 'error', path: [], offset, params: {} })
      return { tree: [], issues, readTo: start }
    }
  }
  // Without surrogates a code point is one UTF-16 unit, and lengths need no walk over the text.
  const unit = lengthUnit === 'code-point' && !surrogates ? 'utf16-unit' : lengthUnit
  const { tree, readTo } = readLevel({ text, unit, issues }, start, end, undefined, [])
  return { tree, issues, readTo }
}

interface Reading {
  readonly text: string
  readonly unit: LengthUnit
  readonly issues: Issue<EmvErrorCode>[]
}

function readLevel(
  reading: Reading,
  start: number,
  end: number,
  parent: number | 'nested' | undefined,
  path: readonly string[],
): { tree: Tlv[]; readTo: number } {
  const { text, issues } = reading
  const tree: Tlv[] = []
  const seen = [0, 0, 0, 0]
  let offset = start

  while (offset < end) {
    if (end - offset < HEADER_LENGTH) {
      report(issues, 'EMV_OBJECT_TRUNCATED', path, offset, { found: end - offset })
      break
    }
    const id = twoDigits(text, offset)
    if (id < 0) {
      report(issues, 'EMV_ID_NOT_NUMERIC', path, offset)
      break
    }
    const idText = text.slice(offset, offset + 2)
    const length = twoDigits(text, offset + 2)
    if (length <= 0) {
      report(issues, length === 0 ? 'EMV_LENGTH_ZERO' : 'EMV_LENGTH_NOT_NUMERIC', [...path, idText], offset + 2)
      break
    }
    const valueAt = offset + HEADER_LENGTH
    const next = advance(text, valueAt, length, reading.unit, end)
    if (next < 0 || next > end) {
      const code = next < 0 ? 'EMV_LENGTH_SPLITS_CHARACTER' : 'EMV_LENGTH_OVERRUN'
      report(issues, code, [...path, idText], offset + 2, { length, found: end - valueAt })
      break
    }
    const word = id >> 5
    const bit = 1 << (id & 31)
    if (((seen[word] as number) & bit) !== 0) report(issues, 'EMV_DUPLICATE_ID', [...path, idText], offset)
    ;(seen[word] as number) |= bit

    tree.push(readObject(reading, id, idText, offset, next, parent, path))
    offset = next
  }
  return { tree, readTo: offset }
}

function readObject(
  reading: Reading,
  id: number,
  idText: string,
  offset: number,
  end: number,
  parent: number | 'nested' | undefined,
  path: readonly string[],
): Tlv {
  const valueAt = offset + HEADER_LENGTH
  if (isTemplate(id, parent)) {
    const defects = reading.issues.length
    const inside = parent === undefined ? id : 'nested'
    const { tree } = readLevel(reading, valueAt, end, inside, [...path, idText])
    if (reading.issues.length === defects) return { id: idText, value: undefined, children: tree, offset }
  }
  return { id: idText, value: reading.text.slice(valueAt, end), children: undefined, offset }
}

function report(
  issues: Issue<EmvErrorCode>[],
  code: EmvErrorCode,
  path: readonly string[],
  offset: number,
  params: Params = {},
): void {
  issues.push({ code, severity: 'error', path, offset, params })
}
