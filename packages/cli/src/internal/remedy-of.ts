/**
 * What to do about a finding.
 *
 * @module
 */
import { formatMessage, type Issue } from '@pixkit/core/issue'
import type { Language } from '../language.ts'
import { fill } from './fill.ts'

/** The remedy of the catalogue, behind "did you mean …?" where there is a near miss. */
export function remedyOf(issue: Pick<Issue, 'code' | 'path' | 'params'>, language: Language): string {
  const remedy = formatMessage(issue, language.remedies)
  return 'suggestion' in issue.params ? `${fill(language.texts.didYouMean, issue.params)} ${remedy}` : remedy
}
