/**
 * What is wrong with a code, in sentences: loaded only where a code is bad.
 *
 * @module
 */
import type { BrCodeErrorCode } from '@pixkit/brcode/codes'
import { formatMessage, type Issue, type Messages } from '@pixkit/core/issue'
import { type Language, textsOf } from './language.ts'
import { visibleText } from './visible-text.ts'

export interface Sentence {
  /** What is wrong. */
  readonly defect: string
  /** What to do about it. */
  readonly remedy: string
}

interface Catalogue {
  readonly messages: Messages
  readonly remedies: Messages
}

/** Literal specifiers, so that a bundler puts each language into a file of its own. */
const CATALOGUES: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: () => import('@pixkit/brcode/messages/en'),
  'pt-BR': () => import('@pixkit/brcode/messages/pt-br'),
}

/** The sentences about the errors among the issues; never rejects. */
export async function sentencesOf(
  issues: readonly Issue<BrCodeErrorCode>[],
  language: Language,
  load: () => Promise<Catalogue> = CATALOGUES[language],
): Promise<Sentence[]> {
  const errors = issues.filter(({ severity }) => severity === 'error')
  try {
    const { messages, remedies } = await load()
    return errors.map((issue) => ({
      defect: asSentence(formatMessage(issue, messages)),
      remedy: visibleText(formatMessage(issue, remedies)),
    }))
  } catch {
    return [{ defect: textsOf(language).unexplained, remedy: errors.map(({ code }) => code).join(', ') }]
  }
}

/** Catalogues hold clauses, so that programs can build them in. */
function asSentence(clause: string): string {
  const text = visibleText(clause)
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
