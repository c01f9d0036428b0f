/**
 * Locations of recurrences: the address in a code, where payers find what they are to authorise.
 *
 * @see API Pix 2.9.0, schemas named `PayloadLocationRec…`, without `tipo`, which they require and nowhere declare. `locRec.create`
 *   has no body: `PayloadLocationRecSolicitada` is declared, but no operation uses it.
 *
 * @module
 */
import type { Convenio } from './rec-parts.ts'
import type { ParametrosConsulta } from './shared.ts'

/** Answer of `locRec.create`. */
export interface PayloadLocationRecGerada {
  readonly id: number
  /** Host and path without a scheme, up to 77 characters. */
  readonly location: string
  /** RFC 3339. */
  readonly criacao: string
}

/** Answer of the other operations. */
export interface PayloadLocationRecCompleta extends PayloadLocationRecGerada {
  /** The recurrence that it shows. */
  readonly idRec?: string | undefined
}

/** Answer of `locRec.list`. */
export interface PayloadLocationRecConsultadas {
  readonly parametros: ParametrosConsultaPayloadLocationRec
  readonly loc: readonly PayloadLocationRecCompleta[]
}

export interface ParametrosConsultaPayloadLocationRec extends ParametrosConsulta {
  readonly idRecPresente?: boolean | undefined
  readonly recebedor?: Convenio | undefined
}
