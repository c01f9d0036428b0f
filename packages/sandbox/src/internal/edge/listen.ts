/**
 * The sandbox on a port.
 *
 * @module
 */
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { toPem, toPemPair } from '@pixkit/certs/to-pem'
import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { TLSSocket } from 'node:tls'
import type { Listening, ListenOptions, SandboxCertificates } from '../../options.ts'
import type { SandboxContext } from '../context.ts'
import { failure } from '../failure.ts'
import { type Identities, LOCAL_HOSTS } from '../identities.ts'
import type { Connection } from './caller.ts'
import { halfOf } from './dropped.ts'
import { createTrust } from './trusted.ts'

type Answer = (request: Request, connection: Connection) => Promise<Response>

const DEFAULT_PORT = 8443
const DEFAULT_HOST = '127.0.0.1'

/** @throws {PixkitError} `SANDBOX_LISTEN`, `SANDBOX_OPTION`. */
export async function listen(context: SandboxContext, answer: Answer, options: ListenOptions): Promise<Listening> {
  const { port = DEFAULT_PORT, host = DEFAULT_HOST, plainHttp = false, adminToken } = options
  const isLocal = LOCAL_HOSTS.includes(host)
  if (!isLocal && (adminToken === undefined || adminToken === '')) {
    throw failure('SANDBOX_OPTION', { reason: 'admin-token', path: ['adminToken'] })
  }
  const shared = { adminToken, isOwnHost: isLocal ? isOwnHost(context) : undefined }
  const identities = plainHttp ? undefined : await context.identities()
  const server =
    identities === undefined
      ? createHttpServer(listener(answer, () => ({ ...shared, demandsCertificate: false })))
      : createTlsServer(identities, answer, shared)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(failure('SANDBOX_LISTEN', { params: { port, cause: error.code ?? 'unknown' } })),
    )
    server.listen(port, host, resolve)
  })
  const { port: actual } = server.address() as AddressInfo
  const origin = `${plainHttp ? 'http' : 'https'}://${nameOf(host)}:${actual}`
  const { apiPath, tokenPath } = context.world.personality
  return {
    origin,
    apiUrl: `${origin}${apiPath}`,
    tokenUrl: `${origin}${tokenPath}`,
    payerUrl: `${origin}/payer`,
    certificates: identities === undefined ? undefined : certificatesOf(identities),
    close: () => close(server),
  }
}

/** `localhost` may be `::1` first, but whoever calls it tries both. */
function nameOf(host: string): string {
  if (host === '127.0.0.1') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

/** A client without a certificate gets in, to the locations; the API refuses it. */
function createTlsServer(identities: Identities, answer: Answer, shared: Partial<Connection>): Server {
  const { ca, server } = identities
  const trusted = createTrust(ca)
  return createServer(
    {
      ...toPemPair(server),
      ca: toPem(ca.certificate),
      requestCert: true,
      rejectUnauthorized: false,
      minVersion: 'TLSv1.2',
    },
    listener(answer, (socket) => ({ ...shared, demandsCertificate: true, certificateSha256: trusted(socket) })),
  )
}

function listener(answer: Answer, connectionOf: (socket: TLSSocket) => Connection): RequestListener {
  const answerTo = getRequestListener(
    async (request, env) => {
      const { incoming, outgoing } = env as HttpBindings
      const { socket } = incoming
      try {
        const response = await answer(request, connectionOf(socket as TLSSocket))
        const half = halfOf(response)
        if (half === undefined) return response
        outgoing.writeHead(response.status, Object.fromEntries(response.headers))
        outgoing.write(half, () => socket.destroy())
        return RESPONSE_ALREADY_SENT
      } catch {
        // On purpose: all else was answered.
        socket.destroy()
        return RESPONSE_ALREADY_SENT
      }
    },
    { overrideGlobalObjects: false },
  )
  return (incoming, outgoing) => void answerTo(incoming, outgoing)
}

function isOwnHost({ world }: SandboxContext): (host: string) => boolean {
  const names = [...LOCAL_HOSTS, world.locationHost]
  return (host) => names.includes(host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1'))
}

function certificatesOf({ ca, client, server, webhook }: Identities): SandboxCertificates {
  return {
    ca: toPem(ca.certificate),
    client: toPemPair(client),
    server: toPemPair(server),
    webhook: toPemPair(webhook),
  }
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 1000).unref()
  })
}
