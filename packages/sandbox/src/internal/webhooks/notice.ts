/**
 * What a receiver is told of an event.
 *
 * @module
 */
import type { CobRCompleta, CobRNotification, Pix, RecCompleta, RecNotification } from '@pixkit/bacen/types'
import type { World, WorldEvent } from '../world.ts'
import type { Delivery } from './delivery.ts'

export interface Notice {
  readonly kind: Delivery['kind']
  readonly chave?: string | undefined
  /** One entry of the list that is sent. */
  readonly entry: Pix | RecNotification | CobRNotification
}

/**
 * As things are now; `undefined` for what nobody is told.
 *
 * @see API Pix 2.9.0, callback of `PUT /webhook/{chave}`: Pix with a txid, and returns that have come to their end.
 */
export function noticeOf(world: World, event: WorldEvent): Notice | undefined {
  if (event.kind === 'rec') return recNotice(world.recs.get(event.idRec))
  if (event.kind === 'cobr') return cobrNotice(world.cobrs.get(event.txid)?.revisoes.at(-1))
  const pix = world.pixes.get(event.endToEndId)
  if (event.kind === 'devolucao') {
    const devolucao = pix?.devolucoes?.find(({ id }) => id === event.devolucaoId)
    if (devolucao?.status !== 'DEVOLVIDO' && devolucao?.status !== 'NAO_REALIZADO') return undefined
  }
  if (pix?.txid === undefined || pix.chave === undefined) return undefined
  return { kind: 'pix', chave: pix.chave, entry: pix }
}

function recNotice(rec: RecCompleta | undefined): Notice | undefined {
  if (rec === undefined) return undefined
  const { idRec, status, atualizacao, encerramento, ativacao } = rec
  return { kind: 'rec', entry: { idRec, status, atualizacao, encerramento, ativacao } }
}

function cobrNotice(cobr: CobRCompleta | undefined): Notice | undefined {
  if (cobr === undefined) return undefined
  const { idRec, txid, status, atualizacao, encerramento, tentativas, pix } = cobr
  return { kind: 'cobr', entry: { idRec, txid, status, atualizacao, encerramento, tentativas, pix } }
}
