/**
 * Why a request to a bank got no answer, as far as the client's side of TLS can tell.
 *
 * @module
 */
import { isPixkitError, type PixkitError } from '@pixkit/core/error'
import type { HttpErrorCode, ReasonOf } from '@pixkit/http/codes'
import { failureOfBody, failureOfSystem, httpFailure } from '@pixkit/http/failure'
import { maxHeaderSize } from 'node:http'
import { overflowOf } from '../header-overflow.ts'
import type { BankSettings } from './settings.ts'

/** What was being waited for. */
export type Stage = 'connect' | 'headers' | 'body'

export interface Situation {
  readonly stage: Stage
  readonly settings: Pick<BankSettings, 'identity'>
  /** The server has not answered anything yet. */
  readonly isFirst: boolean
}

/** Names the failure of undici, of a socket, or of OpenSSL. */
export function failureOfDispatch(error: unknown, { stage, settings, isFirst }: Situation): PixkitError<HttpErrorCode> {
  if (isPixkitError<HttpErrorCode>(error)) return error
  const overflow = overflowOf(error, maxHeaderSize)
  if (overflow !== undefined) return overflow
  if (stage === 'body') return brokenOff(failureOfBody(error))
  const failure = failureOfSystem(error, stage === 'connect' ? ['HTTP_CONNECT', 'other'] : ['HTTP_PROTOCOL', 'other'])
  const { code, params } = failure
  const shown = shownCertificate(settings.identity)
  if (isHangUp(failure, stage)) return hungUp(failure, isFirst, shown)
  if (code === 'HTTP_TLS' && params['reason'] === 'handshake' && shown !== 'valid') {
    // What servers of TLS 1.2 say to whoever shows none. @see RFC 5246, section 7.4.6
    const reason = shown === 'none' ? 'client-certificate-missing' : 'client-certificate-expired'
    return httpFailure('HTTP_TLS', { reason, params: systemOf(failure) })
  }
  if (code !== 'HTTP_TLS') return failure
  return httpFailure(code, {
    reason: params['reason'] as ReasonOf<'HTTP_TLS'>,
    params: { ...systemOf(failure), phase: stage },
  })
}

type Shown = 'none' | 'expired' | 'valid'

function shownCertificate(identity: BankSettings['identity']): Shown {
  if (identity === undefined) return 'none'
  return identity.expiresAt < Date.now() ? 'expired' : 'valid'
}

/** An alert in the middle of a body has cut the answer short. */
function brokenOff(failure: PixkitError<HttpErrorCode>): PixkitError<HttpErrorCode> {
  if (failure.code !== 'HTTP_TLS') return failure
  return httpFailure('HTTP_PROTOCOL', { reason: 'truncated', params: systemOf(failure) })
}

/** After the handshake, an alert about anything but the client's certificate is one, too: the request may have been taken. */
function isHangUp({ code, params }: PixkitError, stage: Stage): boolean {
  const { reason, system } = params
  if (code === 'HTTP_TLS') return stage === 'headers' && !String(reason).startsWith('client-certificate-')
  // What is met on a connection is no failure to make one, whatever its name: `ETIMEDOUT`, `EHOSTUNREACH`.
  if (code === 'HTTP_CONNECT') return reason === 'reset' || stage === 'headers'
  return system === 'UND_ERR_SOCKET' || system === 'HPE_INVALID_EOF_STATE'
}

/**
 * Under TLS 1.3 the client is done before the server has looked at its certificate, and many servers hang up without a word when they
 * do not like it. It stays `HTTP_CONNECT`, because a server that took the request and then died looks the same.
 *
 * @see RFC 8446, section 4.4.2.4
 */
function hungUp(failure: PixkitError, isFirst: boolean, shown: Shown): PixkitError<HttpErrorCode> {
  return httpFailure('HTTP_CONNECT', { reason: isFirst ? HUNG_UP[shown] : 'reset', params: systemOf(failure) })
}

const HUNG_UP = {
  none: 'hung-up-without-certificate',
  expired: 'hung-up-expired-certificate',
  valid: 'hung-up',
} as const satisfies Readonly<Record<Shown, ReasonOf<'HTTP_CONNECT'>>>

function systemOf({ params }: PixkitError): Readonly<Record<string, string | number>> {
  const { system } = params
  return system === undefined ? {} : { system }
}
