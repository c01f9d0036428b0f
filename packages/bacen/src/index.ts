/**
 * Charges, payments, returns and Pix Automático through API Pix.
 *
 * @module
 */
export { type BacenClient, createBacenClient } from './bacen-client.ts'
export type {
  BacenClientOptions,
  BacenCredentials,
  BacenRequest,
  OperationOptions,
  PutOptions,
} from './internal/client-options.ts'
export type { BacenErrorCode, BacenReason } from './codes.ts'
export { checkCopiaECola, type CopiaEColaIssue, copiaEColaOf, type WithCopiaECola } from './copia-e-cola.ts'
export { type CustomAmbiente, type CustomProfile, customProfile } from './custom-profile.ts'
export {
  explainError,
  type ExplainErrorOptions,
  type Explanation,
  type ExplanationKey,
  type Explanations,
  type ExplanationText,
} from './explain-error.ts'
export { type FailedCall, failedCallOf } from './failed-call.ts'
export type {
  ListAllOptions,
  ListCheckpoint,
  ListMethods,
  ListPagesOptions,
  PaginacaoSolicitada,
  Periodo,
} from './internal/list-options.ts'
export { type Operation, type OperationName, operations, type Resource } from './operations.ts'
export type { Ambiente, Fact, Profile, ProfileOverrides, ProfileSettings } from './profile.ts'
export { resolveProfile } from './resolve-profile.ts'
export type { CobCreateOptions, CobGetOptions, CobListParams, CobResource } from './internal/resources/cob.ts'
export type { CobRCreateOptions, CobRListParams, CobRResource } from './internal/resources/cobr.ts'
export type { CobVListParams, CobVResource } from './internal/resources/cobv.ts'
export type { LocRecListParams, LocRecResource } from './internal/resources/loc-rec.ts'
export type { LocListParams, LocResource } from './internal/resources/loc.ts'
export type { LoteCobVListParams, LoteCobVResource } from './internal/resources/lote-cobv.ts'
export type { CreateDevolucaoOptions, PixListParams, PixResource } from './internal/resources/pix.ts'
export type { RecGetOptions, RecListParams, RecResource } from './internal/resources/rec.ts'
export type { SolicRecResource } from './internal/resources/solic-rec.ts'
export type { WebhookCobRResource } from './internal/resources/webhook-cobr.ts'
export type { WebhookRecResource } from './internal/resources/webhook-rec.ts'
export type { WebhookListParams, WebhookResource } from './internal/resources/webhook.ts'
