import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { rejectionOf } from '../../../tests/lib/rejection-of.ts'
import { type Fetch, fetchTransport, type FetchTransportOptions } from './fetch-transport.ts'
import type { TransportRequest } from './transport.ts'

const SECRET = 'a1b2c3d4e5f6'
const url = `https://pix.example.com/cob/${SECRET}`

function get(fetch: Fetch, request: Partial<TransportRequest> = {}, options: FetchTransportOptions = {}) {
  return fetchTransport(fetch, options)({ method: 'GET', url, headers: {}, ...request })
}

/** A body of chunks, without end when the last one is `'never'`. */
function streamOf(...chunks: string[]): { stream: ReadableStream<Uint8Array>; cancelled: () => boolean } {
  let isCancelled = false
  const queue = [...chunks]
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const chunk = queue.shift()
        if (chunk === 'never') return new Promise(() => {})
        if (chunk === undefined) controller.close()
        else controller.enqueue(new TextEncoder().encode(chunk))
        return undefined
      },
      cancel() {
        isCancelled = true
      },
    },
    { highWaterMark: 0 },
  )
  return { stream, cancelled: () => isCancelled }
}

describe('over a fake fetch', () => {
  test('gives status, headers in lower case and body', async () => {
    const response = await get(async () => new Response('text', { status: 201, headers: { 'X-Id': '7', ETag: '"a"' } }))
    expect(response).toEqual({
      status: 201,
      headers: { 'content-type': 'text/plain;charset=UTF-8', 'x-id': '7', etag: '"a"' },
      body: new TextEncoder().encode('text'),
      tlsChecked: true,
    })
  })

  test.each([400, 404, 410, 500, 503])('gives status %i as an answer', async (status) => {
    expect(await get(async () => new Response('{}', { status }))).toMatchObject({ status })
  })

  test('has an empty body where there is none', async () => {
    expect(await get(async () => new Response(null, { status: 204 }))).toMatchObject({ body: new Uint8Array(0) })
    const head = await get(async () => new Response('x', { headers: { 'content-length': '9999999' } }), {
      method: 'HEAD',
    })
    expect(head.body).toHaveLength(0)
  })

  test('joins repeated headers, and knows a header called __proto__', async () => {
    const headers = new Headers([
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
      ['via', 'x'],
      ['via', 'y'],
      ['__proto__', 'z'],
    ])
    const response = await get(async () => new Response('', { headers }))
    expect(response.headers).toMatchObject({ 'set-cookie': 'a=1, b=2', via: 'x, y' })
    expect(Object.entries(response.headers)).toContainEqual(['__proto__', 'z'])
  })

  test('calls fetch without a this, with manners', async () => {
    const calls: { self: unknown; url: string; init: RequestInit }[] = []
    const fetch = async function (this: unknown, called: string, init: RequestInit) {
      calls.push({ self: this, url: called, init })
      return new Response('')
    }
    const body = Uint8Array.of(1, 2)
    await get(fetch, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    expect(calls).toMatchObject([
      {
        self: undefined,
        url,
        init: {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
          redirect: 'manual',
          cache: 'no-store',
          credentials: 'omit',
          referrerPolicy: 'no-referrer',
        },
      },
    ])
  })

  test.each([300, 301, 302, 303, 304, 307, 308])('follows no redirect: %i', async (status) => {
    const response = new Response(null, { status, headers: { location: 'https://evil.example.com/' } })
    const error = await rejectionOf(get(async () => response))
    expect(error).toMatchObject({ code: 'HTTP_REDIRECT', params: { status } })
    expect(inspect(error)).not.toContain('evil')
  })

  test.each([
    ['opaque, as browsers answer', 'hidden', { type: 'opaqueredirect', status: 0 }],
    ['without a status', 'hidden', { status: 0 }],
    ['followed all the same', 'followed', { redirected: true }],
  ])('knows a redirect that is %s', async (_name, reason, fields) => {
    const response = Object.defineProperties(new Response(''), Object.getOwnPropertyDescriptors(fields))
    expect(await rejectionOf(get(async () => response))).toMatchObject({ code: 'HTTP_REDIRECT', params: { reason } })
  })

  test('reads no more than the limit, and lets go of the rest', async () => {
    const { stream, cancelled } = streamOf('12345', '67890', 'never')
    const error = await rejectionOf(get(async () => new Response(stream), { maxBodyBytes: 9 }))
    expect(error).toMatchObject({ code: 'HTTP_BODY_TOO_LARGE', params: { max: 9 } })
    expect(cancelled()).toBe(true)
  })

  test('reads exactly the limit', async () => {
    const { stream } = streamOf('12345', '67890')
    expect((await get(async () => new Response(stream), { maxBodyBytes: 10 })).body).toHaveLength(10)
  })

  test('refuses a body that is announced too large before it reads any', async () => {
    const { stream } = streamOf('never')
    const response = new Response(stream, { headers: { 'content-length': '11' } })
    expect(await rejectionOf(get(async () => response, { maxBodyBytes: 10 }))).toMatchObject({
      code: 'HTTP_BODY_TOO_LARGE',
    })
  })

  test.each([
    ['with a name', Object.assign(new Error(url), { code: 'ECONNRESET' }), { system: 'ECONNRESET' }],
    ['without one, as in Deno and workerd', new TypeError(url), {}],
  ])('says that a body broke off: an error %s', async (_name, error, params) => {
    const stream = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(error) })
    const failure = await rejectionOf(get(async () => new Response(stream)))
    expect(failure).toMatchObject({ code: 'HTTP_PROTOCOL', params: { ...params, reason: 'truncated' } })
    expect(inspect(failure, { depth: 9, showHidden: true })).not.toContain(SECRET)
  })

  test('says that a body was damaged', async () => {
    const error = Object.assign(new Error('incorrect header check'), { code: 'Z_DATA_ERROR' })
    const stream = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(error) })
    expect(await rejectionOf(get(async () => new Response(stream)))).toMatchObject({
      code: 'HTTP_ENCODING',
      params: { reason: 'damaged' },
    })
  })

  test('uses the limits of the transport where the request has none', async () => {
    const fetch = async () => new Response('12345')
    expect(await rejectionOf(get(fetch, {}, { maxBodyBytes: 4 }))).toMatchObject({ params: { max: 4 } })
    expect((await get(fetch, { maxBodyBytes: 5 }, { maxBodyBytes: 4 })).body).toHaveLength(5)
  })

  test.each([
    ['a fetch that never answers', (): Promise<Response> => new Promise(() => {})],
    ['a body that never ends', async () => new Response(streamOf('a', 'never').stream)],
  ])('gives up on %s, though it knows no signals', async (_name, fetch) => {
    const error = await rejectionOf(get(fetch, { timeoutMs: 30 }))
    expect(error).toMatchObject({ code: 'HTTP_TIMEOUT', params: { reason: 'total', phase: 'total', timeoutMs: 30 } })
  })

  test('lets go of an answer that comes too late', async () => {
    const { stream, cancelled } = streamOf('never')
    let answer = (_response: Response): void => {}
    const late = new Promise<Response>((resolve) => {
      answer = resolve
    })
    await rejectionOf(get(() => late, { timeoutMs: 10 }))
    answer(new Response(stream))
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(cancelled()).toBe(true)
  })

  test('lets go of an answer that is none', async () => {
    expect(await rejectionOf(get(async () => ({}) as Response))).toMatchObject({ code: 'HTTP_CONNECT' })
    expect(await rejectionOf(get(async () => undefined as never))).toMatchObject({ code: 'HTTP_CONNECT' })
  })

  test('is called off by a signal, before and while it runs', async () => {
    let called = 0
    const fetch = (): Promise<Response> => {
      called += 1
      return new Promise(() => {})
    }
    const aborted = { code: 'HTTP_ABORTED', params: { reason: 'signal' } }
    expect(await rejectionOf(get(fetch, { signal: AbortSignal.abort() }))).toMatchObject(aborted)
    expect(called).toBe(0)

    const controller = new AbortController()
    const pending = rejectionOf(get(fetch, { signal: controller.signal }))
    controller.abort(new Error('the payer went away'))
    const error = await pending
    expect(error).toMatchObject(aborted)
    expect((error as Error).cause).toMatchObject({ message: 'the payer went away' })
    expect(called).toBe(1)
  })

  test('hands its signal to fetch', async () => {
    let seen: AbortSignal | null | undefined
    const fetch: Fetch = (_url, { signal }) => {
      seen = signal
      return new Promise(() => {})
    }
    await rejectionOf(get(fetch, { timeoutMs: 10 }))
    expect(seen?.aborted).toBe(true)
  })

  test.each([
    ['ENOTFOUND', 'HTTP_DNS', 'not-found'],
    ['EAI_AGAIN', 'HTTP_DNS', 'temporary'],
    ['ECONNREFUSED', 'HTTP_CONNECT', 'refused'],
    ['ECONNRESET', 'HTTP_CONNECT', 'reset'],
    ['EHOSTUNREACH', 'HTTP_CONNECT', 'other'],
    ['UND_ERR_CONNECT_TIMEOUT', 'HTTP_CONNECT', 'timed-out'],
    ['CERT_HAS_EXPIRED', 'HTTP_TLS', 'expired'],
    ['CERT_NOT_YET_VALID', 'HTTP_TLS', 'not-yet-valid'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'HTTP_TLS', 'host-mismatch'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'HTTP_TLS', 'self-signed'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'HTTP_TLS', 'untrusted'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'HTTP_TLS', 'untrusted'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'HTTP_TLS', 'incomplete-chain'],
    ['CERT_REVOKED', 'HTTP_TLS', 'revoked'],
    ['CERT_SIGNATURE_FAILURE', 'HTTP_TLS', 'other'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'HTTP_TLS', 'protocol'],
    ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'HTTP_TLS', 'protocol'],
    ['ERR_SSL_EE_KEY_TOO_SMALL', 'HTTP_TLS', 'other'],
    ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'HTTP_TLS', 'client-certificate-missing'],
    ['ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED', 'HTTP_TLS', 'client-certificate-expired'],
    ['ERR_SSL_SSLV3_ALERT_CERTIFICATE_REVOKED', 'HTTP_TLS', 'client-certificate-revoked'],
    ['ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', 'HTTP_TLS', 'client-certificate-untrusted'],
    ['ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE', 'HTTP_TLS', 'client-certificate-refused'],
    ['ERR_SSL_SSL/TLS_ALERT_CERTIFICATE_UNKNOWN', 'HTTP_TLS', 'client-certificate-refused'],
    ['ERR_SSL_TLSV1_ALERT_ACCESS_DENIED', 'HTTP_TLS', 'client-certificate-refused'],
    ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'HTTP_TLS', 'handshake'],
    ['ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE', 'HTTP_TLS', 'handshake'],
    ['ERR_SSL_TLSV1_UNRECOGNIZED_NAME', 'HTTP_TLS', 'unknown-host'],
    ['ERR_SSL_TLSV1_ALERT_NO_RENEGOTIATION', 'HTTP_TLS', 'protocol'],
    ['UND_ERR_SOCKET', 'HTTP_PROTOCOL', 'truncated'],
    ['HPE_INVALID_CONSTANT', 'HTTP_PROTOCOL', 'malformed'],
    ['Z_DATA_ERROR', 'HTTP_ENCODING', 'damaged'],
    ['SOMETHING_NEW', 'HTTP_CONNECT', 'other'],
  ])('says what %s is, and quotes nothing of it', async (system, code, reason) => {
    const cause = Object.assign(new Error(`${url} from 10.0.0.1`), { code: system, host: SECRET })
    const fetch = async (): Promise<Response> => {
      throw new TypeError(`fetch failed: ${url}`, { cause })
    }
    const error = await rejectionOf(get(fetch))
    expect(error).toMatchObject({ code, params: { reason, system } })
    const shown = inspect(error, { depth: 9, showHidden: true })
    expect(shown).not.toContain(SECRET)
    expect(shown).not.toContain('10.0.0.1')
  })

  test('looks into the errors of several addresses, and not forever', async () => {
    const both = new AggregateError([Object.assign(new Error(''), { code: 'ECONNREFUSED' })])
    expect(await rejectionOf(get(() => Promise.reject(both)))).toMatchObject({ params: { reason: 'refused' } })
    const circle = new Error('')
    circle.cause = circle
    expect(await rejectionOf(get(() => Promise.reject(circle)))).toMatchObject({
      code: 'HTTP_CONNECT',
      params: { reason: 'other' },
    })
  })

  test('fails with a PixkitError whatever is thrown', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (thrown) => {
        expect(await rejectionOf(get(() => Promise.reject(thrown)))).toMatchObject({ name: 'PixkitError' })
      }),
      { numRuns: 100 },
    )
  })

  test.each([
    ['relative', '/cob/1', 'syntax'],
    ['empty', '', 'syntax'],
    ['plain HTTP', 'http://pix.example.com/', 'scheme'],
    ['another scheme', 'file:///etc/passwd', 'scheme'],
    ['with a user', 'https://bank@pix.example.com/', 'user'],
    ['with a password', 'https://:p@pix.example.com/', 'user'],
    ['with a fragment', 'https://pix.example.com/#a', 'fragment'],
    ['with an empty fragment', 'https://pix.example.com/#', 'fragment'],
  ])('does not call a URL that is %s', async (_name, bad, reason) => {
    const fetch = async () => new Response('called')
    expect(await rejectionOf(get(fetch, { url: bad }))).toMatchObject({ code: 'HTTP_URL', params: { reason } })
  })

  test('calls plain HTTP when told so', async () => {
    const fetch = async () => new Response('')
    const response = await get(fetch, { url: 'http://127.0.0.1/' }, { allowInsecureRequests: true })
    expect(response.status).toBe(200)
    const ftp = rejectionOf(get(fetch, { url: 'ftp://127.0.0.1/' }, { allowInsecureRequests: true }))
    expect(await ftp).toMatchObject({ code: 'HTTP_URL', params: { reason: 'scheme' } })
  })

  test('takes nothing but a function and numbers', async () => {
    expect(() => fetchTransport('fetch' as never)).toThrow(TypeError)
    expect(() => fetchTransport(fetch, { timeoutMs: 0 })).toThrow(TypeError)
    expect(() => fetchTransport(fetch, { maxBodyBytes: -1 })).toThrow(TypeError)
    expect(await rejectionOf(get(fetch, { timeoutMs: Infinity }))).toBeInstanceOf(TypeError)
  })
})

