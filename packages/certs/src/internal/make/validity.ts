/**
 * From when to when a certificate is valid.
 *
 * @module
 */
import type { Certificate } from '../x509/certificate.ts'
import { assertInteger, invalid } from '../arguments.ts'
import { assertMoment, DAY_MS, LAST_MOMENT, MAX_DAYS } from '../time.ts'

export interface ValidityOptions {
  /** From `now` on; cut where the issuer's validity ends. */
  readonly days?: number | undefined
  /** Milliseconds since 1970; the clock by default. */
  readonly now?: number | undefined
}

/** Clocks differ; who connects at once, from a machine that is slow, should get in. */
const EARLIER_MS = 5 * 60_000

/**
 * Works out the validity: a few minutes of the past, then so many days, and never beyond that of the issuer.
 *
 * @throws {PixkitError} `CERTS_OPTION_INVALID`, also when the issuer is not valid `now`.
 */
export function readValidity(
  { days, now = Date.now() }: ValidityOptions,
  defaultDays: number,
  issuer?: Certificate,
): { readonly notBefore: number; readonly notAfter: number } {
  assertMoment(now)
  // Certificates know no fractions of a second.
  const start = Math.floor(now / 1000) * 1000
  const { notAfter: latest = LAST_MOMENT, notBefore: earliest = 0 } = issuer ?? {}
  if (start < earliest || start > latest) {
    throw invalid(['now'], `${new Date(earliest).toISOString()}…${new Date(latest).toISOString()}`)
  }
  assertInteger(days ?? defaultDays, 1, MAX_DAYS, 'days')
  return {
    notBefore: Math.max(start - EARLIER_MS, earliest),
    notAfter: Math.min(start + (days ?? defaultDays) * DAY_MS, latest),
  }
}
