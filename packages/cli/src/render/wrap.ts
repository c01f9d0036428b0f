/**
 * Lines that fit.
 *
 * @module
 */
import { widthOf } from './visible.ts'

/** Breaks a sentence at spaces; words that are too long for a line are cut. */
export function wrapWords(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (widthOf(longer) <= width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    const pieces = wrapCharacters(word, width)
    line = pieces.pop() ?? ''
    lines.push(...pieces)
  }
  return [...lines, line]
}

/** Breaks a value wherever the line ends. */
export function wrapCharacters(text: string, width: number): string[] {
  if (widthOf(text) <= width) return [text]
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const character of text) {
    const size = widthOf(character)
    if (used + size > width && line !== '') {
      lines.push(line)
      line = ''
      used = 0
    }
    line += character
    used += size
  }
  return [...lines, line]
}

/** Puts the first line behind a head and indents the others by as much. */
export function hang(head: string, lines: readonly string[], indent: number): string[] {
  return lines.map((line, index) => (index === 0 ? head : ' '.repeat(indent)) + line)
}
