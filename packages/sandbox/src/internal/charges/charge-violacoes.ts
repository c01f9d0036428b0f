/**
 * What the schema of a charge cannot know.
 *
 * @module
 */
import type { TipoCob, Violacao } from '@pixkit/bacen/types'
import { ownChave } from '../own-chave.ts'
import type { World } from '../world.ts'
import type { ChargeRequest } from './charge-kind.ts'
import { locViolacoes } from './locations.ts'

/**
 * Why a request, which is as its schema wants it, cannot make, or be, a charge: whose key it is, whether its location is free.
 *
 * @see API Pix 2.9.0, info, CobOperacaoInvalida and CobVOperacaoInvalida.
 */
export function chargeViolacoes(
  world: World,
  tipoCob: TipoCob,
  { txid, request }: { readonly txid: string; readonly request: ChargeRequest },
): readonly Violacao[] {
  const isOwn = 'chave' in ownChave(world, request.chave)
  return [
    ...(isOwn ? [] : [{ razao: 'Esta chave não pertence ao usuário recebedor.', propriedade: `${tipoCob}.chave` }]),
    ...locViolacoes(world, tipoCob, { txid, id: request.loc?.id }),
  ]
}
