/**
 * One piece of work for everybody who wants its result at the same time.
 *
 * @module
 */
import { httpFailure } from '../failure.ts'

export interface SharedFlight<Value> {
  /**
   * Waits for the work under way, or begins it. Whoever is called off leaves the others waiting; with the last, the work is called
   * off, too.
   */
  join(signal?: AbortSignal): Promise<Value>
  /**
   * Begins it, also if nobody waits, and to its end.
   *
   * @returns `undefined` when it is under way.
   */
  start(): Promise<Value> | undefined
}

interface Flight<Value> {
  readonly result: Promise<Value>
  readonly controller: AbortController
  waiters: number
}

export function sharedFlight<Value>(run: (signal: AbortSignal) => Promise<Value>): SharedFlight<Value> {
  let current: Flight<Value> | undefined

  const launch = (): Flight<Value> => {
    const controller = new AbortController()
    const flight = { controller, waiters: 0, result: run(controller.signal).finally(() => land(flight)) }
    flight.result.catch(() => {})
    return flight
  }
  const land = (flight: Flight<Value>): void => {
    if (current === flight) current = undefined
  }
  const board = (): Flight<Value> => {
    current ??= launch()
    current.waiters += 1
    return current
  }

  return {
    join(signal) {
      const flight = board()
      if (signal === undefined) return flight.result
      return new Promise((resolve, reject) => {
        const leave = (): void => {
          reject(httpFailure('HTTP_ABORTED', { reason: 'signal', cause: signal.reason }))
          flight.waiters -= 1
          if (flight.waiters > 0) return
          land(flight)
          flight.controller.abort()
        }
        signal.addEventListener('abort', leave, { once: true })
        const stay = (): void => signal.removeEventListener('abort', leave)
        flight.result.finally(stay).then(resolve, reject)
      })
    },
    // It counts as somebody who waits and never leaves.
    start: () => (current === undefined ? board().result : undefined),
  }
}
