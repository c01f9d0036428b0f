/**
 * Schemas of API Pix: requests strictly, answers tolerantly.
 *
 * Each is a schema of valibot and of Standard Schema. {@link checkRequest} and {@link checkResponse} say what is wrong as issues with sentences in two languages, and
 * look at more than a schema can.
 *
 * @module
 */
export { checkRequest, type CheckRequestOptions, checkResponse } from './schema/check.ts'
export {
  cobCompletaSchema,
  cobGeradaSchema,
  cobRevisadaSchema,
  cobsConsultadasSchema,
  cobSolicitadaSchema,
} from './schema/cob.ts'
export {
  cobRCompletaSchema,
  cobRGeradaSchema,
  cobRRevisadaSchema,
  cobRSolicitadaSchema,
  cobsRConsultadasSchema,
} from './schema/cobr.ts'
export {
  cobsVConsultadasSchema,
  cobVCompletaSchema,
  cobVGeradaSchema,
  cobVRevisadaSchema,
  cobVSolicitadaSchema,
} from './schema/cobv.ts'
export {
  payloadLocationRecCompletaSchema,
  payloadLocationRecConsultadasSchema,
  payloadLocationRecGeradaSchema,
} from './schema/loc-rec.ts'
export {
  payloadLocationCompletaSchema,
  payloadLocationConsultadasSchema,
  payloadLocationSchema,
  payloadLocationSolicitadaSchema,
} from './schema/loc.ts'
export {
  loteCobVBodyRevisadoSchema,
  loteCobVBodySchema,
  loteCobVConsultadoSchema,
  lotesCobVConsultadosSchema,
} from './schema/lote-cobv.ts'
export { devolucaoSchema, devolucaoSolicitadaSchema, pixConsultadosSchema, pixSchema } from './schema/pix.ts'
export { problemaSchema } from './schema/problema.ts'
export {
  recCompletaSchema,
  recGeradaSchema,
  recRevisadaSchema,
  recsConsultadasSchema,
  recSolicitadaSchema,
} from './schema/rec.ts'
export { solicRecCompletaSchema, solicRecRevisadaSchema, solicRecSolicitadaSchema } from './schema/solic-rec.ts'
export { requestSchemas, responseSchemas } from './schema/tables.ts'
export { webhookCobRBodySchema, webhookCobRCompletoSchema, webhookCobRSolicitadoSchema } from './schema/webhook-cobr.ts'
export { webhookRecBodySchema, webhookRecCompletoSchema, webhookRecSolicitadoSchema } from './schema/webhook-rec.ts'
export {
  webhookCompletoSchema,
  webhookPixBodySchema,
  webhooksConsultadosSchema,
  webhookSolicitadoSchema,
} from './schema/webhook.ts'
