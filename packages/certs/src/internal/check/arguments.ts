/**
 * Arguments that are the caller's own: a wrong type is a bug, a wrong value an error with a code.
 *
 * @module
 */
import { invalid } from '../arguments.ts'

/** @throws {TypeError} `value` is no certificate. */
export function assertCertificate(value: unknown, name: string = 'certificate'): void {
  if (kindOf(value) !== 'certificate') throw new TypeError(`"${name}" must be a certificate, got ${typeOf(value)}`)
}

/** @throws {TypeError} `value` is neither a certificate nor a request. */
export function assertCertificateOrRequest(value: unknown, name: string): void {
  const kind = kindOf(value)
  if (kind === 'certificate' || kind === 'request') return
  throw new TypeError(`"${name}" must be a certificate or a request, got ${typeOf(value)}`)
}

/**
 * Checks a moment: milliseconds since 1970.
 *
 * @throws {TypeError} It is no number.
 * @throws {PixkitError} `CERTS_OPTION_INVALID`: no moment that a Date can hold.
 */
export function assertMoment(value: unknown, name: string = 'now'): void {
  if (typeof value !== 'number') throw new TypeError(`"${name}" must be a number, got ${typeOf(value)}`)
  if (!(Math.abs(value) <= LAST_DATE)) throw invalid([name], `-${LAST_DATE}…${LAST_DATE}`)
}

/** A hundred years: longer than any certificate lives. */
export const MAX_DAYS = 36_525

/** @see ECMA-262, section 21.4.1.1 */
const LAST_DATE = 8.64e15

function kindOf(value: unknown): unknown {
  return (Object(value) as { readonly kind?: unknown }).kind
}

function typeOf(value: unknown): string {
  return value === null ? 'null' : typeof value
}
