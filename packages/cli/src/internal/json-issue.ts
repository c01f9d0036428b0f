/**
 * Findings as JSON, with their sentences.
 *
 * @module
 */
import { formatMessage, type Issue, type Params, type Path, type Severity } from '@pixkit/core/issue'
import type { Language } from '../language.ts'
import { remedyOf } from './remedy-of.ts'

export interface JsonIssue<Level extends string = Severity> {
  readonly code: string
  readonly severity: Level
  readonly path: Path
  readonly offset?: number | undefined
  readonly params: Params
  readonly message: string
  readonly remedy: string
}

export function jsonIssue<Level extends string>(
  issue: Omit<Issue, 'severity'> & { readonly severity: Level },
  language: Language,
): JsonIssue<Level> {
  const { code, severity, path, offset, params } = issue
  return {
    code,
    severity,
    path,
    offset,
    params,
    message: formatMessage(issue, language.messages),
    remedy: remedyOf(issue, language),
  }
}
