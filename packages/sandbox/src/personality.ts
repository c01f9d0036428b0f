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
  /** The extras of Efí. */
  readonly extras?: 'efi' | undefined
}
