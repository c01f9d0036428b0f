/**
 * Tries to settle a charge of a recurrence.
 *
 * @module
 */
import type { CobRCompleta, StatusTentativa, TentativaCobR, TipoTentativa } from '@pixkit/bacen/types'
import { newEndToEndId } from '@pixkit/core/end-to-end-id'
import type { World } from '../world.ts'
import { atHour } from './instants.ts'
import { instantNow } from '../instant.ts'

/**
 * Hours at which the bank of the payer settles at the latest: the ends of its two windows, 0 h to 8 h and 18 h to 21 h.
 *
 * @see Guia Técnico de Integrações API Pix Sicredi, annex III, "Liquidação".
 */
export const MANHA = 8
export const NOITE = 21

const ABERTAS: ReadonlySet<string> = /* @__PURE__ */ new Set<StatusTentativa>(['SOLICITADA', 'AGENDADA'])

export function openTentativaOf({ tentativas = [] }: CobRCompleta): TentativaCobR | undefined {
  return tentativas.find(({ status }) => ABERTAS.has(status))
}

/** A try that was asked for just now; it is settled by itself. */
export function newTentativa(world: World, txid: string, tipo: TipoTentativa, dataLiquidacao: string): TentativaCobR {
  for (const hour of [MANHA, NOITE]) world.schedule.add(atHour(dataLiquidacao, hour), { kind: 'cobr-step', txid })
  const endToEndId = newEndToEndId({
    ispb: world.account.ispb,
    now: () => atHour(dataLiquidacao, MANHA),
    random: world.random.bytes,
  })
  const atualizacao = [{ status: 'SOLICITADA', data: instantNow(world) }]
  return { dataLiquidacao, tipo, status: 'SOLICITADA', endToEndId, atualizacao }
}

export function moveTentativa(
  world: World,
  tentativa: TentativaCobR,
  status: StatusTentativa,
  rejeicao?: TentativaCobR['rejeicao'],
): TentativaCobR {
  const atualizacao = [...(tentativa.atualizacao ?? []), { status, data: instantNow(world) }]
  return { ...tentativa, status, atualizacao, ...(rejeicao === undefined ? {} : { rejeicao }) }
}

/** The charge with a try in the place of the one of the same id, or behind the others. */
export function withTentativa(cobr: CobRCompleta, tentativa: TentativaCobR): CobRCompleta {
  const { tentativas = [] } = cobr
  const at = tentativas.findIndex(({ endToEndId }) => endToEndId === tentativa.endToEndId)
  return { ...cobr, tentativas: at < 0 ? [...tentativas, tentativa] : tentativas.with(at, tentativa) }
}
