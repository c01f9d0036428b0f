/**
 * What a charge with a due date costs on a day.
 *
 * @module
 */
import { addDays, dayInSaoPaulo, dayOfDate, instantMs, isDateTime } from '@pixkit/core/dates'
import { firstDiaUtil } from '@pixkit/core/dias-uteis'
import { isDiaUtil as isDiaUtilNacional } from '@pixkit/core/feriados'
import { assertDate } from './internal/assert-date.ts'
import { hundredths, type Rounding, writeValor } from './internal/centavos.ts'
import { type Calculo, descontoOf, flat, jurosOf, present } from './internal/encargos.ts'
import { bacenFailure } from './internal/failure.ts'
import { isMembers } from './internal/members.ts'
import type { CobDataDeVencimento, CobVGerada } from './internal/types/cobv.ts'
import { janelaDePagamento, type JanelaDePagamentoOptions } from './janela-de-pagamento.ts'

export type { Rounding } from './internal/centavos.ts'

/** What is looked at of a charge, whether it is yet to be created (`CobVSolicitada`) or was answered (`CobVCompleta`). */
export interface CobVParaCalculo {
  readonly calendario: CobDataDeVencimento & { readonly criacao?: string | undefined }
  readonly valor: CobVGerada['valor']
}

export interface ValorFinalOptions extends JanelaDePagamentoOptions {
  /** `half-up` by default. */
  readonly rounding?: Rounding | undefined
  /** Days of a year, where a rate by the year is counted in calendar days; 365 by default. */
  readonly daysOfYear?: 360 | 365 | undefined
  /** What is not charged on the days off right after the due date, until the next business day; `multa` by default. */
  readonly waivedOnDaysOff?: 'multa' | 'multa-e-juros' | 'nothing' | undefined
}

/** Money as `'10.00'`; the names of the payload that the payer's bank reads (CobVPayloadValor). */
export interface ValorFinal {
  readonly original: string
  readonly abatimento: string
  readonly desconto: string
  readonly juros: string
  readonly multa: string
  /** `original` − `abatimento` − `desconto` + `juros` + `multa`. */
  readonly final: string
  /** The due date, moved to a business day. */
  readonly vencimento: string
  /** Last day on which it can be paid. */
  readonly ultimoDia: string
}

/** Between the due date and the day of payment; the days in between are looked at one by one (choice of pixkit). */
const MAX_YEARS = 100
const DAYS_OF_CENTURY = 36_525
/**
 * Reckons what has to be paid for a charge on a day, as the receiver's bank does for the payload that the payer's bank reads.
 *
 * Until the due date, moved to a business day, there is neither fine nor interest. Each part is rounded to centavos by itself, once, at
 * its end: rates by the day are not rounded.
 *
 * Where the norm is silent, pixkit chooses, and banks may differ by a centavo or a day: rounding half up; 365 days a year; percentages
 * of `desconto` and `abatimento` are of the original amount, those of `multa` and `juros` of what `abatimento` leaves; interest is
 * simple, and counts days off once it is late, while the fine waits for the next business day.
 *
 * @param date - Day of payment, `YYYY-MM-DD` in America/Sao_Paulo.
 * @throws {PixkitError} `BACEN_CALCULO`: `overdue` after the last day of payment, `before-creation`, `nothing-left` where the
 *   deductions reach the whole amount, `too-large` above ten digits of reais, `too-far` a century from the due date; `date`, `validade`, `valor`, `modalidade` and
 *   `desconto` where the charge is wrong, with the path; `dia-util` where `isDiaUtil` does not reach so far.
 *
 * @example
 * ```ts
 * import { valorFinal } from '@pixkit/bacen/valor-final'
 *
 * const cobv = {
 *   calendario: { dataDeVencimento: '2026-11-20', validadeAposVencimento: 30 },
 *   valor: {
 *     original: '100.00',
 *     multa: { modalidade: 2, valorPerc: '2.00' },
 *     juros: { modalidade: 3, valorPerc: '1.00' },
 *     desconto: { modalidade: 1, descontoDataFixa: [{ data: '2026-11-10', valorPerc: '5.00' }] },
 *   },
 * }
 * valorFinal(cobv, '2026-11-10').final // '95.00'
 * valorFinal(cobv, '2026-11-23').final // '100.00'
 * valorFinal(cobv, '2026-12-03').final // '102.33'
 * ```
 *
 * @see API Pix 2.9.0, CobVValor, CobVPayloadValor and CobDataDeVencimento (all that refers to the due date moves with it); Manual de
 *   Padrões para Iniciação do Pix 2.10.0, section 2.7.1.2 and annex V, section 2.2; its equations 9 to 13, as issues 297 and 607 of
 *   bacen/pix-api quote them; Lei 7.089/1983, article 1; Código Civil, article 132, § 1º.
 */
