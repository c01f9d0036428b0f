/**
 * Reads a certificate.
 *
 * @module
 */
import { type PixkitError, unwrap } from '@pixkit/core/error'
import type { Result } from '@pixkit/core/result'
import type { X509ErrorCode } from '../../codes.ts'
import { contextTag, type DerFields, type DerNode, fieldsOf, TAG } from '../der/read-der.ts'
import { readBitString, readInteger, readSmallInteger, readTime, sameBytes, toHex } from '../der/values.ts'
import type { Certificate, Extension } from './certificate.ts'
import { decodeExtensions, readExtensions } from './extensions.ts'
import { x509Failure } from './failure.ts'
import { attempt } from './input.ts'
import { readName } from './name.ts'
import { readPublicKey, readSignatureAlgorithm } from './public-key.ts'
import { readSigned } from './signed.ts'

const NAMES = { whole: 'certificate', tbs: 'tbsCertificate', signature: 'signatureValue' } as const

/**
 * Reads a certificate from its DER.
 *
 * Reads, and believes nothing: whether the certificate is genuine is what `buildChain` finds out. A malformed extension is an
 * error, critical or not, if it is one of those that are read: basicConstraints, keyUsage, extKeyUsage, subjectAltName, both
 * key identifiers, nameConstraints, cRLDistributionPoints. The content of the others is not looked at.
 *
 * Laxer than RFC 5280 where certificates in use are, and nothing is decided by it: serial numbers may be negative, zero or
 * longer than 20 octets; texts may hold characters that their type forbids, and values of names may be no strings; `critical
 * FALSE`, `cA FALSE`, version 1 and a minimum of 0 may be written out; the issuer may be without a name; GeneralizedTime may
 * stand for dates before 2050; a path length may stand without `keyCertSign`, and without a CA flag, where it is left out;
 * `keyCertSign` may stand without a CA flag, which `buildChain` asks for.
 *
 * @param bytes - DER, at most 256 KiB; copied. For PEM see `readCredentials` of `@pixkit/certs`.
 * @returns The certificate as plain data; its arrays are views of that copy.
 * @throws {PixkitError} With the path as the norm names the fields, such as `['tbsCertificate', 'validity', 'notAfter']`.
 *   Not DER: `CERTS_DER_LENGTH`, `CERTS_DER_TAG`, `CERTS_DER_TRAILING`, `CERTS_DER_TRUNCATED`, `CERTS_DER_VALUE`; too much of
 *   it: `CERTS_DER_TOO_LARGE` (bytes), `CERTS_OBJECTS_TOO_MANY` (10,000 in one). Against the norm: `CERTS_X509_VERSION`,
 *   `CERTS_X509_FIELD_VERSION`, `CERTS_X509_EXTENSION_REPEATED`, `CERTS_X509_SIGNATURE_ALGORITHM_MISMATCH`.
 * @throws {TypeError} `bytes` is no Uint8Array.
 *
 * @example
 * ```ts
 * import { createCa } from '@pixkit/certs/create-ca'
 * import { parseCertificate, safeParseCertificate } from '@pixkit/certs/x509'
 *
 * const { certificate: made } = await createCa({ name: 'Raiz de teste' })
 * const certificate = parseCertificate(made.der)
 * certificate.subject.text // 'CN=Raiz de teste'
 * certificate.isCa // true
 * certificate.keyUsage // ['keyCertSign', 'cRLSign']
 *
 * const damaged = safeParseCertificate(made.der.subarray(0, 100))
 * damaged.ok ? '' : damaged.error.code // 'CERTS_DER_TRUNCATED'
 * ```
 *
 * @see RFC 5280, section 4.1; ITU-T X.690 (02/2021), section 10 (DER)
 */
export function parseCertificate(bytes: Uint8Array): Certificate {
  return unwrap(safeParseCertificate(bytes))
}

/** As {@link parseCertificate}, but returns the error instead of throwing it. */
export function safeParseCertificate(bytes: Uint8Array): Result<Certificate, PixkitError<X509ErrorCode>> {
  return attempt(() => readCertificate(bytes))
}

function readCertificate(bytes: Uint8Array): Certificate {
  const { der, tbs, signatureAlgorithm, signature } = readSigned(bytes, NAMES)
  const tbsFields = fieldsOf(tbs)
  const version = readVersion(tbsFields)
  const serialNumber = toHex(readInteger(tbsFields.next('serialNumber', TAG.integer)).content)
  const inner = readSignatureAlgorithm(tbsFields.next('signature', TAG.sequence))
  if (!sameBytes(inner.der, signatureAlgorithm.der)) {
    throw x509Failure('CERTS_X509_SIGNATURE_ALGORITHM_MISMATCH', {}, ['signatureAlgorithm'])
  }
  const issuer = readName(tbsFields.next('issuer', TAG.sequence))
  const validity = fieldsOf(tbsFields.next('validity', TAG.sequence))
  const notBefore = readTime(validity.next('notBefore'))
  const notAfter = readTime(validity.next('notAfter'))
  validity.end()
  const subject = readName(tbsFields.next('subject', TAG.sequence))
  const publicKey = readPublicKey(tbsFields.next('subjectPublicKeyInfo', TAG.sequence))
  const extensions = readTail(tbsFields, version)

  return {
    kind: 'certificate',
    der,
    version,
    serialNumber,
    issuer,
    subject,
    notBefore,
    notAfter,
    publicKey,
    signatureAlgorithm,
    signature,
    tbs: tbs.bytes,
    ...decodeExtensions(extensions, ['tbsCertificate', 'extensions']),
    extensions,
  }
}

/** @see RFC 5280, section 4.1.2.1 */
function readVersion(fields: DerFields): Certificate['version'] {
  const wrapper = fields.optional('version', contextTag(0))
  if (wrapper === undefined) return 1
  const inside = fieldsOf(wrapper, contextTag(0))
  const number = readSmallInteger({ ...inside.next('version'), path: wrapper.path })
  inside.end()
  const version = VERSIONS[number]
  if (version === undefined) throw x509Failure('CERTS_X509_VERSION', { found: number + 1 }, wrapper.path)
  return version
}

const VERSIONS = [1, 2, 3] as const

/** @see RFC 5280, sections 4.1.2.8 and 4.1.2.9: unique identifiers from version 2, extensions in version 3 */
function readTail(fields: DerFields, version: Certificate['version']): readonly Extension[] {
  readUniqueId(version, fields.optional('issuerUniqueID', contextTag(1, 'primitive')))
  readUniqueId(version, fields.optional('subjectUniqueID', contextTag(2, 'primitive')))
  const wrapper = fields.optional('extensions', contextTag(3))
  assertFrom(3, version, wrapper)
  fields.end()
  if (wrapper === undefined) return []
  const inside = fieldsOf(wrapper, contextTag(3))
  const extensions = readExtensions({ ...inside.next('extensions'), path: wrapper.path })
  inside.end()
  // RFC 5280, section 4.1: one at least.
  if (extensions.length === 0) throw x509Failure('CERTS_DER_VALUE', { kind: 'Extensions' }, wrapper.path)
  return extensions
}

/** Checked for its form only. @see RFC 5280, section 4.1.2.8 */
function readUniqueId(version: number, field: DerNode | undefined): void {
  assertFrom(2, version, field)
  if (field !== undefined) readBitString(field, field.tag)
}

function assertFrom(min: number, version: number, field: DerNode | undefined): void {
  if (field !== undefined && version < min) {
    throw x509Failure('CERTS_X509_FIELD_VERSION', { version, min }, field.path)
  }
}
