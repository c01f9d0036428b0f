/**
 * Changes charges.
 *
 * @module
 */
import { instantMs } from '@pixkit/core/dates'
import { refuse } from '../api/refusal.ts'
import { bodyViolacoes } from '../api/violacoes.ts'
import type { Revised, World } from '../world.ts'
import type { Charge, ChargeChange, ChargeKind, ChargeRequest } from './charge-kind.ts'
import { chargeViolacoes } from './charge-violacoes.ts'
import { lastOf } from './last-of.ts'
import { claimLocation } from './claim-location.ts'
import { freeLocation, locOfCharge } from './locations.ts'
import { withOwnChave } from './own-chave-of.ts'
import { storeCharge } from './store-charge.ts'

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
  // What a change makes of it nobody has looked at; it does not fall due before it was made.
  const wrong = bodyViolacoes(world, kind.create, request, instantMs(current.calendario.criacao))
  const violacoes = wrong.length > 0 ? wrong : chargeViolacoes(world, kind.tipoCob, { txid, request })
  if (violacoes.length > 0) refuse(kind.problems.operation, { violacoes })
  const { id } = request.loc ?? {}
  let loc = locOfCharge(world, current)
  if (id !== undefined && id !== loc?.id) {
    if (loc !== undefined) freeLocation(world, loc.id)
    loc = claimLocation(world, kind, { id, txid })
  }
  return storeCharge(world, kind, stored, { request: withOwnChave(world, request), status: 'ATIVA', loc })
}

function removeCharge<Request extends ChargeRequest, Body extends Charge>(
  world: World,
  kind: Kind<Request, Body>,
  stored: Revised<Body>,
): Body {
  const current = lastOf(stored)
  return storeCharge(world, kind, stored, {
    request: kind.requestOf(current),
    status: 'REMOVIDA_PELO_USUARIO_RECEBEDOR',
    loc: locOfCharge(world, current),
  })
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
