/**
 * What the payer of a charge does when it is to be settled, where somebody said so: it pays, otherwise.
 *
 * @module
 */
import { codigosRejeicaoCobR } from '@pixkit/bacen/schema'
import type { CodigoRejeicaoCobR } from '@pixkit/bacen/types'
import type { World } from '../world.ts'

/**
 * Of one try. `manha`: there is no money in the morning, and there is in the evening. `dia`: there is none all day. A code: its bank rejects the
 * next try for it.
 *
 * @see API Pix 2.9.0, CobRTentativas.rejeicao.codigo.
 */
export type PayerWill = 'manha' | 'dia' | CodigoRejeicaoCobR

export const PAYER_WILLS: readonly PayerWill[] = ['manha', 'dia', ...codigosRejeicaoCobR]

const wills = /* @__PURE__ */ new WeakMap<World, Map<string, PayerWill>>()

function willsOf(world: World): Map<string, PayerWill> {
  let map = wills.get(world)
  if (map === undefined) wills.set(world, (map = new Map()))
  return map
}

/** Of the next try alone. It does not survive a restart. */
export function setWill(world: World, txid: string, will: PayerWill): void {
  willsOf(world).set(txid, will)
}

export function willOf(world: World, txid: string): PayerWill | undefined {
  return willsOf(world).get(txid)
}

export function forgetWill(world: World, txid: string): void {
  willsOf(world).delete(txid)
}
