/**
 * What is paid for a charge, and what it is made of.
 *
 * @module
 */
import { type ValorFinal, valorFinal } from '@pixkit/bacen/valor-final'
import type { CobCompleta, CobVCompleta, ComponentesValor, PixValorRetirada, RetiradaGerada } from '@pixkit/bacen/types'
import type { StaticBrCode } from '@pixkit/brcode'
import { isPixkitError } from '@pixkit/core/error'
import { centavosFromValor, valorFromCentavos } from '@pixkit/core/valor'
import { partsOf } from '../charges/cobv-kind.ts'
import { refused } from './refused.ts'

export interface Amount {
  readonly valor: string
  /** They add up to it. @see API Pix 2.9.0, Pix.componentesValor. */
  readonly componentesValor: ComponentesValor
}

type Wanted = string | undefined

/**
 * @param wanted - Everything that the payer pays: also of a charge with `troco`, whose change is what exceeds the price.
 * @see API Pix 2.9.0, CobValor: what may be changed of a charge, and what the payer takes in cash.
 */
export function cobAmount({ valor }: CobCompleta, wanted: Wanted): Amount {
  const { modalidadeAlteracao, original, retirada: { saque, troco } = {} } = valor
  if (saque !== undefined) {
    const cash = chosen(saque.valor, saque.modalidadeAlteracao === 1, wanted)
    return { valor: cash, componentesValor: { saque: inCash(cash, saque) } }
  }
  if (troco === undefined) return plain(chosen(original, modalidadeAlteracao === 1, wanted))
  const price = centavosFromValor(original)
  const usual = valorFromCentavos(price + centavosFromValor(troco.valor))
  const paid = chosen(usual, troco.modalidadeAlteracao === 1, wanted)
  const change = centavosFromValor(paid) - price
  if (change < 0) throw refused('amount-below-price', ['valor'])
  const cash = inCash(valorFromCentavos(change), troco)
  return { valor: paid, componentesValor: { original: { valor: original }, troco: cash } }
}

/**
 * @param day - `YYYY-MM-DD`.
 * @see API Pix 2.9.0, CobVValor.
 */
export function cobvAmount(cobv: CobVCompleta, day: string, wanted: Wanted): Amount {
  const reckoned = finalOf(cobv, day)
  const components = Object.fromEntries(partsOf(reckoned).map(([name, valor]) => [name, { valor }]))
  return {
    valor: chosen(reckoned.final, false, wanted),
    componentesValor: { original: { valor: reckoned.original }, ...components },
  }
}

/** Of a code that the receiver wrote without the bank; one with `fss` is for cash. */
export function staticAmount({ fss, transactionAmount }: StaticBrCode, wanted: Wanted): Amount {
  const valor = chosen(transactionAmount ?? '0.00', transactionAmount === undefined, wanted)
  if (fss === undefined) return plain(valor)
  return { valor, componentesValor: { saque: { valor, modalidadeAgente: 'AGPSS', prestadorDoServicoDeSaque: fss } } }
}

function plain(valor: string): Amount {
  return { valor, componentesValor: { original: { valor } } }
}

function inCash(valor: string, { modalidadeAgente, prestadorDoServicoDeSaque }: RetiradaGerada): PixValorRetirada {
  return { valor, modalidadeAgente, prestadorDoServicoDeSaque }
}

function finalOf(cobv: CobVCompleta, day: string): ValorFinal {
  try {
    return valorFinal(cobv, day)
  } catch (error) {
    if (!isPixkitError(error, 'BACEN_CALCULO')) throw error
    throw refused(error.params['reason'] === 'overdue' ? 'overdue' : 'nothing-left')
  }
}

/** What the payer wants, where it may want something; never nothing. */
function chosen(usual: string, isFree: boolean, wanted: Wanted): string {
  const valor = wanted ?? usual
  if (!isValor(valor)) throw refused('amount-format', ['valor'])
  if (!isFree && valor !== usual) throw refused('amount-fixed', ['valor'])
  if (centavosFromValor(valor) === 0) throw refused('amount-missing', ['valor'])
  return valor
}

const VALOR = /^(?:0|[1-9]\d{0,9})\.\d{2}$/

export function isValor(text: unknown): text is string {
  return typeof text === 'string' && VALOR.test(text)
}
