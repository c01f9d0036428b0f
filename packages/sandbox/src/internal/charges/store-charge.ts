/**
 * Revisions are kept.
 *
 * @module
 */
import type { CobrancaStatus } from '@pixkit/bacen/types'
import { isDeepStrictEqual } from 'node:util'
import { withOwnChave } from './own-chave-of.ts'
import type { Revised, World } from '../world.ts'
import type { Charge, ChargeKind, ChargeParts, ChargeRequest } from './charge-kind.ts'
import { lastOf, withLast } from './last-of.ts'

/**
 * Gives a charge other contents, which are another revision when they are others.
 *
 * @see API Pix 2.9.0, Revisao: one more for every change, unless it is of `loc` alone.
 */
export function storeCharge<Request extends ChargeRequest, Body extends Charge>(
  world: World,
  kind: ChargeKind<Request, Body>,
  stored: Revised<Body>,
  parts: Pick<ChargeParts<Request>, 'request' | 'status' | 'loc'>,
): Body {
  const current = lastOf(stored)
  const { txid, revisao, status, calendario } = current
  const isSame =
    parts.status === status &&
    isDeepStrictEqual(kind.requestOf(current), normalised(world, kind, current, parts.request))
  const next = kind.write(world, {
    ...parts,
    txid,
    revisao: isSame ? revisao : revisao + 1,
    criacao: calendario.criacao,
  })
  const after = isSame ? withLast(stored, next) : { ...stored, revisoes: [...stored.revisoes, next] as const }
  kind.collection(world).replace(txid, after as unknown as Revised<Body>)
  return next
}

/** Takes a charge's location away from it; nothing else of it changes. */
export function unlinkCharge<Request extends ChargeRequest, Body extends Charge>(
  world: World,
  kind: ChargeKind<Request, Body>,
  stored: Revised<Body>,
): void {
  const current = lastOf(stored)
  storeCharge(world, kind, stored, { request: kind.requestOf(current), status: current.status as CobrancaStatus })
}

/** Whether a request says of a charge what it is already. */
export function saysTheSame<Request extends ChargeRequest, Body extends Charge>(
  world: World,
  kind: ChargeKind<Request, Body>,
  { current, request }: { readonly current: Body; readonly request: Request },
): boolean {
  const { id } = request.loc ?? {}
  if (id !== undefined && id !== current.loc?.id) return false
  return isDeepStrictEqual(kind.requestOf(current), normalised(world, kind, current, request))
}

/** With what is assumed when nothing is said. */
function normalised<Request extends ChargeRequest, Body extends Charge>(
  world: World,
  kind: ChargeKind<Request, Body>,
  { txid, revisao, calendario: { criacao } }: Body,
  request: Request,
): Request {
  return kind.requestOf(
    kind.write(world, { request: withOwnChave(world, request), txid, revisao, criacao, status: 'ATIVA' }),
  )
}
