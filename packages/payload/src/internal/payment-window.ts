/**
 * Until which day a charge with a due date can be paid.
 *
 * @module
 */
import { addDays, weekday } from './dates.ts'

/** Whether a day, `YYYY-MM-DD`, is a business day for the payer. */
export type IsBusinessDay = (date: string) => boolean

export interface PaymentWindow {
  /** Last day on which it can surely be paid. */
  readonly last: string
  /** Last day on which it might be paid, if the payer's holidays are as long as can be; `last` with a calendar. */
  readonly latest: string
}

/** Longest row of holidays on weekdays that is reckoned with; no source says so, but the longest known, at Carnival, has two. */
const MAX_HOLIDAYS = 3
/** Days after which a calendar that knows no business day is taken for broken. */
const MAX_SEARCH = 60

const isWeekday: IsBusinessDay = (date) => weekday(date) % 6 !== 0

/**
 * Reckons the window: a due date that is no business day moves to the next one, the days of validity are counted from there, and a
 * last day that is no business day moves too.
 *
 * @param validade - Calendar days.
 * @throws {TypeError} `isBusinessDay` finds no business day in two months.
 *
 * @see API Pix 2.9.0, CobDataDeVencimento, examples A to G; Manual de Padrões para Iniciação do Pix 2.10.0, section 2.7.1.2, notes 44 and
 *   45. A table of errors of API Pix counts from the due date as written instead; the examples decide.
 */
export function paymentWindow(vencimento: string, validade: number, isBusinessDay?: IsBusinessDay): PaymentWindow {
  const end = (next: (date: string) => string): string => next(addDays(next(vencimento), validade))
  const last = end((date) => nextBusinessDay(date, isBusinessDay ?? isWeekday))
  if (isBusinessDay !== undefined) return { last, latest: last }
  return { last, latest: end(afterHolidays) }
}

function nextBusinessDay(date: string, isBusinessDay: IsBusinessDay): string {
  let day = date
  for (let days = 0; !isBusinessDay(day); days += 1) {
    if (days === MAX_SEARCH) throw new TypeError('"isBusinessDay" must name a business day within two months')
    day = addDays(day, 1)
  }
  return day
}

/** The next business day, if the first weekdays are holidays. */
function afterHolidays(date: string): string {
  let day = nextBusinessDay(date, isWeekday)
  for (let holidays = 0; holidays < MAX_HOLIDAYS; holidays += 1) day = nextBusinessDay(addDays(day, 1), isWeekday)
  return day
}
