/**
 * Days as texts, and what day it is where Pix lives: in America/Sao_Paulo.
 *
 * @module
 */

const DAY_MS = 86_400_000
const DATE = /^\d{4}-\d{2}-\d{2}$/
/** RFC 3339, section 5.6. A leap second is not taken: no platform has a name for it. */
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i
/** 31 December 9999. */
const LAST_DAY = 2_932_896

/**
 * Tells whether a text is a day of the calendar, `YYYY-MM-DD`.
 *
 * @example
 * ```ts
 * import { isDate } from '@pixkit/core/dates'
 *
 * isDate('2024-02-29') // true
 * isDate('2026-02-29') // false
 * isDate('2026-2-1') // false
 * ```
 *
 * @see RFC 3339, section 5.6, `full-date`.
 */
export function isDate(text: string): boolean {
  if (!DATE.test(text)) return false
  const month = Number(text.slice(5, 7))
  const day = Number(text.slice(8))
  if (month < 1 || month > 12 || day < 1) return false
  return day <= 28 || day <= daysInMonth(Number(text.slice(0, 4)), month)
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/**
 * Tells whether a text is an instant of RFC 3339 on a day of the calendar: with its zone, and without a leap second.
 *
 * @example
 * ```ts
 * import { isDateTime } from '@pixkit/core/dates'
 *
 * isDateTime('2026-11-25T12:00:00.5-03:00') // true
 * isDateTime('2026-11-25T12:00:00') // false
 * ```
 */
export function isDateTime(text: string): boolean {
  return DATE_TIME.test(text) && isDate(text.slice(0, 10))
}

/** Milliseconds since 1970 of an instant of RFC 3339; whether it is one, `isDateTime` tells. */
export function instantMs(text: string): number {
  const ms = Date.parse(text)
  // Some platforms want `T` and `Z` in capitals.
  return Number.isNaN(ms) ? Date.parse(text.toUpperCase()) : ms
}

/** Days since 1 January 1970 of a text `YYYY-MM-DD`; whether it is a day, `isDate` tells. */
export function dayOfDate(date: string): number {
  return Date.parse(date) / DAY_MS
}

/** The text of a day; never beyond the year 9999, so that texts compare as days do. */
export function dateOfDay(day: number): string {
  return day < LAST_DAY ? new Date(day * DAY_MS).toISOString().slice(0, 10) : '9999-12-31'
}

/**
 * The day that many days later, or earlier; never beyond the year 9999.
 *
 * @example
 * ```ts
 * import { addDays } from '@pixkit/core/dates'
 *
 * addDays('2026-12-31', 1) // '2027-01-01'
 * addDays('2024-03-01', -1) // '2024-02-29'
 * ```
 */
export function addDays(date: string, days: number): string {
  return dateOfDay(dayOfDate(date) + days)
}

let saoPaulo: Intl.DateTimeFormat | undefined

/**
 * The day in America/Sao_Paulo, whatever the zone of the machine.
 *
 * @param ms - Milliseconds since 1970.
 *
 * @example
 * ```ts
 * import { dayInSaoPaulo } from '@pixkit/core/dates'
 *
 * dayInSaoPaulo(Date.parse('2026-11-26T02:59:59Z')) // '2026-11-25'
 * ```
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, section 2.7.1.2. The norm names no zone; the legal time of Brasília is a
 *   choice of pixkit.
 */
export function dayInSaoPaulo(ms: number): string {
  // The Canadian locale writes dates as YYYY-MM-DD.
  saoPaulo ??= new Intl.DateTimeFormat('en-CA', {
    timeZone: 'America/Sao_Paulo',
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  return saoPaulo.format(ms)
}
