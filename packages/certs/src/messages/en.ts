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
  CERTS_CHAIN_ALGORITHM: 'certificate {index} of the chain uses {algorithm}, which is not accepted',
  CERTS_CHAIN_EXPIRED: 'certificate {index} of the chain expired on {date}',
  CERTS_CHAIN_EXTENDED_KEY_USAGE: 'certificate {index} of the chain is not meant for {usage}',
  CERTS_CHAIN_EXTENSION_UNKNOWN: 'certificate {index} of the chain has a critical extension that nobody knows: {oid}',
  CERTS_CHAIN_INCOMPLETE: 'issuer of certificate {index} of the chain is missing',
  CERTS_CHAIN_KEY_USAGE: 'certificate {index} of the chain may not be used for {usage}',
  CERTS_CHAIN_KEY_WEAK: 'key of certificate {index} of the chain is too weak: {algorithm} of {bits} bits',
  CERTS_CHAIN_NAME_CONSTRAINTS: 'certificate {index} of the chain has a name that its issuer may not give',
  CERTS_CHAIN_NOT_CA: 'certificate {index} of the chain issued another and is no authority',
  CERTS_CHAIN_NOT_YET_VALID: 'certificate {index} of the chain is valid only from {date}',
  CERTS_CHAIN_PATH_LENGTH: 'certificate {index} of the chain has more authorities below it than it allows',
  CERTS_CHAIN_SIGNATURE: 'signature of certificate {index} of the chain is not that of its issuer',
  CERTS_CHAIN_TOO_COMPLEX:
    'chain is too complex: more than {max} intermediates, signature checks or comparisons of names',
  CERTS_CHAIN_TOO_LONG: 'chain has more than {max} certificates',
  CERTS_CHAIN_UNTRUSTED: 'chain ends in a root that is not among the trusted ones',
  CERTS_DER_DEPTH: 'objects are nested more than {max} deep in "{path}"',
  CERTS_DER_LENGTH: 'length of "{path}" is not written as DER wants it',
  CERTS_DER_TAG: '"{path}" has tag {found}, not {expected}',
  CERTS_DER_TOO_LARGE: '"{path}" has more than {max} bytes',
  CERTS_DER_TRAILING: '{bytes} bytes are left over at the end of "{path}"',
  CERTS_DER_TRUNCATED: '"{path}" ends too early, at least {missing} bytes are missing',
  CERTS_DER_VALUE: '"{path}" is no valid {kind}',
  CERTS_OBJECTS_TOO_MANY: 'there are more than {max} objects in it',
  CERTS_X509_EXTENSION_REPEATED: 'extension {oid} occurs twice',
  CERTS_X509_FIELD_VERSION: 'a field that exists from version {min} on is in a certificate of version {version}',
  CERTS_X509_SIGNATURE_ALGORITHM_MISMATCH: 'certificate names two different signature algorithms',
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
  CERTS_PASSPHRASE_MISSING: 'file ({format}) is encrypted and no passphrase was given',
  CERTS_PASSPHRASE_WRONG: 'passphrase does not open the file ({format})',
  CERTS_PEM_BASE64: 'text between the lines of the {label} block is not base64',
  CERTS_PEM_UNFINISHED: '{label} block has no END line',
}

export const makeMessages: Messages<MakeErrorCode> = {
  CERTS_CERTIFICATE_MISSING: 'there is no certificate that belongs to the private key',
  CERTS_KEY_MISMATCH: 'private key does not belong to the certificate',
  CERTS_KEY_MISSING: 'there is no private key',
  CERTS_KEY_WEAK: 'key must be {expected}',
  CERTS_OPTION_INVALID: '"{path}" must be {expected}',
  CERTS_REQUEST_SIGNATURE: 'signature of the request was not made with the key in it',
  CERTS_SUBJECT_INVALID: '"{path}" must be {expected}',
}

