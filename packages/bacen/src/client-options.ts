/**
 * What a client of API Pix is made of.
 *
 * @module
 */
import type { RandomSource } from '@pixkit/core/txid'
import type { HttpHooks } from '@pixkit/http/hooks'
import type { CallOptions, RetryPolicy } from '@pixkit/http/http-client'
import type { TokenStore } from '@pixkit/http/token-store'
import type { Transport } from '@pixkit/http/transport'
import type { Ambiente, Profile, ProfileOverrides } from './profile.ts'

export type { CallOptions } from '@pixkit/http/http-client'

export interface BacenCredentials {
  readonly clientId: string
  /** Absent where the bank asks for none (Sicoob). */
  readonly clientSecret?: string | undefined
  /** A fixed token, where the bank's sandbox hands one out. */
  readonly accessToken?: string | undefined
  /** What else the bank asks for, by the names of the profile: `{ appKey: '…' }` of Banco do Brasil. */
  readonly extras?: Readonly<Record<string, string>> | undefined
}

export interface BacenClientOptions {
  /** From `@pixkit/bacen/profiles/…`, or `customProfile`. */
  readonly profile: Profile
  readonly ambiente: Ambiente
  readonly credentials: BacenCredentials
  readonly transport: Transport
  /** Settings that are other than the profile says. */
  readonly overrides?: ProfileOverrides | undefined
  /** Scopes to ask for; those of the profile by default. Banks refuse the whole token for one scope that was not contracted. */
  readonly scopes?: readonly string[] | undefined
  /** Where tokens are kept; the memory of this client by default. */
  readonly tokenStore?: TokenStore | undefined
  readonly hooks?: HttpHooks | undefined
  readonly retry?: RetryPolicy | undefined
  /** For each try; 30,000 by default. */
  readonly timeoutMs?: number | undefined
  /**
   * What to do when a `pixCopiaECola` does not belong to its charge: `throw` (default), `warn` (`onWarning`), or `ignore`. Entries of
   * lists are only ever warned of.
   */
  readonly copiaECola?: 'throw' | 'warn' | 'ignore' | undefined
  /** Version of API Pix that requests are checked against; 2.10.0 also writes what that version adds. */
  readonly apiVersion?: '2.9.0' | '2.10.0' | undefined
  /** Sends members that no schema knows, for extras of a bank; refused by default, as a misspelled name would be lost. */
  readonly allowUnknownMembers?: boolean | undefined
  /** Milliseconds since 1970; `Date.now` by default. */
  readonly clock?: (() => number) | undefined
  /** Of new txids; the platform's by default. */
  readonly random?: RandomSource | undefined
}

/** Last argument of every operation. */
export type OperationOptions = CallOptions
