/**
 * A map that forgets what was not used for longest.
 *
 * @module
 */

export interface KeptMap<Value> {
  get(key: string): Value | undefined
  /** Keeps a value; over a bound, one of the same group goes, or the oldest of all. */
  set(key: string, group: string, value: Value): void
}

export function createKeptMap<Value>(maxEntries: number, maxOfGroup: number = maxEntries): KeptMap<Value> {
  // A Map goes through its keys in the order in which they were set.
  const map = new Map<string, { readonly group: string; readonly value: Value }>()
  return {
    get(key) {
      const entry = map.get(key)
      if (entry === undefined) return undefined
      map.delete(key)
      map.set(key, entry)
      return entry.value
    },
    set(key, group, value) {
      map.delete(key)
      const ofGroup = [...map].filter(([, entry]) => entry.group === group).map(([other]) => other)
      const [oldest] = ofGroup.length >= maxOfGroup ? ofGroup : map.size >= maxEntries ? map.keys() : []
      if (oldest !== undefined) map.delete(oldest)
      map.set(key, { group, value })
    },
  }
}
