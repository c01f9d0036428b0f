/**
 * What is inside a key set.
 *
 * @module
 */
import type { KeySet } from '../../types.ts'
import type { KeyEntry } from './key-entry.ts'

/** A limit of pixkit; the norm sets none. */
export const MAX_KEY_SET_BYTES: number = 256 * 1024

/** Outside of the object, so that nobody writes into it. */
const ENTRIES = /* @__PURE__ */ new WeakMap<KeySet, readonly KeyEntry[]>()

export function keepEntries(keySet: KeySet, entries: readonly KeyEntry[]): void {
  ENTRIES.set(keySet, entries)
}

/** @throws {TypeError} `keySet` is not from `parseKeySet`. */
export function entriesOf(keySet: KeySet): readonly KeyEntry[] {
  const entries = ENTRIES.get(keySet)
  if (entries === undefined) throw new TypeError('"jwks" must be text, bytes, or what parseKeySet returned')
  return entries
}

export function isKeySet(value: unknown): value is KeySet {
  return typeof value === 'object' && value !== null && ENTRIES.has(value as KeySet)
}
