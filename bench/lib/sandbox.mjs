/**
 * A sandbox on a port, or the HTTP stack it stands on with a handler that does nothing, in a process of its own.
 *
 * @module
 */
import { createServer } from 'node:https'
import { getRequestListener } from '@hono/node-server'
import { createSandbox } from '@pixkit/sandbox'
import { Hono } from 'hono'

process.once('message', (options) => void start(options))

async function start(options) {
  const sandbox = createSandbox({ data: options.data })
  const listening = await sandbox.listen({ port: 0 })
  const { origin, apiUrl, tokenUrl, certificates } = listening

  const app = new Hono()
  app.put('/api/v2/cob/:txid', async (c) => {
    await c.req.text()
    return c.body('{}', 201, { 'content-type': 'application/json' })
  })
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  const { ca, server } = certificates
  const empty = createServer(
    { ...server, ca, requestCert: true, rejectUnauthorized: false },
    (incoming, outgoing) => void listener(incoming, outgoing),
  )
  await new Promise((resolve) => empty.listen(0, '127.0.0.1', resolve))
  process.send({
    origin,
    apiUrl,
    tokenUrl,
    certificates,
    credentials: sandbox.credentials,
    emptyPort: empty.address().port,
  })
}
