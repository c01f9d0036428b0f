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
  Name,
  NameAttribute,
  NameConstraints,
  PublicKeyAlgorithm,
  PublicKeyInfo,
  SignatureAlgorithm,
} from './internal/x509/certificate.ts'
