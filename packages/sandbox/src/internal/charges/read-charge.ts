/**
 * Charges as answers show them.
 *
 * @module
 */
import type { CobrancaStatus, Pix } from '@pixkit/bacen/types'
import { refuse } from '../api/refusal.ts'
import type { Revised, World } from '../world.ts'
import type { Charge, ChargeKind, ChargeRequest } from './charge-kind.ts'
import { lastOf } from './last-of.ts'
import { locOfCharge } from './locations.ts'

/** A charge with what was paid for it. */
export type Paid<Body> = Body & { readonly pix?: readonly Pix[] }

/**
 * Reads a charge, or one of its earlier revisions.
 *
 * @param revisao - As the query has it.
 * @see API Pix 2.9.0, info, CobConsultaInvalida and CobVConsultaInvalida; Revisao: of `loc` there is no history.
 */
export function readCharge<Request extends ChargeRequest, Body extends Charge>(
  world: World,
  kind: ChargeKind<Request, Body>,
  { txid, revisao }: { readonly txid: string; readonly revisao: string | undefined },
): Paid<Body> {
  const stored = kind.collection(world).get(txid) ?? refuse(kind.problems.notFound)
  const current = lastOf(stored)
  if (revisao === undefined || Number(revisao) === current.revisao) return withPix(world, stored)
  const old =
    stored.revisoes[Number(revisao)] ??
    refuse(kind.problems.query, {
      violacoes: [{ razao: 'A cobrança não tem esta revisão.', propriedade: `${kind.tipoCob}.revisao` }],
    })
  return kind.write(world, {
    request: kind.requestOf(old),
    txid,
    revisao: old.revisao,
    criacao: old.calendario.criacao,
    status: old.status as CobrancaStatus,
    loc: locOfCharge(world, current),
  })
}

/** The current revision, with its payments as they stand now. */
export function withPix<Body>({ pixes }: World, stored: Revised<Body>): Paid<Body> {
  const { pagamentos } = stored
  if (pagamentos === undefined) return lastOf(stored) as Paid<Body>
  return { ...lastOf(stored), pix: pagamentos.map((endToEndId) => pixes.get(endToEndId) as Pix) }
}
