/**
 * What the schema of a charge cannot know.
 *
 * @module
 */
import { messages } from '@pixkit/bacen/messages/pt-br'
import { checkRequest } from '@pixkit/bacen/schema'
import type { Violacao } from '@pixkit/bacen/types'
import type { Issue } from '@pixkit/core/issue'
import { formatMessage } from '@pixkit/core/issue'
import { ownChave } from '../own-chave.ts'
import type { World } from '../world.ts'
import type { Charge, ChargeKind, ChargeRequest } from './charge-kind.ts'
import { locViolacoes } from './locations.ts'

/** As the tables of the norm name members: `cob.valor.original`. */
export function violacoesOf(name: string, issues: readonly Issue[]): readonly Violacao[] {
  return issues.map((issue) => ({
    razao: formatMessage(issue, messages),
    propriedade: [name, ...issue.path].join('.'),
  }))
}

/**
 * Why a request cannot make, or be, a charge: its schema, whose key it is, whether its location is free.
 *
 * @param criacao - Milliseconds since 1970: it does not fall due before.
 * @see API Pix 2.9.0, info, CobOperacaoInvalida and CobVOperacaoInvalida.
 */
export function chargeViolacoes<Request extends ChargeRequest, Body extends Charge>(
  world: World,
  kind: ChargeKind<Request, Body>,
  { txid, request, criacao }: { readonly txid: string; readonly request: Request; readonly criacao: number },
): readonly Violacao[] {
  const { tipoCob, create } = kind
  const issues = checkRequest(create, request, { now: criacao }).filter(({ severity }) => severity === 'error')
  if (issues.length > 0) return violacoesOf(tipoCob, issues)
  const isOwn = 'chave' in ownChave(world, request.chave)
  return [
    ...(isOwn ? [] : [{ razao: 'Esta chave não pertence ao usuário recebedor.', propriedade: `${tipoCob}.chave` }]),
    ...locViolacoes(world, tipoCob, { txid, id: request.loc?.id }),
  ]
}
