/**
 * Builds the chain from a certificate to a root that the caller trusts, and proves every link of it.
 *
 * @module
 */
import { type PixkitError, unwrap } from '@pixkit/core/error'
import type { Result } from '@pixkit/core/result'
import type { ChainErrorCode } from '../../codes.ts'
import { sameBytes } from '../der/values.ts'
import type { Certificate, ExtendedKeyUsage, KeyUsage } from './certificate.ts'
import {
  type ChainProblem,
  checkAuthority,
  checkCertificate,
  checkLeaf,
  checkNames,
  MAX_NAME_COMPARISONS,
} from './chain-checks.ts'
import { KEY_USAGES } from './extensions.ts'
import { x509Failure } from './failure.ts'
import { assertCertificate } from './input.ts'
import { type FindIssuers, indexIssuers, isSelfIssued } from './issuers.ts'
import type { NameBudget } from './name-constraints.ts'
import { namesEqual } from './name.ts'
import { extendedKeyUsageOid } from './oids.ts'
import { signatureScheme } from './signature-scheme.ts'
import { isOnCurve, verifySignature } from './verify-signature.ts'

export interface ChainOptions {
  /** What the caller trusts: roots, or other authorities, or the leaf itself. Nothing else ends a chain. */
  readonly trustAnchors: readonly Certificate[]
  /** Certificates that may be needed on the way, in any order; nothing is believed of them. At most 1,000. */
  readonly intermediates?: readonly Certificate[] | undefined
  /** The moment at which every certificate must be valid, milliseconds since 1970. */
  readonly now: number
  /** What the leaf's key is used for, such as `digitalSignature`; a leaf without this extension may be used for all. */
  readonly keyUsage?: KeyUsage | undefined
  /**
   * What the leaf is used for, such as `serverAuth`, or a dotted identifier; it and every authority above it must allow this
   * purpose, if they name any.
   */
  readonly extendedKeyUsage?: ExtendedKeyUsage | undefined
  /** Certificates in the chain at most, leaf and anchor included: a whole number from 1, 8 by default. */
  readonly maxCertificates?: number | undefined
}

const MAX_INTERMEDIATES = 1_000
const MAX_SIGNATURE_CHECKS = 64
const DEFAULT_MAX_CERTIFICATES = 8

