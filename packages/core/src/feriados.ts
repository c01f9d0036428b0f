/**
 * The holidays of Brazil and the days on which banks rest, by the laws that say so.
 *
 * Of states and municipalities only the caller knows: `withFeriadosLocais`.
 *
 * @module
 */
import { dateOfDay, dayOfDate, isDate } from './dates.ts'
import { type IsDiaUtil, isFimDeSemana } from './dias-uteis.ts'
import { errorFromIssue, type PixkitError } from './error.ts'
import type { Path } from './issue.ts'
import { messages } from './messages/en.ts'

export type { IsDiaUtil } from './dias-uteis.ts'

export type FeriadosErrorCode = 'DATE_FORMAT' | 'YEAR_RANGE'

export interface Feriado {
  /** `YYYY-MM-DD`. */
  readonly date: string
  readonly nome: string
  /** The law or resolution. */
  readonly lei: string
  /** `nacional` by a federal law; `bancario` where it is a holiday only for banks, or by a law of the municipality. */
  readonly ambito: 'nacional' | 'bancario'
}

interface Rule extends Omit<Feriado, 'date'> {
  /** `MM-DD`, or days after Easter. */
  readonly day: string | number
  /** First and last year on which the day was one. */
  readonly desde: number
  readonly ate?: number
}

const LEI_662 = 'Lei 662/1949, art. 1º'
const CMN = 'Resolução CMN 4.880/2020, art. 6º (antes: Resoluções 2.932/2002, 2.875/2001 e 2.516/1998)'

/** In the order of the year, but for those that move with Easter. */
const RULES: readonly Rule[] = [
  { day: '01-01', nome: 'Confraternização Universal', lei: LEI_662, ambito: 'nacional', desde: 1950 },
  { day: -48, nome: 'Segunda-feira de Carnaval', lei: CMN, ambito: 'bancario', desde: 1999 },
  { day: -47, nome: 'Terça-feira de Carnaval', lei: CMN, ambito: 'bancario', desde: 1999 },
  // No federal law makes it a holiday: this one lets municipalities do so, and the lists of Febraban and ANBIMA have it.
  { day: -2, nome: 'Sexta-Feira da Paixão', lei: 'Lei 9.093/1995, art. 2º', ambito: 'bancario', desde: 1996 },
  {
    day: '04-21',
    nome: 'Tiradentes',
    lei: `${LEI_662}, redação da Lei 10.607/2002 (antes: Lei 1.266/1950)`,
    ambito: 'nacional',
    desde: 1951,
  },
  { day: '05-01', nome: 'Dia do Trabalho', lei: LEI_662, ambito: 'nacional', desde: 1949 },
  { day: 60, nome: 'Corpus Christi', lei: CMN, ambito: 'bancario', desde: 1999 },
  { day: '09-07', nome: 'Independência do Brasil', lei: LEI_662, ambito: 'nacional', desde: 1949 },
  { day: '10-12', nome: 'Nossa Senhora Aparecida', lei: 'Lei 6.802/1980, art. 1º', ambito: 'nacional', desde: 1980 },
  { day: '11-02', nome: 'Finados', lei: 'Resolução CMN 2.516/1998', ambito: 'bancario', desde: 1998, ate: 2002 },
  { day: '11-02', nome: 'Finados', lei: `${LEI_662}, redação da Lei 10.607/2002`, ambito: 'nacional', desde: 2003 },
  { day: '11-15', nome: 'Proclamação da República', lei: LEI_662, ambito: 'nacional', desde: 1949 },
  {
    day: '11-20',
    nome: 'Dia Nacional de Zumbi e da Consciência Negra',
    lei: 'Lei 14.759/2023, art. 1º',
    ambito: 'nacional',
    desde: 2024,
  },
  { day: '12-25', nome: 'Natal', lei: LEI_662, ambito: 'nacional', desde: 1949 },
]

const MONTH_DAY = /^\d{2}-\d{2}$/
/** A leap year, so that 29 February is a day of it. */
const ANY_YEAR = 2000

/**
 * Lists the days of a year that are no business days for banks anywhere in Brazil, whatever the day of the week, in order.
 *
 * Complete from 1999 on: of earlier years, days that only banks rested are missing.
 *
 * @param year - 1 to 9999.
 * @throws {PixkitError} `YEAR_RANGE`: no such year.
 *
 * @example
 * ```ts
 * import { feriadosNacionais } from '@pixkit/core/feriados'
 *
 * const [, carnaval] = feriadosNacionais(2026)
 * carnaval?.date // '2026-02-16'
 * carnaval?.ambito // 'bancario'
 * feriadosNacionais(2026).length // 13
 * ```
 *
 * @see Lei 662/1949 with Lei 10.607/2002, Lei 6.802/1980, Lei 14.759/2023; Lei 9.093/1995; Resolução CMN 4.880/2020, article 6.
 *   The last weekday of a year is a business day without opening hours (list of ANBIMA, note 3; API Pix 2.9.0,
 *   CobDataDeVencimento, examples D and E).
 */
