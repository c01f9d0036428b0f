import {
  createCa,
  createClientIdentity,
  createServerIdentity,
  type Identity,
  toDer,
  toP12,
  toPem,
  toPemPair,
} from '@pixkit/certs'
import type { Transport, TransportRequest } from '@pixkit/http'
import { createHash } from 'node:crypto'
import { createServer as createPlainServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer, type ServerOptions } from 'node:https'
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer, type SecureVersion, type TLSSocket } from 'node:tls'
import { inspect } from 'node:util'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { errorOf } from '../../../tests/lib/error-of.ts'
import { rejectionOf } from '../../../tests/lib/rejection-of.ts'
import { watchSockets } from '../../../tests/lib/watch-sockets.ts'
import { createNodeTransport, type NodeTransport, type NodeTransportOptions } from './node-transport.ts'

const SECRET = 'a1b2c3d4e5f6'
const DAY = 86_400_000

let ca: Identity
let site: Identity
let client: Identity
let roots: string
let shared: NodeTransport

beforeAll(async () => {
  ca = await createCa({ now: Date.now() - 100 * DAY })
  site = await createServerIdentity(ca, ['localhost'])
  client = await createClientIdentity(ca)
  roots = toPem(ca.certificate)
  shared = createNodeTransport({ ca: roots, ...toPemPair(client) })
})

const servers: Server[] = []
const sockets: Set<Socket>[] = []
const transports: NodeTransport[] = []

afterEach(async () => {
  for (const socket of sockets.flatMap((own) => [...own])) socket.destroy()
  await Promise.all(transports.splice(0).map((transport) => transport.close()))
})

afterAll(async () => {
  for (const server of servers) server.close()
  await shared.close()
})

async function listen(server: Server): Promise<{ port: number; connections: () => number; open: () => number }> {
  servers.push(server)
  const own = new Set<Socket>()
  const connections = watchSockets(server, own)
  sockets.push(own)
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    connections,
    open: () => own.size,
  }
}

type Listener = (request: IncomingMessage, response: ServerResponse) => void

const serve = (listener: Listener, options: ServerOptions = {}) =>
  listen(
    createServer({ ...toPemPair(site), ca: roots, requestCert: true, rejectUnauthorized: true, ...options }, listener),
  )

const serveBytes = (write: (socket: Socket) => void) =>
  listen(
    createTlsServer({ ...toPemPair(site) }, (socket) => {
      socket.on('error', () => {})
      socket.once('data', () => write(socket))
    }),
  )

function make(options: NodeTransportOptions): NodeTransport {
  const transport = createNodeTransport({ ca: roots, ...toPemPair(client), ...options })
  transports.push(transport)
  return transport
}

/** One that all tests use, for what its options are does not matter. */
const usual: Transport = (request) => shared(request)

const requestTo = (port: number, more: Partial<TransportRequest> = {}): TransportRequest => ({
  method: 'GET',
  url: `https://localhost:${port}/cob/${SECRET}`,
  headers: {},
  ...more,
})

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

