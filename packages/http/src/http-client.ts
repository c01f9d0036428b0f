/**
 * Calls that speak JSON: authorised, timed, repeated where that is safe, and with errors one can read.
 *
 * @module
 */
import { isPixkitError, type PixkitError } from '@pixkit/core/error'
import type { Issue } from '@pixkit/core/issue'
import { assertLimit, assertTimeout } from './check-request.ts'
import { failureOfSystem, httpFailure } from './failure.ts'
import { type CallEvent, emit, type HttpHooks } from './hooks.ts'
import { failureOfAnswer, isPixkitHttpError } from './http-error.ts'
import { type BodyKind, readBodyOf } from './internal/answer.ts'
import { requestIdOf } from './internal/answer-headers.ts'
import { fateOfTry } from './internal/fate-of-try.ts'
import { encodeJson, hostOf, jsonHeaders } from './internal/json-request.ts'
import { knownValuesOf } from './internal/known-values.ts'
import { ownError } from './internal/own-error.ts'
import { sleepFor } from './internal/sleep.ts'
import type { Problema } from './problema.ts'
import { assertRetryPolicy, retryDelay, type RetryPolicy } from './retry.ts'
import type { Transport, TransportResponse } from './transport.ts'

/** How requests prove who sends them: a token (`bearerAuthorisation`), or a signature over the bytes. */
export interface Authorisation {
  /** Headers to add, of the request as it will be sent. */
  headers(request: AuthorisedRequest): Promise<Readonly<Record<string, string>>>
  /** Called once after a 401; resolves to whether another try with fresh headers makes sense. */
  renew?(refused: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<boolean>
}

export interface AuthorisedRequest {
  readonly method: string
  readonly url: string
  readonly body: Uint8Array | undefined
  readonly signal?: AbortSignal | undefined
}

export type { RetryPolicy } from './retry.ts'

export interface HttpClientOptions {
  readonly transport: Transport
  readonly authorisation?: Authorisation | undefined
  readonly hooks?: HttpHooks | undefined
  readonly retry?: RetryPolicy | undefined
  /** For each try; 30,000 by default. */
  readonly timeoutMs?: number | undefined
  /** Of an answer; 8 MiB by default. */
  readonly maxBodyBytes?: number | undefined
  /** Makes a `Problema` of a body in the bank's own shape; bodies of the shape of API Pix need none. */
  readonly readProblem?: ((answer: TransportResponse, body: unknown) => Problema | undefined) | undefined
  /** Milliseconds since 1970; `Date.now` by default. */
  readonly clock?: (() => number) | undefined
  /** 0 to 1; `Math.random` by default, for it decides only how long to wait. */
  readonly random?: (() => number) | undefined
  /** Waits; for tests. */
  readonly sleep?: ((ms: number, signal?: AbortSignal) => Promise<void>) | undefined
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined
  /** For each try. */
  readonly timeoutMs?: number | undefined
}

export interface HttpCall extends CallOptions {
  /** `cob.create`, for hooks and errors. */
  readonly operation: string
  readonly method: string
  /** Absolute, with query. */
  readonly url: string
  /** The template of the path, for hooks. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Sent as JSON, once serialised: what is signed is what is sent. */
  readonly body?: unknown
  /** Whether a second request does what one does: a GET, a PUT to an id of the caller's own. Never a POST. */
  readonly repeatable?: boolean | undefined
}

export interface HttpAnswer {
  /** 200 to 299. */
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Parsed JSON; `undefined` when there is no body. */
  readonly body: unknown
  readonly requestId: string | undefined
  /** Tries that it took. */
  readonly attempts: number
  /**
   * Whether an earlier try may have been done: it was sent, and nobody knows what became of it. Not after a 401, a 429 or another
   * 4xx, nor where no connection or no token was to be had.
   */
  readonly mayBeRepeat: boolean
}

export interface HttpClient {
  /**
   * @throws {PixkitHttpError} `HTTP_STATUS`: the answer is none of success.
   * @throws {PixkitError} `HTTP_ANSWER`: a success that is not JSON; `HTTP_…` of the transport; `HTTP_TOKEN`.
   */
  call(call: HttpCall): Promise<HttpAnswer>
  /** Tells `onWarning`. */
  warn(operation: string | undefined, issue: Issue, requestId?: string): void
}

const TIMEOUT_MS = 30_000
const MAX_BODY_BYTES = 8 * 1024 * 1024

/**
 * Makes a client of JSON over HTTP.
 *
 * What fails on the way, or with 408, 429, 502, 503 or 504, is tried again where `repeatable` allows it: see `retryDelay`. A 401
 * is tried again once if there is a fresh token to be had, whatever the method, for nothing was done. The error of the last try
 * says in `params` what was asked of whom (`operation`, `host`) and after how many tries (`attempts`); `mayBeDone` of
 * `@pixkit/http/fate` tells whether one of them may have been done. Each call has an error of its own.
 *
 * @throws {TypeError} An option has another type, or is out of bounds.
 *
 * @example
 * ```ts
 * import { createHttpClient } from '@pixkit/http/http-client'
 * import { fetchTransport } from '@pixkit/http/fetch-transport'
 *
 * const transport = fetchTransport(async (url, { method }) => Response.json({ method, url }, { status: 201 }))
 * const client = createHttpClient({ transport })
 * const { status, body, attempts } = await client.call({
 *   operation: 'loc.create',
 *   method: 'POST',
 *   url: 'https://pix.example.com/v2/loc',
 *   path: '/loc',
 *   body: { tipoCob: 'cob' },
 * })
 * status // 201
 * body // { method: 'POST', url: 'https://pix.example.com/v2/loc' }
 * attempts // 1
 * ```
 */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const { transport, hooks, timeoutMs, maxBodyBytes, retry } = options
  if (typeof transport !== 'function') throw new TypeError('"transport" must be a function')
  assertTimeout(timeoutMs, 'timeoutMs')
  assertLimit(maxBodyBytes, 'maxBodyBytes')
  assertRetryPolicy(retry)
  return {
    call: (call) => perform(options, call),
    warn: (operation, issue, requestId) => emit(hooks, 'onWarning', { operation, issue, requestId }),
  }
}

