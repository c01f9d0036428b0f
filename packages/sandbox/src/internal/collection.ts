/**
 * The records of one kind: found by id at once, listed by the instant at which they were made.
 *
 * @module
 */

import type { Journal } from './journal.ts'

/** What every record has. `value` is replaced as a whole, never changed in place: the journal keeps what was written. */
export interface Stored<Value> {
  readonly id: string
  /** Milliseconds since 1970. */
  readonly madeAt: number
  readonly value: Value
}

export interface PageQuery<Value> {
  /** Milliseconds since 1970, both ends included. */
  readonly inicio: number
  readonly fim: number
  readonly where?: ((value: Value) => boolean) | undefined
  readonly paginaAtual: number
  readonly itensPorPagina: number
}

export interface Page<Value> {
  readonly items: readonly Value[]
  readonly total: number
}

export interface Collection<Value> {
  readonly size: number
  get(id: string): Value | undefined
  /** Makes a record, now. */
  add(id: string, value: Value): void
  /** Puts another value in the place of one that is there. */
  replace(id: string, value: Value): void
  delete(id: string): void
  /** Without `where`, in a time that does not grow with the number of records. */
  page(query: PageQuery<Value>): Page<Value>
  values(): IterableIterator<Value>
}

/**
 * Makes a collection in memory, over what the journal has of it.
 *
 * @param kind - Its name in the journal.
 */
export function createCollection<Value>(kind: string, journal: Journal, now: () => number): Collection<Value> {
  const records = new Map<string, Stored<Value>>()
  /** By the instant at which they were made, then as they came: ids alone, for what stands under them changes. */
  const order: Stored<Value>['id'][] = []
  const instants: number[] = []

  const put = (record: Stored<Value>): void => {
    records.set(record.id, record)
    // Time may have been set back between two runs.
    const at = record.madeAt >= (instants.at(-1) ?? -Infinity) ? instants.length : firstAfter(instants, record.madeAt)
    instants.splice(at, 0, record.madeAt)
    order.splice(at, 0, record.id)
  }
  const drop = (id: string): void => {
    records.delete(id)
    const at = order.lastIndexOf(id)
    order.splice(at, 1)
    instants.splice(at, 1)
  }
  for (const record of journal.load(kind)) put(record as Stored<Value>)

  const valueAt = (index: number): Value => (records.get(order[index] ?? '') as Stored<Value>).value
  return {
    get size() {
      return records.size
    },
    get: (id) => records.get(id)?.value,
    add(id, value) {
      if (records.has(id)) throw new TypeError(`${kind} has a record of this id`)
      const record = { id, madeAt: now(), value }
      journal.write(kind, record)
      put(record)
      journal.undo(() => drop(id))
    },
    replace(id, value) {
      const old = records.get(id)
      if (old === undefined) throw new TypeError(`${kind} has no record of this id`)
      const record = { ...old, value }
      journal.write(kind, record)
      records.set(id, record)
      journal.undo(() => records.set(id, old))
    },
    delete(id) {
      const at = order.indexOf(id)
      if (at < 0) return
      const old = records.get(id) as Stored<Value>
      journal.delete(kind, id)
      drop(id)
      journal.undo(() => {
        records.set(id, old)
        order.splice(at, 0, id)
        instants.splice(at, 0, old.madeAt)
      })
    },
    page({ inicio, fim, where, paginaAtual, itensPorPagina }) {
      const from = firstAfter(instants, inicio - 1)
      const to = firstAfter(instants, fim)
      const begin = from + paginaAtual * itensPorPagina
      if (where === undefined) {
        const end = Math.min(begin + itensPorPagina, to)
        const length = Math.max(end - begin, 0)
        return { items: Array.from({ length }, (_, index) => valueAt(begin + index)), total: Math.max(to - from, 0) }
      }
      const all: Value[] = []
      for (let index = from; index < to; index += 1) {
        const value = valueAt(index)
        if (where(value)) all.push(value)
      }
      const first = paginaAtual * itensPorPagina
      return { items: all.slice(first, first + itensPorPagina), total: all.length }
    },
    *values() {
      for (const id of order) yield (records.get(id) as Stored<Value>).value
    },
  }
}

/** Index of the first instant after `at`, in an ascending list. */
function firstAfter(instants: readonly number[], at: number): number {
  let low = 0
  let high = instants.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((instants[middle] as number) <= at) low = middle + 1
    else high = middle
  }
  return low
}
