import { createBacenClient, customProfile } from '@pixkit/bacen'
import { createNodeBacenClient } from '@pixkit/bacen/node'
import { bacen as bacenProfile } from '@pixkit/bacen/profiles/bacen'
import { efi as efiProfile } from '@pixkit/bacen/profiles/efi'
import { sicredi as sicrediProfile } from '@pixkit/bacen/profiles/sicredi'
import { createCa, createClientIdentity, readCredentials, toPemPair } from '@pixkit/certs'
import { fetchTransport } from '@pixkit/http'
import { createNodeTransport } from '@pixkit/http-node'
import { mkdtemp, rm } from 'node:fs/promises'
import { get as httpGet } from 'node:http'
import { createServer, get as httpsGet } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { verifyBrCode } from '@pixkit/payload'
import { json } from 'node:stream/consumers'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createSandbox } from './create-sandbox.ts'
import type { RequestLog } from './hooks.ts'
import type { Listening, Sandbox, SandboxCertificates, SandboxOptions } from './options.ts'
import { bacen, efi, sicredi } from './personalities.ts'
import type { Personality } from './personality.ts'

const open: Sandbox[] = []

function sandboxOf(options: SandboxOptions = {}): Sandbox {
  const sandbox = createSandbox(options)
  open.push(sandbox)
  return sandbox
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((sandbox) => sandbox.close()))
})

interface Asked {
  readonly status: number
  readonly headers: Headers
  readonly body: Readonly<Record<string, unknown>>
}

async function ask(sandbox: Sandbox, url: string, init: RequestInit = {}): Promise<Asked> {
  const { status, headers, ...answer } = await readAll(await sandbox.fetch(new Request(url, init)))
  return { status, headers, body: JSON.parse(answer.text || '{}') }
}

async function readAll(response: Response): Promise<{ status: number; headers: Headers; text: string }> {
  return { status: response.status, headers: response.headers, text: await response.text() }
}

function basic({ clientId, clientSecret }: Sandbox['credentials']): string {
  return `Basic ${btoa(`${clientId}:${clientSecret}`)}`
}

function askToken(
  sandbox: Sandbox,
  fields: Record<string, string> = {},
  headers: Record<string, string> = {},
): Promise<Asked> {
  const body = new URLSearchParams({ grant_type: 'client_credentials', ...fields })
  return ask(sandbox, sandbox.tokenUrl, {
    method: 'POST',
    headers: { authorization: basic(sandbox.credentials), ...headers },
    body,
  })
}

async function bearer(sandbox: Sandbox, scope = ''): Promise<string> {
  const { body } = await askToken(sandbox, { scope })
  return `Bearer ${String(body['access_token'])}`
}

