/**
 * What can go wrong on the way to a server and back.
 *
 * @module
 */
import type { ReasonOf as ReasonOfKey } from '@pixkit/core/issue'

/** `params.reason` says what exactly; the reasons of a code are the keys `CODE:reason` of the catalogues. */
export type HttpErrorCode =
  /** A successful answer with a body that is not what was asked for. */
  | 'HTTP_ANSWER'
  /** The caller's signal, or the end of the transport. */
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
  /** A method, header or body that this transport does not send. */
  | 'HTTP_REQUEST'
  /** An answer whose status is none of success; of class `PixkitHttpError`. */
  | 'HTTP_STATUS'
  | 'HTTP_TIMEOUT'
  | 'HTTP_TLS'
  /** No access token: refused (then of class `PixkitHttpError`), or not understood. */
  | 'HTTP_TOKEN'
  /** A URL that this transport does not call. */
  | 'HTTP_URL'

/** What was going on when the time was up; `params.phase` of `HTTP_TIMEOUT`, and its reason. */
export type TimeoutPhase = 'resolve' | 'connect' | 'headers' | 'body' | 'total'

export type HttpReason =
  | 'HTTP_ABORTED:disposed'
  | 'HTTP_ABORTED:signal'
  | 'HTTP_ADDRESS_FORBIDDEN:ip-literal'
  | 'HTTP_ADDRESS_FORBIDDEN:local-name'
  | 'HTTP_ADDRESS_FORBIDDEN:remote-address'
  | 'HTTP_ADDRESS_FORBIDDEN:special-purpose'
  | 'HTTP_CONNECT:hung-up'
  | 'HTTP_CONNECT:hung-up-without-certificate'
  | 'HTTP_CONNECT:other'
  | 'HTTP_CONNECT:refused'
  | 'HTTP_CONNECT:reset'
  | 'HTTP_CONNECT:timed-out'
  | 'HTTP_CONNECT:unreachable'
  | 'HTTP_DNS:no-address'
  | 'HTTP_DNS:not-found'
  | 'HTTP_DNS:other'
  | 'HTTP_DNS:resolver'
  | 'HTTP_DNS:temporary'
  | 'HTTP_ENCODING:damaged'
  | 'HTTP_ENCODING:several'
  | 'HTTP_ENCODING:unknown'
  | 'HTTP_PROTOCOL:flood'
  | 'HTTP_PROTOCOL:malformed'
  | 'HTTP_PROTOCOL:other'
  | 'HTTP_PROTOCOL:truncated'
  | 'HTTP_REDIRECT:followed'
  | 'HTTP_REDIRECT:hidden'
  | 'HTTP_REQUEST:body'
  | 'HTTP_REQUEST:header-forbidden'
  | 'HTTP_REQUEST:header-name'
  | 'HTTP_REQUEST:header-value'
  | 'HTTP_REQUEST:method'
  | `HTTP_TIMEOUT:${TimeoutPhase}`
  | 'HTTP_TLS:client-certificate-expired'
  | 'HTTP_TLS:client-certificate-missing'
  | 'HTTP_TLS:client-certificate-refused'
  | 'HTTP_TLS:client-certificate-revoked'
  | 'HTTP_TLS:client-certificate-untrusted'
  | 'HTTP_TLS:client-certificate-weak'
  | 'HTTP_TLS:expired'
  | 'HTTP_TLS:handshake'
  | 'HTTP_TLS:host-mismatch'
  | 'HTTP_TLS:incomplete-chain'
  | 'HTTP_TLS:not-yet-valid'
  | 'HTTP_TLS:other'
  | 'HTTP_TLS:protocol'
  | 'HTTP_TLS:revoked'
  | 'HTTP_TLS:self-signed'
  | 'HTTP_TLS:unknown-host'
  | 'HTTP_TLS:untrusted'
  | 'HTTP_URL:fragment'
  | 'HTTP_URL:host'
  | 'HTTP_URL:path'
  | 'HTTP_URL:port'
  | 'HTTP_URL:punycode'
  | 'HTTP_URL:scheme'
  | 'HTTP_URL:spelling'
  | 'HTTP_URL:syntax'
  | 'HTTP_URL:too-long'
  | 'HTTP_URL:user'

/** The reasons that a code may have. */
export type ReasonOf<Code extends HttpErrorCode> = ReasonOfKey<Code, HttpReason>
