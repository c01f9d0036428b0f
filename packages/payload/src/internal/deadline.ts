/**
 * The time that one verification has, and the caller's way to end it.
 *
 * @module
 */
import { errorFromIssue, type PixkitError } from '@pixkit/core/error'
import type { Params } from '@pixkit/core/issue'
import type { HttpErrorCode } from '@pixkit/http/codes'
import { messages } from '@pixkit/http/messages/en'

export interface Deadline {
  /** The caller's. */
  readonly signal: AbortSignal | undefined
  /**
   * Whole milliseconds that are left, at least 1.
   *
   * @throws {PixkitError} `HTTP_TIMEOUT` when none is left, `HTTP_ABORTED` when the caller gave up.
   */
  remainingMs(): number
  /** Waits for something that others may wait for too: ends the wait, not what is waited for. */
  race<Value>(promise: Promise<Value>): Promise<Value>
}

export function startDeadline(timeoutMs: number, signal?: AbortSignal): Deadline {
  const end = performance.now() + timeoutMs
  const aborted = (): PixkitError<HttpErrorCode> => httpFailure('HTTP_ABORTED')
  const late = (): PixkitError<HttpErrorCode> => httpFailure('HTTP_TIMEOUT', { phase: 'total', timeoutMs })
  const remainingMs = (): number => {
    if (signal?.aborted === true) throw aborted()
    const left = Math.ceil(end - performance.now())
    if (left <= 0) throw late()
    return left
  }
  return {
    signal,
    remainingMs,
    async race(promise) {
      const { promise: over, reject } = withReject()
      const onAbort = (): void => reject(aborted())
      // Whatever becomes of it, somebody has looked at it.
      promise.catch(() => {})
      const timer = setTimeout(() => reject(late()), remainingMs())
      signal?.addEventListener('abort', onAbort)
      try {
        return await Promise.race([promise, over])
      } finally {
        clearTimeout(timer)
        signal?.removeEventListener('abort', onAbort)
      }
    },
  }
}

function withReject(): { readonly promise: Promise<never>; readonly reject: (error: Error) => void } {
  let reject: (error: Error) => void = () => {}
  const promise = new Promise<never>((_, refuse) => {
    reject = refuse
  })
  return { promise, reject }
}

function httpFailure(code: HttpErrorCode, params: Params = {}): PixkitError<HttpErrorCode> {
  return errorFromIssue<HttpErrorCode>({ code, path: [], params }, messages)
}
