/**
 * One call, with all its tries.
 *
 * @module
 */
import { httpFailure } from '../failure.ts'
import { emit } from '../hooks.ts'
import type { TransportResponse } from '../transport.ts'
import { type BodyKind, readBodyOf } from './answer.ts'
import { requestIdOf } from './answer-headers.ts'
import { aborted, begin, durationOf, eventOf, now, type Progress } from './call-progress.ts'
import { failureOfAnswer } from './failure-of-answer.ts'
import type { HttpAnswer, HttpCall, HttpClientOptions } from './http-client-types.ts'
import { encodeJson, jsonHeaders } from './json-request.ts'
import { knownValuesOf } from './known-values.ts'
import { prepareNext } from './next-try.ts'

const TIMEOUT_MS = 30_000
const MAX_BODY_BYTES = 8 * 1024 * 1024

export async function perform(options: HttpClientOptions, call: HttpCall): Promise<HttpAnswer> {
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
  const { method, url, signal, timeoutMs = options.timeoutMs ?? TIMEOUT_MS } = call
  begin(options, progress)
  progress.isSent = false
  progress.proof = undefined
  if (authorisation !== undefined) {
    progress.proof = await authorisation.headers({ method, url, body, signal, timeoutMs })
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
    timeoutMs,
    signal,
  })
  return read(options, progress, answer)
}

function read(options: HttpClientOptions, progress: Progress, answer: TransportResponse): HttpAnswer {
  const { hooks, readProblem } = options
  const { operation, url, path, headers: own, bodyless } = progress.call
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
  if (progress.isRenewed && progress.proof !== undefined) options.authorisation?.confirm?.(progress.proof)
  const { kind, value } = readBodyOf(answer)
  const reason = NO_JSON[kind]
  if (reason === undefined || bodyless === true) return { status, headers, body: value, requestId, attempts }
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
