/**
 * A receiver of webhooks: nobody gets in but with a certificate of the bank's authority that names its webhooks.
 *
 * @module
 */
import type { SandboxCertificates } from '@pixkit/sandbox'
import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { ReadableStream, type ReadableStreamDefaultController } from 'node:stream/web'
import type { TLSSocket } from 'node:tls'

export interface Notice {
  readonly path: string
  /** As it came: JSON. */
  readonly body: string
  /** Common name of the certificate that was shown. */
  readonly from: string
  /** Such as `TLSv1.3`. */
  readonly protocol: string
}

export interface WebhookReceiver {
  readonly url: string
  /** The next one that came, or that comes within ten seconds. */
  next(): Promise<Notice>
  close(): Promise<void>
}

const SENDER = 'pixkit sandbox webhook'
const PATIENCE_MS = 10_000

export async function openReceiver({ server: identity, ca }: SandboxCertificates): Promise<WebhookReceiver> {
  let queue: ReadableStreamDefaultController<Notice> | undefined
  const notices = new ReadableStream<Notice>({ start: (controller) => void (queue = controller) }).getReader()
  const server = createServer({ ...identity, ca, requestCert: true, rejectUnauthorized: true, minVersion: 'TLSv1.2' })
  server.on('request', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    read(incoming).then(
      (notice) => {
        const isWelcome = notice.from === SENDER
        outgoing.writeHead(isWelcome ? 200 : 403).end()
        if (isWelcome) queue?.enqueue(notice)
      },
      () => incoming.destroy(),
    )
  })
  server.listen(0, 'localhost')
  await once(server, 'listening')
  return {
    url: `https://localhost:${(server.address() as AddressInfo).port}/webhook`,
    async next() {
      const timer = setTimeout(() => queue?.error(new Error('no webhook came')), PATIENCE_MS)
      const { value } = await notices.read().finally(() => clearTimeout(timer))
      return value as Notice
    },
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

async function read(incoming: IncomingMessage): Promise<Notice> {
  const socket = incoming.socket as TLSSocket
  const from = String(socket.getPeerCertificate().subject.CN)
  const protocol = String(socket.getProtocol())
  return { path: incoming.url ?? '', body: await text(incoming), from, protocol }
}
