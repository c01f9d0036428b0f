/**
 * How long a request may take and who may call it off, for those who write a transport.
 *
 * @module
 */
import { isPixkitError, type PixkitError } from '@pixkit/core/error'
import type { HttpErrorCode, TimeoutPhase } from './codes.ts'
import { httpFailure } from './failure.ts'

export interface Deadline {
  /** Aborted when the time is up, when the caller's signal says so, and by `fail`. */
  readonly signal: AbortSignal
  /** Why it is over, once it is. */
  readonly failure: PixkitError<HttpErrorCode> | undefined
  /** Begins a phase, with a time limit of its own; the limit of the phase before is gone. */
  enter(phase: TimeoutPhase, timeoutMs?: number): void
  /** Waits for a promise, but no longer than the deadline; what becomes of it afterwards is nobody's concern. */
  race<Value>(promise: PromiseLike<Value>): Promise<Value>
  /** Ends it early, unless it is over already. */
  fail(failure: PixkitError<HttpErrorCode>): void
  /** Lets go of timers and of the caller's signal. */
  end(): void
}

/**
 * Starts the clock of a request: one for the whole, and one for the phase that it is in.
 *
 * One controller and two timers, and not `AbortSignal.any`: that costs a third of a request.
 *
 * @param timeoutMs - For everything.
 * @param signal - The caller's.
 *
 * @example
 * ```ts
 * import { startDeadline } from '@pixkit/http/deadline'
 *
 * const deadline = startDeadline(1000)
 * deadline.enter('headers', 10)
 * try {
 *   await deadline.race(new Promise(() => {}))
 * } catch {
 *   deadline.failure?.message // 'server sent no headers within 10 ms'
 * } finally {
 *   deadline.end()
 * }
 * ```
 */
export function startDeadline(timeoutMs: number, signal?: AbortSignal): Deadline {
  const controller = new AbortController()
  let failure: PixkitError<HttpErrorCode> | undefined
  let phaseTimer: ReturnType<typeof setTimeout> | undefined
  let reject: (reason: unknown) => void
  const over = new Promise<never>((_resolve, refuse) => {
    reject = refuse
  })
  over.catch(() => {})

  const fail = (reason: PixkitError<HttpErrorCode>): void => {
    if (failure !== undefined) return
    failure = reason
    end()
    reject(reason)
    controller.abort(reason)
  }
  const onAbort = (): void => fail(httpFailure('HTTP_ABORTED', { reason: 'signal', cause: signal?.reason }))
  const end = (): void => {
    clearTimeout(totalTimer)
    clearTimeout(phaseTimer)
    signal?.removeEventListener('abort', onAbort)
  }
  const totalTimer = setTimeout(() => fail(timeout('total', timeoutMs)), timeoutMs)
  if (signal?.aborted === true) onAbort()
  else signal?.addEventListener('abort', onAbort, { once: true })

  return {
    signal: controller.signal,
    get failure() {
      return failure
    },
    enter(phase, ms) {
      clearTimeout(phaseTimer)
      if (failure === undefined && ms !== undefined) phaseTimer = setTimeout(() => fail(timeout(phase, ms)), ms)
    },
    race: (promise) => Promise.race([over, promise]),
    fail,
    end,
  }
}

function timeout(phase: TimeoutPhase, timeoutMs: number): PixkitError<HttpErrorCode> {
  return httpFailure('HTTP_TIMEOUT', { reason: phase, params: { phase, timeoutMs } })
}

/** The failure to throw for what was caught: that of the deadline first, because what it ends fails in its own words. */
export function failureOfRequest(
  error: unknown,
  deadline: Deadline,
  otherwise: (error: unknown) => PixkitError<HttpErrorCode>,
): PixkitError<HttpErrorCode> {
  if (deadline.failure !== undefined) return deadline.failure
  return isHttpFailure(error) ? error : otherwise(error)
}

function isHttpFailure(error: unknown): error is PixkitError<HttpErrorCode> {
  return isPixkitError(error) && error.code.startsWith('HTTP_')
}
