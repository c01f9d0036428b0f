/**
 * From the address of a location to its record.
 *
 * @module
 */
import type { PayloadLocationCompleta, PayloadLocationRecCompleta } from '@pixkit/bacen/types'
import type { Collection } from '../collection.ts'
import type { World } from '../world.ts'

type FoundLocation =
  | { readonly kind: 'charge'; readonly loc: PayloadLocationCompleta }
  | { readonly kind: 'recurrence'; readonly loc: PayloadLocationRecCompleta }

/** Ids by location, and the instant up to which they are known. */
interface Index {
  readonly ids: Map<string, string>
  since: number
}

const indexes = new WeakMap<object, Index>()

/** @param location - Host and path, without scheme. */
export function findLocation(world: World, location: string): FoundLocation | undefined {
  const loc = find(world.locs, world, location)
  if (loc !== undefined) return { kind: 'charge', loc }
  const locRec = find(world.locRecs, world, location)
  return locRec === undefined ? undefined : { kind: 'recurrence', loc: locRec }
}

/** Locations are not removed and keep their address: whatever is not known yet was made since the last look. */
function find<Loc extends { readonly id: number; readonly location: string }>(
  locs: Collection<Loc>,
  { clock }: World,
  location: string,
): Loc | undefined {
  const index = indexes.get(locs) ?? { ids: new Map<string, string>(), since: 0 }
  indexes.set(locs, index)
  if (!index.ids.has(location)) {
    const now = clock.now()
    const query = { inicio: index.since, fim: now, paginaAtual: 0, itensPorPagina: Number.MAX_SAFE_INTEGER }
    for (const made of locs.page(query).items) index.ids.set(made.location, String(made.id))
    index.since = now
  }
  const id = index.ids.get(location)
  return id === undefined ? undefined : locs.get(id)
}
