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
  | 'SANDBOX_OPTION:admin-token'
  | 'SANDBOX_OPTION:clock'
  | 'SANDBOX_PAYMENT:amount-below-price'
  | 'SANDBOX_PAYMENT:amount-fixed'
  | 'SANDBOX_PAYMENT:amount-format'
  | 'SANDBOX_PAYMENT:amount-missing'
  | 'SANDBOX_PAYMENT:cobr-not-found'
  | 'SANDBOX_PAYMENT:cobr-status'
  | 'SANDBOX_PAYMENT:expired'
  | 'SANDBOX_PAYMENT:not-returnable'
  | 'SANDBOX_PAYMENT:nothing-left'
  | 'SANDBOX_PAYMENT:nothing-shown'
  | 'SANDBOX_PAYMENT:other-bank'
  | 'SANDBOX_PAYMENT:other-receiver'
  | 'SANDBOX_PAYMENT:overdue'
  | 'SANDBOX_PAYMENT:paid'
  | 'SANDBOX_PAYMENT:rec-not-found'
  | 'SANDBOX_PAYMENT:rec-other-charge'
  | 'SANDBOX_PAYMENT:rec-status'
  | 'SANDBOX_PAYMENT:rec-without-code'
  | 'SANDBOX_PAYMENT:recurrence'
  | 'SANDBOX_PAYMENT:removed'
  | 'SANDBOX_PAYMENT:unknown'
  | 'SANDBOX_PAYMENT:unknown-payment'
  | 'SANDBOX_PAYMENT:unreadable'

export type ReasonOf<Code extends SandboxErrorCode> = ReasonOfKey<Code, SandboxReason>
