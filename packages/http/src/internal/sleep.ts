/**
 * Waiting that can be called off.
 *
 * @module
 */
import { httpFailure } from '../failure.ts'

/** @throws {PixkitError} `HTTP_ABORTED`: the signal said so, before or meanwhile. */
export function sleepFor(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      clearTimeout(timer)
      reject(httpFailure('HTTP_ABORTED', { reason: 'signal', cause: signal?.reason }))
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort)
      resolve()
    }, ms)
    if (signal?.aborted === true) onAbort()
    else signal?.addEventListener('abort', onAbort, { once: true })
  })
}