/** What happens to a call between its tries. */
interface Progress {
  readonly call: HttpCall
  readonly body: Uint8Array | undefined
  attempt: number
  startedAt: number
  /** That the last try was authorised with, once it was. */
  proof: Headers | undefined
  /** Whether the last try got as far as the transport. */
  isSent: boolean
  /** Whether one of the tries that failed may have been done. */
  mayBeDone: boolean
  isRenewed: boolean
}

type Headers = Readonly<Record<string, string>>

async function perform(options: HttpClientOptions, call: HttpCall): Promise<HttpAnswer> {
  const body = encodeJson(call.body)
  const progress: Progress = {
    call,
    body,
    attempt: 0,
    startedAt: 0,
    proof: undefined,
    isSent: false,
    mayBeDone: false,
    isRenewed: false,
  }
  for (;;) {
    if (call.signal?.aborted === true) throw aborted(call.signal, progress)
    progress.attempt += 1
    try {
      return await attempt(options, progress)
    } catch (error) {
      await prepareNext(options, progress, error)
    }
  }
}

async function attempt(options: HttpClientOptions, progress: Progress): Promise<HttpAnswer> {
  const { transport, authorisation, hooks } = options
  const { call, body } = progress
  const { method, url, signal } = call
  begin(options, progress)
  progress.isSent = false
  progress.proof = undefined
  if (authorisation !== undefined) {
    progress.proof = await authorisation.headers({ method, url, body, signal })
    begin(options, progress)
  }
  if (hooks?.onRequest !== undefined) emit(hooks, 'onRequest', eventOf(progress))
  progress.isSent = true
  const answer = await transport({
    method,
    url,
    headers: jsonHeaders(body, call.headers, progress.proof),
    body,
    maxBodyBytes: options.maxBodyBytes ?? MAX_BODY_BYTES,
    timeoutMs: call.timeoutMs ?? options.timeoutMs ?? TIMEOUT_MS,
    signal,
  })
  return read(options, progress, answer)
}

