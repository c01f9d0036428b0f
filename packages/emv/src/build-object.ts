/**
 * Writes one EMV object.
 *
 * @module
 */
import { assertString } from '@pixkit/core/error'
import { shown, writeObject } from './internal/object.ts'

/**
 * Writes an object: id, length in characters, value. For a template, the value is the text of its objects.
 *
 * @param id - Two digits.
 * @param value - 1 to 99 characters.
 * @returns The text of the object.
 * @throws {PixkitError} `EMV_ID_NOT_NUMERIC`, `EMV_LENGTH_ZERO`, `EMV_VALUE_TOO_LONG`, `EMV_NOT_UNICODE`; `path` is the id.
 * @throws {TypeError} `value` is not a string.
 *
 * @example
 * ```ts
 * import { buildObject } from '@pixkit/emv/build-object'
 *
 * buildObject('62', buildObject('05', '***')) // '62070503***'
 * ```
 *
 * @see EMVCo QR Code Specification for Payment Systems, Merchant-Presented Mode 1.1 (second-hand)
 */
export function buildObject(id: string, value: string): string {
  assertString(id, 'id')
  return writeObject(id, value, 'code-point', [shown(id)])
}
