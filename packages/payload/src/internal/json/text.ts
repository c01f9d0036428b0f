/**
 * Steps through a JSON text that a parser has accepted.
 *
 * @module
 */

const BACKSLASH = 0x5c
const SPACE = 0x20

/** Index behind the quote that closes the string opened at `start`. */
export function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1)
  return end + 1
}

/** Index of the first character from `start` that is no white space. */
export function skipSpace(text: string, start: number): number {
  let at = start
  // Nothing else between the tokens is at or below U+0020; behind the end there is NaN.
  while (text.charCodeAt(at) <= SPACE) at += 1
  return at
}

function isEscaped(text: string, quote: number): boolean {
  let first = quote
  while (text.charCodeAt(first - 1) === BACKSLASH) first -= 1
  return (quote - first) % 2 === 1
}
