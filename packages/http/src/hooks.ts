/**
 * What a client tells while it works, for logs and meters: never a secret, a key, a document number or a whole URL.
 *
 * @module
 */
import type { PixkitError } from '@pixkit/core/error'
import type { Issue } from '@pixkit/core/issue'

/** Which call, and which try of it. */
export interface CallEvent {
  /** `cob.create`; `token` for a request of a token. */
  readonly operation: string
  readonly method: string
  readonly host: string
  /** The template, `/cob/{txid}`: what stands for a name may be a key or a document number. */
  readonly path: string
  /** 1 for the first. */
  readonly attempt: number
}

export interface ResponseEvent extends CallEvent {
  readonly status: number
  readonly durationMs: number
  /** The bank's id of the request, if it sent one. */
  readonly requestId?: string | undefined
}

export interface ErrorEvent extends CallEvent {
  readonly error: PixkitError
  readonly durationMs: number
}

export interface RetryEvent extends CallEvent {
  readonly error: PixkitError
  readonly delayMs: number
}

export interface TokenEvent {
  readonly host: string
  readonly scopesAsked: readonly string[]
  /** As the bank said; `undefined` when it did not. */
  readonly scopesGranted: readonly string[] | undefined
  readonly expiresInMs: number
}

/** A defect that one can live with; `operation` says where it was met. */
export interface WarningEvent {
  readonly operation: string | undefined
  readonly issue: Issue
  readonly requestId?: string | undefined
}

/** Called synchronously; what a hook throws is dropped, so that a broken log breaks no payment. */
export interface HttpHooks {
  readonly onRequest?: ((event: CallEvent) => void) | undefined
  /** Any answer, whatever its status. */
  readonly onResponse?: ((event: ResponseEvent) => void) | undefined
  /** No answer, or none of success. */
  readonly onError?: ((event: ErrorEvent) => void) | undefined
  readonly onRetry?: ((event: RetryEvent) => void) | undefined
  /** A token was asked for and granted. */
  readonly onToken?: ((event: TokenEvent) => void) | undefined
  readonly onWarning?: ((event: WarningEvent) => void) | undefined
}
