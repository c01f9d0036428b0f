/**
 * What happened lately, for those who look.
 *
 * @module
 */
import type { SandboxContext } from '../context.ts'
import { instantNow } from '../instant.ts'
import type { World, WorldEvent } from '../world.ts'

export type LoggedEvent = WorldEvent & {
  /** From 1. */
  readonly seq: number
  readonly at: string
}

const KEPT = 1_000

const logs = new WeakMap<World, LoggedEvent[]>()

/** Called once for a sandbox. */
export function startEventLog({ world }: SandboxContext): void {
  const log: LoggedEvent[] = []
  logs.set(world, log)
  let seq = 0
  world.on((event) => {
    seq += 1
    log.push({ seq, at: instantNow(world), ...event })
    if (log.length > KEPT) log.shift()
  })
}

/** The last thousand at most, the oldest first. */
export function eventsSince(world: World, seq: number): readonly LoggedEvent[] {
  return (logs.get(world) ?? []).filter((event) => event.seq > seq)
}
