/**
 * What a sandbox knows, in numbers.
 *
 * @module
 */
import type { SandboxContext } from '../context.ts'
import { instantNow } from '../instant.ts'

const COLLECTIONS = ['cobs', 'cobvs', 'lotes', 'locs', 'locRecs', 'pixes', 'recs', 'solicRecs', 'cobrs'] as const

export function stateOf({ faults, world }: SandboxContext): object {
  const next = world.schedule.next()
  return {
    now: instantNow(world),
    personality: world.personality.id,
    account: world.account,
    locationHost: world.locationHost,
    records: Object.fromEntries(COLLECTIONS.map((name) => [name, world[name].size])),
    webhooks: {
      pix: [...world.webhooks.values()],
      rec: [...world.webhooksRec.values()],
      cobr: [...world.webhooksCobr.values()],
    },
    deliveries: world.deliveries.size,
    faults: faults.waiting,
    ...(next === undefined ? {} : { nextTaskAt: new Date(next).toISOString() }),
  }
}
