/**
 * Whether to try again.
 *
 * @module
 */
import { isPixkitError } from '@pixkit/core/error'
import { isPixkitHttpError } from './internal/pixkit-http-error.ts'

export interface RetryPolicy {
  /** Tries in all; 3 by default, 1 for none but the first. */
  readonly attempts?: number | undefined
  /** The first wait is random, up to this; it doubles each time. 250 by default. */
  readonly baseMs?: number | undefined
  /** Longest wait, also of a `Retry-After` that is followed; 10,000 by default. */
  readonly maxMs?: number | undefined
}

/** Statuses that say "not now". @see RFC 9110, sections 15.5.9, 15.6.3 to 15.6.5; RFC 6585, section 4 */
const TEMPORARY = new Set([408, 429, 502, 503, 504])

/** Failures of the way to the server and back, by code; `true` for all reasons of a code. */
const BROKEN_WAY: Readonly<Record<string, true | readonly string[]>> = {
  HTTP_ANSWER: ['encoding', 'syntax'],
  HTTP_CONNECT: true,
  HTTP_DNS: ['temporary'],
  HTTP_PROTOCOL: ['truncated'],
  HTTP_TIMEOUT: true,
}

/**
 * Tells whether the same request may fare better a little later. Whether it may be sent twice is another question.
 *
 * Yes: a connection that was not made or broke, a time that was up, a name server without an answer for the moment; a success that
 * cannot be read, for one that was cut short may look so; the statuses 408, 429, 502, 503 and 504. No: everything else, and so 500
 * as well, which says that nobody knows what went wrong, not that it will pass (choice of pixkit); faults of TLS; whatever a token
 * was refused with.
 *
 * @param error - Whatever was thrown.
 * @see API Pix 2.9.0, description of the errors: ErroInternoDoServidor, ServicoIndisponivel, IndisponibilidadePorTempoEsgotado.
 *   Guia Técnico de Integrações API Pix Sicredi, annex IV, "Status 500": look for the cause.
 */
export function isTemporary(error: unknown): boolean {
  if (isPixkitHttpError(error)) return error.code === 'HTTP_STATUS' && TEMPORARY.has(error.status)
  if (!isPixkitError(error) || !Object.hasOwn(BROKEN_WAY, error.code)) return false
  const reasons = BROKEN_WAY[error.code]
  return reasons === true || reasons?.includes(String(error.params['reason'])) === true
}
