/**
 * Certificates of a throw-away authority.
 *
 * @module
 */
import type { RandomSource } from '@pixkit/core/txid'
import type { PrivateKey } from './credentials.ts'
import { failure } from './internal/failure.ts'
import { assertRequestedNames, encodeHosts } from './internal/make/alt-names.ts'
import { assertIdentity } from './internal/make/assert-identity.ts'
import {
  authorityKeyId,
  basicConstraints,
  caExtensions,
  extendedKeyUsage,
  keyIdOf,
  keyUsage,
  MAX_PATH_LENGTH,
  subjectAltName,
  subjectKeyId,
} from './internal/make/extensions.ts'
import { assertChoice, assertInteger, assertObject, invalid } from './internal/arguments.ts'
import { assertPrivateKey, assertStrong, publicKeyOf } from './internal/key/private-key.ts'
import { assertRequestSigned } from './internal/make/sign.ts'
import { assertRequestedSubject, encodeSubject, invalidSubject, type Subject } from './internal/make/subject.ts'
import { readValidity, type ValidityOptions } from './internal/make/validity.ts'
import { writeCertificate } from './internal/make/write-certificate.ts'
import { EXTENSION } from './internal/x509/oids.ts'
import { unknownKey } from './internal/x509/weak-key.ts'
import { matchKeyPair } from './match-key-pair.ts'
import type { Identity } from './select-identity.ts'
import type { Certificate, CertificateRequest, PublicKeyInfo } from './internal/x509/certificate.ts'

export type { ValidityOptions } from './internal/make/validity.ts'

export interface IssueCertificateOptions extends ValidityOptions {
  /** What the certificate is for: TLS server, TLS client, or issuing others. */
  readonly usage: 'server' | 'client' | 'ca'
  /** Request to grant: public key, subject and alternative names come from it, and are checked as if they were options. */
  readonly request?: CertificateRequest | undefined
  /** Instead of that of the request, or without one. An authority must have one. */
  readonly subject?: Subject | undefined
  /** Without a request: the key of who gets the certificate. A private key stands for its public half. */
  readonly publicKey?: PublicKeyInfo | PrivateKey | undefined
  /** Host names and IP addresses, instead of those of the request; a server must have one. */
  readonly hosts?: readonly string[] | undefined
  /** How many authorities may follow below this one; only for `ca`. */
  readonly pathLength?: number | undefined
  /** Source of the serial number; inject one only to make tests repeatable. */
  readonly random?: RandomSource | undefined
}

const DEFAULT_DAYS = 397

/**
 * Issues a certificate for tests, or for a sandbox: nobody else trusts it.
 *
 * It is of version 3, with a random serial number, key identifiers, critical basicConstraints and keyUsage, and one
 * extended key usage; valid from five minutes before `now`, for 397 days by default.
 *
 * @param issuer - From `createCa`.
 * @param options - What for, for whom, for how long.
 * @throws {PixkitError} `CERTS_OPTION_INVALID`: an option, or an alternative name of the request; `CERTS_SUBJECT_INVALID`; `CERTS_KEY_WEAK`:
 *   RSA below 2048 bits or with a bad exponent, a curve below 224 bits, DSA; `CERTS_KEY_INVALID`: OpenSSL cannot work with a key;
 *   `CERTS_KEY_MISMATCH`: the issuer's key is not that of its certificate; `CERTS_REQUEST_SIGNATURE`, `CERTS_ALGORITHM_UNSUPPORTED`: the request does not prove that its
 *   author has the key, or has one that is not verified with here.
 * @throws {TypeError} `issuer` is no identity, or an option has another type.
 *
 * @example
 * ```ts
 * import { createCa } from '@pixkit/certs/create-ca'
 * import { createCsr } from '@pixkit/certs/create-csr'
 * import { generatePrivateKey } from '@pixkit/certs/generate-private-key'
 * import { issueCertificate } from '@pixkit/certs/issue-certificate'
 *
 * const key = await generatePrivateKey({ type: 'EC' })
 * const request = createCsr(key, { subject: [{ type: 'CN', value: 'padaria.example' }] })
 * const certificate = issueCertificate(await createCa({ name: 'AC de teste' }), { request, usage: 'client' })
 * certificate.subject.text // 'CN=padaria.example'
 * certificate.issuer.text // 'CN=AC de teste'
 * ```
 *
 * @see RFC 5280, section 4
 */
