/**
 * How the facts of profiles are written down.
 *
 * @module
 */
import type { Fact } from '../profile.ts'

/** What the bank's own documentation says, with nothing against it. */
export const confirmed = <const Value>(value: Value, source: string): Fact<Value> => ({
  value,
  source,
  confirmed: true,
})

/** What others say of the bank, or what sources disagree on. */
export const unconfirmed = <const Value>(value: Value, source: string): Fact<Value> => ({
  value,
  source,
  confirmed: false,
})
