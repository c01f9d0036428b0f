/**
 * What an error of the transport says about a location or a key set.
 *
 * @module
 */
import { isPixkitError, type PixkitError } from '@pixkit/core/error'
import type { HttpErrorCode } from '@pixkit/http/codes'
import type { ReasonOf } from '../../codes.ts'
import { payloadFailure } from '../failure.ts'

/** What a transport may say of a connection that is not secure; anything else it says is `other`. */
const TLS_REASONS: readonly ReasonOf<'PAYLOAD_TLS'>[] = [
  'expired',
  'host-mismatch',
  'incomplete-chain',
  'not-yet-valid',
  'other',
  'protocol',
  'revoked',
  'self-signed',
  'untrusted',
]

/**
 * Tells what is wrong with a location from the error of its transport.
 *
 * @returns The error of the step that failed; the error itself, where nothing was proven or disproven: the network, the time,
 *   the caller's signal.
 */
export function locationFailure(error: unknown): unknown {
  if (!isPixkitError<HttpErrorCode>(error)) return error
  const { code } = error
  if (code === 'HTTP_ADDRESS_FORBIDDEN') return payloadFailure('PAYLOAD_LOCATION_ADDRESS_FORBIDDEN', {}, error)
  if (code === 'HTTP_TLS') return payloadFailure('PAYLOAD_TLS', { reason: tlsReason(error) }, error)
  if (code === 'HTTP_REDIRECT') {
    return payloadFailure('PAYLOAD_HTTP_STATUS', { reason: 'redirect', params: statusOf(error) }, error)
  }
  if (code === 'HTTP_BODY_TOO_LARGE') {
    return payloadFailure('PAYLOAD_BODY', { reason: 'too-large', params: maxOf(error) }, error)
  }
  return error
}

const KEY_SET_REASONS: Partial<Record<string, ReasonOf<'PAYLOAD_JWKS_FETCH'>>> = {
  HTTP_ADDRESS_FORBIDDEN: 'address-forbidden',
  HTTP_BODY_TOO_LARGE: 'too-large',
  HTTP_ENCODING: 'protocol',
  HTTP_HEADERS_TOO_LARGE: 'protocol',
  HTTP_PROTOCOL: 'protocol',
  HTTP_REDIRECT: 'redirect',
  HTTP_TIMEOUT: 'timeout',
  HTTP_TLS: 'tls',
}

/**
 * Tells what is wrong with a key set from the error of its transport.
 *
 * @returns `PAYLOAD_JWKS_FETCH`, caused by the error; the error itself when the caller gave up, or when it is another's.
 */
export function keySetFailure(error: unknown): unknown {
  if (!isPixkitError(error) || !error.code.startsWith('HTTP_') || error.code === 'HTTP_ABORTED') return error
  const reason = KEY_SET_REASONS[error.code] ?? 'unreachable'
  return payloadFailure('PAYLOAD_JWKS_FETCH', { reason, params: { ...statusOf(error), ...maxOf(error) } }, error)
}

function tlsReason({ params }: PixkitError): ReasonOf<'PAYLOAD_TLS'> {
  return TLS_REASONS.find((known) => known === params['reason']) ?? 'other'
}

/** `0` is what a browser tells of a redirect that it did not follow. */
function statusOf({ params }: PixkitError): { readonly status?: number } {
  return typeof params['status'] === 'number' ? { status: params['status'] } : {}
}

function maxOf({ params }: PixkitError): { readonly max?: number } {
  return typeof params['max'] === 'number' ? { max: params['max'] } : {}
}
