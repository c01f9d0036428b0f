/**
 * A certificate as plain data, for people and for JSON.
 *
 * @module
 */
import { hash } from 'node:crypto'
import { daysLeft, type ExpiryOptions } from './expires-within.ts'
import { type Ambiente, bankHints, type Banco } from './internal/check/bank-patterns.ts'
import { type IcpBrasil, type IcpBrasilTipo, readIcpBrasil } from './internal/check/icp-brasil.ts'
import { isSelfSigned } from './internal/check/issuer.ts'
import { type SerialNumberReport, showIp, showSerialNumber } from './internal/check/show.ts'
import { readTitular, type Titular } from './internal/check/titular.ts'
import { isWeakSignature } from './internal/check/weak-signature.ts'
import { withoutUndefined } from './internal/check/without-undefined.ts'
import { assertMoment } from './internal/time.ts'
import type { Certificate, ExtendedKeyUsage, KeyUsage, Name, NameAttribute } from './internal/x509/certificate.ts'
import { assertCertificate } from './internal/x509/input.ts'
import { formatThumbprint, type FormattedThumbprint } from './internal/x509/thumbprint.ts'
import { isWeakKey } from './internal/x509/weak-key.ts'

export type { Ambiente, Banco, IcpBrasil, IcpBrasilTipo, SerialNumberReport, Titular }

/** Where a certificate is in its life at a moment. */
export type ValidityStatus = 'valid' | 'not-yet-valid' | 'expired'

export interface NameReport {
  /** In the order of the file: `C=BR, O=Padaria, CN=padaria.example`. */
  readonly text: string
  readonly attributes: readonly NameAttribute[]
}

export interface ValidityReport {
  /** RFC 3339, UTC. */
  readonly notBefore: string
  /** RFC 3339, UTC; the last moment. */
  readonly notAfter: string
  readonly status: ValidityStatus
  /** Whole days, see `daysLeft`; negative once it has expired. */
  readonly daysLeft: number
}

/** What a certificate says, with nothing proven. Holds personal data: names, CPF. */
export interface CertificateReport {
  readonly subject: NameReport
  readonly issuer: NameReport
  readonly serialNumber: SerialNumberReport
  readonly validity: ValidityReport
  readonly key: {
    readonly algorithm: string
    readonly bits: number
    readonly curve?: string | undefined
    readonly isWeak: boolean
  }
  readonly signature: { readonly algorithm: string; readonly isWeak: boolean }
  /** Absent: any. */
  readonly keyUsage?: readonly KeyUsage[] | undefined
  /** Absent: any. */
  readonly extendedKeyUsage?: readonly ExtendedKeyUsage[] | undefined
  readonly isCa: boolean
  readonly isSelfSigned: boolean
  /** DNS names and IP addresses. */
  readonly hosts: readonly string[]
  readonly emails: readonly string[]
  readonly thumbprints: { readonly sha1: FormattedThumbprint; readonly sha256: FormattedThumbprint }
  /** Holder; absent where no CPF or CNPJ with right check digits is found. */
  readonly titular?: Titular | undefined
  /** Present when it is of ICP-Brasil. */
  readonly icpBrasil?: IcpBrasil | undefined
  /** Bank that issued it; absent where the names do not show it. */
  readonly banco?: Banco | undefined
  /** Environment it was issued for; absent where the names do not show it, as with Sicredi, whose serve both. */
  readonly ambiente?: Ambiente | undefined
}

/**
 * Tells what a certificate says, as plain data: it can go through `JSON.stringify`.
 *
 * Nothing is believed or proven here, see `buildChain`. Holder, bank and environment come from names alone.
 *
 * @param certificate - From `parseCertificate` or `readCredentials`.
 * @throws {PixkitError} `CERTS_OPTION_INVALID`.
 * @throws {TypeError} `certificate` is no certificate, `now` no number.
 *
 * @example
 * ```ts
 * import { createCa } from '@pixkit/certs/create-ca'
 * import { inspectCertificate } from '@pixkit/certs/inspect-certificate'
 *
 * const { certificate } = await createCa()
 * const { isCa, key, validity } = inspectCertificate(certificate)
 *
 * isCa // true
 * key.isWeak // false
 * validity.status // 'valid'
 * ```
 */
export function inspectCertificate(
  certificate: Certificate,
  { now = Date.now() }: ExpiryOptions = {},
): CertificateReport {
  assertCertificate(certificate)
  assertMoment(now)
  const { extendedKeyUsage, issuer, keyUsage, publicKey, serialNumber, signatureAlgorithm, subject } = certificate
  const { algorithm, bits, curve } = publicKey
  return withoutUndefined({
    subject: nameReport(subject),
    issuer: nameReport(issuer),
    serialNumber: showSerialNumber(serialNumber),
    validity: validityReport(certificate, now),
    key: withoutUndefined({ algorithm, bits, curve, isWeak: isWeakKey(publicKey) }),
    signature: { algorithm: signatureAlgorithm.name, isWeak: isWeakSignature(signatureAlgorithm) },
    keyUsage,
    extendedKeyUsage,
    isCa: certificate.isCa,
    isSelfSigned: isSelfSigned(certificate),
    hosts: hostsOf(certificate),
    emails: emailsOf(certificate),
    thumbprints: { sha1: thumbprint(certificate, 'sha1'), sha256: thumbprint(certificate, 'sha256') },
    titular: certificate.isCa ? undefined : readTitular(certificate),
    icpBrasil: readIcpBrasil(certificate),
    ...bankHints(certificate),
  })
}

function nameReport({ rdns, text }: Name): NameReport {
  return { text, attributes: rdns.flat().map(({ oid, type, value }) => ({ oid, type, value })) }
}

function validityReport(certificate: Certificate, now: number): ValidityReport {
  const { notAfter, notBefore } = certificate
  return {
    notBefore: new Date(notBefore).toISOString(),
    notAfter: new Date(notAfter).toISOString(),
    status: now < notBefore ? 'not-yet-valid' : now > notAfter ? 'expired' : 'valid',
    daysLeft: daysLeft(certificate, { now }),
  }
}

function hostsOf({ subjectAltNames }: Certificate): string[] {
  return subjectAltNames.flatMap((name) =>
    name.type === 'dns' ? name.value : name.type === 'ip' ? showIp(name.value) : [],
  )
}

function emailsOf({ subject, subjectAltNames }: Certificate): string[] {
  const inNames = subjectAltNames.flatMap((name) => (name.type === 'email' ? name.value : []))
  const inSubject = subject.rdns.flat().flatMap(({ type, value }) => (type === 'emailAddress' ? value : []))
  return [...new Set([...inNames, ...inSubject])]
}

function thumbprint({ der }: Certificate, algorithm: 'sha1' | 'sha256'): FormattedThumbprint {
  return formatThumbprint(hash(algorithm, der, 'buffer'))
}
