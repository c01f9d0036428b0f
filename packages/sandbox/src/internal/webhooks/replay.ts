/**
 * What went out, and the same once more.
 *
 * @module
 */
import type { World } from '../world.ts'
import type { Delivery } from './delivery.ts'
import { enqueue } from './outbox.ts'

/** The oldest first. */
export function deliveriesOf(world: World): readonly Delivery[] {
  return [...world.deliveries.values()]
}

/**
 * Sends what was sent before, to the address that is registered now, as a message of its own.
 *
 * @returns Its id; `undefined` when there is none to repeat.
 */
export function replay(world: World, deliveryId: string): string | undefined {
  const delivery = world.deliveries.get(deliveryId)
  if (delivery === undefined) return undefined
  const { url, kind, chave, body } = delivery
  return enqueue(world, { url, kind, ...(chave === undefined ? {} : { chave }), body, replayOf: deliveryId })
}
