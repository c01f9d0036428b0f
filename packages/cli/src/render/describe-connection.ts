/**
 * The way to a bank, in lines for people.
 *
 * @module
 */
import { type Explanation, explainError } from '@pixkit/bacen/explain-error'
import { formatMessage, type Issue } from '@pixkit/core/issue'
import type { BankCall } from '../internal/doctor/bank-call.ts'
import type { Connection, ConnectionReport } from '../internal/doctor/connection.ts'
import { issueOf } from '../internal/failure.ts'
import { fill } from '../internal/fill.ts'
import { remedyOf } from '../internal/remedy-of.ts'
import type { Language } from '../language.ts'
import type { Texts } from '../texts/texts.ts'
import { issueLines } from './issue-lines.ts'
import { marked } from './marked.ts'
import type { Screen } from './screen.ts'
import { visible } from './visible.ts'
import { hang, wrapWords } from './wrap.ts'

/** What a step is called, and what it shows when it was passed. */
const STEPS: Readonly<Record<ConnectionReport['step'], readonly [name: keyof Texts, passed: keyof Texts]>> = {
  dns: ['stepDns', 'connectionDns'],
  connect: ['stepConnect', 'connectionConnect'],
  tls: ['stepTls', 'connectionTls'],
  certificate: ['stepCertificate', 'connectionCertificate'],
  token: ['stepToken', 'connectionToken'],
  scopes: ['stepScopes', 'connectionScopes'],
  request: ['stepRequest', 'connectionRequest'],
}

/** Each step with a tick or a cross, then why it failed, in the words of the bank's own documents where there are some. */
export function describeConnection(call: BankCall, connection: Connection, screen: Screen): string[] {
  const { language } = screen
  const { error, operation, steps, warnings } = connection
  const { name } = call.profile
  const ambiente = language.texts[call.ambiente === 'producao' ? 'ambienteProducao' : 'ambienteHomologacao']
  const title = fill(language.texts.connectionTitle, { bank: name, ambiente })
  return [
    screen.style('bold', title),
    ...steps.flatMap((step) => marked(step.outcome, sentenceOf(step, operation, language), screen)),
    '',
    ...warnings.filter(isAboutProfile).flatMap((issue) => [...warningLines(issue, screen), '']),
    ...(error === undefined ? [] : describeError(error, call, screen)),
  ]
}

/** What the scopes are about stands at their step. */
const isAboutProfile = ({ code }: Issue): boolean => code.startsWith('BACEN_')

function sentenceOf(
  { host = '', issue, missingScopes = [], outcome, scopes = [], step }: ConnectionReport,
  operation: string,
  { messages, texts }: Language,
): string {
  const [name, passed] = STEPS[step]
  const write = (text: keyof Texts): string => fill(texts[text], { host, operation, scopes: scopes.join(' ') })
  if (outcome === 'not-checked') return `${write(name)}: ${texts.verifyNotChecked}`
  if (issue !== undefined) {
    const sentence = formatMessage(issue, messages)
    return host === '' || sentence.includes(host)
      ? `${write(name)}: ${sentence}`
      : `${write(name)} (${host}): ${sentence}`
  }
  return missingScopes.length > 0
    ? fill(texts.connectionScopesMissing, { scopes: missingScopes.join(' ') })
    : write(passed)
}

function warningLines(issue: Issue, screen: Screen): string[] {
  const { language } = screen
  const sentence = formatMessage(issue, language.messages)
  const remedy =
    issue.code === 'BACEN_PROFILE_UNCONFIRMED' ? language.texts.remedyUnconfirmed : remedyOf(issue, language)
  return issueLines({ severity: 'warning', sentence, remedy, code: issue.code }, screen)
}

function describeError(error: NonNullable<Connection['error']>, call: BankCall, screen: Screen): string[] {
  const { language } = screen
  const issue = issueOf(error)
  const sentence = formatMessage(issue, language.messages)
  const explanation = explainConnection(error, call, language)
  return [
    ...issueLines(
      { severity: 'error', sentence, remedy: withoutItself(remedyOf(issue, language)), code: error.code },
      screen,
    ),
    ...(explanation === undefined ? [] : ['', ...describeExplanation(explanation, screen)]),
    '',
  ]
}

/** What the bank's own documents say about it, but for the steps that are for others than the doctor. */
export function explainConnection(error: unknown, call: BankCall, language: Language): Explanation | undefined {
  const explanation = explainError(error, language.explanations, { profile: call.profile })
  return (
    explanation && {
      ...explanation,
      steps: explanation.steps.map(withoutItself).filter((step) => !NOT_HERE.test(step)),
    }
  )
}

/** What sends one here, and what is about requests that create something: one that reads was sent, once. */
const NOT_HERE = /pix doctor|mayBeDone|^Antes de repetir|^Before you repeat/

/** `(pix doctor)` in a sentence sends one here. */
const withoutItself = (sentence: string): string => sentence.replaceAll(/ \([^()]*pix doctor[^()]*\)/g, '')

/** What the sentences of the library call a thing, and the option of this call. */
const OPTIONS: readonly (readonly [name: RegExp, option: string])[] = [
  [/\bscopes\b/, 'scopes = --scopes'],
  [/\bapiUrl\b|\boverrides\b/, 'apiUrl = --api-url'],
  [/\btokenUrl\b|\boverrides\b/, 'tokenUrl = --token-url'],
  [/\bca\b/, 'ca = --ca'],
]

function optionsOf(steps: readonly string[]): string {
  const text = steps.join(' ')
  return OPTIONS.filter(([name]) => name.test(text))
    .map(([, option]) => option)
    .join(', ')
}

function describeExplanation({ causes, source, steps, title }: Explanation, screen: Screen): string[] {
  const { texts } = screen.language
  const list = (items: readonly string[]): string[] =>
    items.flatMap((item) => hang('  · ', wrapWords(visible(item), screen.proseColumns - 4), 4))
  const options = optionsOf(steps)
  return [
    screen.style('bold', title),
    ...(causes.length === 0 ? [] : [texts.explanationCauses, ...list(causes)]),
    ...(steps.length === 0 ? [] : [texts.explanationSteps, ...list(steps)]),
    ...(options === '' ? [] : [fill(texts.explanationOptions, { options })]),
    screen.style('dim', fill(texts.explanationSource, { source })),
  ]
}
