import { createCa, createServerIdentity, type Identity, toPem, toPemPair } from '@pixkit/certs'
import type { TransportRequest } from '@pixkit/http'
import { createServer as createPlainServer } from 'node:http'
import { createServer, type Server, type ServerOptions } from 'node:https'
import { type AddressInfo, createServer as createTcpServer, type Server as TcpServer, Socket } from 'node:net'
import tls, { createServer as createTlsServer, TLSSocket } from 'node:tls'
import { inspect } from 'node:util'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { forgeCertificate, forgedKey, forgeName, pem, subjectAltName } from '../../../tests/lib/forge-certificate.ts'
import { rejectionOf } from '../../../tests/lib/rejection-of.ts'
import { watchSockets } from '../../../tests/lib/watch-sockets.ts'
import { createGuardedTransport, type GuardedTransport, type GuardedTransportOptions, type Resolver } from './index.ts'

const HOST = 'pix.padaria.example'
const SECRET = 'a1b2c3d4e5f6'
const url = `https://${HOST}/cob/${SECRET}`
const loopback: Resolver = async () => [{ address: '127.0.0.1', family: 4 }]

let ca: Identity
let good: Identity
let roots: string

beforeAll(async () => {
  ca = await createCa()
  good = await createServerIdentity(ca, [HOST])
  roots = toPem(ca.certificate)
})

const servers: (Server | TcpServer)[] = []
const sockets = new Set<Socket>()
const transports: GuardedTransport[] = []

afterEach(async () => {
  await Promise.all(transports.splice(0).map((transport) => transport[Symbol.asyncDispose]()))
})

afterAll(() => {
  for (const socket of sockets) socket.destroy()
  for (const server of servers) server.close()
})

/** Listens on a port of its own, and counts connections. */
async function listen(
  server: Server | TcpServer,
): Promise<{ port: number; connections: () => number; open: () => Promise<number> }> {
  servers.push(server)
  const connections = watchSockets(server, sockets)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    connections,
    open: () =>
      new Promise((resolve, reject) =>
        server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
      ),
  }
}

type Listener = Parameters<typeof createServer>[1]

const serve = (listener: Listener, options: ServerOptions = {}) =>
  listen(createServer({ ...toPemPair(good), ...options }, listener))

/** A TLS server that writes bytes of its own. */
const serveBytes = (write: (socket: Socket) => void) =>
  listen(
    createTlsServer({ ...toPemPair(good) }, (socket) => {
      socket.on('error', () => {})
      socket.once('data', () => write(socket))
    }),
  )

function guarded(port: number, options: GuardedTransportOptions = {}): GuardedTransport {
  const transport = createGuardedTransport({
    resolver: loopback,
    ca: roots,
    dangerouslyAllowForTests: { addresses: ['127.0.0.1'], port },
    ...options,
  })
  transports.push(transport)
  return transport
}

function get(port: number, options: GuardedTransportOptions = {}, request: Partial<TransportRequest> = {}) {
  return guarded(port, options)({ method: 'GET', url, headers: {}, ...request })
}

describe('a server as it should be', () => {
  test('gives status, headers, body and certificate', async () => {
    const { port } = await serve((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/jose', 'x-two': ['a', 'b'] }).end('payload')
    })
    const answer = await get(port)
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'application/jose', 'x-two': 'a, b' } })
    expect(new TextDecoder().decode(answer.body)).toBe('payload')
    expect(answer.body.constructor).toBe(Uint8Array)
    expect([answer.addressChecked, answer.tlsChecked]).toEqual([true, true])
    expect(answer.peerCertificate).toEqual(Uint8Array.from(good.certificate.der))
  })

  test('is told the name of the host and as little as possible besides', async () => {
    const seen: unknown[] = []
    const { port } = await serve((request, response) => {
      seen.push([request.method, request.url, request.headers, (request.socket as { servername?: string }).servername])
      response.end()
    })
    await get(port, {}, { url: `${url}?DPP=2026-12-01`, headers: { accept: 'application/jose' } })
    const headers = {
      host: HOST,
      connection: 'close',
      'user-agent': 'pixkit',
      accept: 'application/jose',
      'accept-encoding': 'identity',
    }
    expect(seen).toEqual([['GET', `/cob/${SECRET}?DPP=2026-12-01`, headers, HOST]])
  })

  test('may be told another name of the caller', async () => {
    const seen: unknown[] = []
    const { port } = await serve((request, response) => {
      seen.push(request.headers['user-agent'])
      response.end()
    })
    await get(port, { userAgent: 'Banco Exemplo/1.0' })
    await get(port, {}, { headers: { 'user-agent': 'other' } })
    expect(seen).toEqual(['Banco Exemplo/1.0', 'other'])
  })

  test.each([400, 404, 410, 503])('answers %i', async (status) => {
    const { port } = await serve((_request, response) => void response.writeHead(status).end('{}'))
    expect(await get(port)).toMatchObject({ status })
  })

  test('is connected to anew for each request, and nothing stays open', async () => {
    const sessions: unknown[] = []
    const { port, connections, open } = await serve((request, response) => {
      sessions.push((request.socket as { isSessionReused?: () => boolean }).isSessionReused?.())
      response.end()
    })
    const transport = guarded(port)
    for (let i = 0; i < 3; i += 1) await transport({ method: 'GET', url, headers: {} })
    expect(connections()).toBe(3)
    expect(sessions).toEqual([false, false, false])
    await expect.poll(open).toBe(0)
  })

  test('may be called many times at once', async () => {
    const { port } = await serve((request, response) => void response.end(request.url))
    const transport = guarded(port)
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => transport({ method: 'GET', url: `${url}${i}`, headers: {} })),
    )
    expect(answers.map(({ body }) => new TextDecoder().decode(body))).toEqual(
      answers.map((_, i) => `/cob/${SECRET}${i}`),
    )
  })
})

