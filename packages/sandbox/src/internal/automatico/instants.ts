/**
 * Days and hours of Pix Automático, which are those of São Paulo.
 *
 * @module
 */
import { dayInSaoPaulo } from '@pixkit/core/dates'
import type { World } from '../world.ts'

/** How long the bank of the payer takes to answer. It is a choice of pixkit. */
export const ANSWER_MS = 5_000

export function todayOf(world: World): string {
  return dayInSaoPaulo(world.clock.now())
}

/** Milliseconds since 1970 of an hour of a day: at the offset since 2019, when summer time was abolished. */
export function atHour(date: string, hour: number): number {
  return Date.parse(`${date}T${String(hour).padStart(2, '0')}:00:00-03:00`)
}
