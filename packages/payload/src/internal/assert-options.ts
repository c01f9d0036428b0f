/**
 * Options of a verification: those of a wrong type are a bug of the caller.
 *
 * @module
 */
import { assertNow, assertTolerance, DEFAULT_TOLERANCE_S } from './clock.ts'
import { isHostName, normalizeHost } from './host-names.ts'
import { TOLERANCES, type VerifyOptions } from '../verify-options.ts'

/** @throws {TypeError} An option has another type, or is out of bounds. */
export function assertVerifyOptions(options: VerifyOptions): void {
  assert(typeof options === 'object' && options !== null, 'options', 'an object')
  assertCertificates(options.trustAnchors, 'trustAnchors')
  assertNow(options.now)
  const {
    authorisedHosts,
    clockToleranceSeconds = DEFAULT_TOLERANCE_S,
    intermediates,
    revisions,
    siteCertificates,
    tolerate,
  } = options
  if (authorisedHosts !== undefined) assertHosts(authorisedHosts)
  if (siteCertificates !== undefined) {
    assertCertificates(siteCertificates, 'siteCertificates')
    assert(siteCertificates.length > 0, 'siteCertificates', 'certificates, one at least')
  }
  if (intermediates !== undefined) assertCertificates(intermediates, 'intermediates')
  assertTolerance(clockToleranceSeconds)
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

/**
 * A list that names nobody, or what no host is called, would refuse banks for the mistake of a caller. A list is looked through
 * once: callers keep it, and it may have a thousand entries.
 */
function assertHosts(list: unknown): void {
  assert(Array.isArray(list), 'authorisedHosts', 'an array of hosts')
  if (CHECKED.has(list as object)) return
  const entries = list as readonly unknown[]
  const names = entries.flat(1)
  const areHosts = names.every((name) => typeof name === 'string' && isHostName(normalizeHost(name)))
  assert(areHosts, 'authorisedHosts', 'names of hosts such as "pix.example.com", without "https://", path or "*"')
  const isFilled = entries.length > 0 && entries.every((entry) => !Array.isArray(entry) || entry.length > 0)
  assert(isFilled, 'authorisedHosts', 'hosts, one at least')
  CHECKED.add(list as object)
}

const CHECKED = /* @__PURE__ */ new WeakSet()

function assertType(options: VerifyOptions, name: keyof VerifyOptions, type: string): void {
  const value = options[name]
  if (value !== undefined && typeof value !== type) throw new TypeError(`"${name}" must be a ${type}`)
}

function assert(isRight: boolean, name: string, expected: string): void {
  if (!isRight) throw new TypeError(`"${name}" must be ${expected}`)
}
