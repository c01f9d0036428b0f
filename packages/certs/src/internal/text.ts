/**
 * What a text may hold that goes into a file.
 *
 * @module
 */

/** `String.prototype.isWellFormed`, which is younger than ES2023. */
export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text)
}

/** Whether a text is whole characters, none of which controls a terminal. */
export function isPlain(text: string): boolean {
  return isWellFormed(text) && !/\p{Control}/u.test(text)
}
