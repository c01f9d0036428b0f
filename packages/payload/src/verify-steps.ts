/**
 * What a verifier does, in order.
 *
 * @module
 */
import type { Issue } from '@pixkit/core/issue'
import type { PayloadErrorCode } from './codes.ts'

/**
 * The steps of a verification. The code of a failure is `PAYLOAD_` and the name of the step; only `KEY` has two,
 * `PAYLOAD_KEY_NOT_FOUND` and `PAYLOAD_KEY_AMBIGUOUS`.
 */
export type VerifyStep =
  | 'LOCATION_SYNTAX'
  | 'LOCATION_HOST_NOT_ALLOWED'
  | 'LOCATION_ADDRESS_FORBIDDEN'
  | 'TLS'
  | 'HTTP_STATUS'
  | 'BODY'
  | 'HEADER'
  | 'ALG'
  | 'JKU'
  | 'JWKS_FETCH'
  | 'KEY'
  | 'KEY_TYPE'
  | 'CERT_KEY_MISMATCH'
  | 'THUMBPRINT'
  | 'CERT_VALIDITY'
  | 'CHAIN'
  | 'CERT_NAME'
  | 'SIGNATURE'
  | 'JSON'
  | 'RULES'
  | 'STATUS'
  | 'EXPIRED'
  | 'STALE'

/** The steps in the order in which they are taken. */
export const VERIFY_STEPS: readonly VerifyStep[] = [
  'LOCATION_SYNTAX',
  'LOCATION_HOST_NOT_ALLOWED',
  'LOCATION_ADDRESS_FORBIDDEN',
  'TLS',
  'HTTP_STATUS',
  'BODY',
  'HEADER',
  'ALG',
  'JKU',
  'JWKS_FETCH',
  'KEY',
  'KEY_TYPE',
  'CERT_KEY_MISMATCH',
  'THUMBPRINT',
  'CERT_VALIDITY',
  'CHAIN',
  'CERT_NAME',
  'SIGNATURE',
  'JSON',
  'RULES',
  'STATUS',
  'EXPIRED',
  'STALE',
]

/** How a step ended. */
export interface StepReport {
  readonly step: VerifyStep
  /** Which location of a code it is about; absent where there is only one, outside of `verifyBrCode`. */
  readonly subject?: 'charge' | 'recurrence' | undefined
  /** `warned`: passed, with `issues`. `not-checked`: nobody gave what the check needs, or this call has no network. */
  readonly outcome: 'passed' | 'warned' | 'failed' | 'not-checked'
  /** What was found: warnings, or the one error that ended the verification. */
  readonly issues: readonly Issue<PayloadErrorCode>[]
}
