/**
 * What a charge with a due date is asked for.
 *
 * @module
 */
import { type Location, safeParseLocation } from '@pixkit/brcode/location'
import type { VerifyLocationOptions } from '../../verify-options.ts'
import { dayInSaoPaulo, isDate } from '@pixkit/core/dates'
import { payloadFailure } from '../failure.ts'

type Query = Pick<VerifyLocationOptions, 'codMun' | 'dpp' | 'now'>

/**
 * Refuses what no location can be asked, before anything is looked at: it is the caller's mistake, and says nothing of the charge.
 * That a day is past counts for a cobv alone, which is the only one that is asked.
 *
 * @param text - The location, good or not.
 * @throws {PixkitError} `PAYLOAD_QUERY`: `cod-mun`, `dpp-format`, `dpp-past`.
 *
 * @see API Pix 2.9.0, /cobv/{pixUrlAccessToken}, parameters `codMun` and `DPP`, and CobPayloadOperacaoInvalida
 */
export function checkQuery(text: string, { codMun, dpp, now }: Query): void {
  if (codMun !== undefined && !/^\d{7}$/.test(codMun)) {
    throw payloadFailure('PAYLOAD_QUERY', { reason: 'cod-mun', path: ['codMun'] })
  }
  if (dpp === undefined) return
  if (!isDate(dpp)) throw payloadFailure('PAYLOAD_QUERY', { reason: 'dpp-format', path: ['dpp'] })
  const location = safeParseLocation(text)
  if (location.ok && location.value.kind === 'cobv' && dpp < dayInSaoPaulo(now)) {
    throw payloadFailure('PAYLOAD_QUERY', { reason: 'dpp-past', path: ['dpp'] })
  }
}

/**
 * Writes the query of a location: day of payment and municipality for a cobv, as far as they are given, and nothing for
 * others. Nothing is made up.
 *
 * @param query - As `checkQuery` let it pass.
 * @returns With its question mark; empty when there is nothing to ask.
 *
 * @see API Pix 2.9.0, /cobv/{pixUrlAccessToken}, parameters `codMun` and `DPP`; Manual de Padrões para Iniciação do Pix 2.10.0,
 *   sections 2.7.1.1 and 2.7.1.2
 */
export function locationQuery({ kind }: Location, { codMun, dpp }: Omit<Query, 'now'>): string {
  if (kind !== 'cobv') return ''
  const parts = [...(dpp === undefined ? [] : [`DPP=${dpp}`]), ...(codMun === undefined ? [] : [`codMun=${codMun}`])]
  return parts.length > 0 ? `?${parts.join('&')}` : ''
}
