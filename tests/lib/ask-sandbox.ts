/** @module Operations of API Pix on the world of a sandbox. */
import type { OperationName } from '../../packages/bacen/src/operations.ts'
import { checkResponse } from '../../packages/bacen/src/schema.ts'
import type { Problema, ResponseBodies } from '../../packages/bacen/src/types.ts'
import { answerApi } from '../../packages/sandbox/src/internal/api/router.ts'
import type { World } from '../../packages/sandbox/src/internal/world.ts'

export interface Asked {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: string
  readonly body?: unknown
}

export interface Answered<Body> {
  readonly status: number
  readonly body: Body
}

/** Asks for what must succeed, with an answer as the norm writes it. */
export async function ask<Name extends OperationName>(
  world: World,
  operation: Name,
  asked: Asked = {},
): Promise<Answered<ResponseBodies[Name]>> {
  const response = answer(world, operation, asked)
  const text = await response.text()
  if (!response.ok) throw new Error(`${operation} was refused: ${text}`)
  const body: unknown = text === '' ? undefined : JSON.parse(text)
  const issues = checkResponse(operation, body)
  if (issues.length > 0) throw new Error(`${operation} answered ${text}: ${JSON.stringify(issues)}`)
  return { status: response.status, body: body as ResponseBodies[Name] }
}

/** What a refusal says: status, type, and the members at fault; of a success its status alone. */
export async function refusal(world: World, operation: OperationName, asked: Asked = {}): Promise<unknown[]> {
  const response = answer(world, operation, asked)
  if (response.ok) return [response.status]
  const { type, violacoes = [] } = (await response.json()) as Problema
  return [response.status, type?.split('/').at(-1), ...violacoes.map(({ propriedade }) => propriedade)]
}

/** The answer as it comes, whatever it says. */
export function answer(world: World, operation: OperationName, { params = {}, query = '', body }: Asked): Response {
  const text = body === undefined ? '' : JSON.stringify(body)
  return answerApi(world, { operation, params, query: new URLSearchParams(query), body: text })
}