export const diagnosisMessages: Messages<DiagnosisCode> = {
  CERTS_FOUND_BANK_CERTIFICATE: '"{path}" is the certificate with which the bank calls your webhook, not yours',
  CERTS_FOUND_BASE64: '"{path}" is base64 without its BEGIN and END lines',
  CERTS_FOUND_CA_CERTIFICATE: 'certificate in "{path}", which has its key here, is that of an authority',
  CERTS_FOUND_CERTIFICATE_ELSEWHERE: 'key in "{key}" belongs to the certificate in "{other}", not to that in "{path}"',
  CERTS_FOUND_CERTIFICATE_MISSING: 'none of the files holds a certificate of yours',
  CERTS_FOUND_CERTIFICATE_OF_OTHER_REQUEST:
    'certificate in "{path}" belongs neither to the request in "{request}" nor to its key in "{key}"',
  CERTS_FOUND_CHAIN_AS_CERTIFICATE:
    '"{path}" holds only certificates of authorities: it is the chain, not your certificate',
  CERTS_FOUND_CHAIN_FOREIGN: '"{path}" holds authorities, and none of them issued the certificate in "{certificate}"',
  CERTS_FOUND_CHAIN_INCOMPLETE: 'issuer of the certificate in "{path}" is in none of the files',
  CERTS_FOUND_CHAIN_ORDER:
    'certificates in "{path}" are not in the order that TLS wants: yours first, then each issuer',
  CERTS_FOUND_CLIENT_AUTH_MISSING: 'certificate in "{path}" is not meant for client authentication',
  CERTS_FOUND_DER: '"{path}" is binary (DER), and many tools want text (PEM)',
  CERTS_FOUND_DIGITAL_SIGNATURE_MISSING:
    'key usage of the certificate in "{path}" does not include digitalSignature, which TLS needs',
  CERTS_FOUND_DUPLICATE: '"{path}" holds the same as "{other}"',
  CERTS_FOUND_EXPIRED: 'certificate in "{path}" expired on {date}',
  CERTS_FOUND_EXPIRING: 'certificate in "{path}" expires on {date} (days left: {days})',
  CERTS_FOUND_EXTENSION:
    'extension of "{path}" misleads: what it holds ({content}) belongs in a file such as "{suggested}"',
  CERTS_FOUND_FILE_PAGE: '"{path}" is a web page, and no certificate or key',
  CERTS_FOUND_ISSUER_EXPIRED: 'an authority above the certificate in "{path}" expired on {date}',
  CERTS_FOUND_ISSUER_NOT_YET_VALID: 'an authority above the certificate in "{path}" is valid only from {date}',
  CERTS_FOUND_KEY_ELSEWHERE: 'certificate in "{certificate}" belongs to the key in "{other}", not to that in "{path}"',
  CERTS_FOUND_KEY_ENCRYPTED: 'key in "{path}" has a passphrase, which some tools refuse',
  CERTS_FOUND_KEY_MISMATCH: 'key in "{path}" does not belong to the certificate in "{certificate}"',
  CERTS_FOUND_KEY_MISSING: 'none of the files holds a private key for the certificate in "{path}"',
  CERTS_FOUND_KEY_UNOPENED:
    'key in "{path}" is not that of "{certificate}"; the right one may be in "{other}", which did not open',
  CERTS_FOUND_KEY_UNUSED: 'key in "{path}" belongs to none of the certificates here',
  CERTS_FOUND_KEY_WEAK: 'key of "{path}" is too weak: {algorithm} of {bits} bits',
  CERTS_FOUND_MAC_MISSING:
    '"{path}" has no MAC: Node 20 refuses it, and nothing tells a wrong passphrase from a damaged file',
  CERTS_FOUND_NOT_CERTIFICATE: '"{path}" holds no certificate, and was given as the certificate',
  CERTS_FOUND_NOT_CHAIN: '"{path}" holds no certificate of an authority, and was given as the chain',
  CERTS_FOUND_NOT_KEY: '"{path}" holds no private key, and was given as the key',
  CERTS_FOUND_NOT_YET_VALID: 'certificate in "{path}" is valid only from {date}',
  CERTS_FOUND_P12_LEGACY: '"{path}" is encrypted with {algorithm}, which is old and still accepted',
  CERTS_FOUND_PAIR: 'certificate in "{path}" and key in "{key}" belong together',
  CERTS_FOUND_PEM_ENCODING: '"{path}" is text with a byte order mark or in UTF-16, as some editors save it',
  CERTS_FOUND_PKCS7: '"{path}" is PKCS#7, and TLS wants certificates one after another (PEM)',
  CERTS_FOUND_PRODUCTION_CERTIFICATE: 'certificate in "{path}" is for production, and homologation is wanted',
  CERTS_FOUND_RC2: '"{path}" is encrypted with {algorithm}, which TLS in Node refuses since OpenSSL 3',
  CERTS_FOUND_REQUEST_AS_CERTIFICATE: '"{path}" is the request (CSR), not the certificate',
  CERTS_FOUND_REQUEST_OF_OTHER_KEY: 'request in "{path}" was not made with the key in "{key}"',
  CERTS_FOUND_REQUEST_SIGNATURE: 'request in "{path}" was not signed with its own key, or was changed afterwards',
  CERTS_FOUND_ROOT_MISSING: 'chain of the certificate in "{path}" ends before a root',
  CERTS_FOUND_SELF_SIGNED: 'certificate in "{path}" is signed by its own key, and no bank made it',
  CERTS_FOUND_SEVERAL_CERTIFICATES: '{count} certificates with different keys are here: {files}',
  CERTS_FOUND_SIGNATURE_WEAK: 'signature of "{path}" uses {algorithm}, which servers refuse',
  CERTS_FOUND_TEST_CERTIFICATE: 'certificate in "{path}" is for homologation, and production is wanted',
  CERTS_FOUND_TLS_REFUSED: 'TLS of this Node refuses "{path}": {reason}',
  CERTS_FOUND_UNNEEDED_CERTIFICATES: 'certificates in "{path}" that do not belong to the chain of yours: {count}',
}

