/**
 * Texts of which a bank shows a part.
 *
 * @module
 */

const MASK = /[*•#]+/

/**
 * Whether a text may be the one of which stars hide a part, however many characters each star stands for.
 *
 * @returns `undefined` when nothing is hidden.
 */
export function mayBeUnderMask(text: string, masked: string): boolean | undefined {
  const parts = masked.split(MASK)
  if (parts.length === 1) return undefined
  let from = 0
  for (const part of parts) {
    const at = text.indexOf(part, from)
    if (at < 0) return false
    from = at + part.length
  }
  return text.startsWith(parts[0] ?? '') && text.endsWith(parts.at(-1) ?? '')
}
