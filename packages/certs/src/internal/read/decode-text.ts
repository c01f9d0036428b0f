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
 * @returns The text without its mark.
 */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes)
}

/** Whether a text is in UTF-16, or in UTF-8 behind a byte order mark. */
export function isMarked(bytes: Uint8Array): boolean {
  const [first, second, third] = bytes
  return encodingOf(bytes) !== 'utf-8' || (first === 0xef && second === 0xbb && third === 0xbf)
}

function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const isLittleEndian = (first === 0xff && second === 0xfe) || (first !== 0 && second === 0)
  if (isLittleEndian) return 'utf-16le'
  const isBigEndian = (first === 0xfe && second === 0xff) || (first === 0 && second !== 0 && second !== undefined)
  return isBigEndian ? 'utf-16be' : 'utf-8'
}

/** Takes off what a variable of the environment or a shell leaves around a value. */
export function trimText(text: string): string {
  const trimmed = text.trim()
  const quote = trimmed[0]
  const isQuoted = (quote === '"' || quote === "'" || quote === '`') && trimmed.length > 1 && trimmed.endsWith(quote)
  return isQuoted ? trimmed.slice(1, -1).trim() : trimmed
}