/**
 * Builds the chain from a certificate to one of the trust anchors, and proves it.
 *
 * Proven for every certificate, the anchor included: dates, CA flag, path length, key usage, extended key usage, critical
 * extensions, and that its key is known and not weak (RSA from 2,048 bits, curves from 224). Proven for every certificate but
 * the anchor: signature, with SHA-256 or better, name and key identifier of its issuer, and that every authority above it may
 * give its names; for the leaf too that its key is a point of its curve, if that is P-256, P-384 or P-521. Where several
 * issuers fit, all are tried, up to 64 signatures and 250,000 comparisons of names.
 *
 * Decides as `openssl verify -partial_chain -auth_level 2` does. So an anchor need not be self-signed; an authority that
 * names purposes may issue only for these; `anyExtendedKeyUsage` stands for nothing but itself (`diagnose` of `@pixkit/certs`
 * lets it stand for every purpose); and policies (certificatePolicies, policyMappings, policyConstraints, inhibitAnyPolicy) are
 * recognised and not processed.
 *
 * What openssl 3.0 accepts and this does not:
 *
 * - more than 8 certificates, unless `maxCertificates` allows them; an anchor of version 3 without CA flag;
 * - signatures with SHA-224, or with another curve than P-256, P-384 and P-521, or DSA, or Ed448: WebCrypto has none of them;
 *   RSA above 16,384 bits, or with an exponent from 2^53, and Ed25519 where the platform has none;
 * - keys, also of the leaf: DSA, X25519, X448, Diffie-Hellman; RSA of 2,047 bits, or with an exponent that is even or 1; RSA-PSS
 *   bound to SHA-1 or SHA-224; curves other than P-224, P-256, P-384, P-521, secp256k1 and brainpoolP256r1, P384r1 and P512r1;
 * - a critical extension of Netscape (netscapeCertType) or of RFC 3779 (addresses, autonomous systems);
 * - under name constraints, names that are one thing for one program and another for the next: NUL inside, a wildcard that
 *   covers an excluded host, a host of more than 253 characters, a host of a URI that is an address or that browsers read in
 *   another way, a CN that is a host but for `*.` before it or a dot behind;
 * - what `parseCertificate` refuses.
 *
 * What openssl 3.0 refuses and this accepts:
 *
 * - a chain in which only the second of two issuers leads to an anchor: openssl takes the first that fits, this tries all; a
 *   certificate with the name of its issuer and without a key identifier: openssl takes it for self-signed;
 * - the second of `notAfter` itself, which RFC 5280 counts in;
 * - extensions that are not critical and mean something to openssl: netscapeCertType, proxyCertInfo, those of RFC 3779;
 * - a URI with a user before a permitted host: openssl takes the user for the host;
 * - names that openssl cannot read: UTF-8 that is none, surrogates in a BMPString, numbers and other values that are no
 *   strings. They are compared octet by octet.
 *
 * Not checked: revocation, and the host (see `matchHostName`).
 *
 * @param leaf - The certificate to prove, from `parseCertificate` or `readCredentials`.
 * @param options - Whom to trust, when, and for what.
 * @returns The chain from the leaf to the anchor; one certificate, when the leaf is itself an anchor.
 * @throws {PixkitError} What is wrong with the path that got furthest; `params.index` and `path` name the certificate in it, 0
 *   is the leaf. No anchor is reached: `CERTS_CHAIN_INCOMPLETE`, an issuer is missing; `CERTS_CHAIN_UNTRUSTED`, the path ends in a
 *   root that is no anchor; `CERTS_CHAIN_TOO_LONG`, over `maxCertificates`; `CERTS_CHAIN_TOO_COMPLEX`, over 64 signatures or
 *   250,000 comparisons of names, or over 1,000 intermediates, which are not looked at then, and `path` is `['intermediates']`. A
 *   certificate is not good: `CERTS_CHAIN_EXPIRED`, `CERTS_CHAIN_NOT_YET_VALID`, `CERTS_CHAIN_KEY_WEAK`,
 *   `CERTS_CHAIN_KEY_USAGE`, `CERTS_CHAIN_EXTENDED_KEY_USAGE`, `CERTS_CHAIN_EXTENSION_UNKNOWN`. It may not issue what it issued:
 *   `CERTS_CHAIN_NOT_CA`, `CERTS_CHAIN_PATH_LENGTH`. It was not issued by its issuer: `CERTS_CHAIN_SIGNATURE`; it may not have its
 *   names from there: `CERTS_CHAIN_NAME_CONSTRAINTS`; nobody can tell, or how strong its own key is: `CERTS_CHAIN_ALGORITHM`.
 * @throws {TypeError} An argument or option is of the wrong type or out of bounds.
 *
 * @example
 * ```ts
 * import { createCa, createServerIdentity } from '@pixkit/certs'
 * import { buildChain, safeBuildChain } from '@pixkit/certs/x509'
 *
 * const root = await createCa({ name: 'Raiz' })
 * const intermediate = await createCa({ name: 'Intermediária', issuer: root })
 * const { certificate } = await createServerIdentity(intermediate, ['pix.padaria.example'])
 *
 * const options = { trustAnchors: [root.certificate], now: Date.now(), extendedKeyUsage: 'serverAuth' }
 * const chain = await buildChain(certificate, { ...options, intermediates: [intermediate.certificate] })
 * chain.map(({ issuer }) => issuer.text) // ['CN=Intermediária', 'CN=Raiz', 'CN=Raiz']
 *
 * const result = await safeBuildChain(certificate, options)
 * result.ok ? '' : result.error.code // 'CERTS_CHAIN_INCOMPLETE'
 * ```
 *
 * @see RFC 5280, section 6; RFC 4158 (several paths); NIST SP 800-57 part 1 revision 5, table 2 (strength of keys)
 */
export async function buildChain(leaf: Certificate, options: ChainOptions): Promise<readonly Certificate[]> {
  return unwrap(await safeBuildChain(leaf, options))
}

/** As {@link buildChain}, but returns the error instead of throwing it. */
export async function safeBuildChain(
  leaf: Certificate,
  options: ChainOptions,
): Promise<Result<readonly Certificate[], PixkitError<ChainErrorCode>>> {
  assertOptions(leaf, options)
  const { trustAnchors, intermediates = [], now } = options
  if (intermediates.length > MAX_INTERMEDIATES) {
    return { ok: false, error: x509Failure('CERTS_CHAIN_TOO_COMPLEX', { max: MAX_INTERMEDIATES }, ['intermediates']) }
  }
  const problem = checkCertificate(leaf, 0, options) ?? checkLeaf(leaf, options) ?? (await checkPoint(leaf))
  if (problem !== undefined) return { ok: false, error: errorOf(problem) }
  if (trustAnchors.some(({ der }) => sameBytes(der, leaf.der))) return { ok: true, value: [leaf] }
  const search: Search = {
    options,
    findIssuers: indexIssuers(trustAnchors, intermediates, now),
    checksLeft: MAX_SIGNATURE_CHECKS,
    names: { comparisonsLeft: MAX_NAME_COMPARISONS },
    best: undefined,
  }
  const chain = await climb([leaf], search)
  if (chain !== undefined) return { ok: true, value: chain }
  const { best = { problem: { code: 'CERTS_CHAIN_INCOMPLETE', index: 0 } } } = search
  return { ok: false, error: errorOf(best.problem) }
}

interface Search {
  readonly options: ChainOptions
  readonly findIssuers: FindIssuers
  checksLeft: number
  readonly names: NameBudget
  /** The problem of the path that got furthest, and how far it got. */
  best: { readonly problem: ChainProblem; readonly progress: number } | undefined
}

