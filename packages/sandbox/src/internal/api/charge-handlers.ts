/**
 * The operations that both kinds of charge have.
 *
 * @module
 */
import type { CobCompleta, CobSolicitada, CobVCompleta, CobVSolicitada } from '@pixkit/bacen/types'
import type { Charge, ChargeChange, ChargeKind, ChargeRequest } from '../charges/charge-kind.ts'
import { createCharge } from '../charges/create-charge.ts'
import { lastOf } from '../charges/last-of.ts'
import { readCharge, withPix } from '../charges/read-charge.ts'
import { patchCharge, rewriteCharge } from '../charges/revise-charge.ts'
import { saysTheSame } from '../charges/store-charge.ts'
import { isTxidTaken } from '../charges/txids.ts'
import { defined } from '../defined.ts'
import type { Revised, World } from '../world.ts'
import type { Handler } from './call.ts'
import { allOf, flag, pageOf } from './list-answer.ts'
import { refuse } from './refusal.ts'

export type AnyChargeKind = ChargeKind<CobSolicitada, CobCompleta> | ChargeKind<CobVSolicitada, CobVCompleta>

export interface ChargeHandlers {
  readonly create: Handler
  readonly get: Handler
  readonly update: Handler
  readonly list: Handler
}

/** @param refuseInLote - Throws where a batch has the txid and does not let it be changed. */
export function chargeHandlers<Request extends ChargeRequest, Body extends Charge>(
  kind: ChargeKind<Request, Body>,
  refuseInLote: (world: World, txid: string) => void = () => {},
): ChargeHandlers {
  return {
    create({ world, params: { txid = '' }, body }) {
      refuseInLote(world, txid)
      return { body: put(world, kind, { txid, request: body as Request }) }
    },
    get: ({ world, params: { txid = '' }, query }) => ({
      body: readCharge(world, kind, { txid, revisao: query['revisao'] }),
    }),
    update({ world, params: { txid = '' }, body }) {
      refuseInLote(world, txid)
      return { body: patchCharge(world, kind, { txid, change: body as ChargeChange }) }
    },
    list({ world, query }) {
      const { cpf, cnpj, locationPresente, status, loteCobVId } = query
      const hasLocation = flag(locationPresente)
      const lote = Number(loteCobVId)
      const where = allOf<Revised<Body>>(
        cpf !== undefined && ((stored) => lastOf(stored).devedor?.cpf === cpf),
        cnpj !== undefined && ((stored) => lastOf(stored).devedor?.cnpj === cnpj),
        hasLocation !== undefined && ((stored) => (lastOf(stored).loc !== undefined) === hasLocation),
        status !== undefined && ((stored) => lastOf(stored).status === status),
        loteCobVId !== undefined && (({ loteId }) => Number(loteId) === lote),
      )
      const { items, parametros } = pageOf(kind.collection(world), query, where)
      const filters = defined({ cpf, cnpj, locationPresente: hasLocation, status })
      return {
        body: { parametros: { ...parametros, ...filters }, cobs: items.map((stored) => withPix(world, stored)) },
      }
    },
  }
}

/**
 * Makes a charge of this txid. Asked for again with the same contents it is what it was; with others it is refused, unless the bank takes
 * that for a change.
 *
 * @see API Pix 2.9.0, info, CobOperacaoInvalida and CobVOperacaoInvalida, violations of `PUT`: a charge that is not ATIVA is refused. Of
 *   one that is, the norm is silent: a choice of pixkit.
 */
function put<Request extends ChargeRequest, Body extends Charge>(
  world: World,
  kind: ChargeKind<Request, Body>,
  { txid, request }: { readonly txid: string; readonly request: Request },
): Body {
  const stored = kind.collection(world).get(txid)
  if (stored === undefined) {
    if (isTxidTaken(world, txid)) refuse(kind.problems.operation, taken(kind, 'Este txid já é de outra cobrança.'))
    return createCharge(world, kind, { txid, request })
  }
  const current = lastOf(stored)
  if (current.status === 'ATIVA' && saysTheSame(world, kind, { current, request })) return current
  if (current.status !== 'ATIVA') {
    refuse(kind.problems.operation, taken(kind, 'A cobrança já existe e não está ATIVA.'))
  }
  if (world.personality.putRevises !== true) {
    refuse(kind.problems.operation, taken(kind, 'A cobrança já existe com outros dados; altere-a com PATCH.'))
  }
  return rewriteCharge(world, kind, { txid, request })
}

function taken({ tipoCob }: Pick<AnyChargeKind, 'tipoCob'>, razao: string) {
  return { violacoes: [{ razao, propriedade: `${tipoCob}.txid` }] }
}
