/**
 * What survives a restart.
 *
 * @module
 */
import type { Stored } from './collection.ts'

/** Writes before the answer goes out: what was acknowledged is there after a `kill -9`. */
export interface Journal {
  /** Every record of a kind, in the order in which they were made. */
  load(kind: string): Iterable<Stored<unknown>>
  write(kind: string, record: Stored<unknown>): void
  delete(kind: string, id: string): void
  /** Runs the writes of one request together: all of them, or none. */
  together<Result>(work: () => Result): Result
  close(): void
}

/** Keeps nothing: what is in memory is all there is. */
export const noJournal: Journal = {
  load: () => [],
  write() {},
  delete() {},
  together: (work) => work(),
  close() {},
}
