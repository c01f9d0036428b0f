/**
 * What became of a request that failed, as far as the error tells.
 *
 * @module
 */
import { isPixkitError } from '@pixkit/core/error'

/** Nothing was sent, or what came back says that nothing was done. */
const NEVER_SENT: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'HTTP_ADDRESS_FORBIDDEN',
  'HTTP_DNS',
  'HTTP_REDIRECT',
  'HTTP_REQUEST',
  'HTTP_TLS',
  'HTTP_TOKEN',
  'HTTP_URL',
])

/** Reasons of a connection or of a timeout before anything was sent. */
const NOT_CONNECTED: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'HTTP_CONNECT:refused',
  'HTTP_CONNECT:timed-out',
  'HTTP_CONNECT:unreachable',
  'HTTP_TIMEOUT:connect',
  'HTTP_TIMEOUT:resolve',
])

/**
 * Statuses of a bank that finds the id taken.
 *
 * @see API Pix 2.9.0, CobOperacaoInvalida and its like (400); RFC 9110, section 15.5.10 (409). 422 is a choice of pixkit.
 */
const IN_USE: ReadonlySet<number> = /* @__PURE__ */ new Set([400, 409, 422])

const REQUEST_TIMEOUT = 408

/** Tries that an error took. */
export function attemptsOf(error: unknown): number {
  const attempts = isPixkitError(error) ? error.params['attempts'] : undefined
  return typeof attempts === 'number' ? attempts : 1
}

/** The status of an answer that was none of success. */
export function statusOf(error: unknown): number | undefined {
  if (!isPixkitError(error, 'HTTP_STATUS')) return undefined
  const { status } = error as { status?: unknown }
  return typeof status === 'number' ? status : undefined
}

export function mayMeanInUse(error: unknown): boolean {
  return IN_USE.has(statusOf(error) ?? 0)
}

/** Whether a request that changes something may have done so. An earlier try may have, whatever the last one met. */
export function mayBeDone(error: unknown): boolean {
  if (!isPixkitError(error)) return true
  if (!error.code.startsWith('HTTP_')) return false
  const status = statusOf(error)
  if (status !== undefined && status < 500 && status !== REQUEST_TIMEOUT) return false
  if (attemptsOf(error) > 1) return true
  return !NEVER_SENT.has(error.code) && !NOT_CONNECTED.has(`${error.code}:${String(error.params['reason'])}`)
}
