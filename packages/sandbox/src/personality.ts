/**
 * How a bank differs from the letter of the norm.
 *
 * @module
 */
import type { OperationName, Resource } from '@pixkit/bacen'

export interface Personality {
  /** `sicredi`. */
  readonly id: string
  readonly name: string
  /** Below the origin: `/api`. */
  readonly apiPath: string
  readonly tokenPath: string
  readonly tokenBody: 'form' | 'json' | 'either'
  /** How a token is refused: as RFC 6749 has it when absent, or as a problem of API Pix, by any scope that is not the credential's. */
  readonly tokenRefusals?: 'oauth' | 'problema' | undefined
  /** What stands before the paths: `{ cob: '/v3' }`. */
  readonly prefixes: Partial<Readonly<Record<Resource | OperationName, string>>>
  readonly paths: Partial<Readonly<Record<OperationName, string>>>
  /** `problema`, or the bank's own shape. */
  readonly errors: 'problema' | 'efi'
  /** Statuses that are other than the norm's: `{ 'pix.createDevolucao': 200 }`. */
  readonly statuses: Partial<Readonly<Record<OperationName, number>>>
  /** Scopes that a credential has; the others are refused at the token. */
  readonly scopes: readonly string[]
  /** What a token says it lives, and in which unit. */
  readonly expiresIn: { readonly seconds: number; readonly unit: 'seconds' | 'milliseconds' }
  /** Whether a wrong check digit of CPF or CNPJ is refused. */
  readonly checksDigits: boolean
  /** Asks a webhook's receiver twice when it is registered, without and with a certificate. */
  readonly probesWebhooks: boolean
  /** Whether a PUT to the txid of an active charge changes it, as a PATCH does; refused when absent. */
  readonly putRevises?: boolean | undefined
  /** The extras of Efí. */
  readonly extras?: 'efi' | undefined
}
