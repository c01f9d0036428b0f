/**
 * What can go wrong on the way to a server and back.
 *
 * @module
 */

export type HttpErrorCode =
  /** The caller's signal. */
  | 'HTTP_ABORTED'
  /** An address that is not on the public internet, or the host that stands for one. */
  | 'HTTP_ADDRESS_FORBIDDEN'
  | 'HTTP_BODY_TOO_LARGE'
  | 'HTTP_CONNECT'
  | 'HTTP_DNS'
  | 'HTTP_ENCODING'
  | 'HTTP_HEADERS_TOO_LARGE'
  | 'HTTP_PROTOCOL'
  | 'HTTP_REDIRECT'
  | 'HTTP_TIMEOUT'
  | 'HTTP_TLS'
  /** A URL that this transport does not call: scheme, port, user, fragment. */
  | 'HTTP_URL'
