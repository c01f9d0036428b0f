/**
 * No more renewals than a bank bears, where each token is refused soon after it came, and the next one accepted.
 *
 * @module
 */
import { isWithin } from './pause.ts'

export interface RenewalCeiling {
  /** Whether it is too soon for one more. */
  readonly isOn: boolean
  /** One more. */
  note(): void
}

/** So many young tokens refused are a matter of the bank, or of another process that ends them. Choice of pixkit. */
export const MANY_YOUNG = 5

/** Choices of pixkit. */
const WITHIN_MS = 60_000
const APART_MS = 2_000

export function renewalCeiling(clock: () => number): RenewalCeiling {
  let recent: readonly number[] = []
  return {
    get isOn() {
      const [first, last] = [recent.at(-MANY_YOUNG), recent.at(-1)]
      if (first === undefined || last === undefined) return false
      const now = clock()
      return isWithin(now - first, WITHIN_MS) && isWithin(now - last, APART_MS)
    },
    note() {
      recent = [...recent, clock()].slice(-MANY_YOUNG)
    },
  }
}
