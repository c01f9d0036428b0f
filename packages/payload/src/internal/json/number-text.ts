/**
 * How a number is written, which its double does not tell.
 *
 * @module
 */
import type { Path } from '@pixkit/core/issue'
import { walkJson } from './walk-json.ts'

/** A number with a fraction or an exponent, or what looks like one in a text. */
const FRACTION = /[:[,]\s*-?\d+[.eE]/

/**
 * Finds the first number of a document that a double holds as a whole one, and that is not written so: `0.99999999999999999999`
 * and `36e2`.
 *
 * @param bytes - JSON that was read.
 * @returns Its path.
 */
export function oddIntegerIn(bytes: Uint8Array): Path | undefined {
  const text = new TextDecoder().decode(bytes)
  if (!FRACTION.test(text)) return undefined
  let found: Path | undefined
  walkJson(text, {
    number: (written, place) => {
      if (/^-?\d+$/.test(written) || !Number.isInteger(Number(written))) return false
      found = [...place()]
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
