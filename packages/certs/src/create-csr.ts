/**
 * Requests for a certificate (CSR).
 *
 * @module
 */
import type { PrivateKey } from './credentials.ts'
import { encodeHosts } from './internal/make/alt-names.ts'
import { subjectAltName } from './internal/make/extensions.ts'
import { assertObject } from './internal/arguments.ts'
import { assertPrivateKey, spkiOf } from './internal/key/private-key.ts'
import { writeSigned } from './internal/make/sign.ts'
import { encodeSubject, type Subject } from './internal/make/subject.ts'
import { contextTag } from './internal/der/read-der.ts'
import { integer, oid, sequence, setOf, writeDer } from './internal/der/write-der.ts'
import type { CertificateRequest } from './internal/x509/certificate.ts'
import { EXTENSION_REQUEST } from './internal/x509/oids.ts'
import { parseCertificateRequest } from './internal/x509/parse-request.ts'

export type { Subject, SubjectAttribute } from './internal/make/subject.ts'

export interface CreateCsrOptions {
  /** Who asks; `sicrediSubject` makes that of Sicredi. */
  readonly subject: Subject
  /** Host names and IP addresses, such as `*.padaria.example` and `192.0.2.1`, 1 to 1,000; none by default. */
  readonly hosts?: readonly string[] | undefined
}

/**
 * Makes a request for a certificate (PKCS#10), which the bank turns into a certificate.
 *
 * Signed with SHA-256, or with the hash of its size by a key on P-384 or P-521. With an RSA key and a subject without telephoneNumber, the
 * result is the same, octet by octet, as that of `openssl req -new -sha256 -utf8 -subj`: telephoneNumber is a PrintableString here, as
 * X.520 wants it, and a UTF8String there.
 *
 * @param privateKey - RSA of 2048 bits or more, or EC on P-256, P-384 or P-521. Keep it: the certificate is worth nothing without it.
 * @param options - Attributes of the subject come out in their order.
 * @returns The request, read back; `toPem` writes it into a file.
 * @throws {PixkitError} `CERTS_SUBJECT_INVALID`, with the path of the attribute; `CERTS_KEY_WEAK`; `CERTS_KEY_INVALID`: OpenSSL cannot sign
 *   with the key; `CERTS_OPTION_INVALID`: a host, or a key of another kind.
 * @throws {TypeError} `privateKey` is none, or an option has another type.
 *
 * @example
 * ```ts
 * import { createCsr } from '@pixkit/certs/create-csr'
 * import { generatePrivateKey } from '@pixkit/certs/generate-private-key'
 * import { sicrediSubject } from '@pixkit/certs/sicredi-subject'
 * import { toPem } from '@pixkit/certs/to-pem'
 *
 * const key = await generatePrivateKey({ type: 'RSA' })
 * const subject = sicrediSubject({ nomeParceiro: 'padaria-central', cpfCnpj: '12.345.678/0001-95' })
 * const csr = toPem(createCsr(key, { subject }))
 * csr.split('\n')[0] // '-----BEGIN CERTIFICATE REQUEST-----'
 * ```
 *
 * @see RFC 2986, section 4; RFC 2985, section 5.4.2 (extensionRequest); ITU-T X.520 (10/2019), section 6.7.1 (telephoneNumber)
 */
export function createCsr(privateKey: PrivateKey, options: CreateCsrOptions): CertificateRequest {
  assertPrivateKey(privateKey, 'privateKey')
  assertObject(options, 'options')
  const { hosts, subject } = options
  const name = encodeSubject(subject)
  const extensions = hosts === undefined ? [] : [subjectAltName(encodeHosts(hosts), false)]
  const attributes = extensions.length === 0 ? [] : [sequence(oid(EXTENSION_REQUEST), setOf(sequence(...extensions)))]
  const der = writeSigned(privateKey, () =>
    sequence(integer(0), name, spkiOf(privateKey), writeDer(contextTag(0), ...attributes)),
  )
  return parseCertificateRequest(der)
}
