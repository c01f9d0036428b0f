/**
 * The transport to banks: mutual TLS, connections that stay open, and time and size limits.
 *
 * @module
 */
import { checkRequest } from '@pixkit/http/check-request'
import { httpFailure } from '@pixkit/http/failure'
import { readUrl } from '@pixkit/http/read-url'
import type { Transport } from '@pixkit/http/transport'
import { Agent } from 'undici'
import { createConnector } from './internal/bank/connect-to-bank.ts'
import { type NodeTransportOptions, readBankSettings } from './internal/bank/settings.ts'
import { sendRequest } from './internal/bank/send-request.ts'

export type { CertificateOptions } from './internal/bank/client-identity.ts'
export type { CredentialFile } from './internal/settings-of-both.ts'
export type { NodeTransportOptions } from './internal/bank/settings.ts'

export interface NodeTransport extends Transport, AsyncDisposable {
  /** Of the client's certificate, in hexadecimal; absent when there is none. */
  readonly certificateSha256?: string | undefined
  /**
   * End of the client certificate's validity, in milliseconds since 1970. One that has ended is shown all the same, for it may be the clock
   * of this machine that is wrong; where the server then hangs up or breaks off the handshake, the error says so.
   */
  readonly certificateExpiresAt?: number | undefined
  /**
   * Takes no new requests (`HTTP_ABORTED`, reason `disposed`), waits until those under way have ended by themselves or by their
   * limits, and closes the connections. Disposing does the same.
   */
  close(): Promise<void>
}

/**
 * Makes the transport for one client certificate; a program needs one for each, and keeps it.
 *
 * - The files are taken as banks hand them out: PEM, DER, or PKCS#12 of any vintage. Key and certificate that do not belong together
 *   are refused here and now, and so is a wrong passphrase.
 * - TLS 1.2 or later, HTTP/1.1; the certificate of the server is always verified, whatever the environment says.
 * - It calls any host that it is told to: for addresses that strangers wrote, there is `createGuardedTransport`. No redirect is
 *   followed, no cookie is kept, no proxy is used.
 * - Connections stay open between requests; each request has the limits of time and size that it or the transport sets.
 *
 * @throws {PixkitError} `CERTS_PASSPHRASE_WRONG`, `CERTS_PASSPHRASE_MISSING`, `CERTS_KEY_MISMATCH`, `CERTS_KEY_MISSING`,
 *   `CERTS_CERTIFICATE_MISSING` and other codes of `readCredentials`; `HTTP_TLS`, reason `client-certificate-weak` and others:
 *   OpenSSL does not take the certificate.
 * @throws {TypeError} An option has another type, or is out of bounds.
 *
 * @example
 * ```ts
 * import { createCa, createClientIdentity, toPemPair } from '@pixkit/certs'
 * import { createNodeTransport } from '@pixkit/http-node/node-transport'
 *
 * const identity = await createClientIdentity(await createCa())
 * const transport = createNodeTransport(toPemPair(identity))
 * transport.certificateExpiresAt === identity.certificate.notAfter // true
 *
 * const { key } = toPemPair(await createClientIdentity(await createCa()))
 * try {
 *   createNodeTransport({ cert: toPemPair(identity).cert, key })
 * } catch (error) {
 *   ;(error as { code: string }).code // 'CERTS_KEY_MISMATCH'
 * }
 * await transport.close()
 * ```
 *
 * @see Guia Técnico de Integrações API Pix Sicredi (mTLS with a certificate of the bank); RFC 8705 (tokens bound to a certificate).
 *   Limits and their defaults are a choice of pixkit.
 */
export function createNodeTransport(options: NodeTransportOptions = {}): NodeTransport {
  const settings = readBankSettings(options)
  const { identity, connections } = settings
  const agent = new Agent({
    connections,
    connect: createConnector(settings),
    // The request keeps the time.
    headersTimeout: 0,
    bodyTimeout: 0,
  })
  const peer = { settings, answered: new Set<string>() }
  let underWay = 0
  let closing: Promise<void> | undefined
  let onIdle = (): void => {}

  const transport: Transport = async (request) => {
    checkRequest(request)
    const url = readUrl(request.url, settings)
    if (closing !== undefined) throw httpFailure('HTTP_ABORTED', { reason: 'disposed' })
    underWay += 1
    try {
      return await sendRequest(agent, request, url, peer)
    } finally {
      underWay -= 1
      if (underWay === 0) onIdle()
    }
  }

  const finish = async (): Promise<void> => {
    if (underWay > 0) {
      await new Promise<void>((resolve) => {
        onIdle = resolve
      })
    }
    await agent.destroy()
  }
  const close = (): Promise<void> => (closing ??= finish())

  return Object.assign(transport, {
    certificateSha256: identity?.sha256,
    certificateExpiresAt: identity?.expiresAt,
    close,
    [Symbol.asyncDispose]: close,
  })
}