describe('tokens', () => {
  it('are granted to the credentials, for the scopes that were asked for and that there are', async () => {
    const { status, headers, body } = await askToken(sandboxOf(), { scope: 'cob.read cob.write gn.balance' })
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(body).toEqual({
      access_token: expect.stringMatching(/^[\w-]{43}$/),
      token_type: 'Bearer',
      expires_in: 3600,
      scope: 'cob.read cob.write',
    })
  })

  it('are granted for every scope when none is named', async () => {
    const { body } = await askToken(sandboxOf())
    expect(body['scope']).toBe(bacen.scopes.join(' '))
  })

  it.each([
    [
      'a body of JSON',
      'application/json',
      (id: string, secret: string) =>
        JSON.stringify({ grant_type: 'client_credentials', client_id: id, client_secret: secret }),
    ],
    [
      'a form',
      'application/x-www-form-urlencoded; charset=utf-8',
      (id: string, secret: string) => `grant_type=client_credentials&client_id=${id}&client_secret=${secret}`,
    ],
  ])('take the credentials from %s', async (_, type, body) => {
    const sandbox = sandboxOf({ credentials: { clientId: 'padaria', clientSecret: 'fornada' } })
    const init = { method: 'POST', headers: { 'content-type': type }, body: body('padaria', 'fornada') }
    expect(await ask(sandbox, sandbox.tokenUrl, init)).toMatchObject({ status: 200 })
    const wrong = { ...init, body: body('padaria', 'pão') }
    expect(await ask(sandbox, sandbox.tokenUrl, wrong)).toMatchObject({
      status: 401,
      body: { error: 'invalid_client' },
    })
  })

  it.each([
    [{ scope: 'gn.balance' }, {}, 400, 'invalid_scope'],
    [{ grant_type: 'password' }, {}, 400, 'unsupported_grant_type'],
    [{}, { authorization: 'Basic eA==' }, 401, 'invalid_client'],
    [{ client_secret: 'fornada' }, {}, 400, 'invalid_request'],
    [{}, { 'content-type': 'text/plain' }, 415, 'invalid_request'],
  ] as const)('are refused: %j %j', async (fields, headers, status, error) => {
    expect(await askToken(sandboxOf(), fields, headers)).toMatchObject({ status, body: { error } })
  })

  it('read one kind of body when the bank does, and say their age in its unit', async () => {
    const personality: Personality = { ...bacen, tokenBody: 'json', expiresIn: { seconds: 60, unit: 'milliseconds' } }
    const sandbox = sandboxOf({ personality })
    expect(await askToken(sandbox)).toMatchObject({ status: 415 })
    const { body } = await ask(sandbox, sandbox.tokenUrl, {
      method: 'POST',
      headers: { authorization: basic(sandbox.credentials), 'content-type': 'application/json' },
      body: '{"grant_type":"client_credentials"}',
    })
    expect(body['expires_in']).toBe(60_000)
  })

  it('expire by the clock of the sandbox', async () => {
    const sandbox = sandboxOf({ clock: '2026-11-25T12:00:00Z' })
    const authorization = await bearer(sandbox)
    const url = `${sandbox.apiUrl}/webhook/${sandbox.account.chaves[0]}`
    await sandbox.clock.advance('59m')
    expect(await ask(sandbox, url, { headers: { authorization } })).not.toMatchObject({ status: 401 })
    await sandbox.clock.advance('1m')
    const { status, headers, body } = await ask(sandbox, url, { headers: { authorization } })
    expect({ status, body }).toMatchObject({ status: 401, body: { status: 401, type: 'about:blank' } })
    expect(headers.get('www-authenticate')).toContain('error="invalid_token"')
  })
})

