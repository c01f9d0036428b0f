/**
 * A call between its tries, and how hooks and errors speak of it.
 *
 * @module
 */
import type { PixkitError } from '@pixkit/core/error'
import { httpFailure } from '../failure.ts'
import type { CallEvent } from '../hooks.ts'
import type { HttpCall, HttpClientOptions } from './http-client-types.ts'
import { hostOf } from './json-request.ts'
import { ownError } from './own-error.ts'

export interface Progress {
  readonly call: HttpCall
  readonly body: Uint8Array | undefined
  attempt: number
  startedAt: number
  /** That the last try was authorised with, once it was. */
  proof: Readonly<Record<string, string>> | undefined
  /** Whether the last try got as far as the transport. */
  isSent: boolean
  /** Whether one of the tries that failed may have been done. */
  mayBeDone: boolean
  isRenewed: boolean
}

export function eventOf({ call: { operation, method, url, path }, attempt }: Progress): CallEvent {
  return { operation, method, host: hostOf(url), path, attempt }
}

export function errorOf({ call: { operation, url }, attempt, mayBeDone }: Progress, error: PixkitError): PixkitError {
  return ownError(error, { operation, host: hostOf(url), attempts: attempt, mayBeDone })
}

/** Before a try, or between two. */
export function aborted(signal: AbortSignal, progress: Progress): PixkitError {
  return errorOf(progress, httpFailure('HTTP_ABORTED', { reason: 'signal', cause: signal.reason }))
}

/** Starts the clock of an event. */
export function begin(options: HttpClientOptions, progress: Progress): void {
  if (options.hooks !== undefined) progress.startedAt = now(options)
}

export function durationOf(options: HttpClientOptions, { startedAt }: Progress): number {
  return Math.max(0, now(options) - startedAt)
}

export function now({ clock = Date.now }: HttpClientOptions): number {
  return clock()
}
