/**
 * Limits what a file can make the machine do: rounds of key derivation, and objects.
 *
 * @module
 */
import { failure } from '../failure.ts'

/** A file with more certificates and keys than this is no file for one client. */
const MAX_OBJECTS = 2_000

export interface Budget {
  /**
   * Takes rounds of hashing out of what is left, before they are made.
   *
   * @throws {PixkitError} `CERTS_ITERATIONS_TOO_MANY`.
   */
  spend(rounds: number): void
  /** Whether this many rounds are left. */
  allows(rounds: number): boolean
  /**
   * Counts a certificate, a key, a request or a part that holds some.
   *
   * @param objects - More than one for what takes as long as so many; 1 by default.
   * @throws {PixkitError} `CERTS_OBJECTS_TOO_MANY`.
   */
  count(objects?: number): void
}

/** @param max - Rounds of one call, summed over all parts of the file and all attempts. */
export function createBudget(max: number): Budget {
  let spent = 0
  let objects = 0
  return {
    spend(rounds) {
      spent += rounds
      if (spent > max) {
        throw failure('CERTS_ITERATIONS_TOO_MANY', { found: Math.min(spent, Number.MAX_SAFE_INTEGER), max })
      }
    },
    allows: (rounds) => spent + rounds <= max,
    count(more = 1) {
      objects += more
      if (objects > MAX_OBJECTS) throw failure('CERTS_OBJECTS_TOO_MANY', { max: MAX_OBJECTS })
    },
  }
}
