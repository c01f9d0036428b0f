/**
 * `/cob`: immediate charges.
 *
 * @module
 */
import type { OperationName } from '@pixkit/bacen'
import type { CobSolicitada } from '@pixkit/bacen/types'
import { newTxid } from '@pixkit/core/txid'
import { cobKind } from '../charges/cob-kind.ts'
import { createCharge } from '../charges/create-charge.ts'
import type { Handler } from './call.ts'
import { chargeHandlers } from './charge-handlers.ts'

const { create, get, update, list } = chargeHandlers(cobKind)

export const cobHandlers: Partial<Readonly<Record<OperationName, Handler>>> = {
  'cob.create': create,
  'cob.createWithoutTxid': ({ world, body }) => ({
    body: createCharge(world, cobKind, {
      txid: newTxid({ random: world.random.bytes }),
      request: body as CobSolicitada,
    }),
  }),
  'cob.get': get,
  'cob.update': update,
  'cob.list': list,
}
