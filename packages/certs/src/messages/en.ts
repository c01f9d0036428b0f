/**
 * English sentences for the codes of `@pixkit/certs`: what is wrong, and what to do.
 *
 * @module
 */
import type { Messages } from '@pixkit/core/issue'
import type {
  CertsErrorCode,
  ChainErrorCode,
  DiagnosisCode,
  MakeErrorCode,
  ReadErrorCode,
  X509ErrorCode,
} from '../codes.ts'

export const x509Messages: Messages<X509ErrorCode | ChainErrorCode> = {
  CERTS_CHAIN_ALGORITHM: 'signature of certificate {index} uses {algorithm}, which is not accepted',
  CERTS_CHAIN_EXPIRED: 'certificate {index} of the chain expired on {date}',
  CERTS_CHAIN_EXTENDED_KEY_USAGE: 'certificate {index} of the chain is not meant for {usage}',
  CERTS_CHAIN_EXTENSION_UNKNOWN: 'certificate {index} of the chain has a critical extension that nobody knows: {oid}',
  CERTS_CHAIN_INCOMPLETE: 'issuer of certificate {index} of the chain is missing',
  CERTS_CHAIN_KEY_USAGE: 'certificate {index} of the chain may not be used for {usage}',
  CERTS_CHAIN_NAME_CONSTRAINTS: 'certificate {index} of the chain has a name that its issuer may not give',
  CERTS_CHAIN_NOT_CA: 'certificate {index} of the chain issued another and is no authority',
  CERTS_CHAIN_NOT_YET_VALID: 'certificate {index} of the chain is valid only from {date}',
  CERTS_CHAIN_PATH_LENGTH: 'certificate {index} of the chain has more authorities below it than it allows',
  CERTS_CHAIN_SIGNATURE: 'signature of certificate {index} of the chain is not that of its issuer',
  CERTS_CHAIN_TOO_LONG: 'chain has more than {max} certificates',
  CERTS_CHAIN_UNTRUSTED: 'chain ends in a root that is not among the trusted ones',
  CERTS_CHAIN_WEAK_KEY: 'key of certificate {index} of the chain is too weak: {algorithm} of {bits} bits',
  CERTS_DER_DEPTH: 'objects are nested more than {max} deep in "{path}"',
  CERTS_DER_LENGTH: 'length of "{path}" is not written as DER wants it',
  CERTS_DER_TAG: '"{path}" has tag {found}, not {expected}',
  CERTS_DER_TOO_LARGE: '"{path}" is larger than {max}',
  CERTS_DER_TRAILING: '{bytes} bytes are left over at the end of "{path}"',
  CERTS_DER_TRUNCATED: '"{path}" ends too early, at least {missing} bytes are missing',
  CERTS_DER_VALUE: '"{path}" is no valid {kind}',
  CERTS_X509_EXTENSION_REPEATED: 'extension {oid} occurs twice',
  CERTS_X509_FIELD_VERSION: '"{path}" exists from version {min} on, and the certificate is of version {version}',
  CERTS_X509_SIGNATURE_ALGORITHM: 'certificate names two different signature algorithms',
  CERTS_X509_VERSION: 'certificate is of version {found}, which nobody knows',
}

export const readMessages: Messages<ReadErrorCode> = {
  CERTS_ALGORITHM_UNSUPPORTED: 'file is encrypted or signed with {algorithm}, which is not read here',
  CERTS_FILE_DAMAGED: '{format} file is damaged or cut short',
  CERTS_FILE_EMPTY: 'file is empty',
  CERTS_FILE_TOO_LARGE: 'file has more than {max} bytes',
  CERTS_FILE_UNKNOWN: 'file holds no certificate, key or request: it looks like {found}',
  CERTS_ITERATIONS_TOO_MANY: 'file asks for {found} rounds of key derivation, at most {max} are made',
  CERTS_KEY_INVALID: 'private key is damaged or of a kind that is not read here',
  CERTS_PASSPHRASE_MISSING: '{format} is encrypted and no passphrase was given',
  CERTS_PASSPHRASE_WRONG: 'passphrase does not open the {format}',
  CERTS_PEM_BASE64: 'text between the lines of the {label} block is not base64',
  CERTS_PEM_UNFINISHED: '{label} block has no END line',
}

export const makeMessages: Messages<MakeErrorCode> = {
  CERTS_CERTIFICATE_MISSING: 'there is no certificate that belongs to the private key',
  CERTS_KEY_MISMATCH: 'private key does not belong to the certificate',
  CERTS_KEY_MISSING: 'there is no private key',
  CERTS_KEY_WEAK: 'key must be {expected}',
  CERTS_OPTION_INVALID: '"{path}" must be {expected}',
  CERTS_SUBJECT_INVALID: '"{path}" must be {expected}',
}

