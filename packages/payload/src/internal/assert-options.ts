/**
 * Options of a verification: those of a wrong type are a bug of the caller.
 *
 * @module
 */
import { TOLERANCES, type VerifyOptions } from '../verify-options.ts'

const MAX_CLOCK_TOLERANCE_SECONDS = 300
const CLOCK_TOLERANCE = `seconds, 0 to ${MAX_CLOCK_TOLERANCE_SECONDS}`

/** @throws {TypeError} An option has another type, or is out of bounds. */
export function assertVerifyOptions(options: VerifyOptions): void {
  assert(typeof options === 'object' && options !== null, 'options', 'an object')
  assertCertificates(options.trustAnchors, 'trustAnchors')
  assert(Number.isFinite(options.now), 'now', 'milliseconds since 1970')
  const { authorisedHosts, clockToleranceSeconds = 0, intermediates, revisions, siteCertificates, tolerate } = options
  if (authorisedHosts !== undefined) {
    assert(Array.isArray(authorisedHosts) && authorisedHosts.every(isHosts), 'authorisedHosts', 'an array of hosts')
  }
  if (siteCertificates !== undefined) assertCertificates(siteCertificates, 'siteCertificates')
  if (intermediates !== undefined) assertCertificates(intermediates, 'intermediates')
  assert(
    Number.isFinite(clockToleranceSeconds) &&
      clockToleranceSeconds >= 0 &&
      clockToleranceSeconds <= MAX_CLOCK_TOLERANCE_SECONDS,
    'clockToleranceSeconds',
    CLOCK_TOLERANCE,
  )
  if (tolerate !== undefined) {
    const isKnown = Array.isArray(tolerate) && tolerate.every((name) => TOLERANCES.includes(name))
    assert(isKnown, 'tolerate', 'an array of names of tolerances')
  }
  assert(revisions === undefined || typeof revisions?.remember === 'function', 'revisions', 'a memory of revisions')
  assertType(options, 'isBusinessDay', 'function')
  assertType(options, 'onStep', 'function')
  assertType(options, 'strict', 'boolean')
  assertType(options, 'composite', 'boolean')
  assertType(options, 'dpp', 'string')
}

function assertCertificates(value: unknown, name: string): void {
  assert(Array.isArray(value) && value.every(isCertificate), name, 'an array of certificates')
}

function isCertificate(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'certificate'
}

function isHosts(value: unknown): boolean {
  return typeof value === 'string' || (Array.isArray(value) && value.every((name) => typeof name === 'string'))
}

function assertType(options: VerifyOptions, name: keyof VerifyOptions, type: string): void {
  const value = options[name]
  if (value !== undefined && typeof value !== type) throw new TypeError(`"${name}" must be a ${type}`)
}

function assert(isRight: boolean, name: string, expected: string): void {
  if (!isRight) throw new TypeError(`"${name}" must be ${expected}`)
}
