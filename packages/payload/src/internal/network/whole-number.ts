/**
 * Options that count.
 *
 * @module
 */

/** @throws {TypeError} `value` is no whole number from `min` to `max`. */
export function wholeNumber(name: string, value: number, min: number, max: number): number {
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new TypeError(`"${name}" must be a whole number from ${min} to ${max}`)
  }
  return value
}
