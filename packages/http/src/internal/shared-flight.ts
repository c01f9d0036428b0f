/**
 * One piece of work for everybody who wants its result at the same time.
 *
 * @module
 */
import { httpFailure } from '../failure.ts'
import type { GetTokenOptions } from './token-types.ts'

export interface SharedFlight<Value> {
  /** Waits for the work under way, or begins it. Whoever is called off, or has waited enough, leaves, and the work goes on to its end. */
  join(options?: GetTokenOptions): Promise<Value>
  /**
   * Begins it, also if nobody waits.
   *
   * @returns `undefined` when it is under way.
   */
  start(): Promise<Value> | undefined
}

/**
 * Shares the work that `run` begins.
 *
 * It is never called off, as the fetches of key sets in `@pixkit/payload` are: customers who close a page, one after the other, would
 * have it begun again each time, and what it asks for was asked by then.
 */
export function sharedFlight<Value>(run: () => Promise<Value>): SharedFlight<Value> {
  let current: Promise<Value> | undefined

  const board = (): Promise<Value> => {
    if (current !== undefined) return current
    const flight = run().finally(() => {
      current = undefined
    })
    current = flight
    return flight
  }

  return {
    join({ signal, timeoutMs } = {}) {
      const result = board()
      if (timeoutMs === undefined && signal === undefined) return result
      return new Promise((resolve, reject) => {
        const leave = (): void => reject(httpFailure('HTTP_ABORTED', { reason: 'signal', cause: signal?.reason }))
        const params = { phase: 'token', timeoutMs: timeoutMs ?? 0 }
        const giveUp = (): void => reject(httpFailure('HTTP_TIMEOUT', { reason: 'token', params }))
        const timer = timeoutMs === undefined ? undefined : setTimeout(giveUp, timeoutMs)
        signal?.addEventListener('abort', leave, { once: true })
        const end = (): void => {
          clearTimeout(timer)
          signal?.removeEventListener('abort', leave)
        }
        result.finally(end).then(resolve, reject)
      })
    },
    start: () => (current === undefined ? board() : undefined),
  }
}