export function valorFinal(cobv: CobVParaCalculo, date: string, options: ValorFinalOptions = {}): ValorFinal {
  const { isDiaUtil = isDiaUtilNacional, rounding = 'half-up', daysOfYear = 365, waivedOnDaysOff = 'multa' } = options
  assertCobranca(cobv)
  const valor = present(cobv.valor)
  assertDate(date, 'date')
  const { vencimento, ultimoDia } = janelaDePagamento(cobv.calendario, { isDiaUtil })
  assertPayable(cobv.calendario, date, ultimoDia)
  assertNear(date, vencimento)

  const original = hundredths(valor?.original, ['valor', 'original'])
  const calculo: Calculo = { date, vencimento, original, isDiaUtil, rounding, daysOfYear }
  const abatimento = flat(present(valor?.abatimento), 'abatimento', original, rounding)
  const base = left(original - abatimento)
  // All are read on every day, so that a charge is not wrong on some days only.
  const early = descontoOf(present(valor?.desconto), calculo)
  const flatFine = flat(present(valor?.multa), 'multa', base, rounding)
  const interest = jurosOf(present(valor?.juros), base, calculo)

  const late = date > vencimento
  const waived = late && isBeforeDiaUtil(calculo) ? waivedOnDaysOff : 'nothing'
  const desconto = late ? 0n : early
  const multa = late && waived === 'nothing' ? flatFine : 0n
  const juros = late && waived !== 'multa-e-juros' ? interest : 0n
  return {
    original: writeValor(original),
    abatimento: writeValor(abatimento),
    desconto: writeValor(desconto),
    juros: writeValor(juros),
    multa: writeValor(multa),
    final: writeValor(left(base - desconto) + juros + multa),
    vencimento,
    ultimoDia,
  }
}

function assertCobranca(cobv: unknown): void {
  if (!isMembers(cobv)) throw new TypeError('"cobv" must be a charge, with its calendario and its valor')
}

function assertPayable(calendario: CobVParaCalculo['calendario'], date: string, ultimoDia: string): void {
  const criacao: unknown = present(calendario.criacao)
  if (date > ultimoDia) throw bacenFailure('BACEN_CALCULO', { reason: 'overdue', path: ['date'] })
  if (criacao === undefined) return
  if (typeof criacao !== 'string' || !isDateTime(criacao)) {
    throw bacenFailure('BACEN_CALCULO', { reason: 'date', path: ['calendario', 'criacao'] })
  }
  if (date >= dayInSaoPaulo(instantMs(criacao))) return
  throw bacenFailure('BACEN_CALCULO', { reason: 'before-creation', path: ['date'] })
}

function assertNear(date: string, vencimento: string): void {
  if (Math.abs(dayOfDate(date) - dayOfDate(vencimento)) <= DAYS_OF_CENTURY) return
  throw bacenFailure('BACEN_CALCULO', { reason: 'too-far', path: ['date'], params: { max: MAX_YEARS } })
}

/** What is left to pay: a charge of nothing cannot be paid. */
function left(centavos: bigint): bigint {
  if (centavos > 0n) return centavos
  throw bacenFailure('BACEN_CALCULO', { reason: 'nothing-left', path: ['valor'] })
}

/**
 * Whether there was no business day since the due date.
 *
 * @see Issue 297 of bacen/pix-api: the fine applies from the next business day on.
 */
function isBeforeDiaUtil({ date, vencimento, isDiaUtil }: Calculo): boolean {
  const next = firstDiaUtil(addDays(vencimento, 1), isDiaUtil)
  return next === undefined || date < next
}
