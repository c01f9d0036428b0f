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
  CERTS_CHAIN_KEY_WEAK: 'key of certificate {index} of the chain is too weak: {algorithm} of {bits} bits',
  CERTS_CHAIN_NAME_CONSTRAINTS: 'certificate {index} of the chain has a name that its issuer may not give',
  CERTS_CHAIN_NOT_CA: 'certificate {index} of the chain issued another and is no authority',
  CERTS_CHAIN_NOT_YET_VALID: 'certificate {index} of the chain is valid only from {date}',
  CERTS_CHAIN_PATH_LENGTH: 'certificate {index} of the chain has more authorities below it than it allows',
  CERTS_CHAIN_SIGNATURE: 'signature of certificate {index} of the chain is not that of its issuer',
  CERTS_CHAIN_TOO_COMPLEX: 'chain is too complex: it takes more than {max} intermediates or signature checks',
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
  CERTS_FOUND_CA_CERTIFICATE: 'certificate of the key, in "{path}", is that of an authority',
  CERTS_FOUND_CERTIFICATE_ELSEWHERE:
    'certificate in "{path}" does not belong to the key in "{key}", and that in "{other}" does',
  CERTS_FOUND_CERTIFICATE_MISSING: 'none of the files holds a certificate of yours',
  CERTS_FOUND_CERTIFICATE_OF_OTHER_REQUEST:
    'request in "{request}" belongs to the key in "{key}", and the certificate in "{path}" to neither',
  CERTS_FOUND_CHAIN_AS_CERTIFICATE:
    '"{path}" holds only certificates of authorities: it is the chain, not your certificate',
  CERTS_FOUND_CHAIN_FOREIGN: '"{path}" holds authorities, and none of them issued the certificate in "{certificate}"',
  CERTS_FOUND_CHAIN_INCOMPLETE: 'issuer of the certificate in "{path}" is in none of the files',
  CERTS_FOUND_CHAIN_ORDER:
    'certificates in "{path}" are not in the order that TLS wants: yours, its issuer, the issuer of that',
  CERTS_FOUND_CLIENT_AUTH_MISSING: 'certificate in "{path}" is not meant for client authentication',
  CERTS_FOUND_DER: '"{path}" is binary (DER), and many tools want text (PEM)',
  CERTS_FOUND_DIGITAL_SIGNATURE_MISSING:
    'key usage of the certificate in "{path}" does not include digitalSignature, which TLS needs',
  CERTS_FOUND_DUPLICATE: '"{path}" holds the same as "{other}"',
  CERTS_FOUND_EXPIRED: 'certificate in "{path}" expired on {date}',
  CERTS_FOUND_EXPIRING: 'certificate in "{path}" expires in {days} days, on {date}',
  CERTS_FOUND_EXTENSION: '"{path}" is {content}, whatever its extension says',
  CERTS_FOUND_FILE_PAGE: '"{path}" is a web page, and no certificate or key',
  CERTS_FOUND_ISSUER_EXPIRED: 'an authority above the certificate in "{path}" expired on {date}',
  CERTS_FOUND_KEY_ELSEWHERE:
    'key in "{path}" does not belong to the certificate in "{certificate}", and that in "{other}" does',
  CERTS_FOUND_KEY_ENCRYPTED: 'key in "{path}" has a passphrase, which some tools refuse',
  CERTS_FOUND_KEY_MISMATCH: 'key in "{path}" does not belong to the certificate in "{certificate}"',
  CERTS_FOUND_KEY_MISSING: 'none of the files holds a private key for the certificate in "{path}"',
  CERTS_FOUND_KEY_UNOPENED:
    'key in "{path}" does not belong to the certificate in "{certificate}", and "{other}", which may hold the right one, did not open',
  CERTS_FOUND_KEY_UNUSED: 'key in "{path}" belongs to none of the certificates here',
  CERTS_FOUND_KEY_WEAK: 'key of "{path}" is too weak: {algorithm} of {bits} bits',
  CERTS_FOUND_MAC_MISSING:
    '"{path}" has no MAC, so that nothing tells a wrong passphrase from a damaged file, and Node 20 refuses it',
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
  CERTS_FOUND_ROOT_MISSING: 'chain of the certificate in "{path}" is there, without its root',
  CERTS_FOUND_SELF_SIGNED: 'certificate in "{path}" is signed by its own key, and no bank made it',
  CERTS_FOUND_SEVERAL_CERTIFICATES: '{count} certificates with different keys are here: {files}',
  CERTS_FOUND_SIGNATURE_WEAK: 'signature of "{path}" uses {algorithm}, which servers refuse',
  CERTS_FOUND_TEST_CERTIFICATE: 'certificate in "{path}" is for homologation, and production is wanted',
  CERTS_FOUND_TLS_REFUSED: 'TLS of this Node refuses "{path}": {reason}',
  CERTS_FOUND_UNNEEDED_CERTIFICATES: '{count} certificates in "{path}" do not belong to the chain of yours',
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
  CERTS_CHAIN_ALGORITHM: 'Ask the issuer for a certificate signed with SHA-256 or better.',
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
    "Use it only to check who calls your webhook; your own certificate is the line CERTIFICADO_VALIDADO with your file's name in Sicredi's portal.",
  CERTS_FOUND_BASE64:
    'Use the PEM copy, which pix cert convert writes; base64 without lines is good only for a variable of the environment.',
  CERTS_FOUND_CA_CERTIFICATE: 'Ask for a client certificate: servers refuse an authority that comes as a client.',
  CERTS_FOUND_CERTIFICATE_ELSEWHERE: 'Use "{other}" as the certificate.',
  CERTS_FOUND_CERTIFICATE_MISSING:
    "Download the certificate that the bank issued: in Sicredi's portal the .cer of the line CERTIFICADO_VALIDADO.",
  CERTS_FOUND_CERTIFICATE_OF_OTHER_REQUEST:
    'The certificate of another request was downloaded: download the one that was issued for "{request}".',
  CERTS_FOUND_CHAIN_AS_CERTIFICATE:
    "Give it as the chain, and download your own certificate: in Sicredi's portal the .cer of the line CERTIFICADO_VALIDADO, not CadeiaCompletaSicredi.cer.",
  CERTS_FOUND_CHAIN_FOREIGN:
    'Download the chain from the same place as the certificate; keep "{path}" only if it is there to check the server of the bank.',
  CERTS_FOUND_CHAIN_INCOMPLETE:
    "Add the chain that the bank hands out, CadeiaCompletaSicredi.cer in Sicredi's portal: some servers want the certificates in between.",
  CERTS_FOUND_CHAIN_ORDER: 'Use the copy in order, which pix cert chain writes.',
  CERTS_FOUND_CLIENT_AUTH_MISSING:
    'Ask the issuer for a certificate with the extended key usage clientAuth: what is meant only for servers does not open an mTLS connection.',
  CERTS_FOUND_DER: 'Use the PEM copy, which pix cert convert writes; renaming the file changes nothing.',
  CERTS_FOUND_DIGITAL_SIGNATURE_MISSING: 'Ask the issuer for a certificate with the key usage digitalSignature.',
  CERTS_FOUND_DUPLICATE: 'Keep one of the two, so that nobody changes only the other.',
  CERTS_FOUND_EXPIRED:
    "Ask for a new one: in Sicredi's portal with a new request (Registrar Novo CSR, or pix cert csr), in Efí's console a new certificate; then make new credentials if the bank binds them to the certificate, as Sicredi does.",
  CERTS_FOUND_EXPIRING: 'Ask for its successor now, and let pix cert expiry warn you next time.',
  CERTS_FOUND_EXTENSION:
    'Renaming a file does not convert it: give it a name that says what it is, such as "{suggested}", or convert it with pix cert convert.',
  CERTS_FOUND_FILE_PAGE:
    'Log in to the portal of the bank and download the file itself: what was saved is often the login page or an error.',
  CERTS_FOUND_ISSUER_EXPIRED: 'Download the current chain of the bank.',
  CERTS_FOUND_KEY_ELSEWHERE: 'Use "{other}" as the key.',
  CERTS_FOUND_KEY_ENCRYPTED:
    "Keep it if your program takes a passphrase; otherwise use the copy without it, which pix cert convert writes, or Download Key (sem frase secreta) in Sicredi's portal, and let nobody else read the file.",
  CERTS_FOUND_KEY_MISMATCH:
    'Find the key with which the request for this certificate was made; if it is lost, make a new key and request (pix cert csr) and have it signed.',
  CERTS_FOUND_KEY_MISSING:
    "Add the key that was made together with the request: APLICACAO.key, or Download Key at the line of the request in Sicredi's portal; with Efí it is inside the .p12.",
  CERTS_FOUND_KEY_UNOPENED: 'Open "{other}" first, as is told about it; make no new key before that.',
  CERTS_FOUND_KEY_UNUSED: 'Put it where its certificate is, so that nobody takes it for the right one.',
  CERTS_FOUND_KEY_WEAK: 'Make a new key of RSA 2048 and a new request (pix cert csr), and have it signed.',
  CERTS_FOUND_MAC_MISSING: 'Use the copy with a MAC, which pix cert convert writes.',
  CERTS_FOUND_NOT_CERTIFICATE:
    "Give your own certificate as the certificate, in Sicredi's portal the .cer of the line CERTIFICADO_VALIDADO; check that certificate, key and chain are not mixed up.",
  CERTS_FOUND_NOT_CHAIN:
    "Give the chain that the bank hands out, CadeiaCompletaSicredi.cer in Sicredi's portal, or leave it out; check that certificate, key and chain are not mixed up.",
  CERTS_FOUND_NOT_KEY:
    'Give the key that was made together with the request, such as APLICACAO.key; check that certificate, key and chain are not mixed up.',
  CERTS_FOUND_NOT_YET_VALID: 'Check the clock and the date of this machine; if they are right, wait.',
  CERTS_FOUND_P12_LEGACY: 'Nothing to do today; the copy with AES-256, which pix cert convert writes, will outlive it.',
  CERTS_FOUND_PAIR: 'Use these two together, and mend what is told about them.',
  CERTS_FOUND_PEM_ENCODING:
    'Use the plain copy, which pix cert convert writes, and do not open it in an editor that saves so.',
  CERTS_FOUND_PKCS7: 'Use the PEM copy, which pix cert convert writes; PKCS#7 holds no key, so keep that beside it.',
  CERTS_FOUND_PRODUCTION_CERTIFICATE:
    'Download the certificate for homologation from the bank, or call the hosts of production.',
  CERTS_FOUND_RC2:
    'Use the .p12 with AES-256 or the PEM pair, both of which pix cert convert writes; do not switch the legacy provider on for it.',
  CERTS_FOUND_REQUEST_AS_CERTIFICATE:
    "Download the certificate that the bank issued for this request: in Sicredi's portal the .cer of the line CERTIFICADO_VALIDADO, once it is there.",
  CERTS_FOUND_REQUEST_OF_OTHER_KEY:
    'Do not send it: find its key, or make a new request with the key that you have (pix cert csr).',
  CERTS_FOUND_ROOT_MISSING:
    'Nothing to do for mTLS: the server has the root; add it only where a tool asks for the whole chain.',
  CERTS_FOUND_SELF_SIGNED:
    'Send the request (pix cert csr) to the bank and use the certificate that it issues; a self-signed one is good only for tests.',
  CERTS_FOUND_SEVERAL_CERTIFICATES:
    'Give the one that is meant as certificate, and keep each pair in a folder of its own.',
  CERTS_FOUND_SIGNATURE_WEAK: 'Have it signed again with SHA-256; pix cert csr makes a request that is.',
  CERTS_FOUND_TEST_CERTIFICATE:
    'Download the certificate for production from the bank, or call the hosts of homologation.',
  CERTS_FOUND_TLS_REFUSED: 'Use the .p12 with AES-256 or the PEM pair, both of which pix cert convert writes.',
  CERTS_FOUND_UNNEEDED_CERTIFICATES: 'They do no harm; the copy without them is what TLS needs to send.',
  CERTS_ITERATIONS_TOO_MANY: 'Export the file again with fewer rounds, or raise the limit if you trust it.',
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
