/**
 * What survives a restart.
 *
 * @module
 */
import type { Stored } from './collection.ts'
import { createUndo, type Undo } from './undo.ts'

/** Writes before the answer goes out: what was acknowledged is there after a `kill -9`. */
export interface Journal extends Undo {
  /** Every record of a kind, in the order in which they were made. */
  load(kind: string): Iterable<Stored<unknown>>
  write(kind: string, record: Stored<unknown>): void
  delete(kind: string, id: string): void
  close(): void
}

/** Keeps nothing: what is in memory is all there is. */
export function createMemoryJournal(): Journal {
  const nothing = (): void => {}
  return { ...createUndo(nothing, nothing, nothing), load: () => [], write: nothing, delete: nothing, close: nothing }
}
