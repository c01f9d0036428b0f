/**
 * A transport over any `fetch`.
 *
 * @module
 */
import { assertLimit, assertTimeout, checkRequest } from './check-request.ts'
import { type Deadline, failureOfRequest, startDeadline } from './deadline.ts'
import { failureOfSystem, httpFailure } from './failure.ts'
import { readBody } from './internal/read-body.ts'
import { readUrl } from './read-url.ts'
import type { Transport, TransportRequest } from './transport.ts'

/** Any `fetch`: that of the platform, of a sandbox, of a test. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

export interface FetchTransportOptions {
  /** Of requests that set none; 10,000 by default. */
  readonly timeoutMs?: number | undefined
  /** Of requests that set none; 1 MiB by default. */
  readonly maxBodyBytes?: number | undefined
  /** Also calls `http:` URLs, for a server on the same machine. */
  readonly allowInsecureRequests?: boolean | undefined
}

const DEFAULT_TIMEOUT_MS = 10_000
const DEFAULT_MAX_BODY_BYTES = 1024 * 1024

/**
 * Makes a transport of a `fetch`.
 *
 * Sends no credentials of the platform and no referrer, uses no cache, follows no redirect. It calls whatever host it is told to:
 * for addresses that strangers wrote, there is `createGuardedTransport` of `@pixkit/http-node`. The platform's `fetch` shows no
 * certificate, so `peerCertificate` is absent.
 *
 * @param fetch - It is called without a `this`.
 * @throws {TypeError} An argument has another type.
 *
 * @example
 * ```ts
 * import { fetchTransport } from '@pixkit/http/fetch-transport'
 *
 * const transport = fetchTransport(async () => new Response('pong', { headers: { 'X-Request-Id': '7' } }))
 * const { status, headers, body } = await transport({ method: 'GET', url: 'https://pix.example.com/ping', headers: {} })
 * status // 200
 * headers['x-request-id'] // '7'
 * new TextDecoder().decode(body) // 'pong'
 * ```
 *
 * @see Fetch Standard, sections 5.4 (Request) and 2.2.6 (opaque-redirect filtered response)
 */
export function fetchTransport(fetch: Fetch, options: FetchTransportOptions = {}): Transport {
  if (typeof fetch !== 'function') throw new TypeError('"fetch" must be a function')
  const {
    timeoutMs = DEFAULT_TIMEOUT_MS,
    maxBodyBytes = DEFAULT_MAX_BODY_BYTES,
    allowInsecureRequests = false,
  } = options
  assertTimeout(timeoutMs, 'timeoutMs')
  assertLimit(maxBodyBytes, 'maxBodyBytes')

  return async (request) => {
    checkRequest(request)
    readUrl(request.url, { allowInsecureRequests })
    const deadline = startDeadline(request.timeoutMs ?? timeoutMs, request.signal)
    try {
      return await exchange(fetch, request, request.maxBodyBytes ?? maxBodyBytes, deadline)
    } catch (error) {
      const failure = failureOfRequest(error, deadline, failureOfSystem)
      // Closes a connection that is not read to its end.
      deadline.fail(failure)
      throw failure
    } finally {
      deadline.end()
    }
  }
}

async function exchange(
  fetch: Fetch,
  request: TransportRequest,
  maxBodyBytes: number,
  deadline: Deadline,
): ReturnType<Transport> {
  if (deadline.failure !== undefined) throw deadline.failure
  const pending = fetch(request.url, initOf(request, deadline.signal))
  // Of an answer that comes too late because this fetch knows no signals.
  deadline.signal.addEventListener('abort', () => void pending.then(discard).catch(() => {}))
  const response = await deadline.race(pending)
  const { status, type, redirected } = response
  if (redirected) throw httpFailure('HTTP_REDIRECT', { reason: 'followed' })
  if (type === 'opaqueredirect' || status === 0) throw httpFailure('HTTP_REDIRECT', { reason: 'hidden' })
  if (status >= 300 && status <= 399) throw httpFailure('HTTP_REDIRECT', { params: { status } })
  const body = request.method === 'HEAD' ? new Uint8Array(0) : await readBody(response, maxBodyBytes, deadline)
  const answer = { status, headers: Object.fromEntries(headersOf(response)), body }
  // Every fetch verifies certificates.
  return request.url.startsWith('https:') ? { ...answer, tlsChecked: true } : answer
}

function initOf({ method, headers, body }: TransportRequest, signal: AbortSignal): RequestInit {
  return {
    method,
    headers: { ...headers },
    redirect: 'manual',
    signal,
    ...(body === undefined ? {} : { body: body as Uint8Array<ArrayBuffer> }),
    ...supported(),
  }
}

/** What not every platform knows: workerd before November 2024 refuses a request that names a cache mode. */
function supported(): RequestInit {
  const known = (name: string): boolean => typeof Request === 'function' && name in Request.prototype
  return {
    ...(known('cache') ? { cache: 'no-store' as const } : {}),
    ...(known('credentials') ? { credentials: 'omit' as const } : {}),
    ...(known('referrerPolicy') ? { referrerPolicy: 'no-referrer' as const } : {}),
  }
}

/** Values of a repeated header come joined, but for `set-cookie`. */
function headersOf({ headers }: Response): Map<string, string> {
  const found = new Map<string, string>()
  headers.forEach((value, name) => {
    const before = found.get(name)
    found.set(name, before === undefined ? value : `${before}, ${value}`)
  })
  return found
}

async function discard(response: Response): Promise<void> {
  await response.body?.cancel()
}
