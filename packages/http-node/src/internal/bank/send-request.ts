/**
 * One request over the agent of a transport.
 *
 * @module
 */
import type { PixkitError } from '@pixkit/core/error'
import type { HttpErrorCode, TimeoutPhase } from '@pixkit/http/codes'
import { httpFailure } from '@pixkit/http/failure'
import type { TransportRequest, TransportResponse } from '@pixkit/http/transport'
import type { Dispatcher } from 'undici'
import { decompressBody, joinHeaders } from '../read-answer.ts'
import { failureOfDispatch, type Stage } from './dispatch-failure.ts'
import type { BankSettings } from './settings.ts'

export interface Peer {
  readonly settings: BankSettings
  /** Origins that have answered before, at least once. */
  readonly answered: Set<string>
}

/**
 * Sends a request that was checked, and collects its answer.
 *
 * It speaks to undici's dispatcher: a stream, an abort controller and a race for each request, which `request()` and a deadline
 * would need, cost as much as the rest of the client.
 */
export function sendRequest(
  agent: Dispatcher,
  request: TransportRequest,
  url: URL,
  { settings, answered }: Peer,
): Promise<TransportResponse> {
  const { method, signal, body, maxBodyBytes = settings.maxBodyBytes, timeoutMs = settings.timeoutMs } = request
  const { headersTimeoutMs, bodyTimeoutMs, userAgent } = settings
  const { origin } = url
  return new Promise((resolve, reject) => {
    let stage: Stage = 'connect'
    let isOver = false
    let controller: Dispatcher.DispatchController | undefined
    let phaseTimer: ReturnType<typeof setTimeout> | undefined
    let status = 0
    let headers: Record<string, string> = {}
    const chunks: Uint8Array[] = []
    let length = 0

    const end = (): void => {
      isOver = true
      clearTimeout(totalTimer)
      clearTimeout(phaseTimer)
      signal?.removeEventListener('abort', onAbort)
    }
    const fail = (failure: PixkitError<HttpErrorCode>): void => {
      if (isOver) return
      end()
      reject(failure)
      // Closes the connection. What has not begun yet is stopped when it begins.
      controller?.abort(failure)
    }
    const startTimer = (phase: TimeoutPhase, ms: number): ReturnType<typeof setTimeout> =>
      setTimeout(() => fail(httpFailure('HTTP_TIMEOUT', { reason: phase, params: { phase, timeoutMs: ms } })), ms)
    const onAbort = (): void => fail(httpFailure('HTTP_ABORTED', { reason: 'signal', cause: signal?.reason }))

    const totalTimer = startTimer('total', timeoutMs)
    if (signal !== undefined) {
      if (signal.aborted) return onAbort()
      signal.addEventListener('abort', onAbort, { once: true })
    }
    const handler: Dispatcher.DispatchHandler = {
      onRequestStart(started) {
        controller = started
        if (isOver) return started.abort(httpFailure('HTTP_ABORTED', { reason: 'signal' }))
        stage = 'headers'
        if (headersTimeoutMs !== undefined) phaseTimer = startTimer('headers', headersTimeoutMs)
      },
      onResponseStart(_controller, statusCode, received) {
        // Ahead of the answer (1xx).
        if (isOver || statusCode < 200) return
        clearTimeout(phaseTimer)
        stage = 'body'
        answered.add(origin)
        if (statusCode >= 300 && statusCode <= 399) {
          return fail(httpFailure('HTTP_REDIRECT', { params: { status: statusCode } }))
        }
        status = statusCode
        headers = joinHeaders(received)
        const announced = method === 'HEAD' ? 0 : Number(headers['content-length'] ?? 0)
        if (announced > maxBodyBytes) return fail(tooLarge(maxBodyBytes))
        if (bodyTimeoutMs !== undefined) phaseTimer = startTimer('body', bodyTimeoutMs)
      },
      onResponseData(_controller, chunk) {
        length += chunk.byteLength
        if (length > maxBodyBytes) return fail(tooLarge(maxBodyBytes))
        chunks.push(chunk)
      },
      onResponseEnd() {
        if (isOver) return
        end()
        const bytes = concat(chunks, length)
        const encoding = headers['content-encoding']
        if (encoding === undefined || length === 0) {
          resolve(answerOf(url, status, headers, bytes))
        } else {
          decompressBody(bytes, encoding, maxBodyBytes).then((plain) => {
            resolve(answerOf(url, status, headers, plain))
          }, reject)
        }
      },
      onResponseError(_controller, error) {
        fail(failureOfDispatch(error, { stage, settings, isFirst: !answered.has(origin) }))
      },
    }
    agent.dispatch(
      {
        origin,
        path: `${url.pathname}${url.search}`,
        method: method as Dispatcher.HttpMethod,
        headers: { 'user-agent': userAgent, 'accept-encoding': 'identity', ...request.headers },
        ...(body === undefined ? {} : { body }),
      },
      handler,
    )
  })
}

function answerOf(url: URL, status: number, headers: Record<string, string>, body: Uint8Array): TransportResponse {
  return url.protocol === 'https:' ? { status, headers, body, tlsChecked: true } : { status, headers, body }
}

const tooLarge = (max: number): PixkitError<HttpErrorCode> => httpFailure('HTTP_BODY_TOO_LARGE', { params: { max } })

/** No Buffer, and no copy of what came in one piece. */
function concat(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const [first] = chunks
  if (first !== undefined && chunks.length === 1) return new Uint8Array(first.buffer, first.byteOffset, length)
  const bytes = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.byteLength
  }
  return bytes
}