describe('the front', () => {
  it('lets nobody in without a token, or without the scope', async () => {
    const sandbox = sandboxOf()
    const url = `${sandbox.apiUrl}/cob/aaaaaaaaaaaaaaaaaaaaaaaaaa`
    expect(await ask(sandbox, url)).toMatchObject({ status: 401 })
    expect(await ask(sandbox, url, { headers: { authorization: 'Bearer abc' } })).toMatchObject({ status: 401 })
    const authorization = await bearer(sandbox, 'pix.read cob.write')
    const { status, headers, body } = await ask(sandbox, url, { headers: { authorization } })
    expect({ status, body }).toMatchObject({
      status: 403,
      body: { type: 'https://pix.bcb.gov.br/api/v2/error/AcessoNegado', detail: 'A operação exige o escopo cob.read.' },
    })
    expect(headers.get('www-authenticate')).toContain('scope="cob.read"')
    expect(headers.get('content-type')).toBe('application/problem+json')
  })

  it('knows its paths and their methods', async () => {
    const sandbox = sandboxOf()
    expect(await ask(sandbox, `${sandbox.apiUrl}/cobs`)).toMatchObject({
      status: 404,
      body: { type: 'https://pix.bcb.gov.br/api/v2/error/NaoEncontrado' },
    })
    const { status, headers } = await ask(sandbox, `${sandbox.apiUrl}/cob/abc`, { method: 'DELETE' })
    expect([status, headers.get('allow')]).toEqual([405, 'PUT, GET, PATCH'])
    const token = await ask(sandbox, sandbox.tokenUrl)
    expect([token.status, token.headers.get('allow')]).toEqual([405, 'POST'])
  })

  it('has the prefixes and paths of a personality', async () => {
    const personality: Personality = {
      ...bacen,
      apiPath: '/api',
      prefixes: { cob: '/v3', 'cob.list': '/v4', pix: '/v2' },
      paths: { 'pix.get': '/Pix/{e2eid}' },
    }
    const sandbox = sandboxOf({ personality })
    const statuses = await Promise.all(
      ['/v3/cob/abc', '/v4/cob', '/v2/Pix/abc', '/v2/pix', '/v3/cob', '/cob/abc'].map(
        async (path) => (await ask(sandbox, `${sandbox.apiUrl}${path}`)).status,
      ),
    )
    // POST alone stays at /v3/cob.
    expect(statuses).toEqual([401, 401, 401, 401, 405, 404])
  })

  it('takes JSON, and no more than 1 MiB of it', async () => {
    const sandbox = sandboxOf()
    const authorization = await bearer(sandbox)
    const url = `${sandbox.apiUrl}/cob`
    const send = (body: BodyInit, type: string): Promise<Asked> =>
      ask(sandbox, url, {
        method: 'POST',
        headers: { authorization, 'content-type': type },
        body,
        duplex: 'half',
      } as RequestInit)
    expect(await send('<cob/>', 'text/xml')).toMatchObject({ status: 415 })
    expect(await send(' '.repeat(1024 * 1024 + 1), 'application/json')).toMatchObject({ status: 413 })
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65_536)) })
    expect(await send(endless, 'application/json')).toMatchObject({ status: 413 })
    expect(await send('{', 'application/json')).toMatchObject({
      status: 400,
      body: { type: 'https://pix.bcb.gov.br/api/v2/error/RequisicaoInvalida' },
    })
  })

  it('refuses the pages of other sites at the admin endpoints', async () => {
    const sandbox = sandboxOf()
    const url = `${new URL(sandbox.apiUrl).origin}/sandbox/nothing`
    expect(await ask(sandbox, url, { headers: { origin: 'https://loja.example' } })).toMatchObject({ status: 403 })
    expect(await ask(sandbox, url, { headers: { origin: new URL(url).origin } })).toMatchObject({ status: 404 })
    expect(await ask(sandbox, url)).toMatchObject({ status: 404 })
  })

  it('tells those who look on', async () => {
    const logs: RequestLog[] = []
    const sandbox = sandboxOf({ hooks: { onRequest: (log) => void logs.push(log) } })
    const authorization = await bearer(sandbox)
    sandbox.inject({ kind: 'store-then-drop' })
    await expect(sandbox.fetch(`${sandbox.apiUrl}/cob/abc`, { headers: { authorization } })).rejects.toThrow(TypeError)
    expect(logs).toMatchObject([
      { method: 'POST', path: '/oauth/token', status: 200, operation: 'token' },
      { method: 'GET', path: '/api/v2/cob/abc', status: undefined, operation: 'cob.get' },
    ])
  })

  it('makes the same secrets of the same seed', () => {
    const [one, same, other] = ['a', 'a', 'b'].map((seed) => sandboxOf({ seed }).credentials)
    expect(one).toEqual(same)
    expect(one?.clientSecret).not.toBe(other?.clientSecret)
  })

  it('has the same secrets and certificates after a restart, when it keeps its state', async () => {
    const data = await mkdtemp(join(tmpdir(), 'pixkit-sandbox-'))
    const run = async (): Promise<unknown> => {
      const sandbox = createSandbox({ data })
      try {
        const { certificates } = await sandbox.listen({ port: 0 })
        return { certificates, credentials: sandbox.credentials }
      } finally {
        await sandbox.close()
      }
    }
    expect(await run()).toEqual(await run())
    await rm(data, { recursive: true })
  })

  it('refuses a clock that is none', () => {
    expect(() => createSandbox({ clock: 'ontem' })).toThrow(
      expect.objectContaining({ code: 'SANDBOX_OPTION', path: ['clock'], params: { reason: 'clock' } }),
    )
  })
})

