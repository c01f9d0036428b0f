/**
 * Certificates anywhere: reads them, and proves chains with WebCrypto.
 *
 * @module
 */
export type {
  Certificate,
  CertificateRequest,
  ExtendedKeyUsage,
  Extension,
  GeneralName,
  KeyUsage,
  KnownExtensions,
  Name,
  NameAttribute,
  NameConstraints,
  PublicKeyAlgorithm,
  PublicKeyInfo,
  SignatureAlgorithm,
} from './internal/x509/certificate.ts'
export { buildChain, type ChainOptions, safeBuildChain } from './internal/x509/build-chain.ts'
export { importableSpki } from './internal/x509/importable-spki.ts'
export { matchHostName } from './internal/x509/match-host-name.ts'
export { findAttribute, namesEqual } from './internal/x509/name.ts'
export { parseCertificate, safeParseCertificate } from './internal/x509/parse-certificate.ts'
export { parseCertificateRequest, safeParseCertificateRequest } from './internal/x509/parse-request.ts'
export { type FormattedThumbprint, formatThumbprint, thumbprint } from './internal/x509/thumbprint.ts'
