/**
 * Proves the signed payload of a Pix location before anything of it is shown, and signs what a PSP serves.
 *
 * @module
 */
export { buildJwks, type JwkSet, type PublicJwk } from './build-jwks.ts'
export type { PayloadErrorCode, PayloadReason } from './codes.ts'
export {
  type KeySetResponseOptions,
  keySetResponse,
  payloadProblem,
  payloadResponse,
  type ProblemOptions,
  type ProblemStatuses,
} from './payload-response.ts'
export type { Revision, RevisionMemory } from './revision-memory.ts'
export { signPayload, type SignPayloadOptions } from './sign-payload.ts'
export { createSigningKey, type CreateSigningKeyOptions, type JwsAlgorithm, type SigningKey } from './signing-key.ts'
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
