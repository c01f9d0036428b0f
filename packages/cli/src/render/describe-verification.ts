/**
 * A verification in lines for people: its steps, what was proven, what remains.
 *
 * @module
 */
import { formatMessage, type Issue } from '@pixkit/core/issue'
import type { Proof, StepReport } from '@pixkit/payload'
import { fill } from '../internal/fill.ts'
import { remedyOf } from '../internal/remedy-of.ts'
import type { Proven } from '../internal/verify/proven.ts'
import { describeCode } from './describe-code.ts'
import { describePayload } from './describe-payload.ts'
import { issueLines } from './issue-lines.ts'
import { marked, withMark } from './marked.ts'
import { layRows } from './rows.ts'
import type { Screen, Style } from './screen.ts'

/** Each step with a tick or a cross; of a composite code the two parts under their names. */
export function describeSteps(steps: readonly StepReport[], screen: Screen): string[] {
  const { texts } = screen.language
  const subjects = [...new Set(steps.map(({ subject }) => subject))]
  return subjects.flatMap((subject) => [
    ...(subjects.length > 1 && subject !== undefined ? [screen.style('bold', texts[subject])] : []),
    ...steps.filter((step) => step.subject === subject).flatMap((step) => describeStep(step, screen)),
    '',
  ])
}

/** What was proven by it, or what was found instead. */
function describeStep({ step, outcome, issues }: StepReport, screen: Screen): string[] {
  const { messages, steps, texts } = screen.language
  const proven = outcome === 'not-checked' ? `${steps[step]}: ${texts.verifyNotChecked}` : steps[step]
  const sentences = issues.length > 0 ? issues.map((issue) => formatMessage(issue, messages)) : [proven]
  return sentences.flatMap((sentence) => marked(outcome, sentence, screen))
}

/**
 * What was proven, by whose signature, and what is left to do.
 *
 * @param now - Moment of the verification.
 */
export function describeProven(proven: Proven, steps: readonly StepReport[], now: number, screen: Screen): string[] {
  const { offerLost, parts, remaining, unsigned } = proven
  const { texts } = screen.language
  const todo = remaining.flatMap((check) => withMark('·', screen.language.remaining[check], screen))
  const others = [...warningsBeside(proven, steps), ...(offerLost === undefined ? [] : [offerLost])]
  return [
    ...(unsigned === undefined ? [] : [...describeCode(unsigned, screen), '']),
    ...parts.flatMap((part) => [...describePayload(part, now, screen), '', ...proofRows(part.proof, screen), '']),
    ...others.flatMap((issue) => [...warningLines(issue, issue === offerLost, screen), '']),
    ...(todo.length === 0 ? [] : [screen.style('bold', texts.verifyRemaining), ...todo, '']),
    ...describeVerdict(proven, screen),
  ]
}

/** Those of no step: of the code, or of two payloads together. */
function warningsBeside({ warnings }: Proven, steps: readonly StepReport[]): readonly Issue[] {
  const shown = new Set<unknown>(steps.flatMap(({ issues }) => issues))
  return warnings.filter((warning) => !shown.has(warning))
}

function warningLines(issue: Issue, losesOffer: boolean, screen: Screen): string[] {
  const { language } = screen
  const { code } = issue
  const reason = formatMessage(issue, language.messages)
  const sentence = losesOffer ? fill(language.texts.verdictOfferLost, { reason }) : reason
  return issueLines({ severity: 'warning', sentence, remedy: remedyOf(issue, language), code }, screen)
}

/** Why nothing is shown, what to do, and how far it came. */
export function describeRefusal(refusal: Issue, steps: readonly StepReport[], screen: Screen): string[] {
  const { language } = screen
  const { code } = refusal
  const sentence = formatMessage(refusal, language.messages)
  return [
    ...issueLines({ severity: 'error', sentence, remedy: remedyOf(refusal, language), code }, screen),
    '',
    ...inColour('red', withMark('✗', language.texts[refusalOf(refusal, steps)], screen), screen),
  ]
}

function refusalOf(
  { code }: Issue,
  steps: readonly StepReport[],
): 'verdictUnreachable' | 'verdictRefusedSigned' | 'verdictNotVerified' {
  if (code.startsWith('HTTP_')) return 'verdictUnreachable'
  const failed = steps.at(-1)
  const isSigned = steps.some(
    ({ step, outcome, subject }) => step === 'SIGNATURE' && outcome === 'passed' && subject === failed?.subject,
  )
  return isSigned ? 'verdictRefusedSigned' : 'verdictNotVerified'
}

/** Green only when nothing is left open that this command could have closed. */
function describeVerdict({ offerLost, parts, remaining, warnings }: Proven, screen: Screen): string[] {
  const { texts } = screen.language
  const [part] = parts
  if (part === undefined) return inColour('yellow', withMark('-', texts.verdictNothingSigned, screen), screen)
  const { host } = part.proof
  const isOpen = remaining.includes('authorise-host') || remaining.includes('check-origin')
  if (isOpen) {
    const text = remaining.includes('check-origin') ? texts.verdictVerifiedUnbound : texts.verdictVerifiedUnlisted
    return inColour('yellow', withMark('!', fill(text, { host }), screen), screen)
  }
  const count = warnings.length + (offerLost === undefined ? 0 : 1)
  const warned = count > 0
  const verdict = fill(warned ? texts.verdictVerifiedWarned : texts.verdictVerified, { host, count })
  return inColour(warned ? 'yellow' : 'green', withMark(warned ? '!' : '✓', verdict, screen), screen)
}

function proofRows({ alg, kid, certificateSha256, anchorSha256 }: Proof, screen: Screen): string[] {
  const { texts } = screen.language
  return layRows(
    [
      [texts.signerAlg, alg],
      [texts.signerKey, kid],
      [texts.signerCertificate, certificateSha256],
      [texts.signerAnchor, anchorSha256],
    ],
    'dim',
    screen,
  )
}

function inColour(style: Style, text: readonly string[], screen: Screen): string[] {
  return text.map((line) => screen.style(style, line))
}
