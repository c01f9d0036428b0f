/**
 * Reads a request for a certificate.
 *
 * @module
 */
import { type PixkitError, unwrap } from '@pixkit/core/error'
import type { Result } from '@pixkit/core/result'
import type { X509ErrorCode } from '../../codes.ts'
import { contextTag, type DerNode, fieldsOf, TAG } from '../der/read-der.ts'
import { readOid, readSmallInteger } from '../der/values.ts'
import type { CertificateRequest, Extension } from './certificate.ts'
import { decodeExtensions, readExtensions } from './extensions.ts'
import { x509Failure } from './failure.ts'
import { attempt } from './input.ts'
import { readName } from './name.ts'
import { EXTENSION_REQUEST } from './oids.ts'
import { readPublicKey } from './public-key.ts'
import { readSigned } from './signed.ts'

const NAMES = { whole: 'certificationRequest', tbs: 'certificationRequestInfo', signature: 'signature' } as const

/** Attributes that hold extensions: of PKCS#9, and of Windows before it. */
const EXTENSION_REQUESTS: readonly string[] = [EXTENSION_REQUEST, '1.3.6.1.4.1.311.2.1.14']

const ATTRIBUTES = contextTag(0)

/**
 * Reads a request for a certificate (PKCS#10) from its DER.
 *
 * Believes nothing: whether whoever made it has the private key is what `issueCertificate` of `@pixkit/certs` finds out.
 *
 * @param bytes - DER, at most 256 KiB; copied.
 * @returns The request as plain data; its arrays are views of that copy.
 * @throws {PixkitError} With the path as the norm names the fields, such as `['certificationRequestInfo', 'subject']`.
 *   Not DER: `CERTS_DER_LENGTH`, `CERTS_DER_TAG`, `CERTS_DER_TRAILING`, `CERTS_DER_TRUNCATED`, `CERTS_DER_VALUE`; too much of
 *   it: `CERTS_DER_TOO_LARGE` (bytes), `CERTS_OBJECTS_TOO_MANY` (10,000 in one). Against the norm: `CERTS_X509_VERSION`,
 *   `CERTS_X509_EXTENSION_REPEATED`.
 * @throws {TypeError} `bytes` is no Uint8Array.
 *
 * @example
 * ```ts
 * import { createCsr, generatePrivateKey } from '@pixkit/certs'
 * import { findAttribute, parseCertificateRequest } from '@pixkit/certs/x509'
 *
 * const key = await generatePrivateKey({ type: 'EC' })
 * const made = createCsr(key, { subject: [{ type: 'CN', value: 'pix.padaria.example' }] })
 * const request = parseCertificateRequest(made.der)
 * findAttribute(request.subject, 'CN') // 'pix.padaria.example'
 * request.publicKey.curve // 'P-256'
 * ```
 *
 * @see RFC 2986, section 4; RFC 2985, section 5.4.2 (extensionRequest)
 */
export function parseCertificateRequest(bytes: Uint8Array): CertificateRequest {
  return unwrap(safeParseCertificateRequest(bytes))
}

/** As {@link parseCertificateRequest}, but returns the error instead of throwing it. */
export function safeParseCertificateRequest(bytes: Uint8Array): Result<CertificateRequest, PixkitError<X509ErrorCode>> {
  return attempt(() => readRequest(bytes))
}

function readRequest(bytes: Uint8Array): CertificateRequest {
  const { der, tbs, signatureAlgorithm, signature } = readSigned(bytes, NAMES)
  const info = fieldsOf(tbs)
  const versionNode = info.next('version', TAG.integer)
  const version = readSmallInteger(versionNode)
  if (version !== 0) throw x509Failure('CERTS_X509_VERSION', { found: version + 1 }, versionNode.path)
  const subject = readName(info.next('subject', TAG.sequence))
  const publicKey = readPublicKey(info.next('subjectPKInfo', TAG.sequence))
  // Required by the norm, left out by some programs.
  const attributes = info.optional('attributes', ATTRIBUTES)
  info.end()
  const extensions = attributes === undefined ? [] : readAttributes(attributes)
  const path = ['certificationRequestInfo', 'attributes', 'extensionRequest']
  const { subjectAltNames } = decodeExtensions(extensions, path)

  return {
    kind: 'request',
    der,
    subject,
    publicKey,
    signatureAlgorithm,
    signature,
    tbs: tbs.bytes,
    subjectAltNames,
    extensions,
  }
}

/** Extensions of the first attribute that has some; the other attributes are checked for their form only. */
function readAttributes(node: DerNode): readonly Extension[] {
  const values = fieldsOf(node, ATTRIBUTES).rest().flatMap(readAttribute)
  const [first] = values
  return first === undefined ? [] : readExtensions(first)
}

function readAttribute(node: DerNode): readonly DerNode[] {
  const fields = fieldsOf(node)
  const type = readOid(fields.next('type', TAG.oid))
  const values = fieldsOf(fields.next('values', TAG.set), TAG.set).rest()
  fields.end()
  return EXTENSION_REQUESTS.includes(type) ? values : []
}
