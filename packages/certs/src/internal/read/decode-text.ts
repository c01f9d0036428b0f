/**
 * Finds the text in bytes.
 *
 * @module
 */

/**
 * Decodes UTF-8 and UTF-16, with or without the mark at the beginning; other octets become U+FFFD, outside the blocks harmless.
 *
 * PowerShell's `>` writes UTF-16 with a mark.
 *
 * @returns The text without white space, marks and quotes around it.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes
  const isUtf16le = (first === 0xff && second === 0xfe) || (first !== 0 && second === 0)
  const isUtf16be = (first === 0xfe && second === 0xff) || (first === 0 && second !== 0 && second !== undefined)
  const encoding = isUtf16le ? 'utf-16le' : isUtf16be ? 'utf-16be' : 'utf-8'
  return trimText(new TextDecoder(encoding).decode(bytes))
}

/** Takes off what a variable of the environment or a shell leaves around a value. */
export function trimText(text: string): string {
  const trimmed = text.trim()
  const quote = trimmed[0]
  const isQuoted = (quote === '"' || quote === "'" || quote === '`') && trimmed.length > 1 && trimmed.endsWith(quote)
  return isQuoted ? trimmed.slice(1, -1).trim() : trimmed
}
