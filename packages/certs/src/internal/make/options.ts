/**
 * Checks of options that several functions have.
 *
 * @module
 */
import { randomBytes } from 'node:crypto'
import type { RandomSource } from '@pixkit/core/txid'
import type { Path } from '@pixkit/core/issue'
import { failure } from '../failure.ts'

/** 9999-12-31T23:59:59Z: there is no later moment in a certificate. @see RFC 5280, section 4.1.2.5 */
export const LAST_MOMENT = 253_402_300_799_000

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

/** The current second, or the one that was given. @throws {PixkitError} `CERTS_OPTION_INVALID`. */
export function readNow(now: number = Date.now()): number {
  assertInteger(Math.floor(now), 0, LAST_MOMENT, 'now')
  return Math.floor(now / 1000) * 1000
}

/** Random octets of the source that was given, or of `node:crypto`. @throws {TypeError} The source returns something else. */
export function randomOctets(length: number, random: RandomSource = randomBytes): Uint8Array {
  const bytes: unknown = random(length)
  if (!(bytes instanceof Uint8Array) || bytes.length !== length) {
    throw new TypeError(`"random" must return a Uint8Array of ${length} bytes`)
  }
  return bytes
}

/** @param expected - In no language: a range, words, a pattern. */
export function invalid(path: Path, expected: string): Error {
  return failure('CERTS_OPTION_INVALID', { expected }, path)
}
