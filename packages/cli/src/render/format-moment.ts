/**
 * Moments as people in Brazil read their clocks.
 *
 * @module
 */

let brasilia: Intl.DateTimeFormat | undefined

/** Writes an instant of RFC 3339 in the time of Brasília: `2026-11-25 12:30:00 (Brasília)`. */
export function formatMoment(instant: string): string {
  // The Swedish locale writes dates and hours as ISO 8601 does.
  brasilia ??= new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'America/Sao_Paulo',
    dateStyle: 'short',
    timeStyle: 'medium',
  })
  return `${brasilia.format(Date.parse(instant))} (Brasília)`
}
