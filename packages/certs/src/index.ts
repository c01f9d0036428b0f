/**
 * Certificates and keys as banks hand them out: read, convert, make, check, diagnose.
 *
 * @module
 */
export type {
  CertsErrorCode,
  ChainErrorCode,
  DiagnosisCode,
  FindingCode,
  MakeErrorCode,
  ReadErrorCode,
  X509ErrorCode,
} from './codes.ts'
export { type CreateCaOptions, createCa } from './create-ca.ts'
export { createCsr, type CreateCsrOptions, type Subject, type SubjectAttribute } from './create-csr.ts'
export { createClientIdentity, createServerIdentity, type IdentityOptions } from './create-identity.ts'
export type { Credentials, CredentialsFormat, PrivateKey, StoredCertificate } from './credentials.ts'
export {
  diagnose,
  type DiagnoseOptions,
  type Finding,
  type FindingSeverity,
  type FixedFile,
  type GivenFile,
  type Role,
} from './diagnose.ts'
export { daysLeft, expiresWithin, type ExpiryOptions } from './expires-within.ts'
export { type EcKeyOptions, generatePrivateKey, type KeyOptions, type RsaKeyOptions } from './generate-private-key.ts'
export {
  type Ambiente,
  type Banco,
  type CertificateReport,
  type IcpBrasil,
  type IcpBrasilTipo,
  inspectCertificate,
  type NameReport,
  type SerialNumberReport,
  type Titular,
  type ValidityReport,
  type ValidityStatus,
} from './inspect-certificate.ts'
export { issueCertificate, type IssueCertificateOptions, type ValidityOptions } from './issue-certificate.ts'
export { matchKeyPair } from './match-key-pair.ts'
export { orderChain, type OrderChainOptions, type OrderedChain } from './order-chain.ts'
export { readCredentials, type ReadCredentialsOptions, safeReadCredentials } from './read-credentials.ts'
export { type Identity, type IdentityParts, selectIdentity, type SelectIdentityOptions } from './select-identity.ts'
export { sicrediSubject, type SicrediSubjectOptions } from './sicredi-subject.ts'
export { type EncodeOptions, toDer } from './to-der.ts'
export { toLegacyP12, toP12, type ToP12Options } from './to-p12.ts'
export { type PemPair, toPem, toPemPair } from './to-pem.ts'
export type {
  Certificate,
  CertificateRequest,
  ExtendedKeyUsage,
  Extension,
  FormattedThumbprint,
  GeneralName,
  KeyUsage,
  KnownExtensions,
  Name,
  NameAttribute,
  NameConstraints,
  PublicKeyAlgorithm,
  PublicKeyInfo,
  SignatureAlgorithm,
} from './x509.ts'
