import type { Server, Socket } from 'node:net'

/**
 * Watches the connections of a server, which may end as they like.
 *
 * @param sockets - Holds those that are open.
 * @returns How many there were.
 */
export function watchSockets(server: Server, sockets: Set<Socket>): () => number {
  let count = 0
  server.on('connection', (socket: Socket) => {
    count += 1
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
  })
  server.on('tlsClientError', () => {})
  return () => count
}
