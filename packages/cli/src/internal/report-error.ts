/**
 * A refusal on standard error, or as JSON on standard output.
 *
 * @module
 */
import { formatMessage, type Issue } from '@pixkit/core/issue'
import type { Language } from '../language.ts'
import type { Screen } from '../render/screen.ts'
import type { Texts } from '../texts/texts.ts'
import { issueLines } from '../render/issue-lines.ts'
import type { Io } from '../io.ts'
import { type Context, writeLines } from './command.ts'
import { remedyOf } from './remedy-of.ts'
import { stringify } from './stringify.ts'
import { type JsonIssue, jsonIssue } from './json-issue.ts'

/** How a command speaks of its issues. */
export interface Wording {
  /** Puts what people call a path in the sentence. */
  readonly name?: ((issue: Issue) => Issue) | undefined
  /** What to do besides the remedy of the catalogue. */
  readonly hint?: ((issue: Issue) => keyof Texts | undefined) | undefined
}

/**
 * Writes refusals as the call asks for them.
 *
 * @returns Exit code: 1, the thing is bad.
 */
export function refuse(context: Context, issues: readonly Issue[], wording: Wording = {}): 1 {
  if (context.json) reportJson(context.io, issues, context.language, wording)
  else reportText(context.io, issues, context.stderr, wording)
  return 1
}

/** Writes refusals as one JSON document. */
export function reportJson(io: Io, issues: readonly Issue[], language: Language, wording: Wording = {}): void {
  io.stdout.write(stringify({ ok: false, issues: jsonIssues(issues, language, wording) }))
}

/** Issues with their sentences; `path` stays that of the field, whatever the sentence calls it. */
export function jsonIssues(issues: readonly Issue[], language: Language, wording: Wording): JsonIssue[] {
  return issues.map((issue) => ({
    ...jsonIssue(named(issue, wording), language),
    path: issue.path,
    remedy: remedyWith(issue, language, wording),
  }))
}

/** Writes refusals and warnings for people. */
export function reportText(io: Io, issues: readonly Issue[], screen: Screen, wording: Wording = {}): void {
  const { language } = screen
  for (const original of issues) {
    const issue = named(original, wording)
    const path = issue.path.join('-')
    const message = formatMessage(issue, language.messages)
    const sentence = path === '' || message.includes(path) ? message : `${path}: ${message}`
    const remedy = remedyWith(original, language, wording)
    writeLines(io.stderr, issueLines({ severity: issue.severity, sentence, remedy }, screen))
  }
}

function named(issue: Issue, { name }: Wording): Issue {
  return name === undefined ? issue : name(issue)
}

function remedyWith(issue: Issue, language: Language, wording: Wording): string {
  const hint = wording.hint?.(issue)
  const remedy = remedyOf(named(issue, wording), language)
  return hint === undefined ? remedy : `${remedy} ${language.texts[hint]}`
}
