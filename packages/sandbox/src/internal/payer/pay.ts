/**
 * The payer pays.
 *
 * @module
 */
import type { CobCompleta, CobVCompleta } from '@pixkit/bacen/types'
import { dayInSaoPaulo } from '@pixkit/core/dates'
import type { PayOptions, Payment } from '../../options.ts'
import type { World } from '../world.ts'
import { approveRec } from '../automatico/payer.ts'
import { isExpired } from '../charges/cob-kind.ts'
import { type Amount, cobAmount, cobvAmount, staticAmount } from './amounts.ts'
import { type Payable, readPayable } from './read-code.ts'
import { refused } from './refused.ts'
import { settle } from './settle.ts'

/** Invented. */
const PAGADOR = { nome: 'Francisca da Silva', cpf: '12345678909' } as const

/**
 * Pays at once, as a bank that read the code and its location would. What a charge with a due date or a static code offers beside (jornada
 * 4), `approve` takes.
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, annex I (Pix Automático): jornadas 3 and 4.
 * @throws {PixkitError} `SANDBOX_PAYMENT`: what a payer's bank would refuse, with the reason.
 */
export function pay(world: World, { code, infoPagador, pagador = PAGADOR, valor }: PayOptions): Payment {
  const payable = readPayable(world, code)
  const { chave, txid } = addressOf(payable)
  const amount = amountOf(world, payable, valor)
  const pix = world.journal.together(() => {
    // Both, or none: who pays an immediate charge with a recurrence authorises that as well.
    if (payable.kind === 'cob' && payable.idRec !== undefined) {
      approveRec(world, payable.idRec, { jornada: 'JORNADA_3', txid })
    }
    return settle(world, { ...amount, chave, txid, pagador, infoPagador })
  })
  return { endToEndId: pix.endToEndId, valor: pix.valor, ...(pix.txid === undefined ? {} : { txid: pix.txid }) }
}

function addressOf(payable: Payable): { readonly chave: string; readonly txid?: string | undefined } {
  if (payable.kind === 'cob') return payable.cob
  return payable.kind === 'cobv' ? payable.cobv : payable.code
}

function amountOf(world: World, payable: Payable, wanted: string | undefined): Amount {
  if (payable.kind === 'static') return staticAmount(payable.code, wanted)
  const now = world.clock.now()
  if (payable.kind === 'cob') {
    const { cob } = payable
    assertOpen(cob)
    if (isExpired(cob, now)) throw refused('expired')
    return cobAmount(cob, wanted)
  }
  assertOpen(payable.cobv)
  return cobvAmount(payable.cobv, dayInSaoPaulo(now), wanted)
}

function assertOpen({ status }: CobCompleta | CobVCompleta): void {
  if (status === 'ATIVA') return
  throw refused(status === 'CONCLUIDA' ? 'paid' : 'removed')
}
