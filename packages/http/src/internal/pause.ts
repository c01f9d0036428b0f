/**
 * Leaving somebody alone after a failure, longer each time.
 *
 * @module
 */
import { isPixkitHttpError } from './pixkit-http-error.ts'

export interface Pause {
  /** Why not now; `undefined` when nothing is in the way. */
  readonly reason: unknown
  readonly isOn: boolean
  /**
   * One more failure: a second the first time, twice as long each time, a minute at most, or as long as the server asks for, up to
   * five.
   */
  readonly begin: (reason: unknown) => void
  /** All is well again. */
  readonly end: () => void
}

/** Choices of pixkit. */
const FIRST_MS = 1_000
const LONGEST_MS = 60_000
const LONGEST_RETRY_AFTER_MS = 300_000

/** @param free - So many failures begin none yet. */
export function pauseAfterFailures(clock: () => number, free = 0): Pause {
  let failures = 0
  let since = 0
  let forMs = 0
  let reason: unknown
  return {
    get reason() {
      return reason
    },
    get isOn() {
      return failures > free && isWithin(clock() - since, forMs)
    },
    begin(why) {
      const asked = isPixkitHttpError(why) ? Math.min(why.retryAfterMs ?? 0, LONGEST_RETRY_AFTER_MS) : 0
      since = clock()
      forMs = Math.max(asked, Math.min(FIRST_MS * 2 ** (failures - free), LONGEST_MS))
      failures += 1
      reason = why
    },
    end() {
      failures = 0
      reason = undefined
    },
  }
}

/** Under 0 the clock was set back: nobody knows how long ago it was. */
export function isWithin(elapsedMs: number, limitMs: number): boolean {
  return elapsedMs >= 0 && elapsedMs < limitMs
}
