/**
 * What the schema of a charge cannot know.
 *
 * @module
 */
import type { Violacao } from '@pixkit/bacen/types'
import { bodyViolacoes } from '../api/violacoes.ts'
import { ownChave } from '../own-chave.ts'
import type { World } from '../world.ts'
import type { Charge, ChargeKind, ChargeRequest } from './charge-kind.ts'
import { locViolacoes } from './locations.ts'

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
  const violacoes = bodyViolacoes(world, create, request, criacao)
  if (violacoes.length > 0) return violacoes
  const isOwn = 'chave' in ownChave(world, request.chave)
  return [
    ...(isOwn ? [] : [{ razao: 'Esta chave não pertence ao usuário recebedor.', propriedade: `${tipoCob}.chave` }]),
    ...locViolacoes(world, tipoCob, { txid, id: request.loc?.id }),
  ]
}
