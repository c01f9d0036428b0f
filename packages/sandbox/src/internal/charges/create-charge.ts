/**
 * Makes charges.
 *
 * @module
 */
import { refuse } from '../api/refusal.ts'
import { instantNow } from '../instant.ts'
import type { World } from '../world.ts'
import type { Charge, ChargeKind, ChargeRequest } from './charge-kind.ts'
import { chargeViolacoes } from './charge-violacoes.ts'
import { makeLocation } from './locations.ts'
import { withOwnChave } from './own-chave-of.ts'
import { claimLocation } from './claim-location.ts'

export interface NewCharge<Request> {
  /** Nobody has it yet. */
  readonly txid: string
  /** As its schema wants it. */
  readonly request: Request
  readonly loteId?: string | undefined
}

/** Makes a charge, at a location of its own or at the one that its request names. @throws what `refuse` throws, before anything is written. */
export function createCharge<Request extends ChargeRequest, Body extends Charge>(
  world: World,
  kind: ChargeKind<Request, Body>,
  { txid, request, loteId }: NewCharge<Request>,
): Body {
  const violacoes = chargeViolacoes(world, kind.tipoCob, { txid, request })
  if (violacoes.length > 0) refuse(kind.problems.operation, { violacoes })
  const loc =
    request.loc === undefined
      ? makeLocation(world, kind.tipoCob, txid)
      : claimLocation(world, kind, { id: request.loc.id, txid })
  const body = kind.write(world, {
    request: withOwnChave(world, request),
    txid,
    revisao: 0,
    criacao: instantNow(world),
    status: 'ATIVA',
    loc,
  })
  kind.collection(world).add(txid, loteId === undefined ? { revisoes: [body] } : { revisoes: [body], loteId })
  return body
}
