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

/**
 * Puts two listeners in one: `first` hears everything before `second` does, and neither keeps the other from hearing it.
 *
 * Whether there is a hook is asked anew each time: one that comes and goes costs nothing while it is away.
 *
 * @example
 * ```ts
 * import { type HttpHooks, mergeHooks } from '@pixkit/http/hooks'
 *
 * const seen: string[] = []
 * const log: HttpHooks = { onRequest: ({ operation }) => seen.push(`log ${operation}`) }
 * const meter: HttpHooks = { onRequest: ({ operation }) => seen.push(`meter ${operation}`) }
 *
 * const event = { operation: 'cob.get', method: 'GET', host: 'pix.example.com', path: '/cob/{txid}', attempt: 1 }
 * mergeHooks(log, meter).onRequest?.(event)
 * seen // ['log cob.get', 'meter cob.get']
 * ```
 */
export function mergeHooks(first: HttpHooks, second: HttpHooks): HttpHooks {
  return {
    get onRequest() {
      return both('onRequest', first, second)
    },
    get onResponse() {
      return both('onResponse', first, second)
    },
    get onError() {
      return both('onError', first, second)
    },
    get onRetry() {
      return both('onRetry', first, second)
    },
    get onToken() {
      return both('onToken', first, second)
    },
    get onWarning() {
      return both('onWarning', first, second)
    },
  }
}

type Hook<Name extends keyof HttpHooks> = (event: EventOf<Name>) => unknown

function both<Name extends keyof HttpHooks>(
  name: Name,
  first: HttpHooks,
  second: HttpHooks,
): ((event: EventOf<Name>) => void) | undefined {
  if (first[name] === undefined && second[name] === undefined) return undefined
  return (event) => {
    emit(first, name, event)
    emit(second, name, event)
  }
}

type EventOf<Name extends keyof HttpHooks> = Parameters<NonNullable<HttpHooks[Name]>>[0]

/**
 * Calls a hook, if there is one, and drops what it throws or, where it is asynchronous, rejects with.
 *
 * @example
 * ```ts
 * import { emit, type HttpHooks } from '@pixkit/http/hooks'
 *
 * const seen: (string | undefined)[] = []
 * const hooks: HttpHooks = {
 *   onWarning(event) {
 *     seen.push(event.operation)
 *     throw new Error('disk full')
 *   },
 * }
 * const issue = { code: 'BACEN_RESPONSE', severity: 'warning', path: ['status'], params: {} } as const
 * emit(hooks, 'onWarning', { operation: 'cob.get', issue })
 * seen // ['cob.get']
 * ```
 */
export function emit<Name extends keyof HttpHooks>(
  hooks: HttpHooks | undefined,
  name: Name,
  event: EventOf<Name>,
): void {
  try {
    const told = (hooks?.[name] as Hook<Name> | undefined)?.call(hooks, event)
    if (told instanceof Promise) told.catch(() => {})
  } catch {
    // As documented: a broken log breaks nothing.
  }
}
