/**
 * What a sandbox is made of, and what it offers.
 *
 * @module
 */
import type { Ambiente } from '@pixkit/bacen'
import type { Transport } from '@pixkit/http'
import type { SandboxClock } from './clock.ts'
import type { Fault } from './faults.ts'
import type { SandboxHooks } from './hooks.ts'
import type { Delivery } from './internal/webhooks/delivery.ts'
import type { Personality } from './personality.ts'

export type { Delivery, DeliveryAttempt } from './internal/webhooks/delivery.ts'

/** The receiver: all of a sandbox's charges are paid to it. */
export interface Account {
  readonly nome: string
  readonly cnpj: string
  readonly cidade: string
  readonly uf: string
  readonly cep: string
  readonly logradouro: string
  readonly agencia: string
  readonly conta: string
  /** Of the bank that the sandbox plays: eight characters. */
  readonly ispb: string
  /** Keys of every kind; a charge to any other is refused. */
  readonly chaves: readonly string[]
}

export interface SandboxOptions {
  /** Which bank it behaves like; `bacen`, to the letter of the norm, by default. */
  readonly personality?: Personality | undefined
  readonly account?: Partial<Account> | undefined
  /** Folder of the state, which then survives a restart; in memory by default. */
  readonly data?: string | undefined
  /** Makes ids, keys of tests and faults at random repeatable. */
  readonly seed?: string | undefined
  /** Instant at which its time stands still until it is moved, RFC 3339; the time of the machine, running, by default. */
  readonly clock?: string | undefined
  /** `{ clientId, clientSecret }` that tokens are given to; made by default. */
  readonly credentials?: { readonly clientId: string; readonly clientSecret: string } | undefined
  readonly hooks?: SandboxHooks | undefined
  /** To the receivers of webhooks; by default one that shows the certificate for webhooks, and trusts the authority of the sandbox too. */
  readonly transport?: Transport | undefined
}

export interface ListenOptions {
  /** 0 for any; 8443 by default. */
  readonly port?: number | undefined
  /** 127.0.0.1 by default; elsewhere the admin endpoints demand `adminToken`. */
  readonly host?: string | undefined
  /** Without TLS and client certificates. */
  readonly plainHttp?: boolean | undefined
  readonly adminToken?: string | undefined
}

/** Where a sandbox listens, and what a client needs. */
export interface Listening {
  readonly origin: string
  readonly apiUrl: string
  readonly tokenUrl: string
  /** Page where a code is pasted, verified and paid. */
  readonly payerUrl: string
  /** PEM; absent with `plainHttp`. */
  readonly certificates?: SandboxCertificates | undefined
  close(): Promise<void>
}

/** All of them say "sandbox" in their names. */
export interface SandboxCertificates {
  readonly ca: string
  readonly client: { readonly cert: string; readonly key: string }
  /** What webhooks show. */
  readonly webhook: { readonly cert: string; readonly key: string }
  /** For `localhost`, `127.0.0.1` and `::1`: also good for a receiver of webhooks on this machine. */
  readonly server: { readonly cert: string; readonly key: string }
}

export interface PayOptions {
  /** A copy and paste code, a location, or a txid. */
  readonly code: string
  /** Where the charge lets the payer choose, or a static code has none. */
  readonly valor?: string | undefined
  readonly pagador?:
    | { readonly nome: string; readonly cpf?: string | undefined; readonly cnpj?: string | undefined }
    | undefined
  readonly infoPagador?: string | undefined
}

export interface Payment {
  readonly endToEndId: string
  readonly valor: string
  readonly txid?: string | undefined
}

export interface Sandbox {
  /** Any request, without a port: `fetchTransport(sandbox.fetch)` is a transport. */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>
  /** Where {@link Sandbox.fetch} answers API Pix, and grants tokens: names that no network knows. */
  readonly apiUrl: string
  readonly tokenUrl: string
  readonly clock: SandboxClock
  readonly ambiente: Ambiente
  readonly credentials: { readonly clientId: string; readonly clientSecret: string }
  readonly account: Account
  /** @throws {PixkitError} `SANDBOX_PAYMENT`: it cannot be paid, with the reason. */
  pay(options: PayOptions): Promise<Payment>
  /** The payer answers a request of a recurrence, or reads the code of one and authorises it. */
  approve(idRec: string): Promise<void>
  reject(idRec: string): Promise<void>
  /** What went to webhooks and what became of it, the oldest first: all that is to be sent, and of the rest the last ten thousand. */
  deliveries(): readonly Delivery[]
  /**
   * Sends a message of a webhook again.
   *
   * @param deliveryId - Of {@link Sandbox.deliveries}.
   * @returns The id of the new one; `undefined` when there is no such.
   */
  replay(deliveryId: string): string | undefined
  /** Goes wrong as told: once, always, or with a probability. */
  inject(fault: Fault): { remove(): void }
  listen(options?: ListenOptions): Promise<Listening>
  close(): Promise<void>
}
