/**
 * What is wrong with a code, in sentences: loaded only where a code is bad.
 *
 * @module
 */
import type { BrCodeErrorCode } from '@pixkit/brcode/codes'
import type { Issue } from '@pixkit/core/issue'
import type { Explain, Sentence } from './explain/explain.ts'
import { type Language, textsOf } from './language.ts'

/** Literal specifiers, so that a bundler puts each language into a file of its own. */
const LANGUAGES: Readonly<Record<Language, () => Promise<{ readonly explain: Explain }>>> = {
  en: () => import('./explain/en.ts'),
  'pt-BR': () => import('./explain/pt-br.ts'),
}

/** The sentences about the errors among the issues; never rejects. */
export async function sentencesOf(
  issues: readonly Issue<BrCodeErrorCode>[],
  language: Language,
  load: () => Promise<{ readonly explain: Explain }> = LANGUAGES[language],
): Promise<Sentence[]> {
  const errors = issues.filter(({ severity }) => severity === 'error')
  try {
    return (await load()).explain(errors)
  } catch {
    return [{ defect: textsOf(language).unexplained, remedy: errors.map(({ code }) => code).join(', ') }]
  }
}
