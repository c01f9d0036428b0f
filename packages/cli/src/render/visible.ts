/**
 * Text from outside, made safe and measurable for a terminal.
 *
 * @module
 */

/**
 * What a terminal would obey, hide, reorder or stack: controls, formats (bidi, zero width), surrogates, private and unassigned
 * characters, line separators, spaces other than U+0020, combining marks, invisible letters and right-to-left scripts. The
 * backslash is escaped too, so that what is shown can be told from what was escaped.
 */
const UNSAFE =
  /[\p{C}\p{Zl}\p{Zp}\p{M}\\\u115f\u1160\u2800\u3164\uffa0\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]|(?! )\p{Zs}/u
const UNSAFE_ALL = new RegExp(UNSAFE.source, 'gu')
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u
const ASCII = /^[ -~]*$/

/** One character as it is shown. */
export interface Cell {
  readonly text: string
  readonly width: number
  /** UTF-16 units it takes in the original. */
  readonly units: number
}

/** Writes what must not reach a terminal as `\u{1b}`; the rest stays as it is. */
export function visible(text: string): string {
  return text.replace(UNSAFE_ALL, escape)
}

/** Characters of a text as they are shown, one by one. */
export function cellsOf(text: string): Cell[] {
  return Array.from(text, (character) => {
    const shown = UNSAFE.test(character) ? escape(character) : character
    return { text: shown, width: widthOf(shown), units: character.length }
  })
}

/** Columns that a text takes in a terminal, given that it is visible text. */
export function widthOf(text: string): number {
  if (ASCII.test(text)) return text.length
  let width = 0
  for (const character of text) width += WIDE.test(character) ? 2 : 1
  return width
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}

function escape(character: string): string {
  return character === '\\' ? '\\\\' : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
}
