/**
 * Cycles of a recurrence: in each of them one charge may be settled.
 *
 * @module
 */
import { addDays, dayOfDate } from '@pixkit/core/dates'
import { assertDate } from './internal/assert-date.ts'
import { bacenFailure } from './internal/failure.ts'
import type { Periodicidade } from './internal/types/rec-parts.ts'

/** A cycle; both days are within it. */
export interface Ciclo {
  /** From 1. */
  readonly numero: number
  readonly inicio: string
  readonly fim: string
}

/** What cycles are reckoned from: `calendario` of a recurrence, of a request or of an answer. */
export interface CalendarioDeCiclos {
  readonly dataInicial: string
  readonly dataFinal?: string | undefined
  readonly periodicidade: string
}

const MESES: Readonly<Record<Exclude<Periodicidade, 'SEMANAL'>, number>> = {
  MENSAL: 1,
  TRIMESTRAL: 3,
  SEMESTRAL: 6,
  ANUAL: 12,
}

/**
 * Finds the cycle that a day is in. A second charge with a due date in the same cycle is refused while the first is neither
 * refused nor cancelled.
 *
 * A month without the day of `dataInicial` begins its cycle on its last day: a recurrence that begins on 31 October has cycles from
 * 30 November, 31 December, 31 January and 28 February.
 *
 * @param calendario - Of the recurrence.
 * @param date - `YYYY-MM-DD`.
 * @returns The cycle, or `undefined` for a day before the first or after `dataFinal`.
 * @throws {PixkitError} `BACEN_CALCULO` (`date`): a text that is no day; (`periodicidade`): one that API Pix 2.9.0 does not know.
 *
 * @example
 * ```ts
 * import { cicloOf } from '@pixkit/bacen/ciclos'
 *
 * const calendario = { dataInicial: '2025-10-31', periodicidade: 'MENSAL' }
 * cicloOf(calendario, '2026-02-28') // { numero: 5, inicio: '2026-02-28', fim: '2026-03-30' }
 * cicloOf(calendario, '2025-10-30') // undefined
 * ```
 *
 * @see API Pix 2.9.0, CobROperacaoInvalida: one charge in a cycle, without saying what a cycle is. Open Finance Brasil, Área do
 *   Desenvolvedor, "Pix Automático", section 2.1: from the first day to the eve of the next cycle, and the last day of short
 *   months. That `dataInicial` begins the first one in API Pix, too, is a choice of pixkit.
 */
export function cicloOf(calendario: CalendarioDeCiclos, date: string): Ciclo | undefined {
  const { dataInicial, dataFinal } = calendario
  assertDate(dataInicial, 'dataInicial')
  assertDate(date, 'date')
  if (dataFinal !== undefined) assertDate(dataFinal, 'dataFinal')
  const meses = mesesOf(calendario.periodicidade)
  if (date < dataInicial || (dataFinal !== undefined && date > dataFinal)) return undefined
  // The first guess may be one too many, as the day in the month is not looked at.
  let index =
    meses === undefined
      ? Math.floor((dayOfDate(date) - dayOfDate(dataInicial)) / 7)
      : Math.floor((monthOf(date) - monthOf(dataInicial)) / meses)
  if (inicioOf(dataInicial, meses, index) > date) index -= 1
  const next = inicioOf(dataInicial, meses, index + 1)
  return { numero: index + 1, inicio: inicioOf(dataInicial, meses, index), fim: addDays(next, -1) }
}

/** Months of a cycle; `undefined` for weeks. */
function mesesOf(periodicidade: string): number | undefined {
  if (periodicidade === 'SEMANAL') return undefined
  if (Object.hasOwn(MESES, periodicidade)) return MESES[periodicidade as keyof typeof MESES]
  throw bacenFailure('BACEN_CALCULO', { reason: 'periodicidade', path: ['periodicidade'] })
}

function inicioOf(dataInicial: string, meses: number | undefined, index: number): string {
  if (meses === undefined) return addDays(dataInicial, 7 * index)
  const month = monthOf(dataInicial) + meses * index
  const first = dateOfMonth(month)
  const length = dayOfDate(dateOfMonth(month + 1)) - dayOfDate(first)
  return addDays(first, Math.min(Number(dataInicial.slice(8)), length) - 1)
}

/** The first day of a month that is counted since the year 0. */
function dateOfMonth(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`
}

/** Months since the year 0. */
function monthOf(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
}
