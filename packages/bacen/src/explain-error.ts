/**
 * What to do about an error: the advice of the banks' own documents, and of the norms.
 *
 * @module
 */
import type { ExplanationKey, Explanations, ExplanationText } from './internal/explanation-keys.ts'
import { EXPLANATION_RULES, type ExplanationRule } from './internal/explanation-rules.ts'

export type { ExplanationKey, Explanations, ExplanationText } from './internal/explanation-keys.ts'

export interface Explanation extends ExplanationText {
  readonly key: ExplanationKey
  /** Document and section that the advice comes from; `pixkit` where it is its own. */
  readonly source: string
}

export interface ExplainErrorOptions {
  /** The bank, for its own advice: a profile, the settings of a client, or an id (`sicredi`). */
  readonly profile?: string | { readonly id: string } | undefined
}

/**
 * Explains an error of a client: what happened, what may be behind it, what to do.
 *
 * It reads what the bank said, and repeats none of it: its sentences hold no personal data.
 *
 * @param error - Anything that was caught.
 * @param explanations - The language.
 * @returns `undefined` for what has no advice here: what this side does wrong (`BACEN_REQUEST`, `BACEN_SETTINGS`, `CERTS_…`) says itself
 *   what to do, `formatMessage(error, remedies)` of `@pixkit/bacen/messages/pt-br` or `/en`.
 *
 * @example
 * ```ts
 * import { explainError } from '@pixkit/bacen'
 * import { explanations } from '@pixkit/bacen/explanations/pt-br'
 * import { failureOfAnswer } from '@pixkit/http/http-error'
 *
 * const page = new TextEncoder().encode('<HTML><HEAD><TITLE>Access Denied</TITLE></HEAD></HTML>')
 * const error = failureOfAnswer({ status: 403, headers: {}, body: page }, { operation: 'token', code: 'HTTP_TOKEN' })
 *
 * const explanation = explainError(error, explanations, { profile: 'sicredi' })
 * explanation?.key // 'sicredi-mtls'
 * explanation?.source // 'Guia Técnico de Integrações API Pix Sicredi, anexo IV, status 403'
 * explainError(new Error('something else'), explanations) // undefined
 * ```
 *
 * @see Guia Técnico de Integrações API Pix Sicredi, annex IV; Efí, documentação da API Pix; API Pix 2.9.0, description of errors.
 */
export function explainError(
  error: unknown,
  explanations: Explanations,
  { profile }: ExplainErrorOptions = {},
): Explanation | undefined {
  const seen = factsOf(error)
  if (seen === undefined) return undefined
  const id = typeof profile === 'string' ? profile : profile?.id
  const rule = EXPLANATION_RULES.find((candidate) => holds(candidate, seen, id))
  if (rule === undefined) return undefined
  return { key: rule.key, ...explanations[rule.key], source: rule.source }
}

interface Facts {
  readonly code: string
  readonly status: unknown
  readonly reason: string
  readonly body: unknown
  readonly type: string
  readonly texts: readonly string[]
  readonly properties: readonly string[]
}

function holds(rule: ExplanationRule, facts: Facts, profile: string | undefined): boolean {
  const { code, says, property } = rule
  const isUnknownBank = profile === undefined && says !== undefined
  if (rule.profile !== undefined && rule.profile !== profile && !isUnknownBank) return false
  if (code !== undefined && code !== facts.code) return false
  if (rule.status !== undefined && rule.status !== facts.status) return false
  if (rule.body !== undefined && rule.body !== facts.body) return false
  if (rule.reason?.test(facts.reason) === false) return false
  if (rule.type?.test(facts.type) === false) return false
  if (says !== undefined && !facts.texts.some((text) => says.test(text))) return false
  return property === undefined || facts.properties.some((name) => property.test(name))
}

/** What the rules look at; `undefined` for what is no error of pixkit's way to a bank. */
function factsOf(error: unknown): Facts | undefined {
  try {
    const { code, params, problema } = membersOf(error)
    if (typeof code !== 'string' || !/^(?:HTTP|BACEN)_/.test(code)) return undefined
    const { status, reason, body } = membersOf(params)
    const { type, title, detail, violacoes } = membersOf(problema)
    const broken = Array.isArray(violacoes) ? (violacoes as readonly unknown[]).map(membersOf) : []
    return {
      code,
      status,
      reason: textOf(reason),
      body,
      type: textOf(type).split(/[/#]/).at(-1) ?? '',
      texts: [title, detail, ...broken.map(({ razao }) => razao)].map(textOf),
      properties: broken.map(({ propriedade }) => textOf(propriedade)),
    }
  } catch {
    // What is thrown may be anything, a Proxy that throws among them: then there is nothing to explain.
    return undefined
  }
}

const membersOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
