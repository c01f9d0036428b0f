/**
 * A PSP on your machine.
 *
 * @module
 */
export type { SandboxClock } from './clock.ts'
export { createSandbox } from './create-sandbox.ts'
export type { SandboxErrorCode, SandboxReason } from './codes.ts'
export type { Fault, FaultEffect, FaultTarget } from './faults.ts'
export type { DeliveryLog, RequestLog, SandboxHooks } from './hooks.ts'
export type {
  Account,
  Delivery,
  DeliveryAttempt,
  Listening,
  ListenOptions,
  PayOptions,
  Payment,
  Sandbox,
  SandboxCertificates,
  SandboxOptions,
} from './options.ts'
export type { Personality } from './personality.ts'
