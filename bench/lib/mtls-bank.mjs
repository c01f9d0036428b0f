/**
 * A bank in a process of its own: demands a client certificate, grants a token, answers every GET with the same charge. Reads its
 * certificate from its first message, and says at which port it listens.
 *
 * @module
 */
import { createServer } from 'node:https'

process.once('message', ({ cert, key, ca, token, charge }) => {
  const authorization = `Bearer ${token}`
  const grant = JSON.stringify({ access_token: token, token_type: 'Bearer', expires_in: 86_400, scope: 'cob.read' })
  const json = { 'content-type': 'application/json' }
  const server = createServer({ cert, key, ca, requestCert: true, rejectUnauthorized: true }, (request, response) => {
    request.resume()
    if (request.method === 'POST') response.writeHead(200, json).end(grant)
    else if (request.headers.authorization !== authorization) response.writeHead(401).end()
    else response.writeHead(200, json).end(charge)
  })
  server.keepAliveTimeout = 60_000
  server.listen(0, '127.0.0.1', () => process.send(server.address().port))
})
