/**
 * Writes one EMV object.
 *
 * @module
 */
import { assertString, errorFromIssue, type PixkitError } from '@pixkit/core/error'
import type { Params } from '@pixkit/core/issue'
import { LONE_SURROGATE, measure, unitFor } from './internal/length-unit.ts'
import { messages } from './messages/en.ts'
import { type EmvErrorCode, type LengthUnit, MAX_VALUE_LENGTH, twoDigits } from './tlv.ts'

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

export function writeObject(id: string, value: string, unit: LengthUnit, path: readonly string[]): string {
  assertString(value, 'value')
  if (numberOf(id) < 0) throw failure('EMV_ID_NOT_NUMERIC', path)
  const actualUnit = unitFor(value, unit)
  if (actualUnit !== 'plain' && LONE_SURROGATE.test(value)) throw failure('EMV_NOT_UNICODE', path)
  const length = measure(value, actualUnit)
  if (length === 0) throw failure('EMV_LENGTH_ZERO', path)
  if (length > MAX_VALUE_LENGTH) throw failure('EMV_VALUE_TOO_LONG', path, { found: length, max: MAX_VALUE_LENGTH })
  return joinObject(id, length, value)
}

/** The number of an id, -1 when it is not two digits. */
export function numberOf(id: string): number {
  return id.length === 2 ? twoDigits(id, 0) : -1
}

/** An id for the path of an error: no more of it than shows that it is none. */
export function shown(id: string): string {
  return id.slice(0, 3)
}

/** Joins an object whose id, length (in characters) and value are known to be right. */
export function joinObject(id: string, length: number, value: string): string {
  return id + (length < 10 ? '0' : '') + length + value
}

export function failure(code: EmvErrorCode, path: readonly string[], params: Params = {}): PixkitError<EmvErrorCode> {
  return errorFromIssue({ code, path, params }, messages)
}
