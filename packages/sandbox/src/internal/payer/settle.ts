/**
 * Money arrives.
 *
 * @module
 */
import type { ComponentesValor, Pessoa, Pix } from '@pixkit/bacen/types'
import { newEndToEndId } from '@pixkit/core/end-to-end-id'
import { lastOf, withLast } from '../charges/last-of.ts'
import { defined } from '../defined.ts'
import { instantNow } from '../instant.ts'
import type { Revised, World } from '../world.ts'

export interface Settlement {
  /** Of a charge, which it concludes, or of a static code. */
  readonly txid?: string | undefined
  /** Key that it was sent to; of the charge when absent. */
  readonly chave?: string | undefined
  readonly valor: string
  /** What the amount is made of. */
  readonly componentesValor: ComponentesValor
  readonly pagador: Pessoa
  readonly infoPagador?: string | undefined
  /** Of the payer's bank. */
  readonly ispb?: string | undefined
}

/** Of the bank that payers of a sandbox have: invented. */
export const ISPB_PAGADOR = '99999011'

/**
 * Books a payment that is right: whether a charge can be paid, and with which amount, is asked before. A charge is CONCLUIDA by it, which is
 * no revision of it.
 */
export function settle(world: World, settlement: Settlement): Pix {
  const { txid, valor, componentesValor, pagador, infoPagador, ispb = ISPB_PAGADOR } = settlement
  const cob = txid === undefined ? undefined : world.cobs.get(txid)
  const cobv = txid === undefined ? undefined : world.cobvs.get(txid)
  const endToEndId = newEndToEndId({ ispb, now: () => world.clock.now(), random: world.random.bytes })
  const pix: Pix = defined({
    endToEndId,
    txid,
    valor,
    componentesValor,
    chave: settlement.chave ?? (cob && lastOf(cob).chave) ?? (cobv && lastOf(cobv).chave),
    horario: instantNow(world),
    infoPagador,
  })
  world.pixes.add(endToEndId, pix)
  world.pagadores.add(endToEndId, pagador)
  if (txid !== undefined && cob !== undefined) world.cobs.replace(txid, concluded(cob, endToEndId))
  if (txid !== undefined && cobv !== undefined) world.cobvs.replace(txid, concluded(cobv, endToEndId))
  world.emit({ kind: 'pix', endToEndId })
  return pix
}

function concluded<Body extends { readonly status: string }>(stored: Revised<Body>, endToEndId: string): Revised<Body> {
  const { pagamentos = [] } = stored
  return {
    ...withLast(stored, { ...lastOf(stored), status: 'CONCLUIDA' }),
    pagamentos: [...pagamentos, endToEndId],
  }
}
