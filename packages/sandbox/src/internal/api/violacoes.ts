/**
 * What is wrong with a request, as problems say it.
 *
 * @module
 */
import type { OperationName, Resource } from '@pixkit/bacen'
import { messages } from '@pixkit/bacen/messages/pt-br'
import { checkRequest } from '@pixkit/bacen/schema'
import type { Violacao } from '@pixkit/bacen/types'
import { formatMessage, type Issue } from '@pixkit/core/issue'
import type { World } from '../world.ts'

/** What the tables of the norm call bodies, where it is not the name of the resource. */
const BODIES: Partial<Readonly<Record<Resource, string>>> = {
  loteCobv: 'loteCobV',
  pix: 'devolucao',
  solicRec: 'solicrec',
}

/** Violations of a body, or of parameters: `cob.valor.original`. */
export function violacoesOf(name: string, issues: readonly Issue[]): readonly Violacao[] {
  return issues.map((issue) => ({
    razao: formatMessage(issue, messages),
    propriedade: [name, ...issue.path].join('.'),
  }))
}

/**
 * What the bank refuses of a body.
 *
 * Of a batch that is its frame alone: each of its charges is refused by itself, later.
 *
 * @param now - Milliseconds since 1970; the clock of the world by default.
 * @see API Pix 2.9.0, info, …OperacaoInvalida; LoteCobVConsultado, whose example shows a charge that breaks the schema as `NEGADA`.
 */
export function bodyViolacoes(
  { personality, clock }: Pick<World, 'personality' | 'clock'>,
  operation: OperationName,
  body: unknown,
  now: number = clock.now(),
): readonly Violacao[] {
  const resource = operation.split('.')[0] as Resource
  const issues = checkRequest(operation, body, { now }).filter(
    ({ severity, params, path }) =>
      (severity === 'error' || (personality.checksDigits && params['reason'] === 'check-digits')) &&
      (resource !== 'loteCobv' || path[0] !== 'cobsv' || path.length < 3 || path[2] === 'txid'),
  )
  return violacoesOf(BODIES[resource] ?? resource, issues)
}
