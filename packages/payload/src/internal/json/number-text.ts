/**
 * How a number is written, which its double does not tell.
 *
 * @module
 */
import type { Path } from '@pixkit/core/issue'
import { walkJson } from './walk-json.ts'

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
