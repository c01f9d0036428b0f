/**
 * The faults that wait for their requests.
 *
 * @module
 */
import type { Resource } from '@pixkit/bacen'
import type { Fault, FaultEffect, FaultTarget } from '../../faults.ts'
import type { Random } from '../random.ts'

export type FaultKind = FaultEffect['kind']
/** What a request is; a fault may name the resource alone. */
export type FaultOn = Exclude<FaultTarget['on'], Exclude<Resource, 'webhook'> | undefined>

export interface Faults {
  inject(fault: Fault): { remove(): void }
  /**
   * Those that this request meets, of the kinds that the caller can do something about. Each is used up once.
   *
   * @param on - What the request is.
   */
  take<Kind extends FaultKind>(on: FaultOn, kinds: readonly Kind[]): readonly Extract<Fault, { readonly kind: Kind }>[]
  readonly waiting: readonly Fault[]
}

export function createFaults(random: Random): Faults {
  const waiting = new Set<{ readonly fault: Fault; left: number }>()
  return {
    inject(fault) {
      const entry = { fault, left: fault.times ?? 1 }
      waiting.add(entry)
      return { remove: () => void waiting.delete(entry) }
    },
    take<Kind extends FaultKind>(on: FaultOn, kinds: readonly Kind[]) {
      if (waiting.size === 0) return []
      const met: Extract<Fault, { readonly kind: Kind }>[] = []
      for (const entry of waiting) {
        const { fault } = entry
        if (!(kinds as readonly FaultKind[]).includes(fault.kind)) continue
        if (!isMeant(fault, on)) continue
        if (fault.probability !== undefined && random.fraction() >= fault.probability) continue
        entry.left -= 1
        if (entry.left <= 0) waiting.delete(entry)
        met.push(fault as Extract<Fault, { readonly kind: Kind }>)
      }
      return met
    },
    get waiting() {
      return Array.from(waiting, ({ fault }) => fault)
    },
  }
}

/** `webhook` is what goes out, not the resource of that name. */
function isMeant(fault: Fault, on: FaultOn): boolean {
  if (fault.on === undefined || fault.on === on) return true
  return fault.on !== 'webhook' && on.startsWith(`${fault.on}.`)
}
