/**
 * Proves the signed payload of a Pix location before anything of it is shown, and signs what a PSP serves.
 *
 * @module
 */
export { hostsOfCertificates, parseHostList } from './authorised-hosts.ts'
export { buildJwks, type JwkSet, type PublicJwk } from './build-jwks.ts'
export type { PayloadErrorCode, PayloadReason } from './codes.ts'
export {
  isPayable,
  type IsPayableOptions,
  type NotPayableReason,
  type Payability,
  type PayloadOfKind,
} from './is-payable.ts'
export { createKeySetCache, type KeySetCache, type KeySetCacheOptions } from './key-set-cache.ts'
export { decodePayloadUnverified, type UnverifiedPayload } from './decode-payload-unverified.ts'
export { type KeySet, parseKeySet } from './key-set.ts'
export {
  type KeySetResponseOptions,
  keySetResponse,
  payloadProblem,
  payloadResponse,
  type ProblemOptions,
  type ProblemStatuses,
} from './payload-response.ts'
export {
  createRevisionMemory,
  type Revision,
  type RevisionMemory,
  type RevisionMemoryOptions,
} from './revision-memory.ts'
export { cobPayloadSchema, cobvPayloadSchema, recPayloadSchema } from './schema.ts'
export { signPayload, type SignPayloadOptions } from './sign-payload.ts'
export {
  createSigningKey,
  type CreateSigningKeyOptions,
  type JwsAlgorithm,
  type SignBytes,
  type SigningKey,
} from './signing-key.ts'
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
export {
  verifyBrCode,
  type VerifiedBrCode,
  type VerifiedChargeCode,
  type VerifiedChargeWithOffer,
  type VerifiedChargeWithRecurrence,
  type VerifiedCode,
  type VerifiedRecurrenceCode,
  type VerifiedStaticCode,
} from './verify-brcode.ts'
export { verifyLocation, type VerifyLocationOptions } from './verify-location.ts'
export {
  type SignatureToVerify,
  type SignatureVerifier,
  type Tolerance,
  TOLERANCES,
  type VerifyOptions,
} from './verify-options.ts'
export { verifyPayload, type VerifyPayloadOptions } from './verify-payload.ts'
export { type StepReport, VERIFY_STEPS, type VerifyStep } from './verify-steps.ts'
