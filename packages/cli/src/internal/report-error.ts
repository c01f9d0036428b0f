/**
 * A refusal on standard error, or as JSON on standard output.
 *
 * @module
 */
import { formatMessage, type Issue } from '@pixkit/core/issue'
import type { Language } from '../language.ts'
import type { Screen } from '../render/screen.ts'
import { visible } from '../render/visible.ts'
import { hang, wrapWords } from '../render/wrap.ts'
import type { Io } from '../io.ts'
import { writeLines } from './command.ts'
import { remedyOf } from './remedy-of.ts'
import { stringify } from './stringify.ts'
import { jsonIssue } from './json-issue.ts'

/** Writes refusals as one JSON document; `name` puts what people call a path in the sentence. */
export function reportJson(
  io: Io,
  issues: readonly Issue[],
  language: Language,
  name: (issue: Issue) => Issue = same,
): void {
  const documents = issues.map((issue) => ({ ...jsonIssue(name(issue), language), path: issue.path }))
  io.stdout.write(stringify({ ok: false, issues: documents }))
}

/** Writes refusals for people. */
export function reportText(
  io: Io,
  issues: readonly Issue[],
  screen: Screen,
  name: (issue: Issue) => Issue = same,
): void {
  const { language } = screen
  const columns = screen.proseColumns
  for (const original of issues) {
    const issue = name(original)
    const severity = `${language.texts.error}: `
    const indent = severity.length
    const path = issue.path.join('-')
    const message = formatMessage(issue, language.messages)
    const sentence = path === '' || message.includes(path) ? message : `${path}: ${message}`
    const lines = wrapWords(visible(sentence), columns - indent).map((line) => screen.style('bold', line))
    writeLines(io.stderr, [
      ...hang(screen.style('red', severity), lines, indent),
      ...hang('  → ', wrapWords(visible(remedyOf(issue, language)), columns - 4), 4),
    ])
  }
}

function same(issue: Issue): Issue {
  return issue
}
