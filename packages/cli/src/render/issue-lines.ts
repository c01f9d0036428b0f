/**
 * One thing that is wrong, and what to do, in lines for people.
 *
 * @module
 */
import type { Severity } from '@pixkit/core/issue'
import type { Screen, Style } from './screen.ts'
import { visible } from './visible.ts'
import { hang, wrapWords } from './wrap.ts'

const STYLES: Readonly<Record<Severity | 'info', Style>> = { error: 'red', warning: 'yellow', info: 'cyan' }
const ARROW = '  → '

export interface ShownIssue {
  readonly severity: Severity | 'info'
  readonly sentence: string
  readonly remedy: string
  /** Shown only where people look it up. */
  readonly code?: string | undefined
}

export function issueLines({ severity, sentence, remedy, code }: ShownIssue, screen: Screen): string[] {
  const { language, proseColumns } = screen
  const head = `${language.texts[severity]}: `
  const lines = wrapWords(visible(sentence), proseColumns - head.length).map((line) => screen.style('bold', line))
  return [
    ...hang(screen.style(STYLES[severity], head), lines, head.length),
    ...(code === undefined ? [] : [`  ${screen.style('dim', code)}`]),
    ...hang(ARROW, wrapWords(visible(remedy), proseColumns - ARROW.length), ARROW.length),
  ]
}
