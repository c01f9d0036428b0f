/**
 * What a transport to a bank is told, checked and with its defaults.
 *
 * @module
 */
import { failureOfSystem, httpFailure } from '@pixkit/http/failure'
import { assertLimit, assertTimeout } from '@pixkit/http/check-request'
import * as tls from 'node:tls'
import { type CertificateOptions, type ClientIdentity, readClientIdentity } from './client-identity.ts'
import { assertUserAgent, authoritiesOf, type CredentialFile } from '../settings-of-both.ts'

export interface NodeTransportOptions extends CertificateOptions {
  /**
   * Certificates of authorities (PEM, DER or PKCS#7; one at least in each file) that are trusted *besides* those of Node, for some
   * banks have a root of their own; those of `createGuardedTransport` are trusted instead. It is about the server: what belongs
   * above the client's certificate goes into `cert`.
   */
  readonly ca?: CredentialFile | readonly CredentialFile[] | undefined
  /** Connections to a host at most; 32 by default. What comes on top waits for one, within `timeoutMs`. */
  readonly connections?: number | undefined
  /** For name, connection and TLS; 10,000 by default. */
  readonly connectTimeoutMs?: number | undefined
  /** From the connection to the end of the headers; by default what is left of `timeoutMs`. */
  readonly headersTimeoutMs?: number | undefined
  /** For the whole body, however it drips; by default what is left of `timeoutMs`. */
  readonly bodyTimeoutMs?: number | undefined
  /** For everything, of requests that set none; 30,000 by default. */
  readonly timeoutMs?: number | undefined
  /** Of requests that set none; 8 MiB by default. */
  readonly maxBodyBytes?: number | undefined
  /** What it calls itself; `pixkit` by default. */
  readonly userAgent?: string | undefined
  /** Also calls `http:` URLs, for a server on the same machine. */
  readonly allowInsecureRequests?: boolean | undefined
}

export interface BankSettings {
  readonly connections: number
  readonly connectTimeoutMs: number
  readonly headersTimeoutMs: number | undefined
  readonly bodyTimeoutMs: number | undefined
  readonly timeoutMs: number
  readonly maxBodyBytes: number
  readonly userAgent: string
  readonly allowInsecureRequests: boolean
  readonly identity: ClientIdentity | undefined
  readonly secureContext: tls.SecureContext
}

/**
 * @throws {PixkitError} `CERTS_…`: certificate and key cannot be used; `HTTP_TLS`: OpenSSL does not take them.
 * @throws {TypeError} An option has another type, or is out of bounds.
 */
export function readBankSettings(options: NodeTransportOptions): BankSettings {
  const { ca, connections = 32, userAgent = 'pixkit', allowInsecureRequests = false } = options
  const { connectTimeoutMs = 10_000, headersTimeoutMs, bodyTimeoutMs, timeoutMs = 30_000 } = options
  const { maxBodyBytes = 8 * 1024 * 1024 } = options
  if (!Number.isSafeInteger(connections) || connections < 1) {
    throw new TypeError('"connections" must be a whole number from 1')
  }
  assertUserAgent(userAgent)
  assertTimeout(connectTimeoutMs, 'connectTimeoutMs')
  assertTimeout(headersTimeoutMs, 'headersTimeoutMs')
  assertTimeout(bodyTimeoutMs, 'bodyTimeoutMs')
  assertTimeout(timeoutMs, 'timeoutMs')
  assertLimit(maxBodyBytes, 'maxBodyBytes')
  if (typeof allowInsecureRequests !== 'boolean') throw new TypeError('"allowInsecureRequests" must be a boolean')
  const identity = readClientIdentity(options)
  const authorities = ca === undefined ? undefined : authoritiesOf(ca)
  return {
    connections,
    connectTimeoutMs,
    headersTimeoutMs,
    bodyTimeoutMs,
    timeoutMs,
    maxBodyBytes,
    userAgent,
    allowInsecureRequests,
    identity,
    secureContext: secureContextOf(identity, authorities),
  }
}

function secureContextOf(
  identity: ClientIdentity | undefined,
  authorities: readonly string[] | undefined,
): tls.SecureContext {
  try {
    return tls.createSecureContext({
      minVersion: 'TLSv1.2',
      ...(identity === undefined ? {} : { cert: identity.cert, key: identity.key }),
      ...(authorities === undefined ? {} : { ca: [...trustedByNode(), ...authorities] }),
    })
  } catch (error) {
    // The pair was checked: what OpenSSL still does not like is too small a key, or too old a signature.
    const { system = 'unknown' } = failureOfSystem(error).params
    throw httpFailure('HTTP_TLS', { reason: 'client-certificate-weak', params: { system } })
  }
}

/** With those of `NODE_EXTRA_CA_CERTS` and of the system where Node can tell (22.15 and later); else those that it brings along. */
function trustedByNode(): readonly string[] {
  const { getCACertificates } = tls as { getCACertificates?: (type: 'default') => string[] }
  return getCACertificates?.('default') ?? tls.rootCertificates
}