describe('over the fetch of the platform and a server', () => {
  const servers: Server[] = []
  const serve = async (listener: RequestListener): Promise<string> => {
    const server = createServer(listener)
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  }
  const call = (at: string, request: Partial<TransportRequest> = {}) =>
    get(fetch, { url: at, ...request }, { allowInsecureRequests: true })

  afterAll(() => {
    for (const server of servers) server.closeAllConnections()
    for (const server of servers) server.close()
  })

  test('sends method, headers and body, and reads the answer', async () => {
    const at = await serve((request, response) => {
      response.setHeader('x-seen', `${request.method} ${String(request.headers['x-id'])}`)
      response.setHeader('x-two', ['a', 'b'])
      request.pipe(response)
    })
    const body = new TextEncoder().encode('{"a":1}')
    const answer = await call(at, { method: 'PUT', headers: { 'x-id': '7' }, body })
    expect(answer).toMatchObject({ status: 200, headers: { 'x-seen': 'PUT 7', 'x-two': 'a, b' }, body })
  })

  test('follows no redirect', async () => {
    let hits = 0
    const at = await serve((_request, response) => {
      hits += 1
      response.writeHead(302, { location: '/other' }).end()
    })
    expect(await rejectionOf(call(at))).toMatchObject({ code: 'HTTP_REDIRECT', params: { status: 302 } })
    expect(hits).toBe(1)
  })

  test('breaks off a body without end, and the connection with it', async () => {
    let closed = (): void => {}
    const isClosed = new Promise<void>((resolve) => {
      closed = resolve
    })
    const at = await serve((_request, response) => {
      const timer = setInterval(() => response.write('x'.repeat(10_000)), 1)
      response.on('close', () => {
        clearInterval(timer)
        closed()
      })
    })
    expect(await rejectionOf(call(at, { maxBodyBytes: 30_000 }))).toMatchObject({ code: 'HTTP_BODY_TOO_LARGE' })
    await isClosed
  })

  test('gives up on a server that does not answer, and closes the connection', async () => {
    let closed = (): void => {}
    const isClosed = new Promise<void>((resolve) => {
      closed = resolve
    })
    const at = await serve((request) => void request.socket.on('close', closed))
    expect(await rejectionOf(call(at, { timeoutMs: 100 }))).toMatchObject({ code: 'HTTP_TIMEOUT' })
    await isClosed
  })

  test('says that an answer was cut short, and that nobody listens', async () => {
    const at = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('short', () => response.destroy())
    })
    expect(await rejectionOf(call(at))).toMatchObject({ code: 'HTTP_PROTOCOL', params: { reason: 'truncated' } })
    const server = servers.at(-1)
    server?.closeAllConnections()
    await new Promise((resolve) => server?.close(resolve))
    expect(await rejectionOf(call(at))).toMatchObject({ code: 'HTTP_CONNECT', params: { reason: 'refused' } })
  })
})
