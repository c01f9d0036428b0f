/**
 * Connections that stay open, and say why the server closed them.
 *
 * @module
 */
import { buildConnector } from 'undici'
import type { NodeSettings } from './node-settings.ts'

/**
 * Makes the connector of a transport; undici's, with one addition. Under TLS 1.3 an alert about the client's certificate comes when the
 * handshake is over for the client, and the end of the connection with it: undici would report the latter.
 */
export function createConnector({
  secureContext,
  connectTimeoutMs,
}: Pick<NodeSettings, 'secureContext' | 'connectTimeoutMs'>): buildConnector.connector {
  const connect = buildConnector({
    secureContext,
    timeout: connectTimeoutMs,
    // Said aloud, because NODE_TLS_REJECT_UNAUTHORIZED would change it.
    rejectUnauthorized: true,
  })
  return (options, callback) =>
    connect(options, (...[error, socket]) => {
      if (error !== null) return callback(error, null)
      socket.on('error', (reason: Error) => socket.destroy(reason))
      return callback(null, socket)
    })
}