export const diagnosisMessages: Messages<DiagnosisCode> = {
  CERTS_FOUND_TODO: 'x',
}

export const messages: Messages<CertsErrorCode | DiagnosisCode> = /* @__PURE__ */ Object.assign(
  {},
  x509Messages,
  readMessages,
  makeMessages,
  diagnosisMessages,
)

export const remedies: Messages<CertsErrorCode | DiagnosisCode> = {
  CERTS_ALGORITHM_UNSUPPORTED: 'Export the file again with AES-256 and SHA-256, for instance with a current openssl.',
  CERTS_CERTIFICATE_MISSING: 'Add the certificate that was issued for this key.',
  CERTS_CHAIN_ALGORITHM: 'Ask the issuer for a certificate signed with SHA-256 or better.',
  CERTS_CHAIN_EXPIRED: 'Renew the certificate.',
  CERTS_CHAIN_EXTENDED_KEY_USAGE: 'Ask the issuer for a certificate with this extended key usage.',
  CERTS_CHAIN_EXTENSION_UNKNOWN: 'Do not trust the certificate; tell the authors if it comes from a real authority.',
  CERTS_CHAIN_INCOMPLETE: 'Add the missing intermediate certificate to the chain.',
  CERTS_CHAIN_KEY_USAGE: 'Ask the issuer for a certificate with this key usage.',
  CERTS_CHAIN_NAME_CONSTRAINTS: 'Do not trust the certificate.',
  CERTS_CHAIN_NOT_CA: 'Do not trust the certificate.',
  CERTS_CHAIN_NOT_YET_VALID: 'Check the clock of the machine, or wait until the certificate is valid.',
  CERTS_CHAIN_PATH_LENGTH: 'Do not trust the certificate.',
  CERTS_CHAIN_SIGNATURE: 'Do not trust the certificate; check that the issuer belongs to it.',
  CERTS_CHAIN_TOO_LONG: 'Leave out the certificates that do not belong to the chain.',
  CERTS_CHAIN_UNTRUSTED: 'Add the root to the trust anchors only if it came to you by a channel that you trust.',
  CERTS_CHAIN_WEAK_KEY: 'Ask the issuer for a certificate with RSA of 2048 bits or more, or P-256.',
  CERTS_DER_DEPTH: 'Fetch the file again; no real certificate looks like this.',
  CERTS_DER_LENGTH: 'Fetch the file again; it was damaged on its way.',
  CERTS_DER_TAG: 'Fetch the file again, and check that it is what its name says.',
  CERTS_DER_TOO_LARGE: 'Check that the file is what its name says.',
  CERTS_DER_TRAILING: 'Fetch the file again; something was appended to it.',
  CERTS_DER_TRUNCATED: 'Fetch the file again, in binary mode; it was cut short.',
  CERTS_DER_VALUE: 'Fetch the file again; it was damaged on its way.',
  CERTS_FILE_DAMAGED: 'Fetch the file again, in binary mode.',
  CERTS_FILE_EMPTY: 'Fetch the file again.',
  CERTS_FILE_TOO_LARGE: 'Check that the file is what its name says.',
  CERTS_FILE_UNKNOWN: 'Check that you have the right file; a page saved in place of a certificate is a common mix-up.',
  CERTS_FOUND_TODO: 'y',
  CERTS_ITERATIONS_TOO_MANY: 'Export the file again with fewer rounds, or raise the limit if you trust it.',
  CERTS_KEY_INVALID: 'Fetch the key again, or export it as PKCS#8.',
  CERTS_KEY_MISMATCH: 'Take the key that the request for this certificate was made with.',
  CERTS_KEY_MISSING: 'Add the private key that the request was made with.',
  CERTS_KEY_WEAK: 'Make a new key and a new request.',
  CERTS_OPTION_INVALID: 'Correct the option, or leave it out.',
  CERTS_PASSPHRASE_MISSING: 'Give the passphrase that was chosen when the file was made.',
  CERTS_PASSPHRASE_WRONG: 'Check the passphrase: capitals, accents, a space at its end.',
  CERTS_PEM_BASE64: 'Fetch the file again, or copy it whole, without changes.',
  CERTS_PEM_UNFINISHED: 'Copy the file whole, from the BEGIN line to the END line.',
  CERTS_SUBJECT_INVALID: 'Correct the field of the subject.',
  CERTS_X509_EXTENSION_REPEATED: 'Do not trust the certificate.',
  CERTS_X509_FIELD_VERSION: 'Do not trust the certificate; ask the issuer for one of version 3.',
  CERTS_X509_SIGNATURE_ALGORITHM: 'Do not trust the certificate.',
  CERTS_X509_VERSION: 'Check that the file is a certificate.',
}
