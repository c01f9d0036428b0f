/**
 * Locations of payloads: the addresses in dynamic codes, which may be made before their charges.
 *
 * @see API Pix 2.9.0, schemas named `PayloadLocation…`.
 *
 * @module
 */
import type { Aberto, ParametrosConsulta } from './shared.ts'

export type TipoCob = 'cob' | 'cobv'

/** The location that a charge is to have. */
export interface PayloadLocationCob {
  readonly id: number
  /** In the norm's prose only; ids are enough. */
  readonly tipoCob?: TipoCob | undefined
}

/** What makes a location. */
export interface PayloadLocationSolicitada {
  /** Kind of charge that it is for. */
  readonly tipoCob: TipoCob
}

/** A location, as the bank gives it back. */
export interface PayloadLocation {
  readonly id: number
  /** Host and path without `https://`, up to 77 characters. */
  readonly location: string
  readonly tipoCob: Aberto<TipoCob>
  readonly criacao: string
}

/** The location of a charge, of which the norm's examples leave parts out. */
export interface PayloadLocationDaCobranca extends Pick<PayloadLocation, 'id' | 'location'> {
  readonly tipoCob?: Aberto<TipoCob> | undefined
  readonly criacao?: string | undefined
}

/** A location with the charge that it shows, if any. */
export interface PayloadLocationCompleta extends PayloadLocation {
  readonly txid?: string | undefined
}

export interface ParametrosConsultaPayloadLocation extends ParametrosConsulta {
  readonly txIdPresente?: boolean | undefined
  readonly tipoCob?: Aberto<TipoCob> | undefined
}

/** A page of locations. */
export interface PayloadLocationConsultadas {
  readonly parametros: ParametrosConsultaPayloadLocation
  readonly loc: readonly PayloadLocationCompleta[]
}
