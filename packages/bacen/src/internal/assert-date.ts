/**
 * Days that callers hand in.
 *
 * @module
 */
import { isDate } from '@pixkit/core/dates'
import { bacenFailure } from './failure.ts'

/**
 * @throws {TypeError} No string.
 * @throws {PixkitError} `BACEN_CALCULO` (`date`): no day of the calendar.
 */
export function assertDate(text: string, name: string): void {
  if (typeof text !== 'string') throw new TypeError(`"${name}" must be a string, got ${typeof text}`)
  if (!isDate(text)) throw bacenFailure('BACEN_CALCULO', { reason: 'date', path: [name] })
}
