/**
 * Arguments of a verification: those of a wrong type are a bug of the caller.
 *
 * @module
 */
import { assertNow, assertTolerance, DEFAULT_TOLERANCE_S } from './calendar/clock.ts'
import { areCertificates } from './certificates.ts'
import { isHostName, normalizeHost } from './host-names.ts'
import { TOLERANCES, type VerifyOptions } from '../verify-options.ts'

/** @throws {TypeError} `jws` is neither text nor bytes. */
export function assertJws(jws: unknown): asserts jws is string | Uint8Array {
  if (typeof jws !== 'string' && !(jws instanceof Uint8Array)) {
    throw new TypeError(`"jws" must be a string or a Uint8Array, got ${jws === null ? 'null' : typeof jws}`)
  }
}

/** @throws {TypeError} An option has another type, or is out of bounds. */
export function assertVerifyOptions(options: VerifyOptions): void {
  assert(typeof options === 'object' && options !== null, 'options', 'an object')
  assertCertificates(options.trustAnchors, 'trustAnchors')
  assertNow(options.now)
  const {
    authorisedHosts,
    clockToleranceSeconds = DEFAULT_TOLERANCE_S,
    composite,
    dpp,
    intermediates,
    isDiaUtil,
    onStep,
    revisions,
    siteCertificates,
    strict,
    tolerate,
    verifySignature,
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
  assertOptional(isDiaUtil, 'isDiaUtil', 'function')
  assertOptional(onStep, 'onStep', 'function')
  assertOptional(verifySignature, 'verifySignature', 'function')
  assertOptional(strict, 'strict', 'boolean')
  assertOptional(composite, 'composite', 'boolean')
  assertOptional(dpp, 'dpp', 'string')
}

function assertCertificates(value: unknown, name: string): void {
  if (CERTIFICATES.has(value as object)) return
  assert(areCertificates(value), name, 'an array of certificates')
  CERTIFICATES.add(value as object)
}

/** A list that names nobody, or what no host is called, would refuse banks for the mistake of a caller. */
function assertHosts(list: unknown): void {
  assert(Array.isArray(list), 'authorisedHosts', 'an array of hosts')
  const entries = list as readonly unknown[]
  assert(entries.length > 0, 'authorisedHosts', 'hosts, one at least')
  if (HOSTS.has(entries)) return
  const names = entries.flat(1)
  const areHosts = names.every((name) => typeof name === 'string' && isHostName(normalizeHost(name)))
  assert(areHosts, 'authorisedHosts', 'names of hosts such as "pix.example.com", without "https://", path or "*"')
  const isFilled = entries.every((entry) => !Array.isArray(entry) || entry.length > 0)
  assert(isFilled, 'authorisedHosts', 'hosts, one at least')
  HOSTS.add(entries)
}

/** Lists that were looked through once: callers keep them, and they may have a thousand entries. */
const CERTIFICATES = /* @__PURE__ */ new WeakSet()
const HOSTS = /* @__PURE__ */ new WeakSet()

function assertOptional(value: unknown, name: string, type: string): void {
  if (value !== undefined && typeof value !== type) throw new TypeError(`"${name}" must be a ${type}`)
}

function assert(isRight: boolean, name: string, expected: string): void {
  if (!isRight) throw new TypeError(`"${name}" must be ${expected}`)
}
