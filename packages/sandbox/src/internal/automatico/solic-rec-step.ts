/**
 * What becomes of a request to confirm a recurrence when nobody answers it.
 *
 * @module
 */
import { instantMs } from '@pixkit/core/dates'
import type { World } from '../world.ts'
import { isOpen, moveSolicRec } from './change-rec.ts'
import { ANSWER_MS } from './instants.ts'

/** Sent to the bank of the payer, received there, and over when its time has passed. */
export function stepSolicRec(world: World, idSolicRec: string): void {
  const solicRec = world.solicRecs.get(idSolicRec)
  if (solicRec === undefined || !isOpen(solicRec)) return
  const now = world.clock.now()
  if (now >= instantMs(solicRec.calendario.dataExpiracaoSolicitacao)) {
    moveSolicRec(world, solicRec, 'EXPIRADA')
  } else if (solicRec.status === 'CRIADA') {
    moveSolicRec(world, solicRec, 'ENVIADA')
    world.schedule.add(now + ANSWER_MS, { kind: 'solic-rec-step', idSolicRec })
  } else if (solicRec.status === 'ENVIADA') {
    moveSolicRec(world, solicRec, 'RECEBIDA')
  }
}
