/**
 * One attempt to reach a receiver, and what follows from it.
 *
 * @module
 */
import type { SandboxContext } from '../context.ts'
import { instantNow } from '../instant.ts'
import { callbackUrl } from './callback-url.ts'
import { type Delivery, type DeliveryAttempt, hasEnded } from './delivery.ts'
import { isSuccess, sendJson } from './send-json.ts'

const MINUTE_MS = 60_000
/** Then 10, 20, 40 … minutes: as Efí tries again (its documentation of webhooks), whose last wait is longer. */
const FIRST_RETRY_MS = 5 * MINUTE_MS
const MAX_RETRIES = 10
/** What `disorder` lets others have of a start (choice of pixkit). */
const DISORDER_MS = 10_000

type Context = Pick<SandboxContext, 'world' | 'faults' | 'hooks' | 'transport'>

/** The task `webhook`. Goes to the address that is registered by then; without one, it is given up. */
export async function deliver(context: Context, deliveryId: string): Promise<void> {
  const { world } = context
  const delivery = world.deliveries.get(deliveryId)
  if (delivery === undefined || hasEnded(delivery)) return
  const url = callbackUrl(world, delivery)
  if (url === undefined) {
    world.deliveries.replace(deliveryId, { ...delivery, state: 'given-up' })
    return
  }
  const waitMs = delivery.putOff === true ? 0 : holdBack(context)
  if (waitMs > 0) {
    world.deliveries.replace(deliveryId, { ...delivery, putOff: true })
    world.schedule.add(world.clock.now() + waitMs, { kind: 'webhook', deliveryId })
    return
  }
  const { putOff: _, ...rest } = delivery
  const sending: Delivery = { ...rest, url, state: 'sending' }
  world.deliveries.replace(deliveryId, sending)
  const attempts = await sendAll(context, sending)
  world.journal.together(() => settle(context, { ...sending, attempts: [...delivery.attempts, ...attempts] }))
}

function holdBack({ faults }: Context): number {
  const met = faults.take('webhook', ['delay', 'disorder'])
  return Math.max(0, ...met.map((fault) => (fault.kind === 'delay' ? fault.ms : DISORDER_MS)))
}

/** One attempt, or as many more as there are duplicates on demand. */
async function sendAll({ world, faults, hooks, transport }: Context, delivery: Delivery): Promise<DeliveryAttempt[]> {
  const met = faults.take('webhook', ['duplicate', 'store-then-drop'])
  const copies = 1 + met.filter(({ kind }) => kind === 'duplicate').length
  const isLost = met.some(({ kind }) => kind === 'store-then-drop')
  const attempts: DeliveryAttempt[] = []
  for (let copy = 0; copy < copies; copy += 1) {
    const at = instantNow(world)
    const outcome = await sendJson(transport, delivery.url, delivery.body)
    const attempt: DeliveryAttempt = { at, ...(isLost ? { error: 'HTTP_PROTOCOL' } : outcome) }
    attempts.push(attempt)
    const { kind, url } = delivery
    const number = delivery.attempts.length + attempts.length
    hooks.onDelivery?.({ kind, url: withoutQuery(url), attempt: number, ...outcomeOf(attempt) })
  }
  return attempts
}

/** Any 2xx of the last attempts will do. */
function settle({ world }: Context, delivery: Delivery): void {
  const failures = delivery.attempts.filter((attempt) => !isSuccess(attempt)).length
  if (delivery.attempts.some((attempt) => isSuccess(attempt))) {
    world.deliveries.replace(delivery.id, { ...delivery, state: 'delivered' })
  } else if (failures > MAX_RETRIES) {
    world.deliveries.replace(delivery.id, { ...delivery, state: 'given-up' })
  } else {
    world.deliveries.replace(delivery.id, { ...delivery, state: 'waiting' })
    const at = world.clock.now() + FIRST_RETRY_MS * 2 ** (failures - 1)
    world.schedule.add(at, { kind: 'webhook', deliveryId: delivery.id })
  }
}

function outcomeOf({ status, error }: DeliveryAttempt): Omit<DeliveryAttempt, 'at'> {
  return status === undefined ? { error } : { status }
}

/** Receivers put secrets into the queries of their addresses. */
function withoutQuery(url: string): string {
  const { origin, pathname } = new URL(url)
  return origin + pathname
}
