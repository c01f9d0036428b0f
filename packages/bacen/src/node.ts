/**
 * The client with the transport of Node: certificate in, charges out.
 *
 * @module
 */
import { mergeHooks } from '@pixkit/http/hooks'
import { diagnosticsHooks } from '@pixkit/http-node/diagnostics'
import { createNodeTransport, type NodeTransport, type NodeTransportOptions } from '@pixkit/http-node/node-transport'
import { type BacenClient, createBacenClient } from './bacen-client.ts'
import type { BacenClientOptions } from './internal/client-options.ts'
import { bacenFailure } from './internal/failure.ts'
import { warnOfCertificate } from './internal/warn-of-certificate.ts'
import { resolveProfile } from './resolve-profile.ts'

/** As the bank handed them out: `{ pfx, passphrase }`, or `{ cert, key }`; `ca` where the servers of the bank have a root of their own. */
export type BacenCertificate = Pick<NodeTransportOptions, 'pfx' | 'cert' | 'key' | 'passphrase' | 'ca'>

export interface NodeBacenClientOptions extends Omit<BacenClientOptions, 'transport'> {
  /** Absent only where the bank asks for none, as some sandboxes do. */
  readonly certificate?: BacenCertificate | undefined
  /** Limits of connections. */
  readonly connection?:
    | Pick<
        NodeTransportOptions,
        'bodyTimeoutMs' | 'connections' | 'connectTimeoutMs' | 'headersTimeoutMs' | 'userAgent'
      >
    | undefined
}

export interface NodeBacenClient extends BacenClient, AsyncDisposable {
  /**
   * End of the client certificate's validity, in milliseconds since 1970: after it, nothing works. `onWarning` is told of it once, from
   * 30 days before.
   */
  readonly certificateExpiresAt: number | undefined
  /** Waits for what is under way, then closes the connections. Disposing does the same. */
  close(): Promise<void>
}

/**
 * Makes a client with connections of its own: one for each certificate, kept as long as the program runs.
 *
 * What `hooks` hear is published on `node:diagnostics_channel`, too (`pixkit:http:…`).
 *
 * @throws {PixkitError} `BACEN_SETTINGS`, also `certificate`: the bank demands one; `CERTS_…`: certificate and key cannot be used.
 * @throws {TypeError} An option has another type.
 *
 * @example
 * ```ts
 * import { createNodeBacenClient } from '@pixkit/bacen/node'
 * import { sicredi } from '@pixkit/bacen/profiles/sicredi'
 * import { createCa, createClientIdentity, toPemPair } from '@pixkit/certs'
 *
 * // Here a certificate of our own making; in earnest, `readFileSync` of the files of the bank.
 * const certificate = toPemPair(await createClientIdentity(await createCa()))
 * const client = createNodeBacenClient({
 *   profile: sicredi,
 *   ambiente: 'homologacao',
 *   credentials: { clientId: 'shop', clientSecret: 'of the shop' },
 *   certificate,
 * })
 * client.settings.apiUrl // 'https://api-pix-h.sicredi.com.br/api'
 * await client.close()
 * ```
 */
export function createNodeBacenClient(options: NodeBacenClientOptions): NodeBacenClient {
  const { certificate, connection, ...others } = options
  const { apiUrl, tokenUrl, mtls, name: bank } = resolveProfile(options.profile, options.ambiente, options.overrides)
  if (certificate === undefined && mtls !== 'none') {
    throw bacenFailure('BACEN_SETTINGS', { reason: 'certificate', path: ['certificate'], params: { bank } })
  }
  // Settings have such URLs only on loopback.
  const allowInsecureRequests = [apiUrl, tokenUrl].some((url) => url?.startsWith('http:') === true)
  const transport = createNodeTransport({ ...certificate, ...connection, allowInsecureRequests })
  const diagnostics = diagnosticsHooks()
  const hooks = options.hooks === undefined ? diagnostics : mergeHooks(options.hooks, diagnostics)
  const client = createBacenClient({ ...others, transport, hooks })
  warnOfCertificate(hooks, transport.certificateExpiresAt, (options.clock ?? Date.now)())
  return withClose(client, transport)
}

function withClose(client: BacenClient, transport: NodeTransport): NodeBacenClient {
  const close = (): Promise<void> => transport.close()
  const { certificateExpiresAt } = transport
  return { ...client, certificateExpiresAt, close, [Symbol.asyncDispose]: close }
}
