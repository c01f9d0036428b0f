/**
 * Changes of charges of recurrences.
 *
 * @module
 */
import type { CobRCompleta, CobRStatusValor, EncerramentoCobR } from '@pixkit/bacen/types'
import type { World } from '../world.ts'
import { replaceCobR } from './cobrs-of.ts'
import { instantNow } from '../instant.ts'
import { moveTentativa, openTentativaOf, withTentativa } from './tentativas.ts'

/** Keeps a charge, and tells of it. */
export function keepCobR(world: World, cobr: CobRCompleta): CobRCompleta {
  replaceCobR(world, cobr)
  world.emit({ kind: 'cobr', txid: cobr.txid })
  return cobr
}

export function moveCobR(
  world: World,
  cobr: CobRCompleta,
  status: CobRStatusValor,
  encerramento?: EncerramentoCobR,
): CobRCompleta {
  const atualizacao = [...cobr.atualizacao, { status, data: instantNow(world) }]
  return keepCobR(world, { ...cobr, status, atualizacao, ...(encerramento === undefined ? {} : { encerramento }) })
}

/** With the try that is open. */
export function cancelCobR(
  world: World,
  cobr: CobRCompleta,
  cancelamento: NonNullable<EncerramentoCobR['cancelamento']>,
): CobRCompleta {
  const open = openTentativaOf(cobr)
  const closed = open === undefined ? cobr : withTentativa(cobr, moveTentativa(world, open, 'CANCELADA'))
  return moveCobR(world, closed, 'CANCELADA', { cancelamento })
}
