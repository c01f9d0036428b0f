/**
 * Until which day a charge with a due date can be paid.
 *
 * @module
 */
import { dateOfDay, dayOfDate } from '@pixkit/core/dates'

/** Whether a day, `YYYY-MM-DD`, is a business day for the payer. */
export type IsBusinessDay = (date: string) => boolean

export interface PaymentWindow {
  /** Last day on which it can surely be paid. */
  readonly last: string
  /** Last day on which it might be paid, if the payer's holidays are as long as can be; `last` with a calendar that knows. */
  readonly latest: string
}

/** Longest row of holidays on weekdays that is reckoned with; no source says so, but the longest known, at Carnival, has two. */
const MAX_HOLIDAYS = 3
/** Days without a business day after which a calendar is taken not to reach so far. */
const MAX_SEARCH = 60

/**
 * Reckons the window: a due date that is no business day moves to the next one, the days of validity are counted from there, and
 * a last day that is no business day moves too. Where the calendar names no business day for two months, it is as if there were
 * none: strangers sign the dates, and calendars are of some years.
 *
 * @param validade - Calendar days.
 *
 * @see API Pix 2.9.0, CobDataDeVencimento, examples A to G; Manual de Padrões para Iniciação do Pix 2.10.0, section 2.7.1.2,
 *   notes 44 and 45. A table of errors of API Pix counts from the due date as written instead; the examples decide.
 */
export function paymentWindow(vencimento: string, validade: number, isBusinessDay?: IsBusinessDay): PaymentWindow {
  const due = dayOfDate(vencimento)
  const end = (next: (day: number) => number): string => dateOfDay(next(next(due) + validade))
  const told = isBusinessDay === undefined ? undefined : endTold(due, validade, isBusinessDay)
  if (told === undefined) return { last: end(nextWeekday), latest: end(afterHolidays) }
  return { last: told, latest: told }
}

function endTold(due: number, validade: number, isBusinessDay: IsBusinessDay): string | undefined {
  const begin = nextTold(due, isBusinessDay)
  const end = begin === undefined ? undefined : nextTold(begin + validade, isBusinessDay)
  return end === undefined ? undefined : dateOfDay(end)
}

/** The next business day that the calendar names, if it reaches so far. */
function nextTold(day: number, isBusinessDay: IsBusinessDay): number | undefined {
  for (let next = day; next <= day + MAX_SEARCH; next += 1) {
    if (isBusinessDay(dateOfDay(next))) return next
  }
  return undefined
}

function nextWeekday(day: number): number {
  // Day 0, 1 January 1970, was a Thursday: 2 and 3 of each week are Saturday and Sunday.
  const ofWeek = ((day % 7) + 7) % 7
  return ofWeek === 2 ? day + 2 : ofWeek === 3 ? day + 1 : day
}

/** The next business day, if the first weekdays are holidays. */
function afterHolidays(day: number): number {
  let next = nextWeekday(day)
  for (let holidays = 0; holidays < MAX_HOLIDAYS; holidays += 1) next = nextWeekday(next + 1)
  return next
}
