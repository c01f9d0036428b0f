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
import type { PathParams } from './routes.ts'
import type { Query } from './write-query.ts'
import type { Ambiente, Profile, ProfileOverrides } from '../profile.ts'

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
  /** Of an answer; 8 MiB by default. */
  readonly maxBodyBytes?: number | undefined
  /**
   * What to do when an answer does not belong to its request: it has another id, key, amount, payer or due date than was asked for, lacks
   * what makes it an answer (`txid`, `status`), or its `pixCopiaECola` is not that of its charge. `throw` by default, `BACEN_RESPONSE` or `BACEN_COPIA_E_COLA`;
   * `warn` tells `onWarning`, `ignore` nobody. Entries of lists are only ever warned of.
   */
  readonly mismatch?: 'throw' | 'warn' | 'ignore' | undefined
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
export interface OperationOptions extends CallOptions {
  /** Headers that a bank wants with this one: `efiSkipMtlsChecking()`. Names in lower case. */
  readonly headers?: Readonly<Record<string, string>> | undefined
}

/** Options of what is written by PUT to an id of the caller's own. */
export interface PutOptions extends OperationOptions {
  /**
   * An earlier call with this id may have been done: a refusal is read back and compared at once, as that of a repeated request
   * is, and days that are past meanwhile are no mistake. Pass it with every call but the first under an id: without it a refusal counts as
   * that of a first request, and `mayBeDone` is `false`. With it `mayBeDone` is `true` unless something else has the id (`BACEN_IN_USE`).
   */
  readonly mayExist?: boolean | undefined
}

/** A request beside the operations of API Pix: the extras of a bank. */
export interface BacenRequest extends OperationOptions {
  /** A name for hooks and errors: `efi.saldo`. */
  readonly name: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below `baseUrl`; names in braces are replaced by `params`, percent-encoded: `/gn/evp/{chave}`. */
  readonly path: string
  /** `settings.apiUrl` by default. */
  readonly baseUrl?: string | undefined
  readonly params?: PathParams | undefined
  readonly query?: Query | undefined
  readonly body?: unknown
  /** Whether a second request does what one does. GET is; of the others the caller must know. */
  readonly repeatable?: boolean | undefined
}