export function feriadosNacionais(year: number): readonly Feriado[] {
  if (!Number.isInteger(year) || year < 1 || year > 9999) throw failure('YEAR_RANGE', ['year'])
  return rulesOf(year)
    .map(({ day, nome, lei, ambito }) => ({ date: dateOf(day, year), nome, lei, ambito }))
    .sort((one, other) => (one.date < other.date ? -1 : 1))
}

/**
 * Tells whether a day is a business day where there is no holiday but those of the whole country.
 *
 * @param date - `YYYY-MM-DD`.
 * @throws {PixkitError} `DATE_FORMAT`: no day of the calendar.
 *
 * @example
 * ```ts
 * import { isDiaUtil } from '@pixkit/core/feriados'
 *
 * isDiaUtil('2026-11-20') // false
 * isDiaUtil('2026-11-23') // true
 * isDiaUtil('2023-11-20') // true
 * ```
 */
export function isDiaUtil(date: string): boolean {
  if (typeof date !== 'string' || !isDate(date)) throw failure('DATE_FORMAT')
  if (isFimDeSemana(date)) return false
  return !feriadosOf(Number(date.slice(0, 4))).has(date)
}

/** Days come in rows: the holidays of the year that was asked for last are at hand. */
let last: { readonly year: number; readonly dates: ReadonlySet<string> } | undefined

function feriadosOf(year: number): ReadonlySet<string> {
  if (last?.year !== year) {
    last = { year, dates: new Set(rulesOf(year).map(({ day }) => dateOf(day, year))) }
  }
  return last.dates
}

/**
 * Adds the holidays of a state and a municipality to those of the country.
 *
 * The payer's count, not the receiver's: the PSP of the receiver is told the municipality (`codMun`) when the code is read.
 *
 * @param feriados - Days, `YYYY-MM-DD` or `MM-DD` for those of each year, or a function that tells.
 * @returns A calendar, for whatever asks for an `isDiaUtil`.
 * @throws {PixkitError} `DATE_FORMAT` with the index as path: no such day.
 *
 * @example
 * ```ts
 * import { withFeriadosLocais } from '@pixkit/core/feriados'
 *
 * const isDiaUtilEmSaoPaulo = withFeriadosLocais(['01-25', '07-09'])
 * isDiaUtilEmSaoPaulo('2027-01-25') // false
 * isDiaUtilEmSaoPaulo('2027-01-26') // true
 * ```
 *
 * @see API Pix 2.9.0, CobDataDeVencimento (holidays "for the paying user") and `codMun`; Lei 9.093/1995, articles 1 and 2.
 */
export function withFeriadosLocais(feriados: readonly string[] | ((date: string) => boolean)): IsDiaUtil {
  if (typeof feriados === 'function') return (date) => isDiaUtil(date) && !feriados(date)
  if (!Array.isArray(feriados)) throw new TypeError('"feriados" must be days or a function')
  for (const [index, day] of feriados.entries()) {
    const date = MONTH_DAY.test(day) ? `${ANY_YEAR}-${day}` : day
    if (typeof date !== 'string' || !isDate(date)) throw failure('DATE_FORMAT', [index])
  }
  const days: ReadonlySet<string> = new Set(feriados)
  return (date) => isDiaUtil(date) && !days.has(date) && !days.has(date.slice(5))
}

function rulesOf(year: number): readonly Rule[] {
  return RULES.filter(({ desde, ate = 9999 }) => year >= desde && year <= ate)
}

function dateOf(day: string | number, year: number): string {
  return typeof day === 'string' ? `${String(year).padStart(4, '0')}-${day}` : dateOfDay(easter(year) + day)
}

/**
 * The day of Easter: the Sunday after the full moon on or after 21 March, as the Gregorian calendar reckons the moon.
 *
 * @see Inter gravissimas, 1582, and the canons of Clavius: 19 years of the moon, corrected each century for the leap days that the
 *   calendar leaves out and for the drift of the moon.
 */
function easter(year: number): number {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const leapDays = century - Math.floor(century / 4)
  const drift = Math.floor((8 * century + 13) / 25)
  const age = (19 * golden + leapDays - drift + 15) % 30
  // The moon of 29 days: no full moon on 19 April, and none twice on 18 April within 19 years.
  const moon = age === 29 || (age === 28 && golden > 10) ? age - 1 : age
  const fullMoon = dayOfDate(`${year}-03-21`) + moon
  // Day 0 was a Thursday: Sundays are 3 modulo 7.
  return fullMoon + 1 + ((((2 - fullMoon) % 7) + 7) % 7)
}

function failure(code: FeriadosErrorCode, path: Path = []): PixkitError<FeriadosErrorCode> {
  return errorFromIssue({ code, path, params: {} }, messages)
}
