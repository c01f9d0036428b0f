/**
 * A verification in lines for people: its steps, what was proven, what remains.
 *
 * @module
 */
import { formatMessage, type Issue } from '@pixkit/core/issue'
import type { Proof, StepReport } from '@pixkit/payload'
import { fill } from '../internal/fill.ts'
import type { Proven } from '../internal/verify/proven.ts'
import { describePayload } from './describe-payload.ts'
import { layRows } from './rows.ts'
import type { Screen, Style } from './screen.ts'
import { visible } from './visible.ts'
import { hang, wrapWords } from './wrap.ts'

const MARKS: Readonly<Record<StepReport['outcome'], readonly [mark: string, style: Style]>> = {
  passed: ['✓', 'green'],
  warned: ['!', 'yellow'],
  failed: ['✗', 'red'],
  'not-checked': ['-', 'dim'],
}
const INDENT = 2

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

function describeStep({ step, outcome, issues }: StepReport, screen: Screen): string[] {
  const { messages, steps, texts } = screen.language
  const [mark, style] = MARKS[outcome]
  const sentence = outcome === 'not-checked' ? `${steps[step]}: ${texts.verifyNotChecked}` : steps[step]
  const notes = outcome === 'warned' ? issues : []
  return [
    ...marked(screen.style(style, mark), sentence, screen),
    ...notes.flatMap((issue) => marked(' ', `→ ${formatMessage(issue, messages)}`, screen)),
  ]
}

/** What was proven, by whose signature, and what is left to do. */
export function describeProven({ parts, remaining, offerLost }: Proven, screen: Screen): string[] {
  const { texts, messages } = screen.language
  const todo = remaining.flatMap((check) => marked('·', screen.language.remaining[check], screen))
  return [
    ...parts.flatMap((part) => [...describePayload(part, screen), '', ...proofRows(part.proof, screen), '']),
    ...(offerLost === undefined
      ? []
      : [...lines(fill(texts.verdictOfferLost, { reason: formatMessage(offerLost, messages) }), screen), '']),
    ...(todo.length === 0 ? [] : [screen.style('bold', texts.verifyRemaining), ...todo, '']),
    ...describeVerdict(parts, screen),
  ]
}

/** One line about all that was refused. */
export function describeRefusal(refusal: Issue, screen: Screen): string[] {
  const { messages, texts } = screen.language
  const verdict = fill(texts.verdictNotVerified, { reason: formatMessage(refusal, messages) })
  return inColour('red', marked('✗', verdict, screen), screen)
}

function describeVerdict(parts: Proven['parts'], screen: Screen): string[] {
  const { texts } = screen.language
  const [part] = parts
  if (part === undefined) return inColour('yellow', marked('-', texts.verdictNothingSigned, screen), screen)
  const isListed = parts.every(({ proof }) => proof.hostAuthorised === true)
  const verdict = fill(isListed ? texts.verdictVerified : texts.verdictVerifiedUnlisted, { host: part.proof.host })
  const [mark, style] = isListed ? (['✓', 'green'] as const) : (['!', 'yellow'] as const)
  return inColour(style, marked(mark, verdict, screen), screen)
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

function marked(mark: string, sentence: string, screen: Screen): string[] {
  return hang(`${mark} `, lines(sentence, screen, INDENT), INDENT)
}

function lines(sentence: string, { proseColumns }: Screen, indent = 0): string[] {
  return wrapWords(visible(sentence), proseColumns - indent)
}
