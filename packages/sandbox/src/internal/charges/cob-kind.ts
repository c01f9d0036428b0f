/**
 * Immediate charges.
 *
 * @module
 */
import type { CobCompleta, CobSolicitada } from '@pixkit/bacen/types'
import { instantMs } from '@pixkit/core/dates'
import { defined } from '../defined.ts'
import type { ChargeKind } from './charge-kind.ts'
import { locMembers } from './code-of.ts'

/** @see API Pix 2.9.0, CobExpiracao: a day when nothing is said. */
const EXPIRACAO = 86_400

/** Whether its time to be paid is over. */
export function isExpired({ calendario: { criacao, expiracao } }: CobCompleta, now: number): boolean {
  return now > instantMs(criacao) + expiracao * 1000
}

export const cobKind: ChargeKind<CobSolicitada, CobCompleta> = {
  tipoCob: 'cob',
  create: 'cob.create',
  problems: { notFound: 'CobNaoEncontrado', operation: 'CobOperacaoInvalida', query: 'CobConsultaInvalida' },
  collection: ({ cobs }) => cobs,
  write(world, { request, txid, revisao, criacao, status, loc }) {
    const { calendario, devedor, valor, chave, solicitacaoPagador, infoAdicionais } = request
    const { pixCopiaECola, ...location } = locMembers(world, loc)
    return defined({
      calendario: { criacao, expiracao: calendario.expiracao ?? EXPIRACAO },
      txid,
      revisao,
      ...location,
      location: loc?.location,
      status,
      devedor,
      valor,
      chave,
      solicitacaoPagador,
      infoAdicionais,
      pixCopiaECola,
    })
  },
  requestOf({ calendario: { expiracao }, devedor, valor, chave, solicitacaoPagador, infoAdicionais }) {
    return defined({
      calendario: { expiracao },
      devedor,
      valor,
      chave,
      solicitacaoPagador,
      infoAdicionais,
    }) as CobSolicitada
  },
}
