/**
 * The time of a sandbox: that of the machine, until somebody moves it.
 *
 * @module
 */

export interface SandboxClock {
  /** Milliseconds since 1970. */
  now(): number
  /**
   * Lets time pass: everything that falls due on the way happens, in its order.
   *
   * @param by - `'90s'`, `'15m'`, `'36h'`, `'2d'`, or milliseconds.
   */
  advance(by: string | number): Promise<void>
  /** Goes to an instant that is not past: RFC 3339, or milliseconds since 1970. */
  set(instant: string | number): Promise<void>
}
