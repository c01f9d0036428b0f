/**
 * Where a verification has its key set from: what the caller gave, or the network.
 *
 * @module
 */
import type { KeySet } from '../../types.ts'
import type { Later } from '../verification.ts'

/**
 * A key set at a distance. `load` is called once, with a `jku` that passed its step (threat: a request to an address that an
 * attacker wrote into the header), and `reload` only after it, when the set lacks the key of the header.
 */
export interface KeySource {
  load(jku: string): Later<KeySet>
  /** A key set that is newer than the one that `load` returned; undefined when there is none, or nobody may ask now. */
  reload(jku: string): Promise<KeySet | undefined>
}
