/**
 * From what happens to the messages that will tell it.
 *
 * @module
 */
import { newTxid } from '@pixkit/core/txid'
import type { SandboxContext } from '../context.ts'
import type { World } from '../world.ts'
import { joinBody, newBody } from './body.ts'
import { callbackUrl } from './callback-url.ts'
import { type Delivery, hasEnded } from './delivery.ts'
import { type Notice, noticeOf } from './notice.ts'

/** In the log (choice of pixkit). */
const MAX_KEPT = 10_000

/** Writes a message together with what it tells, so that neither is kept without the other. */
export function startOutbox({ world }: Pick<SandboxContext, 'world'>): void {
  /** The last of each receiver. */
  const last = new Map<string, string>()
  world.on((event) => {
    const notice = noticeOf(world, event)
    const url = notice === undefined ? undefined : callbackUrl(world, notice)
    if (notice === undefined || url === undefined) return
    const receiver = `${notice.kind} ${notice.chave ?? ''}`
    if (join(world, last.get(receiver), notice)) return
    const { kind, chave } = notice
    const of = chave === undefined ? {} : { chave }
    last.set(receiver, enqueue(world, { url, kind, ...of, body: newBody(notice) }))
  })
}

/**
 * Sends it as soon as what is under way is done.
 *
 * @returns Its id.
 */
export function enqueue(world: World, message: Omit<Delivery, 'id' | 'attempts' | 'state'>): string {
  forgetOldest(world)
  const id = newTxid({ random: world.random.bytes })
  world.deliveries.add(id, { id, ...message, attempts: [], state: 'waiting' })
  world.schedule.add(world.clock.now(), { kind: 'webhook', deliveryId: id })
  return id
}

/** What has ended leaves the log when that is full; what is still to be sent never does. */
function forgetOldest({ deliveries }: World): void {
  if (deliveries.size < MAX_KEPT) return
  const [oldest] = deliveries.values()
  if (oldest !== undefined && hasEnded(oldest)) deliveries.delete(oldest.id)
}

/** Whether a message that waits takes this one along. */
function join(world: World, id: string | undefined, notice: Notice): boolean {
  const delivery = id === undefined ? undefined : world.deliveries.get(id)
  if (delivery?.state !== 'waiting' || delivery.attempts.length > 0 || delivery.putOff === true) return false
  const body = joinBody(delivery.body, notice)
  if (body === undefined) return false
  world.deliveries.replace(delivery.id, { ...delivery, body })
  return true
}
