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
  'SANDBOX_DATA:damaged': 'the state in the folder is damaged',
  'SANDBOX_DATA:in-use': 'another sandbox uses the folder',
  'SANDBOX_DATA:open': 'the folder cannot be made or opened',
  'SANDBOX_DATA:version': 'another version of the sandbox wrote the state',
  'SANDBOX_DATA:write': 'the state cannot be written',
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
  'SANDBOX_DATA:damaged': 'Start with another folder; what is in this one cannot be read.',
  'SANDBOX_DATA:in-use': 'End the other sandbox, or choose another folder (--data).',
  'SANDBOX_DATA:open': 'Choose a folder that you may write to (--data).',
  'SANDBOX_DATA:version': 'Start with another folder, or with the version that wrote this one.',
  'SANDBOX_DATA:write': 'Check the space that is left on the disk, and that the folder is still there.',
  SANDBOX_LISTEN: 'Choose another port (--port), or end what uses this one.',
  SANDBOX_OPTION: 'See the documentation of the option.',
  SANDBOX_PAYMENT: 'See the reason.',
}