describe('faults', () => {
  const get = async (sandbox: Sandbox): Promise<{ status: number; headers: Headers; text: string }> =>
    readAll(await sandbox.fetch(`${sandbox.apiUrl}/webhookrec`))

  it.each([
    [{ kind: 'busy', status: 429, retryAfter: 7 }, 429, '7', 'about:blank'],
    [{ kind: 'busy', status: 503 }, 503, '1', 'https://pix.bcb.gov.br/api/v2/error/ServicoIndisponivel'],
    [{ kind: 'error', status: 500 }, 500, null, 'https://pix.bcb.gov.br/api/v2/error/ErroInternoDoServidor'],
    [{ kind: 'error', status: 418 }, 418, null, 'about:blank'],
  ] as const)('%j', async (fault, status, retryAfter, type) => {
    const sandbox = sandboxOf()
    sandbox.inject(fault)
    const met = await get(sandbox)
    expect([met.status, met.headers.get('retry-after'), JSON.parse(met.text).type]).toEqual([status, retryAfter, type])
    expect((await get(sandbox)).status).toBe(401)
  })

  it('shows the page of an edge, twice, to one operation, until it is removed', async () => {
    const sandbox = sandboxOf()
    const injected = sandbox.inject({ kind: 'edge-html', on: 'webhookRec.get', times: 2 })
    expect((await readAll(await sandbox.fetch(`${sandbox.apiUrl}/webhookcobr`))).status).toBe(401)
    const { status, text } = await get(sandbox)
    expect(status).toBe(403)
    expect(text).toContain('<h1>403 Forbidden</h1>')
    injected.remove()
    expect((await get(sandbox)).status).toBe(401)
  })

  it('keeps whoever asks waiting, until they give up', async () => {
    const sandbox = sandboxOf()
    sandbox.inject({ kind: 'delay', ms: 500 })
    const read = fetchTransport(sandbox.fetch)
    const request = { method: 'GET', url: `${sandbox.apiUrl}/webhookrec`, headers: {}, timeoutMs: 20 }
    await expect(read(request)).rejects.toMatchObject({ code: 'HTTP_TIMEOUT' })
    expect((await read(request)).status).toBe(401)
  })

  it('meets all of a resource', async () => {
    const sandbox = sandboxOf()
    sandbox.inject({ kind: 'error', status: 500, on: 'webhookRec', times: 2 })
    expect((await readAll(await sandbox.fetch(`${sandbox.apiUrl}/webhookcobr`))).status).toBe(401)
    expect((await get(sandbox)).status).toBe(500)
    expect((await readAll(await sandbox.fetch(`${sandbox.apiUrl}/webhookrec`, { method: 'DELETE' }))).status).toBe(500)
  })

  it('meets locations and the key set', async () => {
    const sandbox = sandboxOf()
    const { origin } = new URL(sandbox.apiUrl)
    for (const path of ['/qr/v2/nothing', '/jwks.json']) {
      const on = path === '/jwks.json' ? 'jwks' : 'location'
      sandbox.inject({ kind: 'busy', status: 503, on })
      sandbox.inject({ kind: 'store-then-drop', on })
      expect((await readAll(await sandbox.fetch(origin + path))).status).toBe(503)
      await expect(sandbox.fetch(origin + path)).rejects.toThrow(TypeError)
      expect((await readAll(await sandbox.fetch(origin + path))).status).toBe(on === 'jwks' ? 200 : 404)
    }
  })

  it('breaks off in the middle of the body', async () => {
    const sandbox = sandboxOf()
    sandbox.inject({ kind: 'drop-mid-body' })
    const response = await sandbox.fetch(`${sandbox.apiUrl}/webhookrec`)
    await expect(response.text()).rejects.toThrow(TypeError)
  })

  it('happens as often as its probability, the same with the same seed', async () => {
    const run = async (): Promise<readonly number[]> => {
      const sandbox = sandboxOf({ seed: 'padaria' })
      sandbox.inject({ kind: 'error', status: 500, times: Infinity, probability: 0.5 })
      const statuses: number[] = []
      for (let index = 0; index < 40; index += 1) statuses.push((await get(sandbox)).status)
      return statuses
    }
    const statuses = await run()
    expect(new Set(statuses)).toEqual(new Set([401, 500]))
    expect(await run()).toEqual(statuses)
  })
})

