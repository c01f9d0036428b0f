/**
 * How a number is written, which its double does not tell.
 *
 * @module
 */
import type { Path } from '@pixkit/core/issue'
import { walkJson } from './walk-json.ts'

/** A member that is a number with a fraction or an exponent, or what looks like one in a text. */
const FRACTION = /"\s*:\s*-?\d+[.eE]/

/**
 * Finds a member that is to be a whole number and is written as another: `0.99999999999999999999` and `36e2` are whole only as
 * doubles.
 *
 * @param text - JSON that was read.
 * @param names - Of such members.
 */
export function findFraction(text: string, names: ReadonlySet<string>): Path | undefined {
  if (!FRACTION.test(text)) return undefined
  let found: Path | undefined
  walkJson(text, {
    number: (written, place) => {
      const path = place()
      if (/^-?\d+$/.test(written) || !names.has(String(path.at(-1)))) return false
      found = path
      return true
    },
  })
  return found
}

/**
 * Finds the number at a path: `10.0999999999999999999999` and `1E-1` are not what the payer would be shown.
 *
 * @param bytes - JSON that was read.
 * @returns The number as it is written; `undefined` when there is none.
 */
export function numberTextAt(bytes: Uint8Array, path: Path): string | undefined {
  let found: string | undefined
  walkJson(new TextDecoder().decode(bytes), {
    number: (written, place) => {
      if (!isSame(place(), path)) return false
      found = written
      return true
    },
  })
  return found
}

function isSame(one: Path, other: Path): boolean {
  return one.length === other.length && one.every((step, index) => step === other[index])
}