export function issueCertificate(issuer: Identity, options: IssueCertificateOptions): Certificate {
  assertIdentity(issuer, 'issuer')
  assertObject(options, 'options')
  assertChoice(options.usage, ['server', 'client', 'ca'], 'usage')
  assertMayIssue(issuer)
  const pathLength = readPathLength(options, issuer.certificate)
  const { request } = options
  if (request !== undefined) {
    if ((Object(request) as Partial<CertificateRequest>).kind !== 'request') {
      throw new TypeError('"request" must be a certificate request')
    }
    assertRequestSigned(request)
  }
  const { certificate: above } = issuer
  const spki = readSpki(options)
  const subject = readSubject(options)
  const altNames = readAltNames(options)
  // RFC 5280, section 4.1.2.6: without a name, nobody could name it as the issuer; others are named by their alternative names.
  if (subject.isEmpty && (options.usage === 'ca' || altNames === undefined)) throw invalidSubject(['subject'], '1…100')
  return writeCertificate(issuer.privateKey, {
    ...readValidity(options, DEFAULT_DAYS, above),
    issuer: above.subject.der,
    subject: subject.der,
    spki,
    extensions: [
      ...usageExtensions(options.usage, pathLength, options.usage === 'server' && isRsa(options)),
      subjectKeyId(keyIdOf(spki)),
      authorityKeyId(above.subjectKeyId ?? keyIdOf(above.publicKey.spki)),
      ...(altNames === undefined ? [] : [subjectAltName(altNames, subject.isEmpty)]),
    ],
    random: options.random,
  })
}

function assertMayIssue({ certificate, privateKey }: Identity): void {
  const { isCa, keyUsage: usages } = certificate
  if (!isCa || usages?.includes('keyCertSign') === false) throw invalid(['issuer'], 'CA, keyCertSign')
  if (!matchKeyPair(certificate, privateKey)) throw failure('CERTS_KEY_MISMATCH', {}, ['issuer'])
}

function readPathLength({ pathLength, usage }: IssueCertificateOptions, issuer: Certificate): number | undefined {
  if (usage !== 'ca') {
    if (pathLength !== undefined) throw invalid(['pathLength'], "usage: 'ca'")
    return undefined
  }
  const above = issuer.pathLength ?? MAX_PATH_LENGTH + 1
  if (above === 0) throw invalid(['usage'], 'server, client')
  if (pathLength !== undefined) assertInteger(pathLength, 0, above - 1, 'pathLength')
  return pathLength ?? (issuer.pathLength === undefined ? undefined : above - 1)
}

function readSpki({ publicKey, request }: IssueCertificateOptions): Uint8Array {
  const key = request === undefined ? publicKey : request.publicKey
  assertObject(key, 'publicKey')
  if (isPrivate(key)) assertPrivateKey(key, 'publicKey')
  const info = isPrivate(key) ? publicKeyOf(key) : (key as PublicKeyInfo)
  if (!(info.spki instanceof Uint8Array)) throw new TypeError('"publicKey" must be that of a certificate or request')
  assertStrong(info)
  const unknown = unknownKey(info)
  if (unknown !== undefined) throw failure('CERTS_ALGORITHM_UNSUPPORTED', { algorithm: unknown })
  return info.spki
}

function isPrivate(key: unknown): key is PrivateKey {
  return (Object(key) as Partial<PrivateKey>).kind === 'private-key'
}

function isRsa({ publicKey, request }: IssueCertificateOptions): boolean {
  return (request?.publicKey ?? publicKey)?.algorithm === 'RSA'
}

function readSubject({ request, subject }: IssueCertificateOptions): { der: Uint8Array; isEmpty: boolean } {
  if (subject === undefined && request !== undefined) {
    assertRequestedSubject(request.subject)
    return { der: request.subject.der, isEmpty: request.subject.rdns.length === 0 }
  }
  return { der: encodeSubject(subject as Subject), isEmpty: false }
}

/** GeneralNames, DER; those of a request as they stand there. */
function readAltNames({ hosts, request, usage }: IssueCertificateOptions): Uint8Array | undefined {
  if (hosts !== undefined) return encodeHosts(hosts)
  const requested = request?.extensions.find(({ oid }) => oid === EXTENSION.subjectAltName)?.value
  const hasHost = requested !== undefined && assertRequestedNames(requested).hasHost
  // RFC 9525, section 2: clients look for the host here, and no longer in the CN.
  if (!hasHost && usage === 'server') throw invalid(['hosts'], '1…1000')
  return requested
}

function usageExtensions(
  usage: IssueCertificateOptions['usage'],
  pathLength: number | undefined,
  canEncipherKeys: boolean,
): readonly Uint8Array[] {
  if (usage === 'ca') return caExtensions(pathLength)
  return [
    basicConstraints(false),
    // TLS 1.2 without forward secrecy encrypts the key to an RSA server.
    canEncipherKeys ? keyUsage('digitalSignature', 'keyEncipherment') : keyUsage('digitalSignature'),
    extendedKeyUsage(usage === 'server' ? 'serverAuth' : 'clientAuth'),
  ]
}
