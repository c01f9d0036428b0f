/**
 * Writes EMV objects.
 *
 * @module
 */
import { assertString, errorFromIssue, type PixkitError } from '@pixkit/core/error'
import type { Params } from '@pixkit/core/issue'
import { LONE_SURROGATE, measure } from './internal/length-unit.ts'
import { messages } from './messages/en.ts'
import {
  type EmvErrorCode,
  isTemplate,
  type LengthUnit,
  MAX_VALUE_LENGTH,
  type TlvInput,
  type TlvOptions,
  twoDigits,
} from './tlv.ts'

/**
 * Writes objects in the order given, computing the lengths.
 *
 * Refuses what the reader would refuse; adds no checksum (see `appendCrc`).
 *
 * @param objects - Values, or templates with children where the norm has templates (26–51, 62, 64, 80–99, and 62-50 to 62-99).
 * @returns The text.
 * @throws {PixkitError} `EMV_ID_NOT_NUMERIC`, `EMV_LENGTH_ZERO`, `EMV_VALUE_TOO_LONG`, `EMV_NOT_UNICODE`,
 *   `EMV_DUPLICATE_ID`, `EMV_TEMPLATE_EXPECTED`, `EMV_TEMPLATE_UNEXPECTED`, with the path of the object.
 *
 * @example
 * ```ts
 * import { buildTlv } from '@pixkit/emv/build-tlv'
 *
 * buildTlv([{ id: '58', value: 'BR' }, { id: '62', children: [{ id: '05', value: '***' }] }]) // '5802BR62070503***'
 * ```
 *
 * @see EMVCo QR Code Specification for Payment Systems, Merchant-Presented Mode 1.1, section 4.
 */
export function buildTlv(objects: readonly TlvInput[], options: TlvOptions = {}): string {
  return buildLevel(objects, options.lengthUnit ?? 'code-point', undefined, [])
}

function buildLevel(
  objects: readonly TlvInput[],
  unit: LengthUnit,
  parent: number | 'nested' | undefined,
  path: readonly string[],
): string {
  let text = ''
  let seen: Set<number> | undefined
  for (const object of objects) {
    const id = object.id.length === 2 ? twoDigits(object.id, 0) : -1
    if (id < 0) throw failure('EMV_ID_NOT_NUMERIC', path)
    seen ??= new Set()
    if (seen.size === seen.add(id).size) throw failure('EMV_DUPLICATE_ID', [...path, object.id])
    const value = buildValue(object, id, unit, parent, path)
    const length = measure(value, unit)
    if (length === 0) throw failure('EMV_LENGTH_ZERO', [...path, object.id])
    if (length > MAX_VALUE_LENGTH) {
      throw failure('EMV_VALUE_TOO_LONG', [...path, object.id], { found: length, max: MAX_VALUE_LENGTH })
    }
    text += object.id + (length < 10 ? `0${length}` : length) + value
  }
  return text
}

function buildValue(
  object: TlvInput,
  id: number,
  unit: LengthUnit,
  parent: number | 'nested' | undefined,
  path: readonly string[],
): string {
  const template = isTemplate(id, parent)
  if (object.children === undefined) {
    if (template) throw failure('EMV_TEMPLATE_EXPECTED', [...path, object.id])
    assertString(object.value, 'value')
    if (LONE_SURROGATE.test(object.value)) throw failure('EMV_NOT_UNICODE', [...path, object.id])
    return object.value
  }
  if (!template) throw failure('EMV_TEMPLATE_UNEXPECTED', [...path, object.id])
  return buildLevel(object.children, unit, parent === undefined ? id : 'nested', [...path, object.id])
}

function failure(code: EmvErrorCode, path: readonly string[], params: Params = {}): PixkitError<EmvErrorCode> {
  return errorFromIssue({ code, path, params }, messages)
}
