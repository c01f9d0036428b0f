/**
 * From a request to its handler, and back.
 *
 * @module
 */
import { type OperationName, operations, type Resource } from '@pixkit/bacen'
import { checkParameters } from '@pixkit/bacen/schema'
import type { World } from '../world.ts'
import type { ApiCall } from './call.ts'
import { handlers } from './handlers.ts'
import { INVALID } from './invalid.ts'
import { problemAnswer } from './problem-answer.ts'
import { problemaOf, refuse } from './refusal.ts'
import { bodyViolacoes, violacoesOf } from './violacoes.ts'

export interface ApiRequest {
  readonly operation: OperationName
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** JSON, as it came. */
  readonly body: string
}

/** Runs an operation: checks, then the handler, all of whose writes are kept together. Every answer is one of API Pix. */
export function answerApi(world: World, request: ApiRequest): Response {
  try {
    const { operation, params } = request
    const call = { operation, params, query: Object.fromEntries(request.query), body: readBody(request), world }
    check(call)
    const handler = handlers[operation] ?? refuse('NaoEncontrado')
    const answer = world.journal.together(() => handler(call))
    const status = world.personality.statuses[operation] ?? answer.status ?? operations[operation].success
    return answer.body === undefined ? new Response(null, { status }) : json(status, answer.body)
  } catch (error) {
    const problema = problemaOf(error)
    if (problema === undefined) throw error
    return problemAnswer(world, problema)
  }
}

function readBody({ operation, body }: ApiRequest): unknown {
  const { method } = operations[operation]
  if (method === 'GET' || method === 'DELETE' || body === '') return undefined
  try {
    return JSON.parse(body)
  } catch {
    return refuse('RequisicaoInvalida', { detail: 'O corpo não é JSON.' })
  }
}

function check({ operation, params, query, body, world }: ApiCall): void {
  const resource = operation.split('.')[0] as Resource
  const [invalidBody, invalidQuery] = INVALID[resource]
  const parameters = checkParameters(operation, { params, query }, { now: world.clock.now() })
  if (parameters.length > 0) {
    const type = operations[operation].method === 'GET' ? invalidQuery : invalidBody
    refuse(type, { violacoes: violacoesOf(resource, parameters) })
  }
  const violacoes = bodyViolacoes(world, operation, body)
  if (violacoes.length > 0) refuse(invalidBody, { violacoes })
}

export function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
}
