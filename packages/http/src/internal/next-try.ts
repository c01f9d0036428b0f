/**
 * After a try that failed: whether there is another, and when.
 *
 * @module
 */
import { isPixkitError, type PixkitError } from '@pixkit/core/error'
import { failureOfSystem } from '../failure.ts'
import { emit } from '../hooks.ts'
import { aborted, durationOf, errorOf, eventOf, type Progress } from './call-progress.ts'
import { fateOfTry } from './fate-of-try.ts'
import type { HttpClientOptions } from './http-client-types.ts'
import { isPixkitHttpError } from './pixkit-http-error.ts'
import { retryDelay } from './retry-delay.ts'
import { sleepFor } from './sleep.ts'

/** @throws The error of the last try, when there is to be no other. */
export async function prepareNext(options: HttpClientOptions, progress: Progress, thrown: unknown): Promise<void> {
  const { hooks, retry: policy, jitter = Math.random, sleep = sleepFor } = options
  const { call } = progress
  const error = tell(options, progress, thrown)
  const isFresh = await renews(options, progress, error)
  // A renewal is none of the policy's tries.
  const attempt = progress.attempt - (progress.isRenewed ? 1 : 0)
  const mayRepeat = !progress.isSent || call.repeatable === true
  const delayMs = isFresh ? 0 : mayRepeat ? retryDelay({ attempt, error, policy, jitter }) : undefined
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