describe('a server as it should be', () => {
  test('gets what is sent, and its answer comes back', async () => {
    const seen: unknown[] = []
    const { port } = await serve((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      const { subject } = (request.socket as TLSSocket).getPeerCertificate()
      request.on('end', () => {
        seen.push([request.method, request.url, request.headers, Buffer.concat(chunks).toString(), subject.CN])
        response.writeHead(201, { 'Content-Type': 'application/json', 'x-two': ['a', 'b'] }).end('{"status":"ATIVA"}')
      })
    })
    const body = new TextEncoder().encode('{"valor":"10.00"}')
    const headers = { authorization: 'Bearer t', 'content-type': 'application/json' }
    const answer = await usual(
      requestTo(port, { method: 'PUT', url: `https://localhost:${port}/cob/1?a=b`, headers, body }),
    )
    expect(answer).toMatchObject({ status: 201, tlsChecked: true, headers: { 'x-two': 'a, b' } })
    expect(text(answer.body)).toBe('{"status":"ATIVA"}')
    expect(answer.body.constructor).toBe(Uint8Array)
    const sent = {
      ...headers,
      host: `localhost:${port}`,
      connection: 'keep-alive',
      'user-agent': 'pixkit',
      'accept-encoding': 'identity',
      'content-length': '17',
    }
    expect(seen).toEqual([['PUT', '/cob/1?a=b', sent, '{"valor":"10.00"}', 'pixkit test client']])
  })

  test.each(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'])('%s without a body', async (method) => {
    const { port } = await serve((request, response) => {
      response.writeHead(200, { 'x-method': request.method }).end('pong')
    })
    const answer = await make({ maxBodyBytes: 4 })(requestTo(port, { method }))
    expect([answer.headers['x-method'], text(answer.body)]).toEqual([method, method === 'HEAD' ? '' : 'pong'])
  })

  test.each([204, 400, 401, 404, 429, 503])('answers %i', async (status) => {
    const { port } = await serve((_request, response) => void response.writeHead(status).end())
    expect(await usual(requestTo(port))).toMatchObject({ status })
  })

  test('is talked to over connections that stay open', async () => {
    const { port, connections } = await serve((_request, response) => void response.end())
    const transport = usual
    for (let i = 0; i < 20; i += 1) await transport(requestTo(port))
    // undici lets a connection rest for a turn of the event loop.
    expect(connections()).toBeLessThanOrEqual(2)
  })

  test('is talked to over as many connections as allowed, and all get through', async () => {
    const { port, connections } = await serve((request, response) => void response.end(request.url))
    const transport = make({ connections: 3 })
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, i) => transport(requestTo(port, { url: `https://localhost:${port}/${i}` }))),
    )
    expect(answers.map(({ body }) => text(body))).toEqual(answers.map((_, i) => `/${i}`))
    expect(connections()).toBe(3)
  })

  test('may send hints ahead of its answer', async () => {
    const { port } = await serve((_request, response) => {
      response.writeEarlyHints({ link: '</a>; rel=preload' })
      response.end('pong')
    })
    expect(text((await usual(requestTo(port))).body)).toBe('pong')
  })

  test('may be plain http where that is allowed', async () => {
    const { port } = await listen(createPlainServer((_request, response) => void response.end('pong')))
    const url = `http://localhost:${port}/`
    const answer = await make({ allowInsecureRequests: true })(requestTo(port, { url }))
    expect([text(answer.body), answer.tlsChecked]).toEqual(['pong', undefined])
    expect(await rejectionOf(usual(requestTo(port, { url })))).toMatchObject({
      code: 'HTTP_URL',
      params: { reason: 'scheme' },
    })
  })

  test('answers in pieces, compressed though nobody asked', async () => {
    const { port } = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' })
      for (const byte of gzipSync('pong'.repeat(100))) response.write(Uint8Array.of(byte))
      response.end()
    })
    expect(text((await usual(requestTo(port))).body)).toBe('pong'.repeat(100))
  })
})

describe('what it does not send', () => {
  test.each([
    [{ url: 'https://u:p@localhost/' }, 'HTTP_URL', 'user'],
    [{ url: 'https://localhost/#f' }, 'HTTP_URL', 'fragment'],
    [{ url: `/cob/${SECRET}` }, 'HTTP_URL', 'syntax'],
    [{ method: 'TRACE' }, 'HTTP_REQUEST', 'method'],
    [{ headers: { host: 'evil.example' } }, 'HTTP_REQUEST', 'header-forbidden'],
    [{ headers: { accept: 'a\r\nhost: b' } }, 'HTTP_REQUEST', 'header-value'],
  ])('%j', async (more, code, reason) => {
    const error = await rejectionOf(usual(requestTo(1, more)))
    expect(error).toMatchObject({ name: 'PixkitError', code, params: { reason } })
    expect(inspect(error)).not.toContain(SECRET)
  })
})

