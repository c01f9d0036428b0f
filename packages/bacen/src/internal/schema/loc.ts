/**
 * Schemas of locations of payloads.
 *
 * @see API Pix 2.9.0, schemas named `PayloadLocation…`. `loc` of a request does not declare the `tipoCob` that it requires, `loc` of an answer not
 *   the `txid`: neither is asked for here.
 *
 * @module
 */
import type {
  ParametrosConsultaPayloadLocation,
  PayloadLocation,
  PayloadLocationCob,
  PayloadLocationCompleta,
  PayloadLocationConsultadas,
  PayloadLocationDaCobranca,
  PayloadLocationSolicitada,
} from '../types/loc.ts'
import { consulta } from './consultas.ts'
import { closed, type MembersOf, open, optional, type Schema } from './object.ts'
import { anyList } from './list.ts'
import { aberto, anyText, boolean, instante, locationId, oneOf } from './shared.ts'

/**
 * `loc` of a request for a charge.
 *
 * @see API Pix 2.9.0, info, CobOperacaoInvalida and CobVOperacaoInvalida: a location of the other kind is refused.
 */
export function locOf(tipoCob: 'cob' | 'cobv'): Schema<PayloadLocationCob> {
  return closed<PayloadLocationCob>({ id: locationId, tipoCob: optional(oneOf<'cob' | 'cobv'>(tipoCob)) })
}

export const payloadLocationSolicitadaSchema: Schema<PayloadLocationSolicitada> = closed<PayloadLocationSolicitada>({
  tipoCob: oneOf('cob', 'cobv'),
})

const location: MembersOf<PayloadLocation> = {
  id: locationId,
  location: anyText,
  tipoCob: aberto('cob', 'cobv'),
  criacao: instante,
}

/** `loc` of an answer about a charge. */
export const payloadLocationDaCobrancaSchema: Schema<PayloadLocationDaCobranca> = open<PayloadLocationDaCobranca>({
  id: locationId,
  location: anyText,
  tipoCob: optional(aberto('cob', 'cobv')),
  criacao: optional(instante),
})

export const payloadLocationSchema: Schema<PayloadLocation> = open<PayloadLocation>(location)

export const payloadLocationCompletaSchema: Schema<PayloadLocationCompleta> = open<PayloadLocationCompleta>({
  ...location,
  txid: optional(anyText),
})

export const payloadLocationConsultadasSchema: Schema<PayloadLocationConsultadas> = open<PayloadLocationConsultadas>({
  parametros: open<ParametrosConsultaPayloadLocation>({
    ...consulta,
    txIdPresente: optional(boolean),
    tipoCob: optional(aberto('cob', 'cobv')),
  }),
  loc: anyList(payloadLocationCompletaSchema),
})
