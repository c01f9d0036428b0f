/**
 * Sentences of this package: English.
 *
 * @module
 */
import type { SandboxErrorCode, SandboxReason } from '../codes.ts'

export const messages: Readonly<Record<SandboxErrorCode | SandboxReason, string>> = {
  SANDBOX_CLOCK: 'time cannot be moved so',
  'SANDBOX_CLOCK:duration': 'no such duration',
  'SANDBOX_CLOCK:past': 'time goes forward only',
  SANDBOX_DATA: 'the folder of the state cannot be used',
  SANDBOX_LISTEN: 'cannot listen',
  SANDBOX_OPTION: 'an option that cannot be',
  SANDBOX_PAYMENT: 'it cannot be paid',
}

/** What to do next. */
export const remedies: Readonly<Record<SandboxErrorCode | SandboxReason, string>> = {
  SANDBOX_CLOCK: 'Advance by a duration such as 2d, or set a later instant.',
  'SANDBOX_CLOCK:duration': 'Write 90s, 15m, 36h or 2d, or milliseconds.',
  'SANDBOX_CLOCK:past': 'Start another sandbox for an earlier instant.',
  SANDBOX_DATA: 'Check that it can be written, and that no other sandbox uses it.',
  SANDBOX_LISTEN: 'Choose another port (--port), or end what uses this one.',
  SANDBOX_OPTION: 'See the documentation of the option.',
  SANDBOX_PAYMENT: 'See the reason.',
}
