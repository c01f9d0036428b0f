/**
 * What can be wrong with what a location serves, or with what is to be served.
 *
 * @module
 */

/**
 * `PAYLOAD_` and the step of the verification that failed (see `VerifyStep`), then those of the signer. `params.reason` says
 * what exactly; the reasons of a code are the keys `CODE:reason` of the catalogues.
 */
export type PayloadErrorCode =
  | 'PAYLOAD_LOCATION_SYNTAX'
  | 'PAYLOAD_LOCATION_HOST_NOT_ALLOWED'
  | 'PAYLOAD_LOCATION_ADDRESS_FORBIDDEN'
  | 'PAYLOAD_TLS'
  | 'PAYLOAD_HTTP_STATUS'
  | 'PAYLOAD_BODY'
  | 'PAYLOAD_HEADER'
  | 'PAYLOAD_ALG'
  | 'PAYLOAD_JKU'
  | 'PAYLOAD_JWKS_FETCH'
  | 'PAYLOAD_KEY_NOT_FOUND'
  | 'PAYLOAD_KEY_AMBIGUOUS'
  | 'PAYLOAD_KEY_TYPE'
  | 'PAYLOAD_CERT_KEY_MISMATCH'
  | 'PAYLOAD_THUMBPRINT'
  | 'PAYLOAD_CERT_VALIDITY'
  | 'PAYLOAD_CHAIN'
  | 'PAYLOAD_CERT_NAME'
  | 'PAYLOAD_SIGNATURE'
  | 'PAYLOAD_JSON'
  | 'PAYLOAD_RULES'
  | 'PAYLOAD_STATUS'
  | 'PAYLOAD_EXPIRED'
  | 'PAYLOAD_STALE'
  | SigningErrorCode

/** Raised while something is signed or made ready to be served. */
export type SigningErrorCode =
  | 'PAYLOAD_SIGNING_CERTIFICATE'
  | 'PAYLOAD_SIGNING_JKU'
  | 'PAYLOAD_SIGNING_KEY'
  | 'PAYLOAD_SIGNING_OPTION'

/** Steps 1 and 2, and what the network brings (3 to 5). */
export type NetworkReason =
  | 'PAYLOAD_HTTP_STATUS:gone'
  | 'PAYLOAD_HTTP_STATUS:invalid-request'
  | 'PAYLOAD_HTTP_STATUS:not-found'
  | 'PAYLOAD_HTTP_STATUS:redirect'
  | 'PAYLOAD_HTTP_STATUS:unavailable'
  | 'PAYLOAD_JWKS_FETCH:unreachable'
  | 'PAYLOAD_JWKS_FETCH:status'

/** Steps 6 to 18. */
export type ProofReason = 'PAYLOAD_BODY:not-compact-jws' | 'PAYLOAD_BODY:too-large'

/** Steps 19 to 23. */
export type ContentReason = 'PAYLOAD_JSON:duplicate-member'

export type PayloadReason = NetworkReason | ProofReason | ContentReason | SigningReason

export type SigningReason = 'PAYLOAD_SIGNING_CERTIFICATE:expired'

/** The reasons that a code may have. */
export type ReasonOf<Code extends PayloadErrorCode> = PayloadReason extends infer Key
  ? Key extends `${Code}:${infer Reason}`
    ? Reason
    : never
  : never
