/**
 * Certificates and keys as banks hand them out: read, convert, make, check, diagnose.
 *
 * @module
 */
export type { Credentials, CredentialsFormat, PrivateKey, StoredCertificate } from './credentials.ts'
export { type CreateCaOptions, createCa } from './create-ca.ts'
export { createClientIdentity, type IdentityOptions } from './create-client-identity.ts'
export { type AltName, createCsr, type CreateCsrOptions, type Subject, type SubjectAttribute } from './create-csr.ts'
export { createServerIdentity } from './create-server-identity.ts'
export { type EcKeyOptions, generatePrivateKey, type KeyOptions, type RsaKeyOptions } from './generate-private-key.ts'
export { issueCertificate, type IssueCertificateOptions } from './issue-certificate.ts'
export { type Identity, selectIdentity, type SelectIdentityOptions } from './select-identity.ts'
export { sicrediSubject, type SicrediSubjectOptions } from './sicredi-subject.ts'
export { type EncodeOptions, toDer } from './to-der.ts'
export { type PemPair, toPem, toPemPair } from './to-pem.ts'
