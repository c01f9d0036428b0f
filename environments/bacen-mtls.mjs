/** @module Runs the suite of the client of API Pix over mutual TLS on loopback, in the Node that runs it. */
import * as bacen from '@pixkit/bacen'
import { createCa, createClientIdentity, createServerIdentity, toP12, toPemPair } from '@pixkit/certs'
import { createNodeTransport } from '@pixkit/http-node'
import { once } from 'node:events'
import { createServer } from 'node:https'
import { bacenSuite } from './bacen-suite.mjs'
import { createBank } from './bank.mjs'

const ca = await createCa()
const { cert, key } = toPemPair(await createServerIdentity(ca, ['localhost']))
const { cert: root } = toPemPair(ca)

const bank = createBank()
const server = createServer(
  { cert, key, ca: root, requestCert: true, rejectUnauthorized: true },
  (request, response) => {
    void answer(request, response)
  },
)
server.listen(0, '127.0.0.1')
await once(server, 'listening')

const pfx = toP12(await createClientIdentity(ca), { passphrase: 'senha' })
const transport = createNodeTransport({ pfx, passphrase: 'senha', ca: root })
try {
  const { port } = server.address()
  const seen = await bacenSuite(bacen, { bank, transport, origin: `https://localhost:${port}` })
  console.log(`Node ${process.version}, mutual TLS: ${seen}`)
} finally {
  await transport.close()
  server.close()
}

async function answer(request, response) {
  const chunks = await request.toArray()
  const body = chunks.length === 0 ? undefined : Buffer.concat(chunks)
  const { method, headers, url } = request
  const answered = await bank.fetch(new Request(`https://localhost${url}`, { method, headers, body }))
  response.writeHead(answered.status, Object.fromEntries(answered.headers))
  response.end(Buffer.from(await answered.arrayBuffer()))
}
