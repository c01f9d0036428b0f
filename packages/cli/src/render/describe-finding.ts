/**
 * Findings of a diagnosis, in lines for people.
 *
 * @module
 */
import type { Finding } from '@pixkit/certs'
import { formatMessage, type Issue } from '@pixkit/core/issue'
import { certHint } from '../internal/cert/wording.ts'
import { fill } from '../internal/fill.ts'
import { remedyOf } from '../internal/remedy-of.ts'
import type { Language } from '../language.ts'
import { issueLines } from './issue-lines.ts'
import type { Screen } from './screen.ts'
import { visible } from './visible.ts'
import { wrapWords } from './wrap.ts'

/** What was found, its code, and what to do. */
export function describeFinding(finding: Finding, screen: Screen): string[] {
  const { language } = screen
  const { code, severity } = finding
  const sentence = sentenceOf(finding, language)
  return issueLines({ severity, code, sentence, remedy: remedyOfFinding(finding, language) }, screen)
}

/** Sentences of a diagnosis name their files; those of the reader and of chains go behind the name. */
function sentenceOf(finding: Finding, language: Language): string {
  const message = formatMessage(finding, language.messages)
  const [file] = finding.path
  const isNamed = file === undefined || finding.code.startsWith('CERTS_FOUND_') || message.includes(file)
  return isNamed ? message : `${file}: ${message}`
}

/** The remedy, and how to give this command what is missing. */
export function remedyOfFinding(finding: Finding, language: Language): string {
  const remedy = remedyOf(finding, language)
  const hint = certHint(finding)
  return hint === undefined ? remedy : `${remedy} ${language.texts[hint]}`
}

/** The copies that were written, or that could be. */
export function describeFixes(
  files: readonly string[],
  findings: readonly Finding[],
  isAsked: boolean,
  screen: Screen,
): string[] {
  const { proseColumns, language } = screen
  const { doctorFixed, hintAfterFix, hintFix } = language.texts
  const written = files.map((file) => screen.style('green', `✓ ${fill(doctorFixed, { file: visible(file) })}`))
  const isFixable = findings.some(({ fix }) => fix !== undefined)
  const hint = written.length > 0 ? hintAfterFix : !isAsked && isFixable ? hintFix : undefined
  return [...written, ...(hint === undefined ? [] : [...wrapWords(hint, proseColumns), ''])]
}

/** One line about all of them. */
export function describeVerdict(findings: readonly Finding[], issues: readonly Issue[], screen: Screen): string {
  const { texts } = screen.language
  const count = findings.filter(({ severity }) => severity === 'error').length + issues.length
  if (count === 0) return screen.style('green', `✓ ${texts.doctorFine}`)
  return screen.style('red', `✗ ${fill(texts.doctorErrors, { count })}`)
}