describe('redirects', () => {
  test.each([300, 301, 302, 303, 304, 307, 308])('%i is not followed, nor quoted', async (status) => {
    const { port, connections } = await serve(
      (_request, response) => void response.writeHead(status, { location: 'https://evil.example/' }).end(),
    )
    const error = await rejectionOf(get(port))
    expect(error).toMatchObject({ code: 'HTTP_REDIRECT', params: { status } })
    expect(inspect(error)).not.toContain('evil')
    expect(connections()).toBe(1)
  })
})

describe('sizes', () => {
  test('a body as large as the limit, and one byte more', async () => {
    const { port } = await serve((_request, response) => {
      response.write('x'.repeat(500))
      response.end('x'.repeat(500))
    })
    expect((await get(port, { maxBodyBytes: 1000 })).body).toHaveLength(1000)
    expect(await rejectionOf(get(port, { maxBodyBytes: 999 }))).toMatchObject({
      code: 'HTTP_BODY_TOO_LARGE',
      params: { max: 999 },
    })
    expect((await get(port, { maxBodyBytes: 999 }, { maxBodyBytes: 1000 })).body).toHaveLength(1000)
  })

  test('128 KiB by default', async () => {
    const { port } = await serve((_request, response) => void response.end('x'.repeat(128 * 1024)))
    expect((await get(port)).body).toHaveLength(128 * 1024)
    const larger = await serve((_request, response) => void response.end('x'.repeat(128 * 1024 + 1)))
    expect(await rejectionOf(get(larger.port))).toMatchObject({ params: { max: 128 * 1024 } })
  })

  test('a body that is announced too large is not waited for', async () => {
    const { port } = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '1000000000' })
      response.flushHeaders()
    })
    expect(await rejectionOf(get(port))).toMatchObject({ code: 'HTTP_BODY_TOO_LARGE' })
  })

  test('a body without end is broken off', async () => {
    const { port, open } = await serve((_request, response) => {
      const timer = setInterval(() => response.write('x'.repeat(50_000)), 1)
      response.on('close', () => clearInterval(timer))
    })
    expect(await rejectionOf(get(port))).toMatchObject({ code: 'HTTP_BODY_TOO_LARGE' })
    await expect.poll(open).toBe(0)
  })

  test('large headers are refused', async () => {
    const { port } = await serve(
      (_request, response) => void response.writeHead(200, { 'x-large': 'x'.repeat(20_000) }).end(),
    )
    expect(await rejectionOf(get(port))).toMatchObject({
      code: 'HTTP_HEADERS_TOO_LARGE',
      params: { max: 16 * 1024 },
    })
    expect((await get(port, { maxHeaderBytes: 32 * 1024 })).status).toBe(200)
  })

  test.each([
    ['many headers', (i: number) => `x-${i}: ${'y'.repeat(500)}\r\n`],
    ['one value', () => 'y'.repeat(500)],
  ])('%s without end are broken off', async (_name, next) => {
    const { port, open } = await serveBytes((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nx: ')
      let i = 0
      const timer = setInterval(() => socket.write(next((i += 1))), 1)
      socket.on('close', () => clearInterval(timer))
    })
    expect(await rejectionOf(get(port))).toMatchObject({ code: 'HTTP_HEADERS_TOO_LARGE' })
    await expect.poll(open).toBe(0)
  })
})

