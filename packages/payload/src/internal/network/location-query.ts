/**
 * What a charge with a due date is asked for.
 *
 * @module
 */
import type { Location } from '@pixkit/brcode/location'
import { dayInSaoPaulo, isDate } from '../calendar/dates.ts'
import { payloadFailure } from '../failure.ts'

export interface LocationQuery {
  readonly dpp?: string | undefined
  readonly codMun?: string | undefined
  readonly now: number
}

/**
 * Writes the query of a location: day of payment and municipality for a cobv, as far as they are given, and nothing for
 * others. Nothing is made up.
 *
 * @returns With its question mark; empty when there is nothing to ask.
 * @throws {PixkitError} `PAYLOAD_EXPIRED`, `dpp-format` or `dpp-past`, as the step of that name would say after the request;
 *   `PAYLOAD_QUERY`, `cod-mun`.
 *
 * @see API Pix 2.9.0, /cobv/{pixUrlAccessToken}, parameters `codMun` and `DPP`; Manual de Padrões para Iniciação do Pix 2.10.0,
 *   sections 2.7.1.1 and 2.7.1.2
 */
export function locationQuery({ kind }: Location, { codMun, dpp, now }: LocationQuery): string {
  if (dpp !== undefined && !isDate(dpp)) {
    throw payloadFailure('PAYLOAD_EXPIRED', { reason: 'dpp-format', path: ['dpp'] })
  }
  if (codMun !== undefined && !/^\d{7}$/.test(codMun)) {
    throw payloadFailure('PAYLOAD_QUERY', { reason: 'cod-mun', path: ['codMun'] })
  }
  if (kind !== 'cobv') return ''
  if (dpp !== undefined && dpp < dayInSaoPaulo(now)) {
    throw payloadFailure('PAYLOAD_EXPIRED', { reason: 'dpp-past', path: ['dpp'] })
  }
  const parts = [...(dpp === undefined ? [] : [`DPP=${dpp}`]), ...(codMun === undefined ? [] : [`codMun=${codMun}`])]
  return parts.length > 0 ? `?${parts.join('&')}` : ''
}
