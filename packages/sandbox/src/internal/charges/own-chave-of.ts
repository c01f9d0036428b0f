/**
 * Keys in requests.
 *
 * @module
 */
import { ownChave } from '../own-chave.ts'
import type { World } from '../world.ts'
import type { ChargeRequest } from './charge-kind.ts'

/** With its key as the account spells it. */
export function withOwnChave<Request extends ChargeRequest>(world: World, request: Request): Request {
  const own = ownChave(world, request.chave)
  return 'chave' in own ? { ...request, chave: own.chave } : request
}
