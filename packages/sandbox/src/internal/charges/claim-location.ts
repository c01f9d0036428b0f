/**
 * Charges ask for locations that are there already.
 *
 * @module
 */
import type { PayloadLocation } from '@pixkit/bacen/types'
import type { World } from '../world.ts'
import type { Charge, ChargeKind, ChargeRequest } from './charge-kind.ts'
import { takeLocation } from './locations.ts'
import { unlinkCharge } from './store-charge.ts'

/** Gives a location to a charge, away from the removed one that it may still show. Whether it may have it, `locViolacoes` tells. */
export function claimLocation<Request extends ChargeRequest, Body extends Charge>(
  world: World,
  kind: ChargeKind<Request, Body>,
  { id, txid }: { readonly id: number; readonly txid: string },
): PayloadLocation {
  const shown = world.locs.get(String(id))?.txid
  const other = shown === undefined || shown === txid ? undefined : kind.collection(world).get(shown)
  if (other !== undefined) unlinkCharge(world, kind, other)
  return takeLocation(world, id, txid)
}
