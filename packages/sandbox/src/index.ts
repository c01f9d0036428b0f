/**
 * A PSP on your machine.
 *
 * @module
 */
export type { SandboxClock } from './clock.ts'
export type { SandboxErrorCode, SandboxReason } from './codes.ts'
export type { Fault, FaultEffect, FaultTarget } from './faults.ts'
export type {
  Account,
  Listening,
  ListenOptions,
  PayOptions,
  Payment,
  Sandbox,
  SandboxCertificates,
  SandboxOptions,
} from './options.ts'
export type { Personality } from './personality.ts'
