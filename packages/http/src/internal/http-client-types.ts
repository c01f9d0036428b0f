/**
 * What a client of JSON is told, asked and answers.
 *
 * @module
 */
import type { Issue } from '@pixkit/core/issue'
import type { HttpHooks } from '../hooks.ts'
import type { Problema } from '../problema.ts'
import type { RetryPolicy } from '../retry.ts'
import type { Transport, TransportResponse } from '../transport.ts'
import type { Authorisation } from './authorisation.ts'

export interface HttpClientOptions {
  readonly transport: Transport
  readonly authorisation?: Authorisation | undefined
  readonly hooks?: HttpHooks | undefined
  readonly retry?: RetryPolicy | undefined
  /** For each try; 30,000 by default. */
  readonly timeoutMs?: number | undefined
  /** Of an answer; 8 MiB by default. */
  readonly maxBodyBytes?: number | undefined
  /** Makes a `Problema` of a body in the bank's own shape; bodies of the shape of API Pix need none. */
  readonly readProblem?: ((answer: TransportResponse, body: unknown) => Problema | undefined) | undefined
  /** Milliseconds since 1970; `Date.now` by default. */
  readonly clock?: (() => number) | undefined
  /** 0 to 1; `Math.random` by default, for it decides only how long to wait. */
  readonly jitter?: (() => number) | undefined
  /** Waits; for tests. */
  readonly sleep?: ((ms: number, signal?: AbortSignal) => Promise<void>) | undefined
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined
  /** For each try. */
  readonly timeoutMs?: number | undefined
}

export interface HttpCall extends CallOptions {
  /** `cob.create`, for hooks and errors. */
  readonly operation: string
  readonly method: string
  /** Absolute, with query. */
  readonly url: string
  /** The template of the path, for hooks. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Sent as JSON, once serialised: what is signed is what is sent. */
  readonly body?: unknown
  /** Whether a second request does what one does: a GET, a PUT to an id of the caller's own. Never a POST. */
  readonly repeatable?: boolean | undefined
  /** The status says everything: a success whose body is no JSON is one. */
  readonly bodyless?: boolean | undefined
}

export interface HttpAnswer {
  /** 200 to 299. */
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Parsed JSON; `undefined` when there is no body. */
  readonly body: unknown
  readonly requestId: string | undefined
  /** Tries that it took. */
  readonly attempts: number
}

export interface HttpClient {
  /**
   * @throws {PixkitHttpError} `HTTP_STATUS`: the answer is none of success.
   * @throws {PixkitError} `HTTP_ANSWER`: a success that is not JSON; `HTTP_…` of the transport; `HTTP_TOKEN`.
   */
  call(call: HttpCall): Promise<HttpAnswer>
  /** Tells `onWarning`. */
  warn(operation: string | undefined, issue: Issue, requestId?: string): void
}
