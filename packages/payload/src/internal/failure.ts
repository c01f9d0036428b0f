/**
 * Errors of the package, with their English sentences. A function for each catalogue, so that no bundle carries sentences that
 * it cannot raise.
 *
 * @module
 */
import { errorFromIssue, type PixkitError } from '@pixkit/core/error'
import type { Issue, Messages, Path } from '@pixkit/core/issue'
import type {
  HostListErrorCode,
  KeyErrorCode,
  PayloadErrorCode,
  ReasonOf,
  SignedPayloadErrorCode,
  VerificationErrorCode,
} from '../codes.ts'
import { hostListMessages, signedPayloadMessages, signingMessages, verificationMessages } from '../messages/en.ts'

/** What is wrong, beside the code: why, where, and what the sentence shows. */
export interface Fault<Code extends PayloadErrorCode> {
  readonly reason?: ReasonOf<Code> | undefined
  /** Names of the fields from the outermost in: `['valor', 'original']`. */
  readonly path?: Path | undefined
  readonly params?: Readonly<Record<string, string | number>> | undefined
}

export function payloadIssue<Code extends PayloadErrorCode>(
  code: Code,
  { reason, path = [], params = {} }: Fault<Code>,
  severity: 'error' | 'warning',
): Issue<Code> {
  const field = path.length > 0 ? { field: path.join('.') } : {}
  return { code, severity, path, params: { ...params, ...field, ...(reason === undefined ? {} : { reason }) } }
}

/** What is wrong with what a location serves. */
export function payloadFailure<Code extends VerificationErrorCode>(
  code: Code,
  fault: Fault<Code> = {},
  cause?: unknown,
): PixkitError<Code> {
  return failureWith(verificationMessages, code, fault, cause)
}

/** What is wrong with a list of hosts. */
export function hostListFailure(fault: Fault<HostListErrorCode>): PixkitError<HostListErrorCode> {
  return failureWith(hostListMessages, 'PAYLOAD_HOST_LIST', fault)
}

/** What is wrong with a key, its certificates, or what is to be published of them. */
export function signingFailure<Code extends KeyErrorCode>(
  code: Code,
  fault: Fault<Code>,
  cause?: unknown,
): PixkitError<Code> {
  return failureWith(signingMessages, code, fault, cause)
}

/** What is wrong with a payload that is to be signed. */
export function signedPayloadFailure(fault: Fault<SignedPayloadErrorCode>): PixkitError<SignedPayloadErrorCode> {
  return failureWith(signedPayloadMessages, 'PAYLOAD_SIGNING_PAYLOAD', fault)
}

function failureWith<Code extends PayloadErrorCode>(
  messages: Messages<string>,
  code: Code,
  fault: Fault<Code>,
  cause?: unknown,
): PixkitError<Code> {
  return errorFromIssue(payloadIssue(code, fault, 'error'), messages, cause)
}
