/**
 * Memory of the revisions of charges, to tell an old one that is shown again.
 *
 * @module
 */

export interface Revision {
  readonly revisao: number
  /** SHA-256 of what the revision charges, base64url. */
  readonly digest: string
}

/** Where revisions are kept; a database that several processes share, or `createRevisionMemory()`. */
export interface RevisionMemory {
  /**
   * Keeps a revision when it is the first or the highest of its charge. Reading and keeping are one step, as two verifications of
   * one charge may run at once.
   *
   * @param key - Host and txid.
   * @returns What was kept before, if anything.
   */
  remember(key: string, revision: Revision): Revision | undefined | Promise<Revision | undefined>
}

export interface RevisionMemoryOptions {
  /** Charges that are remembered; 10,000 by default. Beyond, those that were not seen for longest are forgotten. */
  readonly maxEntries?: number | undefined
}

/**
 * Makes a memory for one process.
 *
 * @throws {TypeError} `maxEntries` is not a positive integer.
 *
 * @example
 * ```ts
 * import { createRevisionMemory } from '@pixkit/payload/revision-memory'
 *
 * const memory = createRevisionMemory()
 * memory.remember('pix.example.com fc9a4366ff3d4964b5dbc6c91a8722d3', { revisao: 3, digest: 'new' })
 * const before = await memory.remember('pix.example.com fc9a4366ff3d4964b5dbc6c91a8722d3', { revisao: 2, digest: 'old' })
 * before?.revisao // 3
 * ```
 */
export function createRevisionMemory({ maxEntries = 10_000 }: RevisionMemoryOptions = {}): RevisionMemory {
  if (!Number.isInteger(maxEntries) || maxEntries < 1) throw new TypeError('"maxEntries" must be a positive integer')
  // A Map keeps the order of insertion: what is seen moves to the end.
  const kept = new Map<string, Revision>()
  return {
    remember(key, { revisao, digest }) {
      const before = kept.get(key)
      kept.delete(key)
      kept.set(key, before === undefined || revisao > before.revisao ? { revisao, digest } : before)
      if (kept.size > maxEntries) {
        for (const oldest of kept.keys()) {
          kept.delete(oldest)
          break
        }
      }
      return before
    },
  }
}
