/**
 * Changes charges.
 *
 * @module
 */
import type { CobrancaStatus } from '@pixkit/bacen/types'
import { instantMs } from '@pixkit/core/dates'
import { isDeepStrictEqual } from 'node:util'
import { refuse } from '../api/refusal.ts'
import type { Revised, World } from '../world.ts'
import type { Charge, ChargeChange, ChargeKind, ChargeParts, ChargeRequest } from './charge-kind.ts'
import { chargeViolacoes } from './charge-violacoes.ts'
import { withOwnChave } from './create-charge.ts'
import { lastOf, withLast } from './last-of.ts'
import { freeLocation, locOfCharge, takeLocation } from './locations.ts'

type Kind<Request extends ChargeRequest, Body extends Charge> = ChargeKind<Request, Body>

/**
 * Changes a charge as a PATCH asks: what is absent stays, also within `calendario` and `valor`.
 *
 * @see API Pix 2.9.0, Revisao: one more for every change, unless it is of `loc` alone.
 */
export function patchCharge<Request extends ChargeRequest, Body extends Charge>(
  world: World,
  kind: Kind<Request, Body>,
  { txid, change }: { readonly txid: string; readonly change: ChargeChange },
): Body {
  const stored = activeCharge(world, kind, txid)
  if (change.status !== undefined) return removeCharge(world, kind, stored)
  const request = kind.requestOf(lastOf(stored))
  const merged = {
    ...request,
    ...change,
    calendario: { ...request.calendario, ...change.calendario },
    valor: { ...request.valor, ...change.valor },
  }
  return rewriteCharge(world, kind, { txid, request: merged })
}

/** Gives a charge other contents as a whole; it keeps its location unless the request names another. */
export function rewriteCharge<Request extends ChargeRequest, Body extends Charge>(
  world: World,
  kind: Kind<Request, Body>,
  { txid, request }: { readonly txid: string; readonly request: Request },
): Body {
  const stored = activeCharge(world, kind, txid)
  const current = lastOf(stored)
  const violacoes = chargeViolacoes(world, kind, { txid, request, criacao: instantMs(current.calendario.criacao) })
  if (violacoes.length > 0) refuse(kind.problems.operation, { violacoes })
  const { id } = request.loc ?? {}
  let loc = locOfCharge(world, current)
  if (id !== undefined && id !== loc?.id) {
    if (loc !== undefined) freeLocation(world, loc.id)
    loc = takeLocation(world, id, txid)
  }
  return store(world, kind, stored, { request: withOwnChave(world, request), status: 'ATIVA', loc })
}

/** Takes a charge's location away from it; nothing else of it changes. */
export function unlinkCharge<Request extends ChargeRequest, Body extends Charge>(
  world: World,
  kind: Kind<Request, Body>,
  stored: Revised<Body>,
): void {
  const current = lastOf(stored)
  store(world, kind, stored, { request: kind.requestOf(current), status: current.status as CobrancaStatus })
}

/** Whether a request says of a charge what it is already. */
export function saysTheSame<Request extends ChargeRequest, Body extends Charge>(
  world: World,
  kind: Kind<Request, Body>,
  { current, request }: { readonly current: Body; readonly request: Request },
): boolean {
  const { id } = request.loc ?? {}
  if (id !== undefined && id !== current.loc?.id) return false
  return isDeepStrictEqual(kind.requestOf(current), normalised(world, kind, current, request))
}

function removeCharge<Request extends ChargeRequest, Body extends Charge>(
  world: World,
  kind: Kind<Request, Body>,
  stored: Revised<Body>,
): Body {
  const current = lastOf(stored)
  if (current.loc !== undefined) freeLocation(world, current.loc.id)
  return store(world, kind, stored, { request: kind.requestOf(current), status: 'REMOVIDA_PELO_USUARIO_RECEBEDOR' })
}

/** @see API Pix 2.9.0, info, CobOperacaoInvalida and CobVOperacaoInvalida: what is not ATIVA is not changed. */
function activeCharge<Request extends ChargeRequest, Body extends Charge>(
  world: World,
  kind: Kind<Request, Body>,
  txid: string,
): Revised<Body> {
  const stored = kind.collection(world).get(txid) ?? refuse(kind.problems.notFound)
  if (lastOf(stored).status !== 'ATIVA') {
    refuse(kind.problems.operation, {
      violacoes: [
        { razao: 'A cobrança não está ATIVA e não pode ser alterada.', propriedade: `${kind.tipoCob}.status` },
      ],
    })
  }
  return stored
}

function store<Request extends ChargeRequest, Body extends Charge>(
  world: World,
  kind: Kind<Request, Body>,
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

/** With what is assumed when nothing is said. */
function normalised<Request extends ChargeRequest, Body extends Charge>(
  world: World,
  kind: Kind<Request, Body>,
  { txid, revisao, calendario: { criacao } }: Body,
  request: Request,
): Request {
  return kind.requestOf(
    kind.write(world, { request: withOwnChave(world, request), txid, revisao, criacao, status: 'ATIVA' }),
  )
}
