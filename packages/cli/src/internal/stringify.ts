/**
 * JSON that a terminal can be shown.
 *
 * @module
 */

/** What `JSON.stringify` leaves as it is and a terminal would obey, hide or reorder. */
const UNSAFE = /[\p{C}\p{Zl}\p{Zp}]/gu

/** Writes a document with line breaks; controls and formats stand as `\u` escapes, so it says the same to a program. */
export function stringify(document: unknown): string {
  const escaped = (character: string): string =>
    character === '\n'
      ? character
      : Array.from({ length: character.length }, (_, index) => unit(character, index)).join('')
  return `${JSON.stringify(document, null, 2).replace(UNSAFE, escaped)}\n`
}

function unit(character: string, index: number): string {
  return `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`
}
