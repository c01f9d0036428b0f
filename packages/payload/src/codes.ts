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
  /** No step: the options ask for what no location is asked. */
  | 'PAYLOAD_QUERY'
  | SigningErrorCode

/** Raised while something is signed or made ready to be served. */
export type SigningErrorCode =
  | 'PAYLOAD_SIGNING_CERTIFICATE'
  | 'PAYLOAD_SIGNING_JKU'
  | 'PAYLOAD_SIGNING_KEY'
  | 'PAYLOAD_SIGNING_OPTION'

/** Steps 1 and 2, and what the network brings (3 to 5). */
export type NetworkReason =
  | 'PAYLOAD_BODY:content-type'
  | 'PAYLOAD_HTTP_STATUS:gone'
  | 'PAYLOAD_HTTP_STATUS:invalid-request'
  | 'PAYLOAD_HTTP_STATUS:not-found'
  | 'PAYLOAD_HTTP_STATUS:other'
  | 'PAYLOAD_HTTP_STATUS:recurrence-closed'
  | 'PAYLOAD_HTTP_STATUS:redirect'
  | 'PAYLOAD_HTTP_STATUS:unavailable'
  | 'PAYLOAD_JWKS_FETCH:address-forbidden'
  | 'PAYLOAD_JWKS_FETCH:protocol'
  | 'PAYLOAD_JWKS_FETCH:redirect'
  | 'PAYLOAD_JWKS_FETCH:site-certificate'
  | 'PAYLOAD_JWKS_FETCH:status'
  | 'PAYLOAD_JWKS_FETCH:timeout'
  | 'PAYLOAD_JWKS_FETCH:tls'
  | 'PAYLOAD_JWKS_FETCH:too-large'
  | 'PAYLOAD_JWKS_FETCH:unreachable'
  | 'PAYLOAD_QUERY:cod-mun'
  | 'PAYLOAD_QUERY:dpp'
  | 'PAYLOAD_QUERY:dpp-past'
  | 'PAYLOAD_RULES:receivers-differ'
  | 'PAYLOAD_TLS:expired'
  | 'PAYLOAD_TLS:host-mismatch'
  | 'PAYLOAD_TLS:incomplete-chain'
  | 'PAYLOAD_TLS:other'
  | 'PAYLOAD_TLS:protocol'
  | 'PAYLOAD_TLS:site-certificate'
  | 'PAYLOAD_TLS:site-certificate-expired'
  | 'PAYLOAD_TLS:site-certificate-name'
  | 'PAYLOAD_TLS:site-certificate-unknown'
  | 'PAYLOAD_TLS:untrusted'

/** Steps 6 to 18. */
export type ProofReason = 'PAYLOAD_BODY:not-compact-jws' | 'PAYLOAD_BODY:too-large'

/** Steps 19 to 23. */
export type ContentReason = 'PAYLOAD_JSON:duplicate-member'

export type PayloadReason = NetworkReason | ProofReason | ContentReason | SigningReason

export type SigningReason =
  | 'PAYLOAD_JSON:unsupported-value'
  | 'PAYLOAD_SIGNING_CERTIFICATE:chain'
  | 'PAYLOAD_SIGNING_CERTIFICATE:expired'
  | 'PAYLOAD_SIGNING_CERTIFICATE:key-usage'
  | 'PAYLOAD_SIGNING_CERTIFICATE:missing'
  | 'PAYLOAD_SIGNING_CERTIFICATE:not-yet-valid'
  | 'PAYLOAD_SIGNING_CERTIFICATE:order'
  | 'PAYLOAD_SIGNING_CERTIFICATE:root-missing'
  | 'PAYLOAD_SIGNING_CERTIFICATE:self-signed'
  | 'PAYLOAD_SIGNING_CERTIFICATE:untrusted'
  | 'PAYLOAD_SIGNING_JKU:fragment'
  | 'PAYLOAD_SIGNING_JKU:host'
  | 'PAYLOAD_SIGNING_JKU:port'
  | 'PAYLOAD_SIGNING_JKU:query'
  | 'PAYLOAD_SIGNING_JKU:scheme'
  | 'PAYLOAD_SIGNING_JKU:syntax'
  | 'PAYLOAD_SIGNING_JKU:user'
  | 'PAYLOAD_SIGNING_KEY:algorithm'
  | 'PAYLOAD_SIGNING_KEY:mismatch'
  | 'PAYLOAD_SIGNING_KEY:not-private'
  | 'PAYLOAD_SIGNING_KEY:unreadable'
  | 'PAYLOAD_SIGNING_KEY:unsupported'
  | 'PAYLOAD_SIGNING_KEY:usage'
  | 'PAYLOAD_SIGNING_KEY:weak'
  | 'PAYLOAD_SIGNING_OPTION:alg'
  | 'PAYLOAD_SIGNING_OPTION:kid'
  | 'PAYLOAD_SIGNING_OPTION:kid-repeated'
  | 'PAYLOAD_SIGNING_OPTION:location'
  | 'PAYLOAD_SIGNING_OPTION:max-age'

/** The reasons that a code may have. */
export type ReasonOf<Code extends PayloadErrorCode> = PayloadReason extends infer Key
  ? Key extends `${Code}:${infer Reason}`
    ? Reason
    : never
  : never
