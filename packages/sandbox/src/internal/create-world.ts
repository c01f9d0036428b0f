/**
 * Makes a world, new or from what the journal has of it.
 *
 * @module
 */
import type { Account } from '../options.ts'
import type { Personality } from '../personality.ts'
import { createCollection } from './collection.ts'
import type { Journal } from './journal.ts'
import type { Random } from './random.ts'
import type { Time } from './time.ts'
import type { World, WorldEvent } from './world.ts'

export interface WorldParts {
  readonly account: Account
  readonly personality: Personality
  readonly locationHost: string
  readonly journal: Journal
  readonly random: Random
  readonly time: Time
}

export function createWorld({ account, personality, locationHost, journal, random, time }: WorldParts): World {
  const { clock, schedule } = time
  const listeners: ((event: WorldEvent) => void)[] = []
  const collection = <Value>(kind: string) => createCollection<Value>(kind, journal, () => clock.now())
  return {
    account,
    personality,
    locationHost,
    journal,
    random,
    clock,
    schedule,
    cobs: collection('cob'),
    cobvs: collection('cobv'),
    lotes: collection('lote'),
    loteTxids: collection('loteTxid'),
    locs: collection('loc'),
    locRecs: collection('locRec'),
    pixes: collection('pix'),
    pagadores: collection('pagador'),
    recs: collection('rec'),
    solicRecs: collection('solicRec'),
    cobrs: collection('cobr'),
    webhooks: collection('webhook'),
    webhooksRec: collection('webhookRec'),
    webhooksCobr: collection('webhookCobr'),
    deliveries: collection('delivery'),
    emit(event) {
      for (const listener of listeners) listener(event)
    },
    on: (listener) => void listeners.push(listener),
  }
}
