/**
 * The charges of a recurrence, found without looking through all of them.
 *
 * @module
 */
import type { CobRCompleta } from '@pixkit/bacen/types'
import type { World } from '../world.ts'

const indexes = /* @__PURE__ */ new WeakMap<World, Map<string, string[]>>()

function indexOf(world: World): Map<string, string[]> {
  let index = indexes.get(world)
  if (index === undefined) {
    index = new Map()
    indexes.set(world, index)
    for (const { revisoes } of world.cobrs.values()) note(index, revisoes[0])
  }
  return index
}

function note(index: Map<string, string[]>, { idRec, txid }: CobRCompleta): void {
  const txids = index.get(idRec)
  if (txids === undefined) index.set(idRec, [txid])
  else if (!txids.includes(txid)) txids.push(txid)
}

/** API Pix shows no revisions of these charges: the current one is all that is kept. */
export function cobROf(world: World, txid: string): CobRCompleta | undefined {
  return world.cobrs.get(txid)?.revisoes[0]
}

/** Whether it may still be settled, or cancelled. */
export function isOpenCobR({ status }: CobRCompleta): boolean {
  return status === 'CRIADA' || status === 'ATIVA'
}

/** In the order in which they were made. */
export function cobRsOf(world: World, idRec: string): readonly CobRCompleta[] {
  // One whose request failed in the end is still in the index.
  return (indexOf(world).get(idRec) ?? []).flatMap((txid) => cobROf(world, txid) ?? [])
}

export function addCobR(world: World, cobr: CobRCompleta): void {
  const index = indexOf(world)
  world.cobrs.add(cobr.txid, { revisoes: [cobr] })
  note(index, cobr)
}

export function replaceCobR(world: World, cobr: CobRCompleta): void {
  world.cobrs.replace(cobr.txid, { revisoes: [cobr] })
}
