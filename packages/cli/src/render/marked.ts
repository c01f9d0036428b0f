/**
 * Lines with a tick or a cross.
 *
 * @module
 */
import type { Screen, Style } from './screen.ts'
import { visible } from './visible.ts'
import { hang, wrapWords } from './wrap.ts'

export type Outcome = 'passed' | 'warned' | 'failed' | 'not-checked'

const MARKS: Readonly<Record<Outcome, readonly [mark: string, style: Style]>> = {
  passed: ['✓', 'green'],
  warned: ['!', 'yellow'],
  failed: ['✗', 'red'],
  'not-checked': ['-', 'dim'],
}
const INDENT = 2

/** How a step went. */
export function marked(outcome: Outcome, sentence: string, screen: Screen): string[] {
  const [mark, style] = MARKS[outcome]
  return withMark(screen.style(style, mark), sentence, screen)
}

/** A sentence behind any mark of one character. */
export function withMark(mark: string, sentence: string, screen: Screen): string[] {
  return hang(`${mark} `, wrapWords(visible(sentence), screen.proseColumns - INDENT), INDENT)
}
