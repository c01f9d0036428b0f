/**
 * The clock that a caller gives, and how far it may be wrong.
 *
 * @module
 */

/** Seconds. */
export const DEFAULT_TOLERANCE_S = 30
const MAX_TOLERANCE_S = 300
/** In milliseconds since 1970 this is the year 1973, in seconds the year 5138: smaller numbers are seconds. */
const FIRST_MS = 1e11
/** The last instant that a `Date` can be. */
const LAST_MS = 8.64e15

/** @throws {TypeError} `now` is no number of milliseconds since 1970, or one of seconds. */
export function assertNow(now: unknown): void {
  if (typeof now === 'number' && now >= FIRST_MS && now <= LAST_MS) return
  throw new TypeError('"now" must be milliseconds (not seconds) since 1970, such as Date.now()')
}

/** @throws {TypeError} It is out of bounds. */
export function assertTolerance(seconds: unknown): void {
  if (typeof seconds === 'number' && seconds >= 0 && seconds <= MAX_TOLERANCE_S) return
  throw new TypeError(`"clockToleranceSeconds" must be seconds, 0 to ${MAX_TOLERANCE_S}`)
}

/** The last instant that is not in the future for sure. */
export function latestNow({
  now,
  clockToleranceSeconds = DEFAULT_TOLERANCE_S,
}: {
  readonly now: number
  readonly clockToleranceSeconds?: number | undefined
}): number {
  return now + clockToleranceSeconds * 1000
}
