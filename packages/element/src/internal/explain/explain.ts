/**
 * What is wrong with a code, in sentences.
 *
 * @module
 */
import type { BrCodeErrorCode } from '@pixkit/brcode/codes'
import { formatMessage, type Issue, type Messages } from '@pixkit/core/issue'
import { visibleText } from '../visible-text.ts'

export interface Sentence {
  /** What is wrong. */
  readonly defect: string
  /** What to do about it. */
  readonly remedy: string
}

export type Explain = (errors: readonly Issue<BrCodeErrorCode>[]) => Sentence[]

/** Explains in the language of a catalogue. */
export function explainBy(messages: Messages, remedies: Messages): Explain {
  return (errors) =>
    errors.map((issue) => ({
      defect: asSentence(formatMessage(issue, messages)),
      remedy: visibleText(formatMessage(issue, remedies)),
    }))
}

/** Catalogues hold clauses, so that programs can build them in. */
function asSentence(clause: string): string {
  const text = visibleText(clause)
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