describe('answers that are none', () => {
  test.each([300, 301, 302, 303, 304, 307, 308])('%i is not followed, nor quoted', async (status) => {
    const { port, connections } = await serve((_request, response) => {
      response.writeHead(status, { location: 'https://evil.example/' }).end()
    })
    const error = await rejectionOf(usual(requestTo(port)))
    expect(error).toMatchObject({ code: 'HTTP_REDIRECT', params: { status } })
    expect(inspect(error)).not.toContain('evil')
    expect(connections()).toBe(1)
  })

  test('a body as large as the limit, and one byte more', async () => {
    const { port } = await serve((_request, response) => {
      response.write('x'.repeat(500))
      response.end('x'.repeat(500))
    })
    const transport = make({ maxBodyBytes: 1000 })
    expect((await transport(requestTo(port))).body).toHaveLength(1000)
    const error = await rejectionOf(transport(requestTo(port, { maxBodyBytes: 999 })))
    expect(error).toMatchObject({ code: 'HTTP_BODY_TOO_LARGE', params: { max: 999 } })
  })

  test('a body that is announced too large is not waited for', async () => {
    const { port } = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '1000000000' })
      response.flushHeaders()
    })
    expect(await rejectionOf(usual(requestTo(port)))).toMatchObject({ code: 'HTTP_BODY_TOO_LARGE' })
  })

  test('a bomb does not go off', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000))
    const { port } = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)
    })
    expect(await rejectionOf(usual(requestTo(port)))).toMatchObject({ code: 'HTTP_BODY_TOO_LARGE' })
  })

  test('large headers are refused', async () => {
    const { port } = await serve((_request, response) => {
      response.writeHead(200, { 'x-large': 'x'.repeat(20_000) }).end()
    })
    expect(await rejectionOf(usual(requestTo(port)))).toMatchObject({ code: 'HTTP_HEADERS_TOO_LARGE' })
  })

  const whole = 'HTTP/1.1 200 OK\r\ncontent-length: 20\r\n\r\n01234567890123456789'
  const chunked = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\na\r\n0123456789\r\na\r\n0123456789\r\n0\r\n\r\n'

  test.each([
    ['a length', whole],
    ['chunks', chunked],
  ])('cut off anywhere, with %s', async (_name, answer) => {
    let length = 0
    const { port } = await serveBytes((socket) => void socket.end(answer.slice(0, length)))
    const transport = usual
    const headersEnd = answer.indexOf('\r\n\r\n') + 4
    for (; length < answer.length; length += 1) {
      const error = await rejectionOf(transport(requestTo(port)))
      const code = length < headersEnd ? 'HTTP_CONNECT' : 'HTTP_PROTOCOL'
      expect(error, `${length} bytes`).toMatchObject({ name: 'PixkitError', code })
    }
    expect((await transport(requestTo(port))).body).toHaveLength(20)
  })

  test.each([
    ['another protocol', 'SSH-2.0-OpenSSH_9.2\r\n'],
    ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab'],
    ['a chunk that is none', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nz\r\n\r\n'],
  ])('%s', async (_name, bytes) => {
    const { port } = await serveBytes((socket) => void socket.end(bytes))
    expect(await rejectionOf(usual(requestTo(port)))).toMatchObject({ name: 'PixkitError', code: 'HTTP_PROTOCOL' })
  })

  test('a header called __proto__ is a header', async () => {
    const { port } = await serveBytes(
      (socket) => void socket.end('HTTP/1.1 200 OK\r\n__proto__: a\r\n__proto__: b\r\ncontent-length: 0\r\n\r\n'),
    )
    expect(Object.entries((await usual(requestTo(port))).headers)).toContainEqual(['__proto__', 'a, b'])
  })

  test('nobody there: all who wait for a connection are told', async () => {
    const { port } = await listen(createTcpServer())
    servers.pop()?.close()
    const transport = make({ connections: 2 })
    const errors = await Promise.all(Array.from({ length: 12 }, () => rejectionOf(transport(requestTo(port)))))
    for (const error of errors) expect(error).toMatchObject({ code: 'HTTP_CONNECT', params: { reason: 'refused' } })
  })

  test('a server that does not say a word of TLS', async () => {
    const { port } = await listen(createTcpServer((socket) => void socket.end('220 smtp.example ESMTP\r\n')))
    expect(await rejectionOf(usual(requestTo(port)))).toMatchObject({
      code: 'HTTP_TLS',
      params: { reason: 'protocol' },
    })
  })
})

