/**
 * Days that callers hand in.
 *
 * @module
 */
import { isDate } from '@pixkit/core/dates'
import { assertString } from '@pixkit/core/error'
import { bacenFailure } from './failure.ts'

/**
 * @throws {TypeError} No string.
 * @throws {PixkitError} `BACEN_CALCULO` (`date`): no day of the calendar.
 */
export function assertDate(text: unknown, ...path: (string | number)[]): asserts text is string {
  assertString(text, path.join('.'))
  if (!isDate(text)) throw bacenFailure('BACEN_CALCULO', { reason: 'date', path })
}
