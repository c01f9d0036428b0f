/**
 * The transport for addresses that strangers wrote: locations of Pix codes, and what they point to.
 *
 * @module
 */
import { assertLimit, assertTimeout, checkRequest } from '@pixkit/http/check-request'
import { type Deadline, failureOfRequest, startDeadline } from '@pixkit/http/deadline'
import { httpFailure } from '@pixkit/http/failure'
import type { Transport, TransportRequest } from '@pixkit/http/transport'
import { exchange } from './internal/guarded/exchange.ts'
import { failureOfExchange } from './internal/guarded/exchange-failure.ts'
import { readGuardedUrl } from './internal/guarded/guarded-url.ts'
import { type GuardedTransportOptions, readGuardedSettings } from './internal/guarded/settings.ts'

export type { ResolvedAddress, Resolver } from './internal/guarded/resolve-host.ts'
export type { GuardedTransportOptions, TestServer } from './internal/guarded/settings.ts'

/** Disposing of it ends what is under way, with `HTTP_ABORTED`, and waits until its sockets are closed. */
export type GuardedTransport = Transport & AsyncDisposable

const DEFAULT_MAX_BODY_BYTES = 128 * 1024

/**
 * What a caller may send along. Everything else would tell a stranger something, or steer the connection: tokens, cookies,
 * origin, referrer. A list of what is allowed, because that of what is dangerous has no end.
 */
const ALLOWED_HEADERS = ['accept', 'accept-language', 'cache-control', 'pragma', 'user-agent']

/**
 * Makes a transport that may be pointed anywhere: what a stranger wrote cannot make it reach into the caller's network, hang, or
 * fill the memory.
 *
 * - `GET` alone: a payload and a key set are read with nothing else (API Pix 2.9.0), and reading has no effect on whoever is
 *   called.
 * - `https`, port 443, a domain name: no IP address in any notation, no name of local networks, no user, no fragment; the URL
 *   must be spelt as it is understood.
 * - The name is resolved once. One address that is not public (IANA's special-purpose registries, multicast, IPv6 outside
 *   2000::/3) refuses them all, and the connection goes to the addresses that were checked, under the name of the host (SNI,
 *   `Host`, certificate).
 * - TLS 1.2 or later, the certificate always verified, whatever the environment says. A connection for each request, closed when
 *   it ends.
 * - No redirect is followed; no cookies, no referrer; `accept`, `accept-language`, `cache-control`, `pragma` and `user-agent` are
 *   the only headers that a caller may set.
 * - Size of headers and body are capped, the body before and after decompression; what comes beside them (status line, 1xx
 *   answers, sizes of chunks) at 256 KiB and once more as much as both; so is the time of each phase, and of all.
 *
 * Who is called is not checked against a list: that, and the signature, is the business of `@pixkit/payload`. Behind an HTTP
 * proxy, or on an IPv6 network that reaches IPv4 through NAT64, it does not work.
 *
 * @throws {TypeError} An option has another type, or is out of bounds.
 *
 * @example
 * ```ts
 * import { createGuardedTransport } from '@pixkit/http-node/guarded-transport'
 *
 * const transport = createGuardedTransport()
 *
 * async function codeOf(url: string) {
 *   try {
 *     await transport({ method: 'GET', url, headers: {} })
 *   } catch (error) {
 *     return (error as { code: string }).code
 *   }
 * }
 *
 * await codeOf('https://169.254.169.254/latest/meta-data/') // 'HTTP_ADDRESS_FORBIDDEN'
 * await codeOf('https://2130706433/') // 'HTTP_ADDRESS_FORBIDDEN'
 * await codeOf('https://localhost/') // 'HTTP_ADDRESS_FORBIDDEN'
 * await codeOf('https://pix.bank.example:8443/') // 'HTTP_URL'
 * await transport[Symbol.asyncDispose]()
 * ```
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, section 2.5.2 (https only; the URL is examined before it is accessed). The
 *   rest is a choice of pixkit.
 */
export function createGuardedTransport(options: GuardedTransportOptions = {}): GuardedTransport {
  const { timeoutMs = 10_000, maxBodyBytes = DEFAULT_MAX_BODY_BYTES } = options
  const settings = readGuardedSettings(options)
  assertTimeout(timeoutMs, 'timeoutMs')
  assertLimit(maxBodyBytes, 'maxBodyBytes')
  const underWay = new Map<Deadline, Promise<void>>()
  let isDisposed = false

  const transport: Transport = async (request) => {
    checkRequest(request)
    checkGuarded(request)
    const url = readGuardedUrl(request.url, settings)
    if (isDisposed) throw httpFailure('HTTP_ABORTED', { reason: 'disposed' })
    const deadline = startDeadline(request.timeoutMs ?? timeoutMs, request.signal)
    const answer = exchange(request, url, request.maxBodyBytes ?? maxBodyBytes, settings, deadline)
    underWay.set(
      deadline,
      answer.then(
        () => {},
        () => {},
      ),
    )
    try {
      return await answer
    } catch (error) {
      throw failureOfRequest(error, deadline, (other) => failureOfExchange(other, settings))
    } finally {
      underWay.delete(deadline)
      deadline.end()
    }
  }

  return Object.assign(transport, {
    async [Symbol.asyncDispose](): Promise<void> {
      isDisposed = true
      for (const deadline of underWay.keys()) deadline.fail(httpFailure('HTTP_ABORTED', { reason: 'disposed' }))
      await Promise.all(underWay.values())
    },
  })
}

function checkGuarded({ method, headers }: TransportRequest): void {
  if (method !== 'GET') throw httpFailure('HTTP_REQUEST', { reason: 'method' })
  if (!Object.keys(headers).every((name) => ALLOWED_HEADERS.includes(name))) {
    throw httpFailure('HTTP_REQUEST', { reason: 'header-forbidden' })
  }
}
