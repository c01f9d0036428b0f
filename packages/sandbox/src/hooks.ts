/**
 * Looking on: what comes in, and what goes out.
 *
 * @module
 */
import type { OperationName } from '@pixkit/bacen'

/** A request, answered or dropped. No body, no header, no query: a log is read by many. */
export interface RequestLog {
  readonly method: string
  readonly path: string
  /** Absent when the connection was dropped on purpose. */
  readonly status?: number | undefined
  readonly operation?: OperationName | 'token' | undefined
  readonly ms: number
}

/** One attempt to reach the receiver of a webhook. */
export interface DeliveryLog {
  readonly kind: 'pix' | 'rec' | 'cobr'
  readonly url: string
  /** 1 for the first. */
  readonly attempt: number
  readonly status?: number | undefined
  /** Code of the error, when there was no answer. */
  readonly error?: string | undefined
}

/** They must not throw. */
export interface SandboxHooks {
  onRequest?(log: RequestLog): void
  onDelivery?(log: DeliveryLog): void
  /** A defect of the sandbox: whoever asked was answered with 500. */
  onError?(error: unknown): void
}
