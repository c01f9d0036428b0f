/**
 * Schemas of locations of recurrences.
 *
 * @see API Pix 2.9.0, schemas named `PayloadLocationRec…`, without the `tipo` that they require and do not declare.
 *
 * @module
 */
import type {
  ParametrosConsultaPayloadLocationRec,
  PayloadLocationRecCompleta,
  PayloadLocationRecConsultadas,
  PayloadLocationRecGerada,
} from '../types/loc-rec.ts'
import { consulta } from './consultas.ts'
import { convenio } from './rec-parts.ts'
import { type MembersOf, open, optional, type Schema } from './object.ts'
import { anyList } from './list.ts'
import { anyText, boolean, instante, locationId } from './shared.ts'

const gerada: MembersOf<PayloadLocationRecGerada> = { id: locationId, location: anyText, criacao: instante }

export const payloadLocationRecGeradaSchema: Schema<PayloadLocationRecGerada> = open(gerada)

export const payloadLocationRecCompletaSchema: Schema<PayloadLocationRecCompleta> = open<PayloadLocationRecCompleta>({
  ...gerada,
  idRec: optional(anyText),
})

export const payloadLocationRecConsultadasSchema: Schema<PayloadLocationRecConsultadas> =
  open<PayloadLocationRecConsultadas>({
    parametros: open<ParametrosConsultaPayloadLocationRec>({
      ...consulta,
      idRecPresente: optional(boolean),
      recebedor: optional(convenio),
    }),
    loc: anyList(payloadLocationRecCompletaSchema),
  })
