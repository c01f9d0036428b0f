/**
 * `/cobv`: charges with a due date.
 *
 * @module
 */
import type { OperationName } from '@pixkit/bacen'
import { cobvKind } from '../charges/cobv-kind.ts'
import { entryOf } from '../charges/lote.ts'
import type { World } from '../world.ts'
import type { Handler } from './call.ts'
import { chargeHandlers } from './charge-handlers.ts'
import { refuse } from './refusal.ts'

/** @see API Pix 2.9.0, info, CobVOperacaoInvalida: a batch has it under way, or refused it. */
function refuseInLote(world: World, txid: string): void {
  const status = entryOf(world, txid)?.status
  if (status !== 'EM_PROCESSAMENTO' && status !== 'NEGADA') return
  const razao = `O txid está em um lote, onde a cobrança está ${status}.`
  refuse('CobVOperacaoInvalida', { violacoes: [{ razao, propriedade: 'cobv.txid' }] })
}

const { create, get, update, list } = chargeHandlers(cobvKind, refuseInLote)

export const cobvHandlers: Partial<Readonly<Record<OperationName, Handler>>> = {
  'cobv.create': create,
  'cobv.get': get,
  'cobv.update': update,
  'cobv.list': list,
}
