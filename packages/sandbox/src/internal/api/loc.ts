/**
 * `/loc`: locations of charges.
 *
 * @module
 */
import type { OperationName } from '@pixkit/bacen'
import type { PayloadLocationCompleta, PayloadLocationSolicitada } from '@pixkit/bacen/types'
import { cobKind } from '../charges/cob-kind.ts'
import { cobvKind } from '../charges/cobv-kind.ts'
import { freeLocation, makeLocation } from '../charges/locations.ts'
import { unlinkCharge } from '../charges/store-charge.ts'
import { defined } from '../defined.ts'
import type { World } from '../world.ts'
import type { Handler } from './call.ts'
import { allOf, flag, pageOf } from './list-answer.ts'
import { refuse } from './refusal.ts'

export const locHandlers: Partial<Readonly<Record<OperationName, Handler>>> = {
  'loc.create': ({ world, body }) => ({ body: makeLocation(world, (body as PayloadLocationSolicitada).tipoCob) }),
  'loc.get': ({ world, params }) => ({ body: locOf(world, params['id']) }),
  'loc.list'({ world, query }) {
    const { txIdPresente, tipoCob } = query
    const hasTxid = flag(txIdPresente)
    const where = allOf<PayloadLocationCompleta>(
      hasTxid !== undefined && (({ txid }) => (txid !== undefined) === hasTxid),
      tipoCob !== undefined && ((loc) => loc.tipoCob === tipoCob),
    )
    const { items, parametros } = pageOf(world.locs, query, where)
    const filters = defined({ txIdPresente: hasTxid, tipoCob })
    return { body: { parametros: { ...parametros, ...filters }, loc: items } }
  },
  'loc.unlinkTxid'({ world, params }) {
    const { id, txid } = locOf(world, params['id'])
    if (txid !== undefined) unlink(world, txid)
    return { body: freeLocation(world, id) }
  },
}

function locOf({ locs }: World, id: string = ''): PayloadLocationCompleta {
  return locs.get(id) ?? refuse('PayloadLocationNaoEncontrado')
}

function unlink(world: World, txid: string): void {
  const cob = world.cobs.get(txid)
  if (cob !== undefined) unlinkCharge(world, cobKind, cob)
  const cobv = world.cobvs.get(txid)
  if (cobv !== undefined) unlinkCharge(world, cobvKind, cobv)
}
