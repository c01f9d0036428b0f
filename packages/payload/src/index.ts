/**
 * Proves the signed payload of a Pix location before anything of it is shown, and signs what a PSP serves.
 *
 * @module
 */
export type { PayloadErrorCode, PayloadReason } from './codes.ts'
export type { Revision, RevisionMemory } from './revision-memory.ts'
export type {
  CobPayload,
  CobStatus,
  CobVPayload,
  InfoAdicional,
  ModalidadeAgente,
  ModalidadeAlteracao,
  Payloads,
  Pessoa,
  Proof,
  Recebedor,
  RecPayload,
  RecStatus,
  RemainingCheck,
  Retirada,
  Verified,
  VerifiedPayload,
} from './types.ts'
export { type Tolerance, TOLERANCES, type VerifyOptions } from './verify-options.ts'
export { type StepReport, VERIFY_STEPS, type VerifyStep } from './verify-steps.ts'
