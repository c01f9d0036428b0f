/**
 * Errors of transports, for those who write one.
 *
 * @module
 */
import { errorFromIssue, type PixkitError } from '@pixkit/core/error'
import type { HttpErrorCode, ReasonOf } from './codes.ts'
import { SYSTEM_ERRORS, type SystemFault } from './internal/system-errors.ts'
import { messages } from './messages/en.ts'

/** What went wrong, beside the code: why exactly, and what the sentence shows. */
export interface HttpFault<Code extends HttpErrorCode> {
  readonly reason?: ReasonOf<Code> | undefined
  /** Words of pixkit, numbers, and names of system errors; nothing that a server or a URL said. */
  readonly params?: Readonly<Record<string, string | number>> | undefined
  /** Only of the caller's own making, such as the reason of its signal: errors of a platform quote hosts and URLs. */
  readonly cause?: unknown
}

/**
 * Makes the error of a transport, with its English sentence.
 *
 * @example
 * ```ts
 * import { httpFailure } from '@pixkit/http/failure'
 *
 * const error = httpFailure('HTTP_CONNECT', { reason: 'refused' })
 * error.params // { reason: 'refused' }
 * error.message // 'host refused the connection'
 * ```
 */
export function httpFailure<Code extends HttpErrorCode>(
  code: Code,
  { reason, params = {}, cause }: HttpFault<Code> = {},
): PixkitError<Code> {
  const issue = { code, path: [], params: { ...params, ...(reason === undefined ? {} : { reason }) } }
  return errorFromIssue(issue, messages, cause)
}

/**
 * Says what a platform's error means, looking for the names that Node, undici, OpenSSL and Bun give it, along its causes.
 *
 * The error itself is left behind: `getaddrinfo ENOTFOUND …` and its like quote the host, some the whole URL, which for a
 * location is a secret. `params.system` keeps the name, such as `ECONNREFUSED`.
 *
 * @param error - What `fetch`, a socket or a parser threw.
 * @param otherwise - What to call it when it has no name that is known.
 *
 * @example
 * ```ts
 * import { failureOfSystem } from '@pixkit/http/failure'
 *
 * const refused = Object.assign(new Error('connect ECONNREFUSED 10.0.0.1:443'), { code: 'ECONNREFUSED' })
 * const error = failureOfSystem(new TypeError('fetch failed', { cause: refused }))
 * error.code // 'HTTP_CONNECT'
 * error.params // { system: 'ECONNREFUSED', reason: 'refused' }
 * ```
 */
export function failureOfSystem(
  error: unknown,
  otherwise: SystemFault = ['HTTP_CONNECT', 'other'],
): PixkitError<HttpErrorCode> {
  const names = namesOf(error)
  for (const { name, syscall } of names) {
    const fault = SYSTEM_ERRORS.find(([pattern]) => pattern.test(name))?.[1]
    if (fault === undefined) continue
    const isOfEither = fault[0] === 'HTTP_CONNECT' && OF_EITHER.test(name) && syscall !== 'connect'
    return failureOf(isOfEither ? ['HTTP_CONNECT', isOfConnection(syscall) ? 'reset' : 'other'] : fault, name)
  }
  return failureOf(otherwise, names[0]?.name)
}

/** As {@link failureOfSystem}, for what goes wrong after the headers: a connection that breaks then has cut the answer short. */
export function failureOfBody(error: unknown): PixkitError<HttpErrorCode> {
  const failure = failureOfSystem(error, ['HTTP_PROTOCOL', 'truncated'])
  if (failure.code !== 'HTTP_CONNECT') return failure
  return httpFailure('HTTP_PROTOCOL', { reason: 'truncated', params: failure.params })
}

function failureOf([code, reason]: SystemFault, system: string | undefined): PixkitError<HttpErrorCode> {
  return httpFailure(code, {
    reason: reason as ReasonOf<HttpErrorCode>,
    params: system === undefined ? {} : { system },
  })
}

/** The same names for a connection that was not made and for one that broke: only the call of the system tells. */
const OF_EITHER = /^E(?:TIMEDOUT|HOSTUNREACH|HOSTDOWN|NETUNREACH|NETDOWN)$/

const isOfConnection = (syscall: unknown): boolean => syscall === 'read' || syscall === 'write'

/** With slashes since OpenSSL 3.2: `ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE`. */
const NAME = /^[A-Za-z][A-Za-z0-9_/]{1,63}$/
const MAX_CAUSES = 8

interface SystemName {
  readonly name: string
  /** The call of the system that met it: `connect`, `read`, `write`. */
  readonly syscall: unknown
}

/** Codes of an error, of its causes and, as Node tries several addresses, of the errors of an AggregateError: outermost first. */
function namesOf(error: unknown): SystemName[] {
  const names: SystemName[] = []
  const queue: unknown[] = [error]
  for (let seen = 0; queue.length > 0 && seen < MAX_CAUSES; seen += 1) {
    const next = queue.shift()
    if (typeof next !== 'object' || next === null) continue
    const { code, syscall, cause, errors } = next as Partial<Record<'code' | 'syscall' | 'cause' | 'errors', unknown>>
    const each: readonly unknown[] = Array.isArray(errors) ? errors : []
    // That of several says no more than each of them, and not which call it was.
    if (typeof code === 'string' && NAME.test(code) && each.length === 0) names.push({ name: code, syscall })
    queue.push(cause, ...each)
  }
  return names
}
