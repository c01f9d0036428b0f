/**
 * What a verifier is given: trust, clock, lists, tolerances, network. Nothing of it is assumed.
 *
 * @module
 */
import type { Certificate, PublicKeyInfo } from '@pixkit/certs/x509'
import type { IsDiaUtil } from '@pixkit/core/dias-uteis'
import type { Transport } from '@pixkit/http/transport'
import type { JwsAlgorithm } from './internal/keys/algorithms.ts'
import type { RevisionMemory } from './revision-memory.ts'
import type { KeySetCache } from './types.ts'
import type { StepReport } from './verify-steps.ts'

/**
 * A defect of real issuers that a caller may live with. Each is refused unless it is named, and reported as a warning when
 * naming it made the difference.
 */
export type Tolerance =
  /** Thumbprints with `=` at the end (seen 2021 at Tesouro and Rendimento). */
  | 'padded-thumbprint'
  /** Thumbprints with `+` and `/` of plain base64. */
  | 'base64-thumbprint'
  /** Line breaks and spaces inside `x5c` (iugu 2020). */
  | 'x5c-whitespace'
  /** Issuers in `x5c` that do not follow each other, each issued by the next. */
  | 'x5c-order'
  /** `alg` of a JWK that is no name of JWA, such as `RSA`. */
  | 'jwk-alg'
  /** Signer's certificate with DNS names, none of which is the host of the `jku`. */
  | 'certificate-name'
  /** `jku` on another host, when the list of authorised hosts says that one registered certificate names both. */
  | 'jku-host'
  /** `null` for an optional member that should be absent. */
  | 'null-member'
  /** Whole numbers (`revisao`, `expiracao`, …) as text. */
  | 'number-as-text'
  /** Amounts as JSON numbers, or with one decimal or none. */
  | 'amount-format'
  /** `peridiocidade` for `periodicidade`. */
  | 'peridiocidade'

/** All of them, in the order in which they may be needed. */
export const TOLERANCES: readonly Tolerance[] = [
  'jku-host',
  'padded-thumbprint',
  'base64-thumbprint',
  'jwk-alg',
  'x5c-whitespace',
  'x5c-order',
  'certificate-name',
  'null-member',
  'number-as-text',
  'amount-format',
  'peridiocidade',
]

/** A signature, and what it is to be verified with. */
export interface SignatureToVerify {
  /** One of the nine of JWA, which fits the key. */
  readonly alg: JwsAlgorithm
  /** That of the signer's certificate: the same object at each call, as long as its key set is kept. */
  readonly publicKey: PublicKeyInfo
  readonly signed: Uint8Array
  /** As JWA writes it: PKCS #1, PSS with a salt as long as the hash, or R and S side by side. */
  readonly signature: Uint8Array
}

/** Says whether a signature is that of the key; anything but `true`, and whatever it throws, refuses the payload. */
export type SignatureVerifier = (signature: SignatureToVerify) => boolean | Promise<boolean>

export interface VerifyOptions {
  /** Roots that the caller trusts; `mozillaTrustAnchors()` of `@pixkit/payload/node` are those that Node comes with. */
  readonly trustAnchors: readonly Certificate[]
  /** Milliseconds since 1970. */
  readonly now: number
  /**
   * Hosts that Bacen's list of CERTQRC certificates names, exactly as they are called, one at least; names of one certificate
   * may stand together in an array. Without it (or `siteCertificates`) the proof says `hostAuthorised: 'not-checked'`.
   */
  readonly authorisedHosts?: readonly (string | readonly string[])[] | undefined
  /**
   * The CERTQRC certificates themselves, one at least: the names of those that are valid are the authorised hosts, and a server
   * has to show one of them that names it.
   */
  readonly siteCertificates?: readonly Certificate[] | undefined
  /** Issuers that a key set may lack; nothing is believed of them. */
  readonly intermediates?: readonly Certificate[] | undefined
  /** Intended day of payment, `YYYY-MM-DD`. For a cobv only. */
  readonly dpp?: string | undefined
  /**
   * Whether a day, `YYYY-MM-DD`, is a business day for the payer, such as `isDiaUtil` of `@pixkit/core/feriados`; without it only
   * Saturdays and Sundays are known not to be.
   */
  readonly isDiaUtil?: IsDiaUtil | undefined
  /** Whether the payload stands beside another in one code, where no cash may be withdrawn. */
  readonly composite?: boolean | undefined
  /** Seconds by which clocks may differ: 30 by default, at most 300. */
  readonly clockToleranceSeconds?: number | undefined
  /** What was seen before, to tell an older revision that is shown again. */
  readonly revisions?: RevisionMemory | undefined
  /** Defects to live with. */
  readonly tolerate?: readonly Tolerance[] | undefined
  /**
   * Verifies signatures in the place of WebCrypto: `verifySignatureSync` of `@pixkit/payload/node`, which does not go through
   * Node's pool of threads and takes a third of the time for RSA.
   */
  readonly verifySignature?: SignatureVerifier | undefined
  /** Refuses what would be a warning; `false` by default. */
  readonly strict?: boolean | undefined
  /** Called after each step, in order; must not throw. */
  readonly onStep?: ((report: StepReport) => void) | undefined
}

export interface VerifyLocationOptions extends VerifyOptions {
  /**
   * Who fetches: `createGuardedTransport()` of `@pixkit/http-node`, because locations come from strangers. Another has to verify
   * TLS, 1.2 or later, as this one does, and to refuse addresses inside the caller's network, or be where there are none.
   */
  readonly transport: Transport
  /** Municipality of the payer's registered address, 7 digits of IBGE. Sent to a cobv alone, never made up. */
  readonly codMun?: string | undefined
  /** Keeps key sets from one call to the next; without it each call fetches its own. */
  readonly keySets?: KeySetCache | undefined
  /** Milliseconds for all requests of the call: 10,000 by default. */
  readonly timeoutMs?: number | undefined
  readonly signal?: AbortSignal | undefined
}