export const messages: Messages<CertsErrorCode | DiagnosisCode> = /* @__PURE__ */ Object.assign(
  {},
  x509Messages,
  readMessages,
  makeMessages,
  diagnosisMessages,
)

export const remedies: Messages<CertsErrorCode | DiagnosisCode> = {
  CERTS_ALGORITHM_UNSUPPORTED:
    'Export the file again from where it came, with AES-256 and SHA-256, for instance with a current openssl.',
  CERTS_CERTIFICATE_MISSING: 'Add the certificate that was issued for this key.',
  CERTS_CHAIN_ALGORITHM: 'Ask the issuer for a certificate with an RSA or P-256 key, signed with SHA-256 or better.',
  CERTS_CHAIN_EXPIRED: 'Renew the certificate.',
  CERTS_CHAIN_EXTENDED_KEY_USAGE: 'Ask the issuer for a certificate with this extended key usage.',
  CERTS_CHAIN_EXTENSION_UNKNOWN: 'Do not trust the certificate; tell the authors if it comes from a real authority.',
  CERTS_CHAIN_INCOMPLETE: 'Add the missing intermediate certificate to the chain.',
  CERTS_CHAIN_KEY_USAGE: 'Ask the issuer for a certificate with this key usage.',
  CERTS_CHAIN_KEY_WEAK: 'Ask the issuer for a certificate with RSA of 2048 bits or more, or P-256.',
  CERTS_CHAIN_NAME_CONSTRAINTS: 'Do not trust the certificate.',
  CERTS_CHAIN_NOT_CA: 'Do not trust the certificate.',
  CERTS_CHAIN_NOT_YET_VALID: 'Check the clock of the machine, or wait until the certificate is valid.',
  CERTS_CHAIN_PATH_LENGTH: 'Do not trust the certificate.',
  CERTS_CHAIN_SIGNATURE: 'Do not trust the certificate; fetch it and its chain again, both from the issuer.',
  CERTS_CHAIN_TOO_COMPLEX: 'Leave out the certificates that do not belong to the chain, above all several of one name.',
  CERTS_CHAIN_TOO_LONG: 'Leave out the certificates that do not belong to the chain.',
  CERTS_CHAIN_UNTRUSTED: 'Add the root to the trust anchors only if it came to you by a channel that you trust.',
  CERTS_DER_DEPTH: 'Fetch the file again; no real certificate looks like this.',
  CERTS_DER_LENGTH: 'Fetch the file again; it was damaged on its way.',
  CERTS_DER_TAG: 'Fetch the file again, and check that it is what its name says.',
  CERTS_DER_TOO_LARGE: 'Check that the file is what its name says.',
  CERTS_DER_TRAILING: 'Fetch the file again; something was appended to it.',
  CERTS_DER_TRUNCATED: 'Fetch the file again, in binary mode; it was cut short.',
  CERTS_DER_VALUE: 'Fetch the file again; it was damaged on its way.',
  CERTS_FILE_DAMAGED:
    'Fetch the file again, in binary mode, and copy it whole: editors, e-mail and FTP in text mode spoil such files.',
  CERTS_FILE_EMPTY: 'Fetch the file again, and check that the disk is not full.',
  CERTS_FILE_TOO_LARGE: 'Give the right file, or leave it out: no file of certificates is so large.',
  CERTS_FILE_UNKNOWN:
    'Give the right file, or leave it out: for a page (html) the download itself, for a path the file that it names; a Java key store (jks, jceks) becomes a .p12 with keytool -importkeystore -deststoretype PKCS12, and a copy of an OpenSSH key a PEM with ssh-keygen -p -m PKCS8.',
  CERTS_FOUND_BANK_CERTIFICATE:
    "Keep it to check who calls your webhook; yours is the .cer of the line CERTIFICADO_VALIDADO in Sicredi's portal.",
  CERTS_FOUND_BASE64:
    'Use the PEM copy (pix cert convert); base64 without these lines is good only for an environment variable.',
  CERTS_FOUND_CA_CERTIFICATE: 'Ask for a client certificate: servers refuse an authority that comes as a client.',
  CERTS_FOUND_CERTIFICATE_ELSEWHERE: 'Use "{other}" as the certificate.',
  CERTS_FOUND_CERTIFICATE_MISSING:
    "Download the certificate that the bank issued: in Sicredi's portal the .cer of the line CERTIFICADO_VALIDADO.",
  CERTS_FOUND_CERTIFICATE_OF_OTHER_REQUEST:
    'The certificate of another request was downloaded: download the one that was issued for "{request}".',
  CERTS_FOUND_CHAIN_AS_CERTIFICATE:
    "Give it as the chain; your certificate is the .cer of the line CERTIFICADO_VALIDADO in Sicredi's portal.",
  CERTS_FOUND_CHAIN_FOREIGN:
    'Download the chain that comes with the certificate; keep "{path}" only if it checks the server of the bank.',
  CERTS_FOUND_CHAIN_INCOMPLETE:
    'Add the chain of the bank, at Sicredi CadeiaCompletaSicredi.cer: some servers want the authorities in between.',
  CERTS_FOUND_CHAIN_ORDER: 'Use the copy in order (pix cert chain).',
  CERTS_FOUND_CLIENT_AUTH_MISSING:
    'Ask the issuer for one with the extended key usage clientAuth: one for servers opens no mTLS connection.',
  CERTS_FOUND_DER: 'Use the PEM copy (pix cert convert); renaming the file changes nothing.',
  CERTS_FOUND_DIGITAL_SIGNATURE_MISSING: 'Ask the issuer for a certificate with the key usage digitalSignature.',
  CERTS_FOUND_DUPLICATE: 'Keep one of them: sooner or later, only one would be renewed.',
  CERTS_FOUND_EXPIRED:
    'Get a new one: pix cert csr and Registrar Novo CSR at Sicredi (then new credentials), the console at Efí.',
  CERTS_FOUND_EXPIRING: 'Ask for its successor now, and let pix cert expiry warn you next time.',
  CERTS_FOUND_EXTENSION:
    'Give it that name; where a tool wants PEM, use the copy (pix cert convert): renaming converts nothing.',
  CERTS_FOUND_FILE_PAGE:
    'Log in to the portal of the bank and download the file itself: a login page or an error was saved.',
  CERTS_FOUND_ISSUER_EXPIRED: 'Download the current chain of the bank.',
  CERTS_FOUND_ISSUER_NOT_YET_VALID:
    'Check the clock and the date of this machine; if they are right, ask the bank for the chain that is valid now.',
  CERTS_FOUND_KEY_ELSEWHERE: 'Use "{other}" as the key.',
  CERTS_FOUND_KEY_ENCRYPTED:
    'Keep it if your program takes a passphrase; else use the copy without one (pix cert convert), and guard it.',
  CERTS_FOUND_KEY_MISMATCH:
    'Find the key that the request was made with; if it is lost, make a new key and request (pix cert csr).',
  CERTS_FOUND_KEY_MISSING:
    "Add the key made with the request: APLICACAO.key, or Download Key in Sicredi's portal; at Efí it is in the .p12.",
  CERTS_FOUND_KEY_UNOPENED: 'Open "{other}" first (see what is said about it), before you make a new key.',
  CERTS_FOUND_KEY_UNUSED: 'Put it where its certificate is, so that nobody takes it for the right one.',
  CERTS_FOUND_KEY_WEAK: 'Make a new key of RSA 2048 and a new request (pix cert csr), and have it signed.',
  CERTS_FOUND_MAC_MISSING: 'Use the copy with a MAC (pix cert convert).',
  CERTS_FOUND_NOT_CERTIFICATE:
    'Check that certificate, key and chain are not mixed up; yours is, at Sicredi, the .cer of CERTIFICADO_VALIDADO.',
  CERTS_FOUND_NOT_CHAIN:
    'Check that certificate, key and chain are not mixed up; the chain is, at Sicredi, CadeiaCompletaSicredi.cer.',
  CERTS_FOUND_NOT_KEY:
    'Check that certificate, key and chain are not mixed up; the key was made with the request: APLICACAO.key.',
  CERTS_FOUND_NOT_YET_VALID: 'Check the clock and the date of this machine; if they are right, wait.',
  CERTS_FOUND_P12_LEGACY: 'Nothing to do today; the copy with AES-256 (pix cert convert) will outlive it.',
  CERTS_FOUND_PAIR: 'Use these two together, and mend what is told about them.',
  CERTS_FOUND_PEM_ENCODING: 'Use the plain copy (pix cert convert), and no editor that saves so.',
  CERTS_FOUND_PKCS7: 'Use the PEM copy (pix cert convert); PKCS#7 holds no key, so keep yours beside it.',
  CERTS_FOUND_PRODUCTION_CERTIFICATE:
    'Download the certificate for homologation from the bank, or call the hosts of production.',
  CERTS_FOUND_RC2:
    'Use the .p12 with AES-256 or the PEM pair (pix cert convert); do not turn on the legacy provider for it.',
  CERTS_FOUND_REQUEST_AS_CERTIFICATE:
    "Download what the bank issued for it: in Sicredi's portal the .cer of CERTIFICADO_VALIDADO, once it is there.",
  CERTS_FOUND_REQUEST_OF_OTHER_KEY:
    'Do not send it: find its key, or make a new request with the key that you have (pix cert csr).',
  CERTS_FOUND_REQUEST_SIGNATURE: 'Do not send it, the bank would refuse it: make a new one (pix cert csr).',
  CERTS_FOUND_ROOT_MISSING:
    'If only the root is missing, nothing to do, servers have it; if an authority in between is missing, add it.',
  CERTS_FOUND_SELF_SIGNED:
    'Send a request (pix cert csr) to the bank and use what it issues; a self-signed one is good only for tests.',
  CERTS_FOUND_SEVERAL_CERTIFICATES: 'Say which is the certificate, and keep each pair in a folder of its own.',
  CERTS_FOUND_SIGNATURE_WEAK: 'Have it signed again with SHA-256; pix cert csr makes a request that is.',
  CERTS_FOUND_TEST_CERTIFICATE:
    'Download the certificate for production from the bank, or call the hosts of homologation.',
  CERTS_FOUND_TLS_REFUSED: 'Use the .p12 with AES-256 or the PEM pair (pix cert convert).',
  CERTS_FOUND_UNNEEDED_CERTIFICATES: 'They do no harm; the copy without them is what TLS needs to send.',
  CERTS_ITERATIONS_TOO_MANY:
    'Export the file again with fewer rounds; if you trust it, raise the limit, or diagnose it alone.',
  CERTS_KEY_INVALID: 'Fetch the key again, or export it as PKCS#8.',
  CERTS_KEY_MISMATCH: 'Take the key that the request for this certificate was made with.',
  CERTS_KEY_MISSING: 'Add the private key that the request was made with.',
  CERTS_KEY_WEAK: 'Make a new key and a new request.',
  CERTS_OBJECTS_TOO_MANY: 'Split the file, or leave out what does not belong to this client.',
  CERTS_OPTION_INVALID: 'Correct the option, or leave it out.',
  CERTS_PASSPHRASE_MISSING:
    "Give the passphrase that was chosen when the file was made (Frase de segurança in Sicredi's portal), or download the key without it.",
  CERTS_PASSPHRASE_WRONG:
    'Check the passphrase: capitals, accents, a space or line break at its end; a .p12 of Efí has none (empty).',
  CERTS_PEM_BASE64: 'Fetch the file again, or copy it whole, without changes.',
  CERTS_PEM_UNFINISHED: 'Copy the file whole, from the BEGIN line to the END line.',
  CERTS_REQUEST_SIGNATURE: 'Do not grant the request; ask for one that was made with its own key.',
  CERTS_SUBJECT_INVALID: 'Correct the field of the subject.',
  CERTS_X509_EXTENSION_REPEATED: 'Do not trust the certificate.',
  CERTS_X509_FIELD_VERSION: 'Do not trust the certificate; ask the issuer for one of version 3.',
  CERTS_X509_SIGNATURE_ALGORITHM_MISMATCH: 'Do not trust the certificate.',
  CERTS_X509_VERSION: 'Check that the file is a certificate.',
}
