/**
 * The end of a recurrence, and of what hangs on it.
 *
 * @module
 */
import { agendamentoOf } from '@pixkit/bacen/agendamento'
import type { EncerramentoRec, RecCompleta } from '@pixkit/bacen/types'
import { addDays } from '@pixkit/core/dates'
import type { World } from '../world.ts'
import { cancelCobR } from './change-cobr.ts'
import { moveRec, moveSolicRec, openSolicRecOf } from './change-rec.ts'
import { cobRsOf, isOpenCobR } from './cobrs-of.ts'
import { atHour, todayOf } from './instants.ts'

/**
 * Ends a recurrence with its open request and those of its charges that can still be cancelled; that these end with it is a choice of
 * pixkit.
 */
export function cancelRec(
  world: World,
  rec: RecCompleta,
  cancelamento: NonNullable<EncerramentoRec['cancelamento']>,
): void {
  const open = openSolicRecOf(rec)
  if (open !== undefined) moveSolicRec(world, open, 'CANCELADA')
  for (const cobr of cobRsOf(world, rec.idRec)) {
    if (!isOpenCobR(cobr) || !canCancel(world, cobr)) continue
    const { solicitante } = cancelamento
    const codigo = solicitante.endsWith('_PAGADOR') ? 'SLBD' : 'SLCR'
    cancelCobR(world, cobr, { solicitante, codigo, descricao: 'A recorrência foi cancelada.' })
  }
  moveRec(world, rec, 'CANCELADA', { encerramento: { cancelamento } })
}

/** Until 22:00 of the day before the first settlement. */
export function canCancel(world: World, cobr: Parameters<typeof agendamentoOf>[0]): boolean {
  return world.clock.now() <= Date.parse(agendamentoOf(cobr).cancelavelAte)
}

/** Whoever has not authorised it until its last day cannot any more, and who has, is charged no more. It is a choice of pixkit. */
export function scheduleRecExpiry(world: World, { idRec, calendario }: RecCompleta): void {
  if (calendario.dataFinal === undefined) return
  world.schedule.add(atHour(addDays(calendario.dataFinal, 1), 0), { kind: 'rec-expiry', idRec })
}

export function expireRec(world: World, idRec: string): void {
  const rec = world.recs.get(idRec)
  if (rec === undefined || (rec.status !== 'CRIADA' && rec.status !== 'APROVADA')) return
  if (todayOf(world) <= (rec.calendario.dataFinal ?? todayOf(world))) return
  const open = openSolicRecOf(rec)
  if (open !== undefined) moveSolicRec(world, open, 'EXPIRADA')
  moveRec(world, rec, 'EXPIRADA')
}
