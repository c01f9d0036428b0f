/**
 * What the parts of a sandbox beside API Pix work with: locations, the payer, webhooks, the edge.
 *
 * @module
 */
import type { Transport } from '@pixkit/http'
import type { SandboxHooks } from '../hooks.ts'
import type { Faults } from './faults/faults.ts'
import type { Identities } from './identities.ts'
import type { World } from './world.ts'

export interface SandboxContext {
  readonly world: World
  readonly faults: Faults
  readonly hooks: SandboxHooks
  /** Keys and certificates: made when somebody asks for the first time. */
  identities(): Promise<Identities>
  /** To the receivers of webhooks. */
  readonly transport: Transport
  /** The same without a certificate; absent where `transport` was given, which nobody knows what it shows. */
  readonly bareTransport?: Transport | undefined
}