describe('time', () => {
  const hang = (): void => {}

  test.each([
    ['total', { timeoutMs: 40 }, hang],
    ['headers', { headersTimeoutMs: 40 }, hang],
    ['body', { bodyTimeoutMs: 40 }, drip],
    ['total', { timeoutMs: 60 }, drip],
  ] as const)('%s, with %j', async (phase, options, listener) => {
    const { port } = await serve((_request, response) => listener(response))
    const [timeoutMs] = Object.values(options)
    const error = await rejectionOf(make(options)(requestTo(port)))
    expect(error).toMatchObject({ code: 'HTTP_TIMEOUT', params: { reason: phase, phase, timeoutMs } })
    await expect.poll(() => sockets.reduce((count, own) => count + own.size, 0)).toBe(0)
  })

  test('a request has its own', async () => {
    const { port } = await serve(hang)
    const error = await rejectionOf(usual(requestTo(port, { timeoutMs: 30 })))
    expect(error).toMatchObject({ code: 'HTTP_TIMEOUT', params: { reason: 'total', timeoutMs: 30 } })
  })

  test('a server that takes the connection and says nothing', async () => {
    const { port } = await listen(createTcpServer(hang))
    const error = await rejectionOf(make({ connectTimeoutMs: 40 })(requestTo(port)))
    expect(error).toMatchObject({ code: 'HTTP_TIMEOUT', params: { reason: 'connect', timeoutMs: 40 } })
    const total = await rejectionOf(make({ connectTimeoutMs: 900, timeoutMs: 40 })(requestTo(port)))
    expect(total).toMatchObject({ code: 'HTTP_TIMEOUT', params: { reason: 'total', timeoutMs: 40 } })
  })

  test('who waits for a connection gives up in time, and is never sent', async () => {
    const seen: string[] = []
    const waiting: ServerResponse[] = []
    const { port } = await serve((request, response) => {
      seen.push(request.url ?? '')
      waiting.push(response)
    })
    const transport = make({ connections: 1 })
    const to = (path: string): string => `https://localhost:${port}/${path}`
    const first = transport(requestTo(port, { url: to('first') }))
    await expect.poll(() => waiting.length).toBe(1)
    const late = await rejectionOf(transport(requestTo(port, { url: to('late'), timeoutMs: 20 })))
    expect(late).toMatchObject({ code: 'HTTP_TIMEOUT', params: { reason: 'total' } })
    const last = transport(requestTo(port, { url: to('last') }))
    waiting.shift()?.end('1')
    await first
    await expect.poll(() => waiting.length).toBe(1)
    waiting.shift()?.end('2')
    expect(text((await last).body)).toBe('2')
    expect(seen).toEqual(['/first', '/last'])
  })
})

function drip(response: ServerResponse): void {
  const timer = setInterval(() => response.write('x'), 5)
  response.on('close', () => clearInterval(timer))
}

describe('the signal of a request', () => {
  test.each([
    ['before', () => {}, true],
    ['while it waits for headers', () => {}, false],
    ['while it reads the body', drip, false],
  ])('%s', async (_name, listener, isBefore) => {
    const controller = new AbortController()
    const { port, connections } = await serve((_request, response) => {
      listener(response)
      setTimeout(() => controller.abort(new Error('enough')), 30)
    })
    if (isBefore) controller.abort(new Error('enough'))
    const error = await rejectionOf(usual(requestTo(port, { signal: controller.signal })))
    expect(error).toMatchObject({ code: 'HTTP_ABORTED', params: { reason: 'signal' }, cause: { message: 'enough' } })
    expect(connections()).toBe(isBefore ? 0 : 1)
  })

  test('is let go of', async () => {
    const { port } = await serve((_request, response) => void response.end())
    const { signal } = new AbortController()
    const [add, remove] = [vi.spyOn(signal, 'addEventListener'), vi.spyOn(signal, 'removeEventListener')]
    await usual(requestTo(port, { signal }))
    expect([add.mock.calls.length, remove.mock.calls.length]).toEqual([1, 1])
  })
})

describe('close', () => {
  test('waits for what is under way, then takes nothing', async () => {
    const waiting: ServerResponse[] = []
    const { port, open } = await serve((_request, response) => void waiting.push(response))
    const transport = make({})
    const answer = transport(requestTo(port))
    await expect.poll(() => waiting.length).toBe(1)
    let isClosed = false
    const closed = transport.close().then(() => {
      isClosed = true
    })
    const late = await rejectionOf(transport(requestTo(port)))
    expect(late).toMatchObject({ code: 'HTTP_ABORTED', params: { reason: 'disposed' } })
    expect(isClosed).toBe(false)
    waiting.shift()?.end('pong')
    expect(text((await answer).body)).toBe('pong')
    await closed
    await expect.poll(open).toBe(0)
    await transport.close()
  })

  test('closes what is idle, and what was never used', async () => {
    const { port, open } = await serve((_request, response) => void response.end())
    const transport = make({})
    await transport(requestTo(port))
    await transport[Symbol.asyncDispose]()
    await expect.poll(open).toBe(0)
    await make({}).close()
  })
})

