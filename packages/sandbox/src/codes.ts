/**
 * What can go wrong with a sandbox itself; what its bank refuses is an answer.
 *
 * @module
 */
import type { ReasonOf as ReasonOfKey } from '@pixkit/core/issue'

/** `params.reason` says what exactly; the reasons of a code are the keys `CODE:reason` of the catalogues. */
export type SandboxErrorCode =
  | 'SANDBOX_CLOCK'
  /** The state of `data` cannot be read or written. */
  | 'SANDBOX_DATA'
  | 'SANDBOX_LISTEN'
  | 'SANDBOX_OPTION'
  /** It cannot be paid, approved, rejected … */
  | 'SANDBOX_PAYMENT'

export type SandboxReason =
  | 'SANDBOX_CLOCK:duration'
  | 'SANDBOX_CLOCK:past'
  | 'SANDBOX_DATA:damaged'
  | 'SANDBOX_DATA:in-use'
  | 'SANDBOX_DATA:open'
  | 'SANDBOX_DATA:version'
  | 'SANDBOX_DATA:write'

export type ReasonOf<Code extends SandboxErrorCode> = ReasonOfKey<Code, SandboxReason>
