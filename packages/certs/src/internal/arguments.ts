/**
 * Arguments of public functions: a wrong type is a bug of the caller, a wrong value an error with a code.
 *
 * @module
 */
import type { PixkitError } from '@pixkit/core/error'
import type { Path } from '@pixkit/core/issue'
import { failure } from './failure.ts'

/**
 * Checks a numeric option.
 *
 * @throws {TypeError} `value` is no number.
 * @throws {PixkitError} `CERTS_OPTION_INVALID`: not an integer from `min` to `max`.
 */
export function assertInteger(value: number, min: number, max: number, option: string): void {
  if (typeof value !== 'number') throw new TypeError(`"${option}" must be a number, got ${typeof value}`)
  if (!(Number.isInteger(value) && value >= min && value <= max)) throw invalid([option], `${min}…${max}`)
}

/**
 * Checks an option that is one of a few words.
 *
 * @throws {PixkitError} `CERTS_OPTION_INVALID`.
 */
export function assertChoice(value: string, choices: readonly string[], option: string): void {
  if (!choices.includes(value)) throw invalid([option], choices.join(', '))
}

/** @throws {TypeError} `value` is no object. */
export function assertObject(value: unknown, name: string): void {
  if (typeof value !== 'object' || value === null) {
    throw new TypeError(`"${name}" must be an object, got ${value === null ? 'null' : typeof value}`)
  }
}

/** @param expected - In no language: a range, words, a pattern. */
export function invalid(path: Path, expected: string): PixkitError<'CERTS_OPTION_INVALID'> {
  return failure('CERTS_OPTION_INVALID', { expected }, path)
}
