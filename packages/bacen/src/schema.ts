/**
 * Schemas of API Pix: requests strictly, answers tolerantly.
 *
 * Each is a schema of valibot and of Standard Schema. {@link checkRequest} and {@link checkResponse} say what is wrong as issues with sentences in two languages, and
 * look at more than a schema can.
 *
 * @module
 */
export {
  checkParameters,
  type CheckParametersOptions,
  type OperationParameters,
} from './internal/schema/check-parameters.ts'
export { checkRequest, type CheckRequestOptions, checkResponse } from './internal/schema/check.ts'
export {
  cobCompletaSchema,
  cobGeradaSchema,
  cobRevisadaSchema,
  cobsConsultadasSchema,
  cobSolicitadaSchema,
} from './internal/schema/cob.ts'
export {
  cobRCompletaSchema,
  cobRGeradaSchema,
  cobRRevisadaSchema,
  cobRSolicitadaSchema,
  cobsRConsultadasSchema,
  codigosRejeicaoCobR,
} from './internal/schema/cobr.ts'
export {
  cobsVConsultadasSchema,
  cobVCompletaSchema,
  cobVGeradaSchema,
  cobVRevisadaSchema,
  cobVSolicitadaSchema,
} from './internal/schema/cobv.ts'
export {
  payloadLocationRecCompletaSchema,
  payloadLocationRecConsultadasSchema,
  payloadLocationRecGeradaSchema,
} from './internal/schema/loc-rec.ts'
export {
  payloadLocationCompletaSchema,
  payloadLocationConsultadasSchema,
  payloadLocationSchema,
  payloadLocationSolicitadaSchema,
} from './internal/schema/loc.ts'
export {
  loteCobVBodyRevisadoSchema,
  loteCobVBodySchema,
  loteCobVConsultadoSchema,
  lotesCobVConsultadosSchema,
} from './internal/schema/lote-cobv.ts'
export { devolucaoSchema, devolucaoSolicitadaSchema, pixConsultadosSchema, pixSchema } from './internal/schema/pix.ts'
export { problemaSchema } from './internal/schema/problema.ts'
export {
  recCompletaSchema,
  recGeradaSchema,
  recRevisadaSchema,
  recsConsultadasSchema,
  recSolicitadaSchema,
} from './internal/schema/rec.ts'
export {
  solicRecCompletaSchema,
  solicRecRevisadaSchema,
  solicRecSolicitadaSchema,
} from './internal/schema/solic-rec.ts'
export { requestSchemas, responseSchemas } from './internal/schema/tables.ts'
export {
  webhookCobRBodySchema,
  webhookCobRCompletoSchema,
  webhookCobRSolicitadoSchema,
} from './internal/schema/webhook-cobr.ts'
export {
  webhookRecBodySchema,
  webhookRecCompletoSchema,
  webhookRecSolicitadoSchema,
} from './internal/schema/webhook-rec.ts'
export {
  webhookCompletoSchema,
  webhookPixBodySchema,
  webhooksConsultadosSchema,
  webhookSolicitadoSchema,
} from './internal/schema/webhook.ts'
