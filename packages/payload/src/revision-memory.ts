/**
 * Memory of the revisions of charges, to tell an old one that is shown again.
 *
 * @module
 */
import { zoneOf } from './internal/network/zone-of.ts'

export interface Revision {
  readonly revisao: number
  /** SHA-256 of what the revision charges, base64url. */
  readonly digest: string
  /** Whether the charge was paid or removed. */
  readonly closed: boolean
}

/** Where revisions are kept; a database that several processes share, or `createRevisionMemory()`. */
export interface RevisionMemory {
  /**
   * Keeps a revision in place of what is kept, if it is the first of its charge, or higher, or the same and closed now. What was
   * closed once stays `closed`, whatever comes: a charge that is not ATIVA does not change any more. Reading and keeping are one
   * step, because verifications of one charge may run at once.
   *
   * Called once the payload is proven and read, also when the charge turns out to be paid, removed or late, and is refused.
   *
   * @param key - Location, in lower case and without escapes, and txid, `host/path txid`: ASCII, at most 113 characters. Whoever knows the location can read the
   *   charge, so it is to be kept as the charge is.
   * @returns What was kept before, if anything.
   *
   * @see API Pix 2.9.0, TxId: unique for each CPF or CNPJ of a receiver, not for a host, so that a host of many receivers may
   *   show equal ones. A location is of one receiver, who chooses neither that of others nor what others show. `chave` would be
   *   no better than a location: a revision may change it. What remains: a charge that moves to another location begins anew
   *   there.
   */
  remember(key: string, revision: Revision): Revision | undefined | Promise<Revision | undefined>
}

export interface RevisionMemoryOptions {
  /**
   * Charges that are remembered; 10,000 by default. Beyond, the owner of hosts with the most of them, as far as names tell, loses
   * the one that was not seen for longest.
   */
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
 * const key = 'pix.example.com/qr/8b3da2f39a4140d1 fc9a4366ff3d4964b5dbc6c91a8722d3'
 * memory.remember(key, { revisao: 3, digest: 'new', closed: false })
 * const before = await memory.remember(key, { revisao: 2, digest: 'old', closed: false })
 * before?.revisao // 3
 * ```
 */
export function createRevisionMemory({ maxEntries = 10_000 }: RevisionMemoryOptions = {}): RevisionMemory {
  if (!Number.isInteger(maxEntries) || maxEntries < 1) throw new TypeError('"maxEntries" must be a positive integer')
  // A Map keeps the order of insertion: what is seen, charge or zone, moves to the end.
  const zones = new Map<string, Map<string, Revision>>()
  let size = 0

  const forgetOne = (): void => {
    let fullest: Map<string, Revision> | undefined
    for (const charges of zones.values()) {
      if (charges.size > (fullest?.size ?? 0)) fullest = charges
    }
    const [oldest = ''] = fullest?.keys() ?? []
    fullest?.delete(oldest)
    if (fullest?.size === 0) zones.delete(zoneOfKey(oldest))
    size -= 1
  }

  return {
    remember(key, { revisao, digest, closed }) {
      const zone = zoneOfKey(key)
      const charges = zones.get(zone) ?? new Map<string, Revision>()
      const before = charges.get(key)
      const isNews = before === undefined || revisao > before.revisao || (revisao === before.revisao && closed)
      charges.delete(key)
      charges.set(key, isNews ? { revisao, digest, closed: closed || before?.closed === true } : before)
      zones.delete(zone)
      zones.set(zone, charges)
      if (before === undefined) size += 1
      if (size > maxEntries) forgetOne()
      return before
    },
  }
}

function zoneOfKey(key: string): string {
  return zoneOf(key.slice(0, Math.max(0, key.indexOf('/'))))
}
