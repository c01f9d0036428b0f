/**
 * Text of a code, made safe to stand on somebody's page.
 *
 * @module
 */

/** What hides, reorders or stacks: controls, formats (bidi, zero width), unassigned characters, separators, loose marks. */
const UNSAFE = /[\p{C}\p{M}\p{Zl}\p{Zp}]/gu

/** Composes a text, leaves out what could hide or reorder what stands around it, and the white space at its ends. */
export function visibleText(text: string): string {
  return text.normalize().replace(UNSAFE, '').trim()
}
