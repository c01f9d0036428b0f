/**
 * What can be wrong with a file, a certificate, a chain, or what is asked for.
 *
 * @module
 */

/** Raised while ASN.1 or a certificate is read. */
export type X509ErrorCode =
  | 'CERTS_DER_DEPTH'
  | 'CERTS_DER_LENGTH'
  | 'CERTS_DER_TAG'
  | 'CERTS_DER_TOO_LARGE'
  | 'CERTS_DER_TRAILING'
  | 'CERTS_DER_TRUNCATED'
  | 'CERTS_DER_VALUE'
  | 'CERTS_X509_EXTENSION_REPEATED'
  | 'CERTS_X509_FIELD_VERSION'
  | 'CERTS_X509_SIGNATURE_ALGORITHM'
  | 'CERTS_X509_VERSION'

/** Raised while a chain is built: what is wrong with the best of the paths that were tried. */
export type ChainErrorCode =
  | 'CERTS_CHAIN_ALGORITHM'
  | 'CERTS_CHAIN_EXPIRED'
  | 'CERTS_CHAIN_EXTENDED_KEY_USAGE'
  | 'CERTS_CHAIN_EXTENSION_UNKNOWN'
  | 'CERTS_CHAIN_INCOMPLETE'
  | 'CERTS_CHAIN_KEY_USAGE'
  | 'CERTS_CHAIN_NAME_CONSTRAINTS'
  | 'CERTS_CHAIN_NOT_CA'
  | 'CERTS_CHAIN_NOT_YET_VALID'
  | 'CERTS_CHAIN_PATH_LENGTH'
  | 'CERTS_CHAIN_SIGNATURE'
  | 'CERTS_CHAIN_TOO_LONG'
  | 'CERTS_CHAIN_UNTRUSTED'
  | 'CERTS_CHAIN_WEAK_KEY'

/** Raised while a file is read. */
export type ReadErrorCode =
  | 'CERTS_ALGORITHM_UNSUPPORTED'
  | 'CERTS_FILE_DAMAGED'
  | 'CERTS_FILE_EMPTY'
  | 'CERTS_FILE_TOO_LARGE'
  | 'CERTS_FILE_UNKNOWN'
  | 'CERTS_ITERATIONS_TOO_MANY'
  | 'CERTS_KEY_INVALID'
  | 'CERTS_PASSPHRASE_MISSING'
  | 'CERTS_PASSPHRASE_WRONG'
  | 'CERTS_PEM_BASE64'
  | 'CERTS_PEM_UNFINISHED'

/** Raised while something is made. */
export type MakeErrorCode =
  | 'CERTS_CERTIFICATE_MISSING'
  | 'CERTS_KEY_MISMATCH'
  | 'CERTS_KEY_MISSING'
  | 'CERTS_KEY_WEAK'
  | 'CERTS_OPTION_INVALID'
  | 'CERTS_SUBJECT_INVALID'

/** Found by `diagnose`. */
export type DiagnosisCode = 'CERTS_FOUND_TODO'

export type CertsErrorCode = X509ErrorCode | ChainErrorCode | ReadErrorCode | MakeErrorCode
