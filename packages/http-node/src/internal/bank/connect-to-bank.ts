/**
 * Connections that stay open, and say why the server closed them.
 *
 * @module
 */
import { httpFailure } from '@pixkit/http/failure'
import { buildConnector } from 'undici'
import type { BankSettings } from './settings.ts'

/**
 * Makes the connector of a transport; undici's, with two additions.
 *
 * Under TLS 1.3 an alert about the client's certificate comes when the handshake is over for the client, and the end of the connection with
 * it: undici would report the latter. And undici looks at the time to connect every half second only; it closes what is late.
 */
export function createConnector({
  secureContext,
  connectTimeoutMs: timeoutMs,
}: Pick<BankSettings, 'secureContext' | 'connectTimeoutMs'>): buildConnector.connector {
  const connect = buildConnector({
    secureContext,
    timeout: timeoutMs,
    // Said aloud, because NODE_TLS_REJECT_UNAUTHORIZED would change it.
    rejectUnauthorized: true,
  })
  return (options, callback) => {
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      callback(httpFailure('HTTP_TIMEOUT', { reason: 'connect', params: { phase: 'connect', timeoutMs } }), null)
    }, timeoutMs)
    connect(options, (...[error, socket]) => {
      clearTimeout(timer)
      if (isLate) return void socket?.destroy()
      if (error !== null) return callback(error, null)
      socket.on('error', (reason: Error) => socket.destroy(reason))
      return callback(null, socket)
    })
  }
}
