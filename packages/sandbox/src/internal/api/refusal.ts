/**
 * How a handler says no.
 *
 * @module
 */
import type { Problema, Violacao } from '@pixkit/bacen/types'
import { PixkitError } from '@pixkit/core/error'
import { PROBLEM_TYPES, type ProblemType } from './problem-types.ts'

const REFUSAL = Symbol('pixkit.sandbox.refusal')
const BASE = 'https://pix.bcb.gov.br/api/v2/error/'

export interface RefusalDetails {
  readonly detail?: string | undefined
  readonly violacoes?: readonly Violacao[] | undefined
}

/** Ends a handler with a problem. Nothing of its request is kept. */
export function refuse(type: ProblemType, { detail, violacoes }: RefusalDetails = {}): never {
  const { status, title } = PROBLEM_TYPES[type]
  const problema: Problema = {
    type: BASE + type,
    title,
    status,
    ...(detail === undefined ? {} : { detail }),
    ...(violacoes === undefined || violacoes.length === 0 ? {} : { violacoes }),
  }
  throw Object.defineProperty(new PixkitError('SANDBOX_REFUSED', type), REFUSAL, { value: problema })
}

/** The problem of what {@link refuse} threw. */
export function problemaOf(error: unknown): Problema | undefined {
  return typeof error === 'object' && error !== null ? (error as { [REFUSAL]?: Problema })[REFUSAL] : undefined
}
