/**
 * Until which day a charge with a due date can be paid.
 *
 * @module
 */
import { addDays } from '@pixkit/core/dates'
import { firstDiaUtil, isDiaDeSemana, type IsDiaUtil, prazoDePagamento } from '@pixkit/core/dias-uteis'

export interface PaymentWindow {
  /** Last day on which it can surely be paid. */
  readonly last: string
  /** Last day on which it might be paid, if the payer's holidays are as long as can be; `last` with a calendar that knows. */
  readonly latest: string
}

/** Longest row of holidays on weekdays that is reckoned with; no source says so, but the longest known, at Carnival, has two. */
const MAX_HOLIDAYS = 3
/**
 * Reckons the window. Where the calendar names no business day for two months, it is as if there were none: strangers sign the
 * dates, and calendars are of some years.
 *
 * @param validade - Calendar days.
 */
export function paymentWindow(vencimento: string, validade: number, isDiaUtil?: IsDiaUtil): PaymentWindow {
  const told = isDiaUtil && prazoDePagamento(vencimento, validade, isDiaUtil)
  if (told !== undefined) return { last: told.ultimoDia, latest: told.ultimoDia }
  const last = weekday(addDays(weekday(vencimento), validade))
  return { last, latest: afterHolidays(addDays(afterHolidays(vencimento), validade)) }
}

/** The first weekday; the calendar of texts ends on one. */
function weekday(date: string): string {
  return firstDiaUtil(date, isDiaDeSemana) ?? date
}

/** The first business day, if the first weekdays are holidays. */
function afterHolidays(date: string): string {
  let next = weekday(date)
  for (let holidays = 0; holidays < MAX_HOLIDAYS; holidays += 1) next = weekday(addDays(next, 1))
  return next
}
