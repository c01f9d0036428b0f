/**
 * What goes wrong on demand.
 *
 * @module
 */
import type { OperationName, Resource } from '@pixkit/bacen'

/** Requests that a fault meets. */
export interface FaultTarget {
  /** An operation of API Pix or all of a resource, the token, the locations, the key set, or the webhooks that go out; any by default. */
  readonly on?: OperationName | Exclude<Resource, 'webhook'> | 'token' | 'location' | 'jwks' | 'webhook' | undefined
  /** How many requests; 1 by default, `Infinity` for all. */
  readonly times?: number | undefined
  /** 0 to 1, drawn with the seed of the sandbox; 1 by default. */
  readonly probability?: number | undefined
}

export type FaultEffect =
  /** Of webhooks by the clock of the sandbox, else by that of the machine. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** Done, and then the connection is dropped; a webhook so met is sent again. */
  | { readonly kind: 'store-then-drop' }
  | { readonly kind: 'drop-mid-body' }
  /** 429 or 503, with `Retry-After`. */
  | { readonly kind: 'busy'; readonly status: 429 | 503; readonly retryAfter?: number | undefined }
  | { readonly kind: 'error'; readonly status: number }
  /** The page that an edge shows to those without a certificate. */
  | { readonly kind: 'edge-html' }
  /** 200 where the norm says 201. */
  | { readonly kind: 'status-200' }
  /** Members that are absent are `null`. */
  | { readonly kind: 'null-members' }
  /** Of payloads and of the codes of charges. */
  | { readonly kind: 'expired-certificate' }
  | { readonly kind: 'wrong-jku' }
  | { readonly kind: 'wrong-signature' }
  | { readonly kind: 'tampered-copia-e-cola' }
  /** Of webhooks: sent twice. */
  | { readonly kind: 'duplicate' }
  /** Of webhooks: sent ten seconds later, behind what comes in between. */
  | { readonly kind: 'disorder' }

export type Fault = FaultTarget & FaultEffect
