/**
 * Which schema goes with which operation.
 *
 * @see API Pix 2.9.0, paths.
 *
 * @module
 */
import * as v from 'valibot'
import type { RequestBodies, ResponseBodies } from '../types/bodies.ts'
import {
  cobCompletaSchema,
  cobGeradaSchema,
  cobRevisadaSchema,
  cobsConsultadasSchema,
  cobSolicitadaSchema,
} from './cob.ts'
import {
  cobRCompletaSchema,
  cobRGeradaSchema,
  cobRRevisadaSchema,
  cobRSolicitadaSchema,
  cobsRConsultadasSchema,
} from './cobr.ts'
import {
  cobsVConsultadasSchema,
  cobVCompletaSchema,
  cobVGeradaSchema,
  cobVRevisadaSchema,
  cobVSolicitadaSchema,
} from './cobv.ts'
import {
  payloadLocationRecCompletaSchema,
  payloadLocationRecConsultadasSchema,
  payloadLocationRecGeradaSchema,
} from './loc-rec.ts'
import {
  payloadLocationCompletaSchema,
  payloadLocationConsultadasSchema,
  payloadLocationSchema,
  payloadLocationSolicitadaSchema,
} from './loc.ts'
import {
  loteCobVBodyRevisadoSchema,
  loteCobVBodySchema,
  loteCobVConsultadoSchema,
  lotesCobVConsultadosSchema,
} from './lote-cobv.ts'
import { devolucaoSchema, devolucaoSolicitadaSchema, pixConsultadosSchema, pixSchema } from './pix.ts'
import {
  recCompletaSchema,
  recGeradaSchema,
  recRevisadaSchema,
  recsConsultadasSchema,
  recSolicitadaSchema,
} from './rec.ts'
import type { Schema } from './object.ts'
import { solicRecCompletaSchema, solicRecRevisadaSchema, solicRecSolicitadaSchema } from './solic-rec.ts'
import { webhookCobRCompletoSchema, webhookCobRSolicitadoSchema } from './webhook-cobr.ts'
import { webhookRecCompletoSchema, webhookRecSolicitadoSchema } from './webhook-rec.ts'
import { webhookCompletoSchema, webhooksConsultadosSchema, webhookSolicitadoSchema } from './webhook.ts'

/** Of the bodies that are sent; an operation that is not here sends none. */
export const requestSchemas: { readonly [Name in keyof RequestBodies]: Schema<RequestBodies[Name]> } = {
  'cob.create': cobSolicitadaSchema,
  'cob.createWithoutTxid': cobSolicitadaSchema,
  'cob.update': cobRevisadaSchema,
  'cobv.create': cobVSolicitadaSchema,
  'cobv.update': cobVRevisadaSchema,
  'loteCobv.put': loteCobVBodySchema,
  'loteCobv.update': loteCobVBodyRevisadoSchema,
  'loc.create': payloadLocationSolicitadaSchema,
  'pix.createDevolucao': devolucaoSolicitadaSchema,
  'rec.create': recSolicitadaSchema,
  'rec.update': recRevisadaSchema,
  'solicRec.create': solicRecSolicitadaSchema,
  'solicRec.update': solicRecRevisadaSchema,
  'cobr.create': cobRSolicitadaSchema,
  'cobr.createWithoutTxid': cobRSolicitadaSchema,
  'cobr.update': cobRRevisadaSchema,
  'webhook.set': webhookSolicitadoSchema,
  'webhookRec.set': webhookRecSolicitadoSchema,
  'webhookCobr.set': webhookCobRSolicitadoSchema,
}

/** No body is declared: banks send nothing, or what they like. */
const anything: Schema<unknown> = /* @__PURE__ */ v.unknown()

/** Of the bodies that come back. */
export const responseSchemas: { readonly [Name in keyof ResponseBodies]: Schema<ResponseBodies[Name]> } = {
  'cob.create': cobGeradaSchema,
  'cob.createWithoutTxid': cobGeradaSchema,
  'cob.get': cobCompletaSchema,
  'cob.update': cobGeradaSchema,
  'cob.list': cobsConsultadasSchema,
  'cobv.create': cobVGeradaSchema,
  'cobv.get': cobVCompletaSchema,
  'cobv.update': cobVGeradaSchema,
  'cobv.list': cobsVConsultadasSchema,
  'loteCobv.put': anything,
  'loteCobv.get': loteCobVConsultadoSchema,
  'loteCobv.update': anything,
  'loteCobv.list': lotesCobVConsultadosSchema,
  'loc.create': payloadLocationSchema,
  'loc.get': payloadLocationCompletaSchema,
  'loc.list': payloadLocationConsultadasSchema,
  'loc.unlinkTxid': payloadLocationSchema,
  'locRec.create': payloadLocationRecGeradaSchema,
  'locRec.get': payloadLocationRecCompletaSchema,
  'locRec.list': payloadLocationRecConsultadasSchema,
  'locRec.unlinkIdRec': payloadLocationRecCompletaSchema,
  'pix.get': pixSchema,
  'pix.list': pixConsultadosSchema,
  'pix.createDevolucao': devolucaoSchema,
  'pix.getDevolucao': devolucaoSchema,
  'rec.create': recGeradaSchema,
  'rec.get': recCompletaSchema,
  'rec.update': recGeradaSchema,
  'rec.list': recsConsultadasSchema,
  'solicRec.create': solicRecCompletaSchema,
  'solicRec.get': solicRecCompletaSchema,
  'solicRec.update': solicRecCompletaSchema,
  'cobr.create': cobRGeradaSchema,
  'cobr.createWithoutTxid': cobRGeradaSchema,
  'cobr.get': cobRCompletaSchema,
  'cobr.update': cobRGeradaSchema,
  'cobr.list': cobsRConsultadasSchema,
  'cobr.retry': cobRCompletaSchema,
  'webhook.set': anything,
  'webhook.get': webhookCompletoSchema,
  'webhook.list': webhooksConsultadosSchema,
  'webhook.delete': anything,
  'webhookRec.set': anything,
  'webhookRec.get': webhookRecCompletoSchema,
  'webhookRec.delete': anything,
  'webhookCobr.set': anything,
  'webhookCobr.get': webhookCobRCompletoSchema,
  'webhookCobr.delete': anything,
}