describe('what is neither header nor body', () => {
  /** As fast as it is taken, and without end. */
  const flood = (start: string, chunk: string) => (socket: Socket) => {
    socket.write(start)
    const more = (): void => {
      while (!socket.destroyed && socket.write(chunk));
    }
    socket.on('drain', more)
    more()
  }
  const head = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n'

  test.each([
    ['a status line', 'HTTP/1.1 200 ', 'a'.repeat(65_536)],
    ['empty lines in front', '', '\r\n'.repeat(10_000)],
    ['early hints', '', 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'.repeat(1_000)],
    ['answers that go on', '', 'HTTP/1.1 102 Processing\r\n\r\n'.repeat(1_000)],
    ['an extension of a chunk', `${head}1;`, 'a'.repeat(65_536)],
  ])('%s without end is broken off', async (_name, start, chunk) => {
    const { port, open } = await serveBytes(flood(start, chunk))
    expect(await rejectionOf(get(port))).toMatchObject({ code: 'HTTP_PROTOCOL', params: { reason: 'flood' } })
    await expect.poll(open).toBe(0)
  })

  test('trailers without end are too large', async () => {
    const { port, open } = await serveBytes(flood(`${head}1\r\na\r\n0\r\n`, 'x-a: bbbbbbbbbbbbbbb\r\n'.repeat(1_000)))
    expect(await rejectionOf(get(port))).toMatchObject({ code: 'HTTP_HEADERS_TOO_LARGE', params: { max: 16 * 1024 } })
    await expect.poll(open).toBe(0)
  })

  test('a body in small chunks may be as large as any', async () => {
    const { port } = await serveBytes((socket) => {
      socket.write(head)
      for (let chunk = 0; chunk < 1_024; chunk += 1) socket.write(`80\r\n${'x'.repeat(128)}\r\n`)
      socket.end('0\r\n\r\n')
    })
    expect((await get(port)).body).toHaveLength(128 * 1024)
  })
})

describe('compression that nobody asked for', () => {
  const text = 'payload '.repeat(100)
  const encodings: [string, (bytes: Buffer) => Buffer][] = [
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['GZIP', gzipSync],
    ['identity, gzip', gzipSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['br', brotliCompressSync],
  ]
  const serveEncoded = (encoding: string | string[], bytes: Uint8Array) =>
    serve((_request, response) => void response.writeHead(200, { 'content-encoding': encoding as string }).end(bytes))

  test.each(encodings)('%s is undone', async (encoding, compress) => {
    const { port } = await serveEncoded(encoding, compress(Buffer.from(text)))
    const { body } = await get(port, { maxBodyBytes: text.length })
    expect(new TextDecoder().decode(body)).toBe(text)
    expect(await rejectionOf(get(port, { maxBodyBytes: text.length - 1 }))).toMatchObject({
      code: 'HTTP_BODY_TOO_LARGE',
      params: { max: text.length - 1 },
    })
  })

  test.each(encodings)('%s: a bomb does not go off', async (encoding, compress) => {
    const bomb = compress(Buffer.alloc(50_000_000))
    const { port } = await serveEncoded(encoding, bomb)
    const code = 'HTTP_BODY_TOO_LARGE'
    const before = process.memoryUsage().arrayBuffers
    expect(await rejectionOf(get(port))).toMatchObject({ code, params: { max: 128 * 1024 } })
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000)
  })

  test.each(encodings)('%s: what is cut off or damaged is refused', async (encoding, compress) => {
    const bytes = compress(Buffer.from(text))
    const cut = await serveEncoded(encoding, bytes.subarray(0, -1))
    expect(await rejectionOf(get(cut.port))).toMatchObject({ code: 'HTTP_ENCODING', params: { reason: 'damaged' } })
    const damaged = await serveEncoded(encoding, Buffer.from('not compressed at all'))
    expect(await rejectionOf(get(damaged.port))).toMatchObject({ code: 'HTTP_ENCODING', params: { reason: 'damaged' } })
  })

  test.each([
    ['gzip, gzip', 'several'],
    [['gzip', 'br'], 'several'],
    ['gzip,gzip,gzip,gzip', 'several'],
    ['compress', 'unknown'],
    ['zstd', 'unknown'],
    ['__proto__', 'unknown'],
    ['constructor', 'unknown'],
  ])('%s is refused', async (encoding, reason) => {
    const { port } = await serveEncoded(encoding, gzipSync(gzipSync(text)))
    expect(await rejectionOf(get(port))).toMatchObject({ code: 'HTTP_ENCODING', params: { reason } })
  })

  test('a compressed nothing is nothing', async () => {
    const { port } = await serveEncoded('gzip', Buffer.alloc(0))
    expect((await get(port)).body).toHaveLength(0)
  })
})

describe('answers that are none', () => {
  const whole = 'HTTP/1.1 200 OK\r\ncontent-type: application/jose\r\ncontent-length: 20\r\n\r\n01234567890123456789'
  const chunked = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\na\r\n0123456789\r\na\r\n0123456789\r\n0\r\n\r\n'

  test.each([whole, chunked])('the whole of %j is one', async (text) => {
    const { port } = await serveBytes((socket) => void socket.end(text))
    expect((await get(port)).body).toHaveLength(20)
  })

  test.each([
    ['a length', whole],
    ['chunks', chunked],
  ])('cut off anywhere, with %s', async (_name, text) => {
    let length = 0
    const { port } = await serveBytes((socket) => void socket.end(text.slice(0, length)))
    const transport = guarded(port)
    for (; length < text.length; length += 1) {
      const error = await rejectionOf(transport({ method: 'GET', url, headers: {} }))
      expect(error, `${length} bytes`).toMatchObject({ name: 'PixkitError', code: 'HTTP_PROTOCOL' })
    }
  })

  test('a connection that is reset in the body has cut the answer short', async () => {
    const { port } = await listen(
      createTcpServer({ pauseOnConnect: false }, (raw) => {
        const socket = new TLSSocket(raw, { isServer: true, ...toPemPair(good) })
        socket.on('error', () => {})
        socket.once('data', () => {
          socket.write('HTTP/1.1 200 OK\r\ncontent-length: 20\r\n\r\n0123456789')
          setTimeout(() => raw.resetAndDestroy(), 20)
        })
      }),
    )
    expect(await rejectionOf(get(port))).toMatchObject({ code: 'HTTP_PROTOCOL', params: { reason: 'truncated' } })
  })

  test.each([
    ['another protocol', 'SSH-2.0-OpenSSH_9.2\r\n'],
    ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab'],
    ['length and chunks', 'HTTP/1.1 200 OK\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['a length that is none', 'HTTP/1.1 200 OK\r\ncontent-length: many\r\n\r\n'],
    ['a chunk that is none', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nz\r\n\r\n'],
    ['a NUL in a header', 'HTTP/1.1 200 OK\r\nx: a\0b\r\ncontent-length: 0\r\n\r\n'],
    ['a switch of protocols', 'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'],
  ])('%s', async (_name, text) => {
    const { port } = await serveBytes((socket) => void socket.end(text))
    expect(await rejectionOf(get(port))).toMatchObject({ name: 'PixkitError', code: 'HTTP_PROTOCOL' })
  })

  test('a header called __proto__ is a header', async () => {
    const { port } = await serveBytes(
      (socket) => void socket.end('HTTP/1.1 200 OK\r\n__proto__: a\r\n__proto__: b\r\ncontent-length: 0\r\n\r\n'),
    )
    const { headers } = await get(port)
    expect(Object.entries(headers)).toContainEqual(['__proto__', 'a, b'])
  })

  test('a connection that is closed before it was used is not opened again', async () => {
    const { port, connections } = await listen(
      createTlsServer({ ...toPemPair(good) }, (socket) => {
        socket.on('error', () => {})
        socket.destroy()
      }),
    )
    const error = await rejectionOf(get(port))
    expect(['HTTP_CONNECT', 'HTTP_PROTOCOL']).toContain((error as { code: string }).code)
    expect(connections()).toBe(1)
  })
})

describe('TLS', () => {
  const day = 86_400_000
  const withIdentity = async (identity: Identity, options: ServerOptions = {}) =>
    (await serve((_request, response) => void response.end('secret'), { ...toPemPair(identity), ...options })).port

  test('certificate of another host', async () => {
    const port = await withIdentity(await createServerIdentity(ca, ['other.padaria.example']))
    const error = await rejectionOf(get(port))
    expect(error).toMatchObject({
      code: 'HTTP_TLS',
      params: { reason: 'host-mismatch', system: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    })
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('padaria')
  })

  test('certificate for the address that is connected to, not for the name', async () => {
    const port = await withIdentity(await createServerIdentity(ca, ['127.0.0.1', 'localhost']))
    expect(await rejectionOf(get(port))).toMatchObject({ code: 'HTTP_TLS', params: { reason: 'host-mismatch' } })
  })

  test('expired, not yet valid', async () => {
    const old = await createCa({ now: Date.now() - 100 * day })
    const expired = await createServerIdentity(old, [HOST], { now: Date.now() - 50 * day, days: 10 })
    expect(await rejectionOf(get(await withIdentity(expired), { ca: toPem(old.certificate) }))).toMatchObject({
      code: 'HTTP_TLS',
      params: { reason: 'expired' },
    })
    const future = await createServerIdentity(ca, [HOST], { now: Date.now() + 50 * day, days: 10 })
    expect(await rejectionOf(get(await withIdentity(future)))).toMatchObject({
      code: 'HTTP_TLS',
      params: { reason: 'not-yet-valid' },
    })
  })

  test('an authority that nobody knows, with and without its chain', async () => {
    const stranger = await createCa({ name: 'Stranger' })
    const alone = await createServerIdentity(stranger, [HOST])
    expect(await rejectionOf(get(await withIdentity(alone)))).toMatchObject({ code: 'HTTP_TLS' })

    const intermediate = await createCa({ issuer: ca })
    const behind = await createServerIdentity(intermediate, [HOST])
    const full = await withIdentity(behind)
    expect((await get(full)).status).toBe(200)
    const bare = await withIdentity(behind, { cert: toPem(behind.certificate) })
    expect(await rejectionOf(get(bare))).toMatchObject({ code: 'HTTP_TLS', params: { reason: 'incomplete-chain' } })
    const unknown = await withIdentity(await createServerIdentity(await createCa({ issuer: stranger }), [HOST]))
    expect(await rejectionOf(get(unknown))).toMatchObject({ code: 'HTTP_TLS', params: { reason: 'untrusted' } })
  })

  test('a certificate signed by itself', async () => {
    const key = forgedKey('p256:self')
    const name = forgeName(`CN=${HOST}`)
    const [notBefore, notAfter] = [Date.now() - day, Date.now() + day]
    const extensions = [subjectAltName([`dns:${HOST}`])]
    const der = forgeCertificate({ issuer: name, subject: name, notBefore, notAfter, key, signer: key, extensions })
    const options = { cert: pem('CERTIFICATE', der), key: key.privateKey.export({ format: 'pem', type: 'pkcs8' }) }
    const { port } = await serve((_request, response) => void response.end(), options)
    expect(await rejectionOf(get(port))).toMatchObject({ code: 'HTTP_TLS', params: { reason: 'self-signed' } })
    expect((await get(port, { ca: options.cert })).status).toBe(200)
  })

  test('Node trusts nobody of ours unless told', async () => {
    const port = await withIdentity(good)
    expect(await rejectionOf(get(port, { ca: undefined }))).toMatchObject({ code: 'HTTP_TLS' })
    expect((await get(port, { ca: [roots] })).status).toBe(200)
  })

  test('the environment does not turn verification off', async () => {
    const port = await withIdentity(await createServerIdentity(await createCa(), [HOST]))
    const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED']
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0'
    try {
      expect(await rejectionOf(get(port))).toMatchObject({ code: 'HTTP_TLS' })
    } finally {
      if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED']
      else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before
    }
  })

  /** What Node itself agrees on with a server. */
  const versionOf = (port: number): Promise<string | null> =>
    new Promise((resolve, reject) => {
      const socket = tls.connect({ host: '127.0.0.1', port, servername: HOST, ca: roots }, () => {
        resolve(socket.getProtocol())
        socket.destroy()
      })
      socket.on('error', reject)
    })

  test.each(['TLSv1', 'TLSv1.1'] as const)('a server of %s, also where Node would talk to it', async (version) => {
    const ciphers = 'DEFAULT@SECLEVEL=0'
    const port = await withIdentity(good, { minVersion: 'TLSv1', maxVersion: version, ciphers })
    const { DEFAULT_CIPHERS, DEFAULT_MIN_VERSION } = tls
    Object.assign(tls, { DEFAULT_CIPHERS: ciphers, DEFAULT_MIN_VERSION: 'TLSv1' })
    try {
      expect(await versionOf(port)).toBe(version)
      expect(await rejectionOf(get(port))).toMatchObject({ code: 'HTTP_TLS', params: { reason: 'protocol' } })
    } finally {
      Object.assign(tls, { DEFAULT_CIPHERS, DEFAULT_MIN_VERSION })
    }
  })

  test('speaks HTTP/1.1 and nothing else', async () => {
    const spoken: unknown[] = []
    const { port } = await serve(
      (request, response) => {
        spoken.push((request.socket as TLSSocket).alpnProtocol)
        response.end()
      },
      { ALPNProtocols: ['h2', 'http/1.1'] },
    )
    await get(port)
    expect(spoken).toEqual(['http/1.1'])
  })

  test.each(['TLSv1.2', 'TLSv1.3'] as const)('a server of %s', async (version) => {
    const port = await withIdentity(good, { minVersion: version, maxVersion: version })
    expect((await get(port)).status).toBe(200)
  })

  test('plain HTTP', async () => {
    const { port } = await listen(createPlainServer((_request, response) => void response.end('plain')))
    expect(await rejectionOf(get(port))).toMatchObject({ code: 'HTTP_TLS', params: { reason: 'protocol' } })
  })

  test('nobody listens', async () => {
    const server = createTcpServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    await new Promise((resolve) => server.close(resolve))
    expect(await rejectionOf(get(port))).toMatchObject({
      code: 'HTTP_CONNECT',
      params: { reason: 'refused', system: 'ECONNREFUSED' },
    })
  })
})

describe('names and addresses', () => {
  const answering = async () => serve((_request, response) => void response.end('inside'))

  test('the name is resolved once, and the connection goes where that was checked', async () => {
    const { port, connections } = await answering()
    const asked: string[] = []
    const rebinding: Resolver = async (host) => {
      asked.push(host)
      // The second time it would be an address that is not allowed.
      return [{ address: asked.length === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }]
    }
    expect((await get(port, { resolver: rebinding })).status).toBe(200)
    expect(asked).toEqual([HOST])
    expect(connections()).toBe(1)
  })

  test.each([
    ['loopback', ['127.0.0.1']],
    ['metadata', ['169.254.169.254']],
    ['public and private', ['1.1.1.1', '10.0.0.1']],
    ['private and public', ['10.0.0.1', '1.1.1.1']],
    ['public IPv4 and private IPv6', ['1.1.1.1', 'fd00::1']],
    ['mapped', ['::ffff:127.0.0.1']],
    ['translated', ['64:ff9b::7f00:1']],
    ['with a zone', ['fe80::1%eth0']],
  ])('an answer that is %s is refused', async (_name, addresses) => {
    const { port, connections } = await answering()
    const resolver: Resolver = async () => addresses.map((address) => ({ address, family: 4 }))
    const error = await rejectionOf(get(port, { resolver, dangerouslyAllowForTests: { addresses: [], port } }))
    expect(error).toMatchObject({ code: 'HTTP_ADDRESS_FORBIDDEN', params: { reason: 'special-purpose' } })
    expect(inspect(error)).not.toContain(addresses[0] || HOST)
    expect(connections()).toBe(0)
  })

  test('a connection that went elsewhere after all is not used', async () => {
    let isAsked = false
    const { port, open } = await serve((_request, response) => {
      isAsked = true
      response.end('inside')
    })
    // What `remoteAddress` asks: that property itself cannot be replaced.
    const prototype = Socket.prototype as unknown as { _getpeername: () => { address: string } }
    const elsewhere = vi.spyOn(prototype, '_getpeername').mockReturnValue({ address: '10.0.0.1' })
    try {
      expect(await rejectionOf(get(port))).toMatchObject({
        code: 'HTTP_ADDRESS_FORBIDDEN',
        params: { reason: 'remote-address' },
      })
    } finally {
      elsewhere.mockRestore()
    }
    await expect.poll(open).toBe(0)
    expect(isAsked).toBe(false)
  })

  test('the test option allows the addresses it names and no other', async () => {
    const { port } = await answering()
    const resolver: Resolver = async () => [{ address: '127.0.0.2', family: 4 }]
    expect(await rejectionOf(get(port, { resolver }))).toMatchObject({ code: 'HTTP_ADDRESS_FORBIDDEN' })
  })

  test('an IPv4 address called IPv6 by the resolver is still the address it is', async () => {
    const { port } = await answering()
    const resolver: Resolver = async () => [{ address: '127.0.0.1', family: 6 }]
    expect((await get(port, { resolver })).status).toBe(200)
  })

  test('the second address is tried when the first does not answer', async () => {
    const { port } = await answering()
    const resolver: Resolver = async () => [
      { address: '127.0.0.3', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ]
    const allow = { addresses: ['127.0.0.1', '127.0.0.3'], port }
    expect((await get(port, { resolver, dangerouslyAllowForTests: allow })).status).toBe(200)
  })

  test.each([
    ['no address', 'no-address', async () => []],
    ['ENOTFOUND', 'not-found', () => Promise.reject(Object.assign(new Error(HOST), { code: 'ENOTFOUND' }))],
    ['EAI_AGAIN', 'temporary', () => Promise.reject(Object.assign(new Error(HOST), { code: 'EAI_AGAIN' }))],
    ['ECONNREFUSED', 'temporary', () => Promise.reject(Object.assign(new Error(HOST), { code: 'ECONNREFUSED' }))],
    ['something else', 'other', () => Promise.reject(new Error(HOST))],
    ['no list', 'resolver', async () => '127.0.0.1' as never],
    ['nothing', 'resolver', async () => undefined as never],
    ['texts', 'resolver', async () => ['127.0.0.1'] as never],
    ['null among others', 'resolver', async () => [{ address: '1.1.1.1', family: 4 }, null] as never],
    ['a name', 'resolver', async () => [{ address: 'localhost', family: 4 }]],
    ['an empty text', 'resolver', async () => [{ address: '', family: 4 }]],
    ['a decimal number', 'resolver', async () => [{ address: '2130706433', family: 4 }]],
    ['an object', 'resolver', async () => [{ address: { toString: () => '1.1.1.1' }, family: 4 }] as never],
  ] satisfies [string, string, Resolver][])('resolver: %s', async (_name, reason, resolver) => {
    const error = await rejectionOf(get(1, { resolver }))
    expect(error).toMatchObject({ code: 'HTTP_DNS', params: { reason } })
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(HOST)
  })
})

describe('time', () => {
  const never = (): Promise<never> => new Promise(() => {})
  const dripping: Listener = (_request, response) => {
    const timer = setInterval(() => response.write('x'), 5)
    response.on('close', () => clearInterval(timer))
  }
  const silent: Listener = () => {}
  /** Takes connections, and says nothing on them. */
  const mute = () => listen(createTcpServer((socket) => void socket.resume()))

  test('resolving', async () => {
    const error = await rejectionOf(get(1, { resolver: never, connectTimeoutMs: 50 }))
    expect(error).toMatchObject({
      code: 'HTTP_TIMEOUT',
      params: { phase: 'resolve', reason: 'resolve', timeoutMs: 50 },
    })
  })

  test('connecting', async () => {
    const { port, open } = await mute()
    const error = await rejectionOf(get(port, { connectTimeoutMs: 50 }))
    expect(error).toMatchObject({ code: 'HTTP_TIMEOUT', params: { phase: 'connect', timeoutMs: 50 } })
    await expect.poll(open).toBe(0)
  })

  test('headers that do not come', async () => {
    const { port, open } = await serve(silent)
    const error = await rejectionOf(get(port, { headersTimeoutMs: 60 }))
    expect(error).toMatchObject({ code: 'HTTP_TIMEOUT', params: { phase: 'headers', timeoutMs: 60 } })
    await expect.poll(open).toBe(0)
  })

  test('headers that drip', async () => {
    const { port, open } = await serveBytes((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nx: ')
      const timer = setInterval(() => socket.write('y'), 5)
      socket.on('close', () => clearInterval(timer))
    })
    expect(await rejectionOf(get(port, { headersTimeoutMs: 60 }))).toMatchObject({ params: { phase: 'headers' } })
    await expect.poll(open).toBe(0)
  })

  test('interim answers without end', async () => {
    const { port, open } = await serveBytes((socket) => {
      const timer = setInterval(() => socket.write('HTTP/1.1 103 Early Hints\r\n\r\n'), 5)
      socket.on('close', () => clearInterval(timer))
    })
    expect(await rejectionOf(get(port, { headersTimeoutMs: 60 }))).toMatchObject({ params: { phase: 'headers' } })
    await expect.poll(open).toBe(0)
  })

  test('a body that drips, against its own limit and against that of everything', async () => {
    const { port, open } = await serve(dripping)
    expect(await rejectionOf(get(port, { bodyTimeoutMs: 60 }))).toMatchObject({ params: { phase: 'body' } })
    expect(await rejectionOf(get(port, { timeoutMs: 200 }))).toMatchObject({
      params: { phase: 'total', timeoutMs: 200 },
    })
    expect(await rejectionOf(get(port, {}, { timeoutMs: 150 }))).toMatchObject({ params: { timeoutMs: 150 } })
    await expect.poll(open).toBe(0)
  })

  test('everything, in each phase', async () => {
    const total = { code: 'HTTP_TIMEOUT', params: { phase: 'total' } }
    const options = { timeoutMs: 60 }
    expect(await rejectionOf(get(1, { ...options, resolver: never }))).toMatchObject(total)
    expect(await rejectionOf(get((await mute()).port, options))).toMatchObject(total)
    expect(await rejectionOf(get((await serve(silent)).port, options))).toMatchObject(total)
  })

  describe.each([
    ['the signal', 'signal'],
    ['the end of the transport', 'disposed'],
  ])('called off by %s', (_name, reason) => {
    /** Calls off once `reached` says that the request has come as far as it is to. */
    async function callOff(port: number, resolver: Resolver, reached: Promise<unknown>): Promise<unknown> {
      const controller = new AbortController()
      const transport = guarded(port, { resolver })
      const pending = rejectionOf(transport({ method: 'GET', url, headers: {}, signal: controller.signal }))
      await reached
      if (reason === 'signal') controller.abort(new Error('the payer went away'))
      else await transport[Symbol.asyncDispose]()
      return pending
    }
    const expected = { code: 'HTTP_ABORTED', params: { reason } }
    const whenever = () => {
      let happen = (): void => {}
      const happened = new Promise<void>((resolve) => {
        happen = resolve
      })
      return { happen: () => happen(), happened }
    }

    test('while resolving, and the resolver is told', async () => {
      const { happen, happened } = whenever()
      let told: AbortSignal | undefined
      const resolver: Resolver = (_host, signal) => {
        told = signal
        happen()
        return never()
      }
      expect(await callOff(1, resolver, happened)).toMatchObject(expected)
      expect(told?.aborted).toBe(true)
    })

    test('while connecting', async () => {
      const { happen, happened } = whenever()
      const { port, open } = await listen(createTcpServer((socket) => void socket.resume().once('data', happen)))
      expect(await callOff(port, loopback, happened)).toMatchObject(expected)
      await expect.poll(open).toBe(0)
    })

    test('while waiting for the headers', async () => {
      const { happen, happened } = whenever()
      const { port, open } = await serve(happen)
      expect(await callOff(port, loopback, happened)).toMatchObject(expected)
      await expect.poll(open).toBe(0)
    })

    test('while reading the body', async () => {
      const { happen, happened } = whenever()
      const { port, open } = await serve((_request, response) => {
        response.write('x')
        setTimeout(happen, 20)
      })
      expect(await callOff(port, loopback, happened)).toMatchObject(expected)
      await expect.poll(open).toBe(0)
    })
  })

  test('called off before it begins, nobody is asked', async () => {
    let asked = 0
    const resolver: Resolver = async () => {
      asked += 1
      return []
    }
    const signal = AbortSignal.abort()
    expect(await rejectionOf(get(1, { resolver }, { signal }))).toMatchObject({ code: 'HTTP_ABORTED' })
    expect(asked).toBe(0)
  })

  test.each([
    ['TLS', (reached: () => void) => listen(createTcpServer((socket) => void socket.resume().once('data', reached)))],
    ['the headers', (reached: () => void) => serve(reached)],
  ])('to dispose of it while it waits for %s waits until its sockets are closed', async (_, open) => {
    const connect = vi.spyOn(Socket.prototype, 'connect')
    onTestFinished(() => connect.mockRestore())
    let reached = (): void => {}
    const isReached = new Promise<void>((resolve) => {
      reached = resolve
    })
    const { port } = await open(() => reached())
    const transport = guarded(port)
    const pending = rejectionOf(transport({ method: 'GET', url, headers: {} }))
    await isReached
    const closed: unknown[] = []
    for (const socket of connect.mock.contexts) (socket as Socket).once('close', () => closed.push(socket))
    await transport[Symbol.asyncDispose]()
    expect(closed).toEqual(connect.mock.contexts)
    expect(closed).toHaveLength(1)
    expect(await pending).toMatchObject({ code: 'HTTP_ABORTED', params: { reason: 'disposed' } })
  })

  test('a transport that was disposed of calls nobody', async () => {
    const transport = guarded(1)
    await transport[Symbol.asyncDispose]()
    await transport[Symbol.asyncDispose]()
    expect(await rejectionOf(transport({ method: 'GET', url, headers: {} }))).toMatchObject({
      code: 'HTTP_ABORTED',
      params: { reason: 'disposed' },
    })
  })
})

describe('requests', () => {
  test.each([
    ['POST', {}, undefined, 'method'],
    ['HEAD', {}, undefined, 'method'],
    ['get', {}, undefined, 'method'],
    ['GET', {}, Uint8Array.of(1), 'body'],
    ['GET', { host: 'evil.example' }, undefined, 'header-forbidden'],
    ['GET', { connection: 'keep-alive' }, undefined, 'header-forbidden'],
    ['GET', { 'transfer-encoding': 'chunked' }, undefined, 'header-forbidden'],
    ['GET', { cookie: 'a=1' }, undefined, 'header-forbidden'],
    ['GET', { authorization: 'Bearer x' }, undefined, 'header-forbidden'],
    ['GET', { referer: url }, undefined, 'header-forbidden'],
    ['GET', { 'accept-encoding': 'gzip' }, undefined, 'header-forbidden'],
    ['GET', { 'x-id': '1' }, undefined, 'header-forbidden'],
    ['GET', { Accept: '*/*' }, undefined, 'header-name'],
    ['GET', { 'accept\r\nx': '*/*' }, undefined, 'header-name'],
    ['GET', { accept: '*/*\r\nhost: evil.example' }, undefined, 'header-value'],
    ['GET', { accept: '*/*\n' }, undefined, 'header-value'],
    ['GET', { accept: 'ação' }, undefined, 'header-value'],
  ])('%s with %j is not sent', async (method, headers, body, reason) => {
    const error = await rejectionOf(get(1, {}, { method, headers: headers as Record<string, string>, body }))
    expect(error).toMatchObject({ code: 'HTTP_REQUEST', params: { reason } })
  })

  test.each([
    ['resolver', { resolver: 'dns' }],
    ['userAgent', { userAgent: 'a\r\nb' }],
    ['userAgent', { userAgent: '' }],
    ['ca', { ca: '' }],
    ['ca', { ca: [] }],
    ['ca', { ca: 'no certificate' }],
    ['ca', { ca: { der: new Uint8Array() } }],
    ['ca', { ca: [{ kind: 'certificate' }] }],
    ['ca', { ca: '-----BEGIN CERTIFICATE-----\nAQID\n-----END CERTIFICATE-----' }],
    ['ca', { ca: '-----BEGIN PRIVATE KEY-----\nAQID\n-----END PRIVATE KEY-----' }],
    ['timeoutMs', { timeoutMs: 0 }],
    ['timeoutMs', { timeoutMs: 2 ** 31 }],
    ['connectTimeoutMs', { connectTimeoutMs: -1 }],
    ['headersTimeoutMs', { headersTimeoutMs: '5' }],
    ['bodyTimeoutMs', { bodyTimeoutMs: Number.NaN }],
    ['maxBodyBytes', { maxBodyBytes: 1.5 }],
    ['maxHeaderBytes', { maxHeaderBytes: -1 }],
    ['dangerouslyAllowForTests', { dangerouslyAllowForTests: true }],
    ['dangerouslyAllowForTests', { dangerouslyAllowForTests: { addresses: '127.0.0.1', port: 443 } }],
    ['dangerouslyAllowForTests', { dangerouslyAllowForTests: { addresses: ['localhost'], port: 443 } }],
    ['dangerouslyAllowForTests', { dangerouslyAllowForTests: { addresses: ['127.0.0.1'], port: 0 } }],
  ])('a wrong %s is a TypeError', (name, options) => {
    expect(() => createGuardedTransport(options as GuardedTransportOptions)).toThrow(TypeError)
    expect(() => createGuardedTransport(options as GuardedTransportOptions)).toThrow(name)
  })
})
