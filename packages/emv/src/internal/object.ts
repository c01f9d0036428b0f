/**
 * One object, written and checked, under the path that its errors name.
 *
 * @module
 */
import { assertString, errorFromIssue, type PixkitError } from '@pixkit/core/error'
import type { Params } from '@pixkit/core/issue'
import { messages } from '../messages/en.ts'
import { type EmvErrorCode, joinObject, type LengthUnit, MAX_VALUE_LENGTH, twoDigits } from '../tlv.ts'
import { LONE_SURROGATE, measure, unitFor } from './length-unit.ts'

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

export function failure(code: EmvErrorCode, path: readonly string[], params: Params = {}): PixkitError<EmvErrorCode> {
  return errorFromIssue({ code, path, params }, messages)
}