describe('over TLS', () => {
  const profileOf = ({ apiUrl, tokenUrl }: Pick<Listening, 'apiUrl' | 'tokenUrl'>) =>
    customProfile({ id: 'sandbox', name: 'Sandbox', ambientes: { homologacao: { apiUrl, tokenUrl, mtls: 'both' } } })

  it('serves the client of bacen, whose token is bound to its certificate', async () => {
    const sandbox = sandboxOf()
    const listening = await sandbox.listen({ port: 0 })
    const { ca, client: certificate, webhook } = listening.certificates as SandboxCertificates
    const profile = profileOf(listening)
    await using client = createNodeBacenClient({
      profile,
      ambiente: sandbox.ambiente,
      credentials: sandbox.credentials,
      certificate: { ...certificate, ca: [ca] },
    })
    await expect(client.cob.get('aaaaaaaaaaaaaaaaaaaaaaaaaa')).rejects.toMatchObject({ status: 404 })

    await using first = createNodeTransport({ ...certificate, ca: [ca] })
    await using second = createNodeTransport({ ...webhook, ca: [ca] })
    const form = new TextEncoder().encode('grant_type=client_credentials')
    const headers = { authorization: basic(sandbox.credentials), 'content-type': 'application/x-www-form-urlencoded' }
    const granted = await first({ method: 'POST', url: listening.tokenUrl, headers, body: form })
    const authorization = `Bearer ${JSON.parse(new TextDecoder().decode(granted.body)).access_token}`
    const read = { method: 'GET', url: `${listening.apiUrl}/cob/abc`, headers: { authorization } }
    expect((await first(read)).status).not.toBe(401)
    expect((await second(read)).status).toBe(401)
  })

  it.each([
    [bacenProfile, bacen],
    [sicrediProfile, sicredi],
    [efiProfile, efi],
  ] as const)('plays the bank of a profile: $id', async (profile, personality) => {
    const sandbox = sandboxOf({ personality })
    const { apiUrl, tokenUrl, certificates } = await sandbox.listen({ port: 0 })
    const { ca, client: certificate } = certificates as SandboxCertificates
    await using client = createNodeBacenClient({
      profile,
      ambiente: sandbox.ambiente,
      credentials: sandbox.credentials,
      certificate: { ...certificate, ca: [ca] },
      overrides: { apiUrl, tokenUrl },
    })
    const chave = sandbox.account.chaves[0] ?? ''
    const { txid, pixCopiaECola } = await client.cob.create({
      calendario: { expiracao: 3600 },
      valor: { original: '10.00' },
      chave,
    })
    const { endToEndId } = await sandbox.pay({ code: pixCopiaECola ?? '' })
    expect(await client.cob.get(txid)).toMatchObject({ status: 'CONCLUIDA', pix: [{ endToEndId, valor: '10.00' }] })
  })

  it('shows the payer what is charged, and tells the receiver that it was paid', async () => {
    const sandbox = sandboxOf()
    const { apiUrl, tokenUrl, origin, certificates } = await sandbox.listen({ port: 0 })
    const { ca, client: certificate, server } = certificates as SandboxCertificates
    const told: unknown[] = []
    const receiver = createServer(
      { ...server, ca, requestCert: true, rejectUnauthorized: true },
      (incoming, outgoing) => {
        void json(incoming).then((body) => {
          told.push([incoming.url, body])
          outgoing.writeHead(200).end()
        })
      },
    )
    await new Promise<void>((resolve) => receiver.listen(0, 'localhost', resolve))
    await using client = createNodeBacenClient({
      profile: profileOf({ apiUrl, tokenUrl }),
      ambiente: sandbox.ambiente,
      credentials: sandbox.credentials,
      certificate: { ...certificate, ca: [ca] },
    })
    await using network = createNodeTransport({ ca: [ca] })
    const chave = sandbox.account.chaves[0] ?? ''
    const { port } = receiver.address() as AddressInfo
    const made = await client.cob.create({ calendario: { expiracao: 3600 }, valor: { original: '37.00' }, chave })
    await client.webhook.set(chave, { webhookUrl: `https://localhost:${port}/pix-recebido` })

    const verified = await verifyBrCode(made.pixCopiaECola ?? '', {
      // No network knows the name of the locations.
      transport: (request) => network({ ...request, url: request.url.replace('https://pix.sandbox.example', origin) }),
      trustAnchors: readCredentials(ca).certificates,
      now: sandbox.clock.now(),
    })
    expect(verified).toMatchObject({
      kind: 'charge',
      charge: { payload: { txid: made.txid, valor: { original: '37.00' } } },
    })

    const { endToEndId } = await sandbox.pay({ code: made.pixCopiaECola ?? '' })
    await vi.waitFor(() => expect(told).toHaveLength(1))
    expect(told).toMatchObject([
      ['/pix-recebido/pix', { pix: [{ endToEndId, txid: made.txid, valor: '37.00', chave }] }],
    ])
    await new Promise((resolve) => receiver.close(resolve))
  })

  it('stores what nobody heard of: the client finds its charge again', async () => {
    const sandbox = sandboxOf()
    const { apiUrl, tokenUrl, certificates } = await sandbox.listen({ port: 0 })
    const { ca, client: certificate } = certificates as SandboxCertificates
    await using client = createNodeBacenClient({
      profile: profileOf({ apiUrl, tokenUrl }),
      ambiente: sandbox.ambiente,
      credentials: sandbox.credentials,
      certificate: { ...certificate, ca: [ca] },
    })
    sandbox.inject({ kind: 'store-then-drop', on: 'cob.create' })
    sandbox.inject({ kind: 'drop-mid-body', on: 'cob.get' })
    const chave = sandbox.account.chaves[0] ?? ''
    const body = { calendario: { expiracao: 3600 }, valor: { original: '10.00' }, chave }
    expect(await client.cob.create(body)).toMatchObject({ status: 'ATIVA', revisao: 0 })
  })

  it('writes null for what is absent, and 200 for 201, without a client minding', async () => {
    const sandbox = sandboxOf()
    const client = createBacenClient({
      profile: profileOf(sandbox),
      ambiente: sandbox.ambiente,
      credentials: sandbox.credentials,
      transport: fetchTransport(sandbox.fetch),
    })
    sandbox.inject({ kind: 'null-members', on: 'cob', times: 2 })
    sandbox.inject({ kind: 'status-200', on: 'cob.create' })
    const chave = sandbox.account.chaves[0] ?? ''
    const body = { calendario: { expiracao: 3600 }, valor: { original: '10.00' }, chave }
    const made = await client.cob.create(body)
    expect(made).toMatchObject({ txid: expect.any(String), devedor: null, infoAdicionais: null })
    const { cobs } = await client.cob.list({ inicio: '2020-01-01T00:00:00Z', fim: '2100-01-01T00:00:00Z' })
    expect(cobs).toMatchObject([{ txid: made.txid, solicitacaoPagador: null }])
  })

  it('serves the client without a port', async () => {
    const sandbox = sandboxOf()
    const client = createBacenClient({
      profile: profileOf(sandbox),
      ambiente: sandbox.ambiente,
      credentials: sandbox.credentials,
      transport: fetchTransport(sandbox.fetch),
    })
    await expect(client.cob.get('aaaaaaaaaaaaaaaaaaaaaaaaaa')).rejects.toMatchObject({ status: 404 })
  })

  it('refuses those without a certificate, and those with the certificate of another', async () => {
    const sandbox = sandboxOf()
    const { apiUrl, tokenUrl, origin, certificates } = await sandbox.listen({ port: 0 })
    const ca = [certificates?.ca ?? '']
    await using nobody = createNodeTransport({ ca })
    await using stranger = createNodeTransport({ ...toPemPair(await createClientIdentity(await createCa())), ca })
    for (const transport of [nobody, stranger]) {
      expect((await transport({ method: 'POST', url: tokenUrl, headers: {} })).status).toBe(401)
      expect((await transport({ method: 'GET', url: `${apiUrl}/cob/abc`, headers: {} })).status).toBe(403)
      expect((await transport({ method: 'GET', url: `${origin}/`, headers: {} })).status).toBe(404)
    }
  })

  it('is not taken in by a resumed session', async () => {
    const sandbox = sandboxOf()
    const { origin, apiUrl, certificates } = await sandbox.listen({ port: 0 })
    const { port } = new URL(origin)
    const session = await new Promise<Buffer>((resolve, reject) => {
      const socket = connect({ host: 'localhost', port: Number(port), ca: certificates?.ca ?? '' })
      socket.once('session', (ticket) => {
        resolve(ticket)
        socket.destroy()
      })
      socket.once('error', reject)
    })
    const status = await new Promise((resolve, reject) => {
      const options = Object.assign({ ca: certificates?.ca ?? '', agent: false as const }, { session })
      httpsGet(`${apiUrl}/cob/abc`, options, (response) => {
        response.resume()
        resolve(response.statusCode)
      }).once('error', reject)
    })
    expect(status).toBe(403)
  })

  it.each([
    ['store-then-drop', 'HTTP_CONNECT'],
    ['drop-mid-body', 'HTTP_PROTOCOL'],
  ] as const)('drops connections: %s', async (kind, code) => {
    const sandbox = sandboxOf()
    const { apiUrl, certificates } = await sandbox.listen({ port: 0 })
    await using transport = createNodeTransport({ ...certificates?.client, ca: [certificates?.ca ?? ''] })
    sandbox.inject({ kind })
    const read = { method: 'GET', url: `${apiUrl}/webhookrec`, headers: {} }
    await expect(transport(read)).rejects.toMatchObject({ code })
    expect((await transport(read)).status).toBe(401)
  })

  it('also speaks plain HTTP', async () => {
    const sandbox = sandboxOf()
    const { apiUrl, payerUrl, certificates } = await sandbox.listen({ port: 0, plainHttp: true })
    expect((await fetch(payerUrl)).headers.get('content-type')).toContain('text/html')
    expect(certificates).toBeUndefined()
    expect(apiUrl).toMatch(/^http:\/\/localhost:\d+\/api\/v2$/)
    expect((await fetch(`${apiUrl}/cob/abc`)).status).toBe(401)
  })

  it('answers to its own names only at the admin endpoints, and elsewhere to whoever has the token', async () => {
    const sandbox = sandboxOf()
    const local = await sandbox.listen({ port: 0, plainHttp: true })
    const statusFor = (host: string): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        httpGet(`${local.origin}/sandbox/nothing`, { headers: { host }, agent: false }, (response) => {
          response.resume()
          resolve(response.statusCode)
        }).once('error', reject)
      })
    expect(await Promise.all(['loja.example', 'localhost:1', '127.0.0.1', '[::1]:1'].map(statusFor))).toEqual([
      403, 404, 404, 404,
    ])
    await expect(sandbox.listen({ port: 0, host: '0.0.0.0' })).rejects.toMatchObject({
      code: 'SANDBOX_OPTION',
      params: { reason: 'admin-token' },
    })
    const { origin } = await sandbox.listen({ port: 0, host: '0.0.0.0', plainHttp: true, adminToken: 'forno' })
    const url = `${origin}/sandbox/nothing`
    expect((await fetch(url)).status).toBe(403)
    expect((await fetch(url, { headers: { authorization: 'Bearer forno' } })).status).toBe(404)
  })

  it('says that the port is taken', async () => {
    const sandbox = sandboxOf()
    const { origin } = await sandbox.listen({ port: 0, plainHttp: true })
    const port = Number(new URL(origin).port)
    await expect(sandbox.listen({ port, plainHttp: true })).rejects.toMatchObject({
      code: 'SANDBOX_LISTEN',
      params: { port, cause: 'EADDRINUSE' },
    })
  })
})
