/**
 * Days and moments.
 *
 * @module
 */
import { assertInteger } from './arguments.ts'

export const DAY_MS = 86_400_000

/** A hundred years: longer than any certificate lives. */
export const MAX_DAYS = 36_525

/** 9999-12-31T23:59:59Z: there is no later moment in a certificate. @see RFC 5280, section 4.1.2.5 */
export const LAST_MOMENT = 253_402_300_799_000

/**
 * Checks a moment: milliseconds since 1970.
 *
 * @throws {TypeError} It is no number.
 * @throws {PixkitError} `CERTS_OPTION_INVALID`: before 1970 or after 9999.
 */
export function assertMoment(now: number): void {
  assertInteger(typeof now === 'number' ? Math.floor(now) : now, 0, LAST_MOMENT, 'now')
}