describe('certificates of the client', () => {
  const pem = (): { cert: string; key: string } => toPemPair(client)

  test.each<[string, () => NodeTransportOptions]>([
    ['texts of PEM', pem],
    ['bytes of PEM', () => ({ cert: Buffer.from(pem().cert), key: Buffer.from(pem().key) })],
    ['DER', () => ({ cert: toDer(client.certificate), key: toDer(client.privateKey) })],
    ['one text with both', () => ({ pfx: pem().cert + pem().key })],
    ['one text as cert', () => ({ cert: pem().cert + pem().key, key: undefined })],
    [
      'an encrypted key',
      () => ({ ...toPemPair(client, { passphrase: SECRET, iterations: 1_000 }), passphrase: SECRET }),
    ],
  ])('as %s', async (_name, options) => {
    const { port } = await serve((request, response) => {
      response.end((request.socket as TLSSocket).getPeerCertificate().fingerprint256.replaceAll(':', '').toLowerCase())
    })
    const transport = createNodeTransport({ ca: roots, ...options() })
    transports.push(transport)
    const sha256 = createHash('sha256').update(client.certificate.der).digest('hex')
    expect(transport.certificateSha256).toBe(sha256)
    expect(transport.certificateExpiresAt).toBe(client.certificate.notAfter)
    expect(text((await transport(requestTo(port))).body)).toBe(sha256)
  })

  test('as PKCS#12, whose authorities are not trusted', async () => {
    const { port } = await serve((_request, response) => void response.end('pong'))
    const pfx = toP12(client, { passphrase: SECRET, iterations: 1_000 })
    const transport = createNodeTransport({ pfx, passphrase: SECRET, ca: roots })
    const trusting = createNodeTransport({ pfx, passphrase: SECRET })
    transports.push(transport, trusting)
    expect(text((await transport(requestTo(port))).body)).toBe('pong')
    expect(await rejectionOf(trusting(requestTo(port)))).toMatchObject({ code: 'HTTP_TLS' })
  })

  test.each<[string, () => NodeTransportOptions['ca']]>([
    ['text', () => roots],
    ['a file of PEM', () => Buffer.from(roots)],
    ['DER', () => ca.certificate.der],
    ['base64 of DER', () => Buffer.from(ca.certificate.der).toString('base64')],
    ['several, one of them the right one', () => [toPem(client.certificate), ca.certificate.der]],
  ])('of a server whose authority is told as %s', async (_name, authority) => {
    const { port } = await serve((_request, response) => void response.end('pong'))
    expect(text((await make({ ca: authority() })(requestTo(port))).body)).toBe('pong')
  })

  test('none', () => {
    const transport = createNodeTransport()
    transports.push(transport)
    expect([transport.certificateSha256, transport.certificateExpiresAt]).toEqual([undefined, undefined])
  })

  test('what cannot be used is refused at once, and not shown', async () => {
    const other = await createClientIdentity(ca)
    const p12 = toP12(client, { passphrase: SECRET, iterations: 1_000 })
    const encrypted = toPemPair(client, { passphrase: SECRET, iterations: 1_000 })
    const cases: [NodeTransportOptions, string][] = [
      [{ cert: pem().cert, key: toPem(other.privateKey) }, 'CERTS_KEY_MISMATCH'],
      [{ cert: pem().cert }, 'CERTS_KEY_MISSING'],
      [{ key: pem().key }, 'CERTS_CERTIFICATE_MISSING'],
      [{ pfx: p12, passphrase: 'outra' }, 'CERTS_PASSPHRASE_WRONG'],
      [{ pfx: p12 }, 'CERTS_PASSPHRASE_MISSING'],
      [{ ...encrypted, passphrase: 'outra' }, 'CERTS_PASSPHRASE_WRONG'],
      [{ pfx: SECRET }, 'CERTS_FILE_UNKNOWN'],
    ]
    for (const [options, code] of cases) {
      const error = errorOf(() => createNodeTransport(options))
      expect(error).toMatchObject({ name: 'PixkitError', code })
      const shown = inspect(error, { depth: 9, showHidden: true })
      expect(shown).not.toContain(SECRET)
      expect(shown).not.toContain('outra')
      expect(shown).not.toContain('-----BEGIN')
    }
  })

  test.each<[NodeTransportOptions, string]>([
    [{ pfx: 'x', cert: 'y' }, '"pfx" has certificate and key: leave out "cert" and "key"'],
    [{ cert: 1 as never }, '"cert" must be a string or a Uint8Array'],
    [{ passphrase: 1 as never }, '"passphrase" must be a string, got number'],
    [{ ca: 'x' }, '"ca" must be certificates (PEM, DER or PKCS#7), in one file or several'],
    [{ connections: 0 }, '"connections" must be a whole number from 1'],
    [{ userAgent: 'é' }, '"userAgent" must be visible ASCII'],
    [{ allowInsecureRequests: 'yes' as never }, '"allowInsecureRequests" must be a boolean'],
    [{ bodyTimeoutMs: 0 }, '"bodyTimeoutMs" must be a number of milliseconds above 0 and up to 2147483647'],
  ])('%j is a TypeError', (options, message) => {
    expect(() => createNodeTransport(options)).toThrow(new TypeError(message))
  })
})

