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
   * Keeps a revision when it is the first or the highest of its charge.
   *
   * @param key - Host and txid.
   * @returns What was kept before, if anything.
   */
  remember(key: string, revision: Revision): Revision | undefined | Promise<Revision | undefined>
}
