/**
 * One TLS connection to addresses that were checked.
 *
 * @module
 */
import type { Deadline } from '@pixkit/http/deadline'
import { httpFailure } from '@pixkit/http/failure'
import type { TcpSocketConnectOpts } from 'node:net'
import { connect, type ConnectionOptions, type SecureContext, type TLSSocket } from 'node:tls'
import type { buildConnector } from 'undici'
import { includesAddress, type ResolvedAddress } from './resolve-host.ts'

export interface Target {
  /** Goes into SNI, and must be in the certificate. */
  readonly host: string
  readonly port: number
  readonly addresses: readonly ResolvedAddress[]
  /** Holds the authorities and the lowest version of TLS. */
  readonly secureContext: SecureContext
  /** Bytes that may come once TLS stands, whatever they are. */
  readonly maxBytes: number
}

export interface Connection {
  readonly connector: buildConnector.connector
  /** DER of the certificate that the server showed. */
  peerCertificate(): Uint8Array | undefined
  /** Resolves when there is no socket any more. */
  close(): Promise<void>
}

/**
 * Makes the connector of one request. It connects once: undici's `Client` would connect again when a server hangs up before it
 * has read the request, and every connection is to be asked for.
 *
 * Each connection negotiates TLS anew: a resumed session would not show a certificate.
 */
export function openConnection(target: Target, deadline: Deadline, onConnect: () => void): Connection {
  let socket: TLSSocket | undefined
  let peerCertificate: Uint8Array | undefined
  let closed = Promise.resolve()

  return {
    connector(_options, callback) {
      if (socket !== undefined) return callback(httpFailure('HTTP_CONNECT', { reason: 'reset' }), null)
      const opened = connect(tlsOptions(target))
      socket = opened
      closed = new Promise((resolve) => void opened.once('close', resolve))
      deadline.signal.addEventListener('abort', () => opened.destroy())
      // Stays, because a socket may fail again after undici has let go of it.
      opened.on('error', (error) => callback(error, null))
      opened.once('secureConnect', () => {
        const addresses = target.addresses.map(({ address }) => address)
        if (!includesAddress(addresses, opened.remoteAddress)) {
          opened.destroy()
          return callback(httpFailure('HTTP_ADDRESS_FORBIDDEN', { reason: 'remote-address' }), null)
        }
        peerCertificate = Uint8Array.from(opened.getPeerCertificate().raw)
        limit(opened, target.maxBytes, deadline)
        onConnect()
        return callback(null, opened)
      })
      return undefined
    },
    peerCertificate: () => peerCertificate,
    close() {
      socket?.destroy()
      return closed
    },
  }
}

/**
 * Ends a connection over which more comes than an answer needs, of which the parser counts only headers, and the reader only the
 * body.
 */
function limit(socket: TLSSocket, maxBytes: number, deadline: Deadline): void {
  const before = socket.bytesRead
  socket.on('readable', () => {
    if (socket.bytesRead - before > maxBytes) deadline.fail(httpFailure('HTTP_PROTOCOL', { reason: 'flood' }))
  })
}

function tlsOptions({
  host,
  port,
  addresses,
  secureContext,
}: Target): ConnectionOptions & Pick<TcpSocketConnectOpts, 'autoSelectFamily'> {
  return {
    host,
    port,
    servername: host,
    secureContext,
    // Said aloud, because NODE_TLS_REJECT_UNAUTHORIZED would change it.
    rejectUnauthorized: true,
    ALPNProtocols: ['http/1.1'],
    autoSelectFamily: true,
    lookup(_host, { all }, callback) {
      const [{ address, family } = { address: '', family: 0 }] = addresses
      if (all === true) callback(null, [...addresses])
      else callback(null, address, family)
    },
  }
}