describe.each(['TLSv1.2', 'TLSv1.3'] as const)('a server that demands a certificate, with %s', (version) => {
  const only = (exactly: SecureVersion): ServerOptions => ({ minVersion: exactly, maxVersion: exactly })

  test('none: it says so, and so do we', async () => {
    const { port } = await serve((_request, response) => void response.end(), only(version))
    const transport = createNodeTransport({ ca: roots })
    transports.push(transport)
    for (let i = 0; i < 2; i += 1) {
      expect(await rejectionOf(transport(requestTo(port)))).toMatchObject({
        code: 'HTTP_TLS',
        params: { reason: 'client-certificate-missing', system: expect.stringMatching(/_ALERT_/) as string },
      })
    }
  })

  // Node's server hangs up without an alert.
  test.each([
    ['of another authority', 'hung-up', async () => createClientIdentity(await createCa({ name: 'Outra AC' }))],
    [
      'that has expired',
      'hung-up-expired-certificate',
      () => createClientIdentity(ca, { now: Date.now() - 60 * DAY, days: 30 }),
    ],
    ['of a server', 'hung-up', () => createServerIdentity(ca, ['localhost'])],
  ])('one %s', async (_name, reason, identity) => {
    const { port } = await serve((_request, response) => void response.end(), only(version))
    const error = await rejectionOf(make(toPemPair(await identity()))(requestTo(port)))
    expect(error).toMatchObject({ code: 'HTTP_CONNECT', params: { reason } })
  })

  test('hanging up without a word, on who shows none', async () => {
    const { port } = await listen(
      createTlsServer({ ...toPemPair(site), ...only(version) }, (socket) => {
        socket.on('error', () => {})
        socket.once('data', () => socket.destroy())
      }),
    )
    const transport = createNodeTransport({ ca: roots })
    transports.push(transport)
    expect(await rejectionOf(transport(requestTo(port)))).toMatchObject({
      code: 'HTTP_CONNECT',
      params: { reason: 'hung-up-without-certificate' },
    })
  })

  test('hanging up later is a connection that was reset', async () => {
    let isDone = false
    const { port } = await serve((_request, response) => {
      if (isDone) response.socket?.destroy()
      else response.end()
      isDone = true
    }, only(version))
    const transport = usual
    await transport(requestTo(port))
    expect(await rejectionOf(transport(requestTo(port)))).toMatchObject({
      code: 'HTTP_CONNECT',
      params: { reason: 'reset' },
    })
  })
})

describe('certificates of the server', () => {
  const untrusted: [string, () => Promise<Identity>, string][] = [
    ['of another host', () => createServerIdentity(ca, ['pix.padaria.example']), 'host-mismatch'],
    [
      'that has expired',
      () => createServerIdentity(ca, ['localhost'], { now: Date.now() - 60 * DAY, days: 30 }),
      'expired',
    ],
    ['of an authority nobody knows', async () => createServerIdentity(await createCa(), ['localhost']), 'untrusted'],
  ]

  test.each(untrusted)('%s, whatever the environment says', async (_name, identity, reason) => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
    onTestFinished(() => void vi.unstubAllEnvs())
    const seen: unknown[] = []
    const { port } = await serve(
      (request, response) => {
        seen.push(request.url)
        response.end()
      },
      toPemPair(await identity()),
    )
    expect(await rejectionOf(usual(requestTo(port)))).toMatchObject({ code: 'HTTP_TLS', params: { reason } })
    expect(seen).toEqual([])
  })

  test('an older TLS than 1.2', async () => {
    const { port } = await serve((_request, response) => void response.end(), {
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    })
    expect(await rejectionOf(usual(requestTo(port)))).toMatchObject({
      code: 'HTTP_TLS',
      params: { reason: 'protocol' },
    })
  })
})