function read(options: HttpClientOptions, progress: Progress, answer: TransportResponse): HttpAnswer {
  const { hooks, readProblem } = options
  const { operation, url, path, headers: own } = progress.call
  const { status, headers } = answer
  const secretsOf = (): string[] => knownValuesOf(url, path, own, progress.proof)
  const requestId = requestIdOf(headers, secretsOf)
  if (hooks?.onResponse !== undefined) {
    emit(hooks, 'onResponse', { ...eventOf(progress), status, durationMs: durationOf(options, progress), requestId })
  }
  const attempts = progress.attempt
  if (status < 200 || status > 299) {
    throw failureOfAnswer(answer, { operation, attempts, now: now(options), secrets: secretsOf(), readProblem })
  }
  const { kind, value } = readBodyOf(answer)
  const reason = NO_JSON[kind]
  if (reason === undefined) {
    return { status, headers, body: value, requestId, attempts, mayBeRepeat: progress.mayBeDone }
  }
  throw httpFailure('HTTP_ANSWER', {
    reason,
    params: { operation, status, attempts, ...(requestId === undefined ? {} : { requestId }) },
  })
}

const NO_JSON = {
  binary: 'encoding',
  empty: undefined,
  html: 'html',
  json: undefined,
  text: 'syntax',
} as const satisfies Readonly<Record<BodyKind, string | undefined>>

/** @throws The error of the last try, when there is to be no other. */
async function prepareNext(options: HttpClientOptions, progress: Progress, thrown: unknown): Promise<void> {
  const { hooks, retry: policy, random = Math.random, sleep = sleepFor } = options
  const { call } = progress
  const error = tell(options, progress, thrown)
  const isFresh = await renews(options, progress, error)
  // A renewal is none of the policy's tries.
  const attempt = progress.attempt - (progress.isRenewed ? 1 : 0)
  const mayRepeat = !progress.isSent || call.repeatable === true
  const delayMs = isFresh ? 0 : mayRepeat ? retryDelay({ attempt, error, policy, random }) : undefined
  if (delayMs === undefined) throw error
  if (hooks?.onRetry !== undefined) emit(hooks, 'onRetry', { ...eventOf(progress), error, delayMs })
  if (delayMs === 0) return
  try {
    await sleep(delayMs, call.signal)
  } catch (cause) {
    if (call.signal?.aborted !== true) throw cause
    throw aborted(call.signal, progress)
  }
}

/**
 * Makes a failure of what was thrown, and tells of it.
 *
 * @throws What is no failure of the call but a bug: of the caller's arguments (`TypeError`), or of what signs requests.
 */
function tell(options: HttpClientOptions, progress: Progress, thrown: unknown): PixkitError {
  const isBug = !progress.isSent || (thrown instanceof TypeError && thrown.cause === undefined)
  if (isBug && !isPixkitError(thrown)) throw thrown
  const error = isPixkitError(thrown) ? thrown : failureOfSystem(thrown)
  if (progress.isSent && fateOfTry(error) === 'unknown') progress.mayBeDone = true
  const own = errorOf(progress, error)
  const { hooks } = options
  if (hooks?.onError !== undefined) {
    emit(hooks, 'onError', { ...eventOf(progress), error: own, durationMs: durationOf(options, progress) })
  }
  return own
}

/** After the first 401, asks for a fresh token: whether there is one. */
async function renews(options: HttpClientOptions, progress: Progress, error: PixkitError): Promise<boolean> {
  const { authorisation } = options
  const { proof, isRenewed, call } = progress
  const isRefused = isPixkitHttpError(error, 'HTTP_STATUS') && error.status === 401
  if (!isRefused || isRenewed || proof === undefined || authorisation?.renew === undefined) return false
  progress.isRenewed = true
  try {
    return await authorisation.renew(proof, call.signal)
  } catch (thrown) {
    throw tell(options, progress, thrown)
  }
}

/** Before a try, or between two. */
function aborted(signal: AbortSignal, progress: Progress): PixkitError {
  return errorOf(progress, httpFailure('HTTP_ABORTED', { reason: 'signal', cause: signal.reason }))
}

function errorOf({ call: { operation, url }, attempt, mayBeDone }: Progress, error: PixkitError): PixkitError {
  return ownError(error, { operation, host: hostOf(url), attempts: attempt, mayBeDone })
}

function eventOf({ call: { operation, method, url, path }, attempt }: Progress): CallEvent {
  return { operation, method, host: hostOf(url), path, attempt }
}

/** Starts the clock of an event. */
function begin(options: HttpClientOptions, progress: Progress): void {
  if (options.hooks !== undefined) progress.startedAt = now(options)
}

function durationOf(options: HttpClientOptions, { startedAt }: Progress): number {
  return Math.max(0, now(options) - startedAt)
}

function now({ clock = Date.now }: HttpClientOptions): number {
  return clock()
}
