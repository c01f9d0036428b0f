/**
 * Whether the certificate of a client is one that the sandbox made.
 *
 * @module
 */
import type { Identity } from '@pixkit/certs'
import { X509Certificate } from 'node:crypto'
import type { TLSSocket } from 'node:tls'

/**
 * Looks at the certificate itself: `socket.authorized` is true for a resumed session of TLS 1.3 that brought none.
 *
 * @returns SHA-256 of the socket's certificate in hexadecimal, or nothing. It is looked at once for each socket.
 */
export function createTrust({ certificate }: Identity): (socket: TLSSocket) => string | undefined {
  const authority = new X509Certificate(certificate.der)
  const known = new WeakMap<TLSSocket, string | undefined>()
  return (socket) => {
    if (known.has(socket)) return known.get(socket)
    const shown = socket.getPeerX509Certificate()
    const isOurs = shown !== undefined && isTrusted(shown, authority)
    const thumbprint = isOurs ? shown.fingerprint256.replaceAll(':', '').toLowerCase() : undefined
    known.set(socket, thumbprint)
    return thumbprint
  }
}

function isTrusted(shown: X509Certificate, authority: X509Certificate): boolean {
  const now = Date.now()
  const isValid = Date.parse(shown.validFrom) <= now && now <= Date.parse(shown.validTo)
  return isValid && shown.checkIssued(authority) && shown.verify(authority.publicKey)
}
