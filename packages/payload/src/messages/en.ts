/**
 * English sentences for the codes of `@pixkit/payload`: what is wrong, what to do, and what remains.
 *
 * @module
 */
import type { Messages } from '@pixkit/core/issue'
import type { PayloadErrorCode, PayloadReason } from '../codes.ts'
import type { RemainingCheck } from '../types.ts'
import type { VerifyStep } from '../verify-steps.ts'

export const messages: Messages<PayloadErrorCode | PayloadReason> = {
  // network
  PAYLOAD_HTTP_STATUS: 'location answered with status {status}, not with a charge',
  'PAYLOAD_HTTP_STATUS:gone': 'charge is not shown any more (status {status})',
  'PAYLOAD_HTTP_STATUS:invalid-request':
    'location refuses the day or the municipality that was asked for (status {status})',
  'PAYLOAD_HTTP_STATUS:not-found': 'no charge is shown there now (status {status})',
  'PAYLOAD_HTTP_STATUS:redirect': 'location sends elsewhere (status {status}), which nobody may follow',
  'PAYLOAD_HTTP_STATUS:unavailable': 'bank is out of service (status {status})',
  PAYLOAD_JWKS_FETCH: 'key set cannot be read',
  'PAYLOAD_JWKS_FETCH:status': 'key set was answered with status {status}',
  'PAYLOAD_JWKS_FETCH:unreachable': 'key set cannot be fetched',
  PAYLOAD_LOCATION_ADDRESS_FORBIDDEN: 'host of the location leads to an address that is not on the public internet',
  PAYLOAD_LOCATION_HOST_NOT_ALLOWED: 'host of the location is not on the list of authorised ones',
  PAYLOAD_LOCATION_SYNTAX: 'location is not a host and a path as the norm wants them',
  PAYLOAD_TLS: 'connection to the host is not secure as the norm wants it',
  // proof
  PAYLOAD_ALG: 'algorithm of the signature is not one of the nine that are allowed',
  PAYLOAD_BODY: 'answer is not one compact JWS',
  'PAYLOAD_BODY:not-compact-jws': 'answer is not three base64url parts joined by dots',
  'PAYLOAD_BODY:too-large': 'answer has more than {max} bytes',
  PAYLOAD_CERT_KEY_MISMATCH: 'key is not that of its certificate',
  PAYLOAD_CERT_NAME: 'certificate of the signer is for other hosts',
  PAYLOAD_CERT_VALIDITY: 'a certificate of the signer is not valid now, or not for signatures',
  PAYLOAD_CHAIN: 'certificate of the signer leads to no trusted root',
  PAYLOAD_HEADER: 'header of the JWS is not as the norm wants it',
  PAYLOAD_JKU: 'address of the key set is not on the host of the location',
  PAYLOAD_KEY_AMBIGUOUS: 'key set holds several keys with the kid and thumbprint of the header',
  PAYLOAD_KEY_NOT_FOUND: 'key set holds no key with the kid and thumbprint of the header',
  PAYLOAD_KEY_TYPE: 'key does not fit the algorithm, or is too weak',
  PAYLOAD_SIGNATURE: 'signature is not that of the key',
  PAYLOAD_THUMBPRINT: 'thumbprint is not that of the certificate',
  // content
  PAYLOAD_EXPIRED: 'charge can no longer be paid',
  PAYLOAD_JSON: 'signed payload is not what its kind prescribes',
  'PAYLOAD_JSON:duplicate-member': 'member "{field}" occurs twice',
  PAYLOAD_RULES: 'signed payload contradicts a rule of the norm',
  PAYLOAD_STALE: 'payload is not the newest',
  PAYLOAD_STATUS: 'charge or recurrence is not open any more',
  // signing
  PAYLOAD_SIGNING_CERTIFICATE: 'certificate of the signing key is not fit for signing',
  'PAYLOAD_SIGNING_CERTIFICATE:expired': 'certificate {index} of the signing chain expired on {date}',
  PAYLOAD_SIGNING_JKU: 'address of the key set does not fit the location',
  PAYLOAD_SIGNING_KEY: 'private key is not fit for signing',
  PAYLOAD_SIGNING_OPTION: '"{field}" is not an option that can be signed with',
}

