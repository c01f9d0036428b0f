/**
 * How long a certificate is still valid.
 *
 * @module
 */
import { assertInteger } from './internal/arguments.ts'
import { assertMoment, DAY_MS, MAX_DAYS } from './internal/time.ts'
import type { Certificate } from './internal/x509/certificate.ts'
import { assertCertificate } from './internal/x509/input.ts'

export interface ExpiryOptions {
  /** The moment to look from, in milliseconds since 1970; now by default. */
  readonly now?: number | undefined
}

/**
 * Counts the whole days that a certificate is still valid.
 *
 * @returns 1 from 24 to less than 48 hours before the end, 0 on the last day, whose last moment is `notAfter` itself;
 * negative once it has expired: -1 within the first 24 hours after the end.
 * @throws {PixkitError} `CERTS_OPTION_INVALID`.
 * @throws {TypeError} `certificate` is no certificate, `now` no number.
 *
 * @see RFC 5280, section 4.1.2.5: the period includes `notAfter`
 */
export function daysLeft(certificate: Certificate, { now = Date.now() }: ExpiryOptions = {}): number {
  assertCertificate(certificate)
  assertMoment(now)
  return Math.floor((certificate.notAfter - now) / DAY_MS)
}

/**
 * Tells whether a certificate ends within so many days, or has ended: time to renew it.
 *
 * @param days - Whole days, from 0. A certificate that ends in exactly so many times 24 hours counts; 0 asks whether it
 * has ended or ends this very moment.
 * @throws {PixkitError} `CERTS_OPTION_INVALID`.
 * @throws {TypeError} `certificate` is no certificate, `days` or `now` no number.
 *
 * @example
 * ```ts
 * import { createCa } from '@pixkit/certs/create-ca'
 * import { daysLeft, expiresWithin } from '@pixkit/certs/expires-within'
 *
 * const { certificate } = await createCa({ days: 60 })
 *
 * expiresWithin(certificate, 30) // false
 * expiresWithin(certificate, 90) // true
 * daysLeft(certificate) >= 59 // true
 * ```
 */
export function expiresWithin(
  certificate: Certificate,
  days: number,
  { now = Date.now() }: ExpiryOptions = {},
): boolean {
  assertCertificate(certificate)
  assertInteger(days, 0, MAX_DAYS, 'days')
  assertMoment(now)
  return certificate.notAfter - now <= days * DAY_MS
}
