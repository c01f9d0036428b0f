import { startDeadline } from '@pixkit/http/deadline'
import { createServer, type AddressInfo } from 'node:net'
import { createSecureContext } from 'node:tls'
import type { buildConnector } from 'undici'
import { expect, onTestFinished, test } from 'vitest'
import { openConnection } from './open-connection.ts'

test('connects once, whatever the client asks for', async () => {
  let connections = 0
  const server = createServer((socket) => {
    connections += 1
    socket.on('error', () => {}).end('no TLS')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const deadline = startDeadline(5_000, undefined)
  onTestFinished(() => deadline.end())
  const target = {
    host: 'pix.padaria.example',
    port: (server.address() as AddressInfo).port,
    addresses: [{ address: '127.0.0.1', family: 4 }],
    secureContext: createSecureContext(),
    maxBytes: 1_000,
  }
  const connection = openConnection(target, deadline, () => {})
  const connected = () =>
    new Promise<unknown>((resolve) => {
      const callback: buildConnector.Callback = (...[error]) => resolve(error)
      connection.connector({ hostname: target.host, protocol: 'https:', port: '443' }, callback)
    })
  const [first, second] = await Promise.all([connected(), connected()])
  expect(first).toBeInstanceOf(Error)
  expect(second).toMatchObject({ code: 'HTTP_CONNECT', params: { reason: 'reset' } })
  await connection.close()
  expect(connections).toBe(1)
})