/** Looks for an anchor above a path all of whose links are proven; stops at the first. */
async function climb(path: readonly Certificate[], search: Search): Promise<readonly Certificate[] | undefined> {
  const top = path.at(-1)
  if (top === undefined) return undefined
  const { options } = search
  const { maxCertificates: max = DEFAULT_MAX_CERTIFICATES } = options
  const index = path.length - 1
  const issuers = search.findIssuers(top).filter(({ certificate }) => !isRepeated(certificate, path))
  if (issuers.length === 0) {
    return note(search, index, { code: isSelfIssued(top) ? 'CERTS_CHAIN_UNTRUSTED' : 'CERTS_CHAIN_INCOMPLETE', index })
  }
  if (path.length >= max) return note(search, index, { code: 'CERTS_CHAIN_TOO_LONG', index, params: { max } })
  if (signatureScheme(top.signatureAlgorithm) === undefined) {
    return note(search, index, {
      code: 'CERTS_CHAIN_ALGORITHM',
      index,
      params: { algorithm: top.signatureAlgorithm.name },
    })
  }
  for (const { certificate, isAnchor } of issuers) {
    if (search.checksLeft === 0) return note(search, Infinity, tooComplex(index))
    const problem =
      checkCertificate(certificate, path.length, options) ??
      checkAuthority(certificate, path, isAnchor) ??
      (await checkSignature(top, index, certificate, search)) ??
      checkNames(certificate, path, search.names)
    if (problem !== undefined) {
      note(search, progressOf(problem, index), problem)
      continue
    }
    const longer = [...path, certificate]
    const found = isAnchor ? longer : await climb(longer, search)
    if (found !== undefined) return found
  }
  return undefined
}

/** An issuer that may not issue says more about the chain than one that did not sign; nothing says more than a search cut short. */
function progressOf({ code }: ChainProblem, index: number): number {
  if (code === 'CERTS_CHAIN_TOO_COMPLEX') return Infinity
  return code === 'CERTS_CHAIN_SIGNATURE' ? index + 0.25 : index + 0.5
}

/** Nobody verifies with the key of the leaf here, so that nothing else would notice. */
async function checkPoint({ publicKey }: Certificate): Promise<ChainProblem | undefined> {
  if (await isOnCurve(publicKey)) return undefined
  const { curve = '' } = publicKey
  return { code: 'CERTS_CHAIN_ALGORITHM', index: 0, params: { algorithm: `${curve}, not on the curve` } }
}

async function checkSignature(
  certificate: Certificate,
  index: number,
  { publicKey }: Certificate,
  search: Search,
): Promise<ChainProblem | undefined> {
  search.checksLeft -= 1
  const problem = await verifySignature(certificate, publicKey)
  return problem && { ...problem, index }
}

function tooComplex(index: number): ChainProblem {
  return { code: 'CERTS_CHAIN_TOO_COMPLEX', index, params: { max: MAX_SIGNATURE_CHECKS } }
}

/** Keeps the problem of the path that got furthest; of two as far, the one of the more likely issuer. */
function note(search: Search, progress: number, problem: ChainProblem): undefined {
  if (search.best === undefined || progress > search.best.progress) search.best = { problem, progress }
}

/**
 * Whether a certificate, or another of the same name and key, is in the path already: leaving out what lies between gives
 * a shorter path that is as good.
 *
 * @see RFC 4158, section 5.2
 */
function isRepeated(certificate: Certificate, path: readonly Certificate[]): boolean {
  return path.some(
    (other, index) =>
      sameBytes(other.der, certificate.der) ||
      (index > 0 &&
        sameBytes(other.publicKey.spki, certificate.publicKey.spki) &&
        namesEqual(other.subject, certificate.subject)),
  )
}

function errorOf({ code, index, params }: ChainProblem): PixkitError<ChainErrorCode> {
  return x509Failure(code, { ...params, index }, [index])
}

function assertOptions(leaf: Certificate, options: ChainOptions): void {
  assertCertificate(leaf, 'leaf')
  assertCertificates(options.trustAnchors, 'trustAnchors')
  if (options.intermediates !== undefined) assertCertificates(options.intermediates, 'intermediates')
  const { now, keyUsage, extendedKeyUsage, maxCertificates = 1 } = options
  assertOption(Number.isFinite(now), 'now', 'milliseconds since 1970')
  assertOption(keyUsage === undefined || KEY_USAGES.includes(keyUsage), 'keyUsage', `one of ${KEY_USAGES.join(', ')}`)
  assertOption(
    extendedKeyUsage === undefined || extendedKeyUsageOid(extendedKeyUsage) !== undefined,
    'extendedKeyUsage',
    'a name such as clientAuth, or a dotted identifier',
  )
  assertOption(Number.isInteger(maxCertificates) && maxCertificates > 0, 'maxCertificates', 'a whole number from 1')
}

function assertCertificates(value: unknown, name: string): void {
  assertOption(Array.isArray(value), name, 'an array of certificates')
  for (const certificate of value as readonly unknown[]) assertCertificate(certificate, name)
}

function assertOption(isRight: boolean, name: string, expected: string): void {
  if (!isRight) throw new TypeError(`"${name}" must be ${expected}`)
}
