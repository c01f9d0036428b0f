/**
 * Business days (dias úteis): what needs a calendar, whichever it is.
 *
 * Days are texts `YYYY-MM-DD` that somebody has checked (`isDate`); nothing here checks them again.
 *
 * @module
 */
import { addDays, dayOfDate } from './dates.ts'

/** Whether a day, `YYYY-MM-DD`, is a business day. */
export type IsDiaUtil = (date: string) => boolean

/** When a charge with a due date falls due in truth, and until when it can be paid. */
export interface PrazoDePagamento {
  /** The due date, moved to a business day. */
  readonly vencimento: string
  /** Last day on which it can be paid. */
  readonly ultimoDia: string
}

/** Days without a business day after which a calendar is taken not to reach so far. */
const MAX_SEARCH = 60

/** Whether a day is a Saturday or a Sunday. */
export function isFimDeSemana(date: string): boolean {
  // Day 0, 1 January 1970, was a Thursday: 2 and 3 of each week are Saturday and Sunday.
  const ofWeek = ((dayOfDate(date) % 7) + 7) % 7
  return ofWeek === 2 || ofWeek === 3
}

/** The calendar that knows no holidays. */
export const isDiaDeSemana: IsDiaUtil = (date) => !isFimDeSemana(date)

/**
 * Finds the first business day, the day itself included.
 *
 * @returns `undefined` where the calendar names no business day for two months: it does not reach so far.
 *
 * @example
 * ```ts
 * import { firstDiaUtil, isDiaDeSemana } from '@pixkit/core/dias-uteis'
 *
 * firstDiaUtil('2021-08-28', isDiaDeSemana) // '2021-08-30'
 * firstDiaUtil('2021-08-27', isDiaDeSemana) // '2021-08-27'
 * ```
 */
export function firstDiaUtil(date: string, isDiaUtil: IsDiaUtil): string | undefined {
  for (let days = 0; days <= MAX_SEARCH; days += 1) {
    const next = addDays(date, days)
    if (isDiaUtil(next)) return next
  }
  return undefined
}

/**
 * Counts the business days after a day, up to and including another; none when that is not later.
 *
 * @example
 * ```ts
 * import { countDiasUteis, isDiaDeSemana } from '@pixkit/core/dias-uteis'
 *
 * countDiasUteis('2021-08-27', '2021-08-31', isDiaDeSemana) // 2
 * ```
 */
export function countDiasUteis(after: string, until: string, isDiaUtil: IsDiaUtil): number {
  let count = 0
  for (let date = after; date < until;) {
    date = addDays(date, 1)
    if (isDiaUtil(date)) count += 1
  }
  return count
}

/**
 * Reckons until when a charge with a due date can be paid: a due date that is no business day moves to the next one, the days of
 * validity are counted from there, and a last day that is no business day moves too.
 *
 * @param validade - Calendar days.
 * @returns `undefined` where the calendar does not reach so far.
 *
 * @see API Pix 2.9.0, CobDataDeVencimento, examples A to G; Manual de Padrões para Iniciação do Pix 2.10.0, section 2.7.1.2,
 *   notes 44 and 45. A table of errors of API Pix counts from the due date as written instead; the examples decide.
 *
 * @example
 * ```ts
 * import { isDiaDeSemana, prazoDePagamento } from '@pixkit/core/dias-uteis'
 *
 * prazoDePagamento('2021-08-28', 5, isDiaDeSemana) // { vencimento: '2021-08-30', ultimoDia: '2021-09-06' }
 * ```
 */
export function prazoDePagamento(
  dataDeVencimento: string,
  validade: number,
  isDiaUtil: IsDiaUtil,
): PrazoDePagamento | undefined {
  const vencimento = firstDiaUtil(dataDeVencimento, isDiaUtil)
  const ultimoDia = vencimento === undefined ? undefined : firstDiaUtil(addDays(vencimento, validade), isDiaUtil)
  return vencimento === undefined || ultimoDia === undefined ? undefined : { vencimento, ultimoDia }
}
