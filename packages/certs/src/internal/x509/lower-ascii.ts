/**
 * Lower case for names that are ASCII.
 *
 * @module
 */

/** Leaves everything but A to Z alone; `toLowerCase` would make an ASCII k of the Kelvin sign. */
export function lowerAscii(text: string): string {
  return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())
}
