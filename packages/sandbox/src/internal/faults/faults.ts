/**
 * The faults that wait for their requests.
 *
 * @module
 */
import type { Fault, FaultEffect, FaultTarget } from '../../faults.ts'
import type { Random } from '../random.ts'

export type FaultKind = FaultEffect['kind']
export type FaultOn = NonNullable<FaultTarget['on']>

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
        if (fault.on !== undefined && fault.on !== on) continue
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
