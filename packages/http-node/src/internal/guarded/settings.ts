/**
 * What a guarded transport is told, checked and with its defaults.
 *
 * @module
 */
import { assertLimit, assertTimeout } from '@pixkit/http/check-request'
import { isIP } from 'node:net'
import { createSecureContext, type SecureContext } from 'node:tls'
import { assertUserAgent, authoritiesOf, type CredentialFile } from '../settings-of-both.ts'
import { type Resolver, systemResolver } from './resolve-host.ts'

export interface GuardedTransportOptions {
  /** Finds the addresses of a host, asked once a request; the resolver of the system by default. */
  readonly resolver?: Resolver | undefined
  /**
   * Certificates of authorities (PEM, DER or PKCS#7; one at least in each file) that are trusted *instead of* those of Node; those
   * of `createNodeTransport` are trusted besides.
   */
  readonly ca?: CredentialFile | readonly CredentialFile[] | undefined
  /** For the name's resolution, and once more for connection and TLS; 3,000 by default. */
  readonly connectTimeoutMs?: number | undefined
  /** From the connection to the end of the headers; 5,000 by default. */
  readonly headersTimeoutMs?: number | undefined
  /** For the whole body, however it drips; by default what is left of `timeoutMs`. */
  readonly bodyTimeoutMs?: number | undefined
  /** For everything, of requests that set none; 10,000 by default. */
  readonly timeoutMs?: number | undefined
  /** Of requests that set none; 128 KiB by default. */
  readonly maxBodyBytes?: number | undefined
  /** Names and values together, those of trailers for themselves; 16 KiB by default. */
  readonly maxHeaderBytes?: number | undefined
  /** What it calls itself, `pixkit` by default: nothing about who scans, on what. */
  readonly userAgent?: string | undefined
  /** Also calls hosts with an internationalized label (`xn--`); only where a list of known hosts comes first. */
  readonly allowPunycode?: boolean | undefined
  /** For tests against a server of their own; in production it opens what the transport is there to close. */
  readonly dangerouslyAllowForTests?: TestServer | undefined
}

export interface TestServer {
  /** May be called although they are not public: `['127.0.0.1']`. The name still comes from the resolver. */
  readonly addresses: readonly string[]
  /** Called instead of 443. The URL has no port, as always. */
  readonly port: number
}

export interface GuardedSettings {
  readonly resolver: Resolver
  readonly connectTimeoutMs: number
  readonly headersTimeoutMs: number
  readonly bodyTimeoutMs: number | undefined
  readonly maxHeaderBytes: number
  readonly userAgent: string
  readonly allowPunycode: boolean
  readonly addresses: readonly string[]
  readonly port: number
  readonly secureContext: SecureContext
}

const DEFAULT_MAX_HEADER_BYTES = 16 * 1024
const HTTPS_PORT = 443

/** @throws {TypeError} An option has another type, or is out of bounds. */
export function readGuardedSettings(options: GuardedTransportOptions): GuardedSettings {
  const { resolver = systemResolver, ca, userAgent = 'pixkit', allowPunycode = false } = options
  const { connectTimeoutMs = 3_000, headersTimeoutMs = 5_000, bodyTimeoutMs } = options
  const { maxHeaderBytes = DEFAULT_MAX_HEADER_BYTES, dangerouslyAllowForTests: test } = options
  if (typeof resolver !== 'function') throw new TypeError('"resolver" must be a function')
  assertUserAgent(userAgent)
  assertTimeout(connectTimeoutMs, 'connectTimeoutMs')
  assertTimeout(headersTimeoutMs, 'headersTimeoutMs')
  assertTimeout(bodyTimeoutMs, 'bodyTimeoutMs')
  assertLimit(maxHeaderBytes, 'maxHeaderBytes')
  const secureContext = createSecureContext({
    minVersion: 'TLSv1.2',
    ...(ca === undefined ? {} : { ca: authoritiesOf(ca) }),
  })
  if (test !== undefined) assertTestServer(test)
  const { addresses = [], port = HTTPS_PORT } = test ?? {}
  return {
    resolver,
    connectTimeoutMs,
    headersTimeoutMs,
    bodyTimeoutMs,
    maxHeaderBytes,
    userAgent,
    allowPunycode,
    addresses,
    port,
    secureContext,
  }
}

function assertTestServer({ addresses, port }: TestServer): void {
  const areAddresses = Array.isArray(addresses) && addresses.every((address) => isIP(String(address)) !== 0)
  if (!areAddresses || !Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new TypeError('"dangerouslyAllowForTests" must be { addresses, port }')
  }
}
