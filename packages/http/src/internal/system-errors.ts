/**
 * Names of the errors of platforms, and what they are here.
 *
 * @module
 * @see Node.js 20 documentation: "Errors", "X509 certificate error codes" of `node:tls`, "DNS error codes"; undici 7
 *   documentation: "Errors"; RFC 8446, section 6.2, and RFC 5246, section 7.2.2: alerts of TLS
 */
import type { HttpReason } from '../codes.ts'

type Split<Key> = Key extends `${infer Code}:${infer Reason}` ? readonly [Code, Reason] : never

/** A code with one of its reasons. */
export type SystemFault = Split<HttpReason>

/** The first that fits decides. */
export const SYSTEM_ERRORS: readonly (readonly [RegExp, SystemFault])[] = [
  [/^CERT_HAS_EXPIRED$/, ['HTTP_TLS', 'expired']],
  [/^CERT_NOT_YET_VALID$/, ['HTTP_TLS', 'not-yet-valid']],
  [/^(?:ERR_TLS_CERT_ALTNAME_(?:INVALID|FORMAT)|HOSTNAME_MISMATCH)$/, ['HTTP_TLS', 'host-mismatch']],
  [/^DEPTH_ZERO_SELF_SIGNED_CERT$/, ['HTTP_TLS', 'self-signed']],
  [/^CERT_REVOKED$/, ['HTTP_TLS', 'revoked']],
  // OpenSSL says this when the server sent its own certificate alone, and nobody knows the issuer.
  [/^UNABLE_TO_VERIFY_LEAF_SIGNATURE$/, ['HTTP_TLS', 'incomplete-chain']],
  [
    /^(?:SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_GET_ISSUER_CERT(?:_LOCALLY)?|CERT_UNTRUSTED|CERT_REJECTED|CERT_CHAIN_TOO_LONG|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED)$/,
    ['HTTP_TLS', 'untrusted'],
  ],
  // Alerts say what the server thinks of the client's certificate; what the client thinks of the server's has no ALERT in its name.
  [/_ALERT_CERTIFICATE_REQUIRED$/, ['HTTP_TLS', 'client-certificate-missing']],
  [/_ALERT_CERTIFICATE_EXPIRED$/, ['HTTP_TLS', 'client-certificate-expired']],
  [/_ALERT_CERTIFICATE_REVOKED$/, ['HTTP_TLS', 'client-certificate-revoked']],
  [/_ALERT_UNKNOWN_CA$/, ['HTTP_TLS', 'client-certificate-untrusted']],
  [
    /_ALERT_(?:BAD_CERTIFICATE|CERTIFICATE_UNKNOWN|UNSUPPORTED_CERTIFICATE|ACCESS_DENIED)$/,
    ['HTTP_TLS', 'client-certificate-refused'],
  ],
  [/_ALERT_(?:HANDSHAKE_FAILURE|DECRYPT_ERROR|INTERNAL_ERROR)$/, ['HTTP_TLS', 'handshake']],
  [/UNRECOGNIZED_NAME$/, ['HTTP_TLS', 'unknown-host']],
  [
    /^(?:EPROTO|ERR_SSL_(?:.*(?:VERSION|PROTOCOL|CIPHER|HANDSHAKE_FAILURE|RECORD|PACKET_LENGTH|HTTP_REQUEST|ALERT).*))$/,
    ['HTTP_TLS', 'protocol'],
  ],
  [/^(?:ERR_SSL_|ERR_TLS_|ERR_OSSL_|CERT_|UNABLE_TO_|CRL_|ERROR_IN_CERT)/, ['HTTP_TLS', 'other']],

  [/^(?:ENOTFOUND|ENODATA|ENONAME|EAI_NONAME|EAI_NODATA|EAI_ADDRFAMILY)$/, ['HTTP_DNS', 'not-found']],
  [/^(?:EAI_AGAIN|ESERVFAIL|ETIMEOUT|EREFUSED)$/, ['HTTP_DNS', 'temporary']],
  [/^(?:EAI_|EBADNAME$|EBADRESP$|EFORMERR$)/, ['HTTP_DNS', 'other']],

  [/^(?:ECONNREFUSED)$/, ['HTTP_CONNECT', 'refused']],
  [/^(?:ECONNRESET|ECONNABORTED|EPIPE)$/, ['HTTP_CONNECT', 'reset']],
  [/^(?:ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/, ['HTTP_CONNECT', 'timed-out']],
  [/^(?:EHOSTUNREACH|ENETUNREACH|ENETDOWN|EHOSTDOWN|EADDRNOTAVAIL)$/, ['HTTP_CONNECT', 'unreachable']],

  [/^(?:UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH|HPE_INVALID_EOF_STATE)$/, ['HTTP_PROTOCOL', 'truncated']],
  [/^HPE_/, ['HTTP_PROTOCOL', 'malformed']],
  [/^(?:Z_|ERR__ERROR_FORMAT)/, ['HTTP_ENCODING', 'damaged']],
]
