/**
 * Writes EMV objects.
 *
 * @module
 */
import { assertString } from '@pixkit/core/error'
import { failure, numberOf, shown, writeObject } from './internal/object.ts'
import { isTemplate, type LengthUnit, type TlvInput, type TlvOptions } from './tlv.ts'

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
 * @see EMVCo QR Code Specification for Payment Systems, Merchant-Presented Mode 1.1 (second-hand)
 */
export function buildTlv(objects: readonly TlvInput[], options: TlvOptions = {}): string {
  return buildLevel(objects, options.lengthUnit ?? 'code-point', 0, [])
}

function buildLevel(objects: readonly TlvInput[], unit: LengthUnit, parent: number, path: readonly string[]): string {
  let text = ''
  const seen = new Set<string>()
  for (const object of objects) {
    assertString(object.id, 'id')
    const here = [...path, shown(object.id)]
    const id = numberOf(object.id)
    if (id < 0) throw failure('EMV_ID_NOT_NUMERIC', here)
    if (seen.has(object.id)) throw failure('EMV_DUPLICATE_ID', here)
    seen.add(object.id)
    const template = isTemplate(id, parent)
    if (template !== (object.children !== undefined)) {
      throw failure(template ? 'EMV_TEMPLATE_EXPECTED' : 'EMV_TEMPLATE_UNEXPECTED', here)
    }
    const value =
      object.children === undefined ? object.value : buildLevel(object.children, unit, parent * 100 + id, here)
    text += writeObject(object.id, value, unit, here)
  }
  return text
}