export const remedies: Messages<PayloadErrorCode | PayloadReason> = {
  // network
  PAYLOAD_HTTP_STATUS: 'Ask the receiver for a new code, or try again later.',
  'PAYLOAD_HTTP_STATUS:gone': 'Ask the receiver for a new code.',
  'PAYLOAD_HTTP_STATUS:invalid-request': 'Check DPP and codMun, or ask without them.',
  'PAYLOAD_HTTP_STATUS:not-found': 'Ask the receiver for a new code, or try again later.',
  'PAYLOAD_HTTP_STATUS:redirect': 'Do not pay; tell the bank that hosts the charge.',
  'PAYLOAD_HTTP_STATUS:unavailable': 'Try again later.',
  PAYLOAD_JWKS_FETCH: 'Try again later; if it stays, tell the bank that hosts the charge.',
  'PAYLOAD_JWKS_FETCH:status': 'Try again later; if it stays, tell the bank that hosts the charge.',
  'PAYLOAD_JWKS_FETCH:unreachable': 'Try again later; if it stays, tell the bank that hosts the charge.',
  PAYLOAD_LOCATION_ADDRESS_FORBIDDEN: 'Do not pay: no bank serves charges from there.',
  PAYLOAD_LOCATION_HOST_NOT_ALLOWED: 'Do not pay; if the bank is a new one, renew the list of CERTQRC certificates.',
  PAYLOAD_LOCATION_SYNTAX: 'Ask the receiver for a new code.',
  PAYLOAD_TLS: 'Try again from another network; if it stays, tell the bank that hosts the charge.',
  // proof
  PAYLOAD_ALG: 'Do not pay; tell the bank that hosts the charge.',
  PAYLOAD_BODY: 'Tell the bank that hosts the charge.',
  'PAYLOAD_BODY:not-compact-jws': 'Tell the bank that hosts the charge.',
  'PAYLOAD_BODY:too-large': 'Do not pay; tell the bank that hosts the charge.',
  PAYLOAD_CERT_KEY_MISMATCH: 'Do not pay; tell the bank that hosts the charge.',
  PAYLOAD_CERT_NAME: 'Do not pay; tell the bank that hosts the charge.',
  PAYLOAD_CERT_VALIDITY: 'Check the clock of this machine; if it is right, tell the bank that hosts the charge.',
  PAYLOAD_CHAIN: 'Do not pay, unless the issuer is one you trust: then add it to the trust anchors.',
  PAYLOAD_HEADER: 'Tell the bank that hosts the charge.',
  PAYLOAD_JKU: 'Do not pay; tell the bank that hosts the charge.',
  PAYLOAD_KEY_AMBIGUOUS: 'Do not pay; tell the bank that hosts the charge.',
  PAYLOAD_KEY_NOT_FOUND: 'Try again later: the bank may be changing keys.',
  PAYLOAD_KEY_TYPE: 'Do not pay; tell the bank that hosts the charge.',
  PAYLOAD_SIGNATURE: 'Do not pay: somebody changed the charge.',
  PAYLOAD_THUMBPRINT: 'Tell the bank that hosts the charge.',
  // content
  PAYLOAD_EXPIRED: 'Ask the receiver for a new charge.',
  PAYLOAD_JSON: 'Tell the bank that hosts the charge.',
  'PAYLOAD_JSON:duplicate-member': 'Do not pay; tell the bank that hosts the charge.',
  PAYLOAD_RULES: 'Tell the bank that hosts the charge.',
  PAYLOAD_STALE: 'Fetch the location again before paying.',
  PAYLOAD_STATUS: 'Ask the receiver whether it was paid or withdrawn.',
  // signing
  PAYLOAD_SIGNING_CERTIFICATE: 'Renew the certificate, or give the one that belongs to the key with its whole chain.',
  'PAYLOAD_SIGNING_CERTIFICATE:expired': 'Renew the certificate.',
  PAYLOAD_SIGNING_JKU: 'Serve the key set on the host of the locations, over https, without port, user or fragment.',
  PAYLOAD_SIGNING_KEY:
    'Use an RSA key of 2,048 bits or more, or one on P-256, P-384 or P-521, that belongs to the certificate.',
  PAYLOAD_SIGNING_OPTION: 'Correct the option.',
}

/** What the caller still has to do. */
export const remaining: Messages<RemainingCheck> = {
  'ask-for-both-consents': 'Ask the payer for two consents: the payment and the recurrence.',
  'ask-for-the-day':
    "Fetch the location again with the day of payment (DPP) and the payer's municipality (codMun): the amount may depend on them.",
  'authorise-host':
    'Check that the host is on the list of CERTQRC certificates, which participants of Pix get from Bacen: anyone with a domain can sign.',
  'check-holidays': "Check the payer's holidays: whether the charge can still be paid depends on them.",
  'check-revocation': 'Nobody was asked whether a certificate of the signer was revoked.',
  'compare-receiver': 'Compare CPF or CNPJ of the receiver with the owner of the key in DICT.',
  'nothing-is-signed': 'A static code carries no signature: whoever printed it chose the key.',
  'query-dict': 'Ask DICT for the key, and show the payer the name that it answers.',
  'remember-revisions': 'Without a memory of revisions, an older charge that is shown again cannot be told.',
  'show-all-information': 'Show the payer all the additional information.',
  'verify-again-before-paying': 'Fetch and verify again just before the payment: the charge can change until then.',
  'verify-recurrence-after-payment': 'Once the payment is made, fetch and verify the recurrence, and offer it.',
}

/** What is so once a step has passed. */
export const steps: Messages<VerifyStep> = {
  LOCATION_SYNTAX: 'the location is a host and a path',
  LOCATION_HOST_NOT_ALLOWED: 'the host is on the list of authorised ones',
  LOCATION_ADDRESS_FORBIDDEN: 'the host has an address on the public internet',
  TLS: 'the connection is secure, and with that host',
  HTTP_STATUS: 'the location serves something',
  BODY: 'the answer is one compact JWS',
  HEADER: 'its header names algorithm, key and key set',
  ALG: 'the algorithm is one of the nine that are allowed',
  JKU: 'the key set is on the host of the location',
  JWKS_FETCH: 'the key set can be read',
  KEY: 'exactly one key has that kid and thumbprint',
  KEY_TYPE: 'the key fits the algorithm and is strong enough',
  CERT_KEY_MISMATCH: 'the key is that of its certificate',
  THUMBPRINT: 'the thumbprint is that of the certificate',
  CERT_VALIDITY: 'the certificates are valid now, and for signatures',
  CHAIN: 'the certificate leads to a trusted root',
  CERT_NAME: 'the certificate names the host, if it names any',
  SIGNATURE: 'the signature is that of the key',
  JSON: 'the payload has the fields of its kind',
  RULES: 'its fields do not contradict each other',
  STATUS: 'the charge or recurrence is open',
  EXPIRED: 'it can still be paid on that day',
  STALE: 'it is the newest revision, made now',
}
