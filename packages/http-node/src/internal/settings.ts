/**
 * What a guarded transport was told, checked and with its defaults.
 *
 * @module
 */
import { assertLimit, assertTimeout } from '@pixkit/http/check-request'
import { X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import { createSecureContext, type SecureContext } from 'node:tls'
import type { GuardedTransportOptions, TestServer } from '../guarded-transport.ts'
import { type Resolver, systemResolver } from './resolve-host.ts'

export interface Settings {
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
export function readSettings(options: GuardedTransportOptions): Settings {
  const { resolver = systemResolver, ca, userAgent = 'pixkit', allowPunycode = false } = options
  const { connectTimeoutMs = 3_000, headersTimeoutMs = 5_000, bodyTimeoutMs } = options
  const { maxHeaderBytes = DEFAULT_MAX_HEADER_BYTES, dangerouslyAllowForTests: test } = options
  if (typeof resolver !== 'function') throw new TypeError('"resolver" must be a function')
  if (typeof userAgent !== 'string' || !/^[\x21-\x7E]+(?: [\x21-\x7E]+)*$/.test(userAgent)) {
    throw new TypeError('"userAgent" must be visible ASCII')
  }
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

const PEM_CERTIFICATE = /-----BEGIN ((?:X509 |TRUSTED )?CERTIFICATE)-----[^-]*-----END \1-----/g

/** Node takes any text, finds no authority in it, and refuses every server later. */
function authoritiesOf(ca: NonNullable<GuardedTransportOptions['ca']>): string[] {
  const texts: readonly unknown[] = Array.isArray(ca) ? ca : [ca]
  const isRight = texts.length > 0 && texts.every((text) => typeof text === 'string' && holdsCertificates(text))
  if (!isRight) throw new TypeError('"ca" must be certificates in PEM, in one text or several')
  return texts as string[]
}

function holdsCertificates(text: string): boolean {
  const blocks = text.match(PEM_CERTIFICATE) ?? []
  try {
    return blocks.map((block) => new X509Certificate(block)).length > 0
  } catch {
    return false
  }
}

function assertTestServer({ addresses, port }: TestServer): void {
  const areAddresses = Array.isArray(addresses) && addresses.every((address) => isIP(String(address)) !== 0)
  if (!areAddresses || !Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new TypeError('"dangerouslyAllowForTests" must be { addresses, port }')
  }
}
