/**
 * Lines that fit.
 *
 * @module
 */
import { widthOf } from './visible.ts'

/** Breaks a sentence at spaces; words that are too long for a line are cut. */
export function wrapWords(text: string, width: number): string[] {
  if (width === Infinity) return [text]
  const lines: string[] = []
  let words: string[] = []
  let used = -1
  const close = (): void => {
    if (words.length > 0) lines.push(words.join(' '))
    words = []
    used = -1
  }
  for (const word of text.split(' ')) {
    const size = widthOf(word)
    if (used + 1 + size > width) close()
    const pieces = size > width ? wrapCharacters(word, width) : [word]
    const last = pieces.pop() ?? ''
    lines.push(...pieces)
    words.push(last)
    used += 1 + (pieces.length > 0 ? widthOf(last) : size)
  }
  return [...lines, words.join(' ')]
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
