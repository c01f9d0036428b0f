/**
 * A problem on its way out: as the norm writes it, or as the bank does.
 *
 * @module
 */
import type { Problema } from '@pixkit/bacen/types'
import { efiErrorOf } from '../extras/efi-errors.ts'
import type { World } from '../world.ts'
import { newProblema, type RefusalDetails } from './refusal.ts'
import type { ProblemType } from './problem-types.ts'

export function problemAnswer(
  world: World,
  problema: Problema,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const own = world.personality.errors === 'efi' ? efiErrorOf(problema) : undefined
  const { status, body } = own ?? { status: problema.status, body: problema }
  const type = own === undefined ? 'application/problem+json' : 'application/json'
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': type, ...headers } })
}

/** What `refuse` would throw, as an answer. */
export function refusalAnswer(
  world: World,
  type: ProblemType,
  details?: RefusalDetails,
  headers?: Readonly<Record<string, string>>,
): Response {
  return problemAnswer(world, newProblema(type, details), headers)
}

/** A status that API Pix has no type for. @see RFC 9457, section 4.2.1 (about:blank) */
export function plainProblem(
  world: World,
  status: number,
  title: string,
  headers?: Readonly<Record<string, string>>,
): Response {
  return problemAnswer(world, { type: 'about:blank', title, status }, headers)
}
