/**
 * Work under way that several callers wait for.
 *
 * @module
 */

export interface Flights<Value> {
  has(key: string): boolean
  /**
   * Waits for the work of a key, which is begun when none is under way. A caller may leave; when all have left, the signal of
   * the work is aborted, and whoever comes next begins anew.
   */
  join(
    key: string,
    wait: (promise: Promise<Value>) => Promise<Value>,
    begin: (signal: AbortSignal) => Promise<Value>,
  ): Promise<Value>
}

interface Flight<Value> {
  readonly promise: Promise<Value>
  readonly controller: AbortController
  waiting: number
}

export function createFlights<Value>(): Flights<Value> {
  const flights = new Map<string, Flight<Value>>()

  const take = (key: string, begin: (signal: AbortSignal) => Promise<Value>): Flight<Value> => {
    const controller = new AbortController()
    const flight: Flight<Value> = { promise: begin(controller.signal), controller, waiting: 0 }
    flights.set(key, flight)
    return flight
  }
  const land = (key: string, flight: Flight<Value>): void => {
    if (flights.get(key) === flight) flights.delete(key)
  }

  return {
    has: (key) => flights.has(key),
    async join(key, wait, begin) {
      const flight = flights.get(key) ?? take(key, begin)
      flight.waiting += 1
      try {
        return await wait(flight.promise)
      } finally {
        flight.waiting -= 1
        if (flight.waiting === 0) {
          land(key, flight)
          flight.controller.abort()
        }
      }
    },
  }
}
