/**
 * How a handler says no.
 *
 * @module
 */
import type { Problema, Violacao } from '@pixkit/bacen/types'
import { PixkitError } from '@pixkit/core/error'
import { PROBLEM_BASE, PROBLEM_TYPES, type ProblemType } from './problem-types.ts'

const REFUSAL = Symbol('pixkit.sandbox.refusal')

export interface RefusalDetails {
  readonly detail?: string | undefined
  readonly violacoes?: readonly Violacao[] | undefined
}

export function newProblema(type: ProblemType, { detail, violacoes }: RefusalDetails = {}): Problema {
  const { status, title } = PROBLEM_TYPES[type]
  return {
    type: PROBLEM_BASE + type,
    title,
    status,
    ...(detail === undefined ? {} : { detail }),
    ...(violacoes === undefined || violacoes.length === 0 ? {} : { violacoes }),
  }
}

/** Ends a handler with a problem. Nothing of its request is kept. */
export function refuse(type: ProblemType, details?: RefusalDetails): never {
  const value = newProblema(type, details)
  throw Object.defineProperty(new PixkitError('SANDBOX_REFUSED', type), REFUSAL, { value })
}

/** The problem of what {@link refuse} threw. */
export function problemaOf(error: unknown): Problema | undefined {
  return typeof error === 'object' && error !== null ? (error as { [REFUSAL]?: Problema })[REFUSAL] : undefined
}
