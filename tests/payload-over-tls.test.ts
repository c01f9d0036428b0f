/** @module Locations and key sets over real TLS on loopback: good servers, and those that are slow, huge, or lie. */
import { createCa, createServerIdentity, type Identity, toPem, toPemPair } from '@pixkit/certs'
import { buildBrCode } from '@pixkit/brcode'
import { createServer, type Server } from 'node:https'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import {
  createGuardedTransport,
  type GuardedTransport,
  type GuardedTransportOptions,
} from '../packages/http-node/src/index.ts'
import { createKeySetCache } from '../packages/payload/src/key-set-cache.ts'
import { verifyBrCode } from '../packages/payload/src/verify-brcode.ts'
import { verifyLocation, type VerifyLocationOptions } from '../packages/payload/src/verify-location.ts'
import type { StepReport } from '../packages/payload/src/verify-steps.ts'
import { rejectionOf } from './lib/rejection-of.ts'
import {
  bankKeys,
  COB,
  createTestBank,
  HOST,
  JKU,
  jwksAnswer,
  LOCATIONS,
  problemAnswer,
  signedAnswer,
  type TestBank,
  trusting,
  url,
} from './lib/test-bank.ts'

// Long enough for the clock of TLS, which is the machine's, and for NOW.
const VALIDITY = { now: Date.UTC(2020, 0, 1), days: 36_000 } as const
const MIB = 1024 * 1024

type Handler = (request: IncomingMessage, response: ServerResponse) => void

interface Site {
  readonly bank: TestBank
  /** Handlers by address, before those of the bank. */
  readonly hostile: Map<string, Handler>
  readonly port: number
  connections(): number
}

let ca: Identity
let site: Identity
const servers: Server[] = []
const sockets = new Set<Socket>()
const transports: GuardedTransport[] = []

beforeAll(async () => {
  ca = await createCa(VALIDITY)
  site = await createServerIdentity(ca, [HOST], VALIDITY)
})

afterEach(async () => {
  await Promise.all(transports.splice(0).map((transport) => transport[Symbol.asyncDispose]()))
})

afterAll(() => {
  for (const socket of sockets) socket.destroy()
  for (const server of servers) server.close()
})

/** The bank of the tests without a network, behind a port. */
async function open(identity: Identity = site): Promise<Site> {
  const bank = await createTestBank()
  const hostile = new Map<string, Handler>()
  let connections = 0
  const server = createServer(toPemPair(identity), (request, response) => {
    const address = `https://${request.headers.host}${request.url}`
    const handler = hostile.get(address)
    if (handler !== undefined) {
      handler(request, response)
      return
    }
    bank.transport({ method: 'GET', url: address, headers: {} }).then(
      ({ body, headers, status }) => response.writeHead(status, headers).end(body),
      () => response.destroy(),
    )
  })
  servers.push(server)
  server.on('tlsClientError', () => {})
  server.on('connection', (socket: Socket) => {
    connections += 1
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { bank, hostile, port: (server.address() as AddressInfo).port, connections: () => connections }
}

interface Payer {
  readonly steps: StepReport[]
  readonly verify: (location?: string, over?: Partial<VerifyLocationOptions>) => ReturnType<typeof verifyLocation>
  readonly verifyCode: (code: string, over?: Partial<VerifyLocationOptions>) => ReturnType<typeof verifyBrCode>
}

function payer(
  { port }: Site,
  guard: Partial<GuardedTransportOptions> = {},
  options: Partial<VerifyLocationOptions> = {},
): Payer {
  const transport = createGuardedTransport({
    resolver: async () => [{ address: '127.0.0.1', family: 4 }],
    ca: toPem(ca.certificate),
    dangerouslyAllowForTests: { addresses: ['127.0.0.1'], port },
    ...guard,
  })
  transports.push(transport)
  const steps: StepReport[] = []
  const all: VerifyLocationOptions = { ...trusting, transport, onStep: (report) => steps.push(report), ...options }
  return {
    steps,
    verify: (location = LOCATIONS.cob, over = {}) => verifyLocation(location, { ...all, ...over }),
    verifyCode: (code, over = {}) => verifyBrCode(code, { ...all, ...over }),
  }
}

const reasonOf = (error: unknown): string => {
  const { code, params } = error as { code: string; params?: { reason?: string } }
  return params?.reason === undefined ? code : `${code}:${params.reason}`
}

const merchant = { merchantName: 'Padaria Exemplo', merchantCity: 'RECIFE' }

describe('a good bank', () => {
  test.each(['cob', 'cobv', 'rec'] as const)('serves a %s, and every step of the network is taken', async (kind) => {
    const { steps, verify } = payer(await open())
    const verified = await verify(LOCATIONS[kind], { siteCertificates: [site.certificate] })
    expect(verified).toMatchObject({
      kind,
      warnings: [],
      proof: { hostAuthorised: true, siteCertificateAuthorised: true },
    })
    const taken = steps.filter(({ outcome }) => outcome === 'passed').map(({ step }) => step)
    expect(taken.slice(0, 6)).toEqual([
      'LOCATION_SYNTAX',
      'LOCATION_HOST_NOT_ALLOWED',
      'LOCATION_ADDRESS_FORBIDDEN',
      'TLS',
      'HTTP_STATUS',
      'BODY',
    ])
  })

  test('gets the day and the municipality of a cobv', async () => {
    const it = await open()
    await payer(it).verify(LOCATIONS.cobv, { dpp: '2026-06-20', codMun: '5300108' })
    expect(it.bank.requests.map((request) => request.url)).toEqual([
      `${url(LOCATIONS.cobv)}?DPP=2026-06-20&codMun=5300108`,
      JKU,
    ])
  })

  test.each([
    ['charge', { kind: 'dynamic', location: LOCATIONS.cob }, 2],
    ['charge', { kind: 'dynamic', location: LOCATIONS.cobv }, 2],
    ['recurrence', { kind: 'recurrence', locationRec: LOCATIONS.rec }, 2],
    ['charge-with-recurrence', { kind: 'dynamic', location: LOCATIONS.cob, locationRec: LOCATIONS.rec }, 3],
    ['charge-with-offer', { kind: 'dynamic', location: LOCATIONS.cobv, locationRec: LOCATIONS.rec }, 3],
    ['static', { kind: 'static', chave: COB.chave, locationRec: LOCATIONS.rec }, 0],
  ] as const)('stands behind a code: %s, %j', async (kind, code, connections) => {
    const it = await open()
    expect(await payer(it).verifyCode(buildBrCode({ ...code, ...merchant }))).toMatchObject({ kind, warnings: [] })
    expect(it.connections()).toBe(connections)
  })

  test.each([
    [LOCATIONS.cob, LOCATIONS.cob, 'refused'],
    [LOCATIONS.cob, LOCATIONS.rec, 'refused'],
    [LOCATIONS.cobv, LOCATIONS.cobv, 'refused'],
    [LOCATIONS.cobv, LOCATIONS.rec, 'offer lost'],
  ])('that shows one of two no more (%s: %s) is %s', async (location, gone, outcome) => {
    const it = await open()
    it.bank.answers.set(url(gone), problemAnswer(410, 'CobPayloadNaoEncontrado'))
    const code = buildBrCode({ kind: 'dynamic', location, locationRec: LOCATIONS.rec, ...merchant })
    const result = await payer(it)
      .verifyCode(code)
      .catch((error: unknown) => ({ refused: reasonOf(error) }))
    const lost = { kind: 'charge-with-offer', recurrenceError: { params: { reason: 'gone' } } }
    expect(result).toMatchObject(outcome === 'refused' ? { refused: 'PAYLOAD_HTTP_STATUS:gone' } : lost)
  })
})

describe('TLS', () => {
  test('from an authority that nobody trusts', async () => {
    const other = await createCa(VALIDITY)
    const it = await open(await createServerIdentity(other, [HOST], VALIDITY))
    const { steps, verify } = payer(it)
    expect(reasonOf(await rejectionOf(verify()))).toMatch(/^PAYLOAD_TLS:(?:untrusted|incomplete-chain|self-signed)$/)
    expect(steps.at(-1)).toMatchObject({ step: 'TLS', outcome: 'failed' })
    expect(it.bank.requests).toEqual([])
  })

  test('for another host', async () => {
    const it = await open(await createServerIdentity(ca, ['pix.outro.example'], VALIDITY))
    expect(reasonOf(await rejectionOf(payer(it).verify()))).toBe('PAYLOAD_TLS:host-mismatch')
    expect(it.bank.requests).toEqual([])
  })

  test('of a certificate that has expired', async () => {
    const it = await open(await createServerIdentity(ca, [HOST], { now: VALIDITY.now, days: 30 }))
    expect(reasonOf(await rejectionOf(payer(it).verify()))).toBe('PAYLOAD_TLS:expired')
  })

  test('that is good, but not the registered one', async () => {
    const it = await open()
    const other = await createServerIdentity(ca, [HOST], VALIDITY)
    const { steps, verify } = payer(it)
    expect(reasonOf(await rejectionOf(verify(LOCATIONS.cob, { siteCertificates: [other.certificate] })))).toBe(
      'PAYLOAD_TLS:site-certificate',
    )
    expect(steps.at(-1)).toMatchObject({ step: 'TLS', outcome: 'failed' })
  })
})

type Spoiling = [handler: Handler, guard?: Partial<GuardedTransportOptions>, over?: Partial<VerifyLocationOptions>]

/** What a payer is told when one address answers in another way. */
async function spoil(address: string, ...[handler, guard, over]: Spoiling): Promise<{ error: unknown; it: Site }> {
  const it = await open()
  it.hostile.set(address, handler)
  return { error: await rejectionOf(payer(it, guard, over).verify()), it }
}

describe('a location that', () => {
  const spoiled = async (...how: Spoiling) => {
    const { error, it } = await spoil(url(LOCATIONS.cob), ...how)
    // Nobody asks for a key set.
    expect(it.bank.count(JKU)).toBe(0)
    return reasonOf(error)
  }
  const drip: Handler = (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/jose' })
    const timer = setInterval(() => response.write('a'), 5)
    response.on('close', () => clearInterval(timer))
  }

  test('says nothing', async () => {
    expect(await spoiled(() => {}, { headersTimeoutMs: 50 })).toBe('HTTP_TIMEOUT:headers')
    expect(await spoiled(() => {}, {}, { timeoutMs: 100 })).toBe('HTTP_TIMEOUT:total')
  })

  test('drips', async () => {
    expect(await spoiled(drip, { bodyTimeoutMs: 80 })).toBe('HTTP_TIMEOUT:body')
    expect(await spoiled(drip, {}, { timeoutMs: 200 })).toBe('HTTP_TIMEOUT:total')
  })

  test('never ends', async () => {
    const flood: Handler = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/jose' })
      const pour = (): void => {
        while (!response.destroyed && response.write('a'.repeat(65_536)));
      }
      response.on('drain', pour)
      pour()
    }
    expect(await spoiled(flood)).toBe('PAYLOAD_BODY:too-large')
  })

  test('says that it is huge', async () => {
    const boast: Handler = (_request, response) =>
      void response.writeHead(200, { 'content-length': 10 * MIB }).write('a')
    expect(await spoiled(boast)).toBe('PAYLOAD_BODY:too-large')
  })

  test('is huge once it is decompressed', async () => {
    const bomb = gzipSync(Buffer.alloc(50 * MIB, 'a'))
    expect(bomb.length).toBeLessThan(128 * 1024)
    expect(
      await spoiled((_request, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)),
    ).toBe('PAYLOAD_BODY:too-large')
  })

  test.each([301, 302, 303, 307, 308])('sends elsewhere with %i', async (status) => {
    const to = url(LOCATIONS.cobv)
    const it = await open()
    it.hostile.set(url(LOCATIONS.cob), (_request, response) => void response.writeHead(status, { location: to }).end())
    const { steps, verify } = payer(it)
    const error = await rejectionOf(verify())
    expect(reasonOf(error)).toBe('PAYLOAD_HTTP_STATUS:redirect')
    expect(error).toMatchObject({ params: { status } })
    expect(it.connections()).toBe(1)
    expect(steps.at(-1)).toMatchObject({ step: 'HTTP_STATUS', outcome: 'failed' })
  })

  test('hangs up', async () => {
    expect(await spoiled((_request, response) => void response.destroy())).toMatch(/^HTTP_/)
  })

  test('hangs up in the middle', async () => {
    const half: Handler = (_request, response) => {
      response.writeHead(200, { 'content-length': 100 })
      response.write('a', () => response.destroy())
    }
    expect(await spoiled(half)).toMatch(/^HTTP_/)
  })
})

describe('a name that leads', () => {
  test.each(['10.0.0.1', '169.254.169.254', '127.0.0.2', '192.168.0.1'])(
    'to %s, too, is not called',
    async (address) => {
      const it = await open()
      const { steps, verify } = payer(it, {
        resolver: async () => [
          { address: '127.0.0.1', family: 4 },
          { address, family: 4 },
        ],
      })
      expect(reasonOf(await rejectionOf(verify()))).toBe('PAYLOAD_LOCATION_ADDRESS_FORBIDDEN')
      expect(it.connections()).toBe(0)
      expect(steps.at(-1)).toMatchObject({ step: 'LOCATION_ADDRESS_FORBIDDEN', outcome: 'failed' })
    },
  )

  test('elsewhere at the second time (rebinding) is looked at again', async () => {
    const it = await open()
    let asked = 0
    const { steps, verify } = payer(it, {
      resolver: async () => [{ address: (asked += 1) === 1 ? '127.0.0.1' : '169.254.169.254', family: 4 }],
    })
    expect(reasonOf(await rejectionOf(verify()))).toBe('PAYLOAD_JWKS_FETCH:address-forbidden')
    // Once a request: whoever answers cannot say one thing to the check and another to the connection.
    expect(asked).toBe(2)
    expect(it.connections()).toBe(1)
    expect(steps.at(-1)).toMatchObject({ step: 'JWKS_FETCH', outcome: 'failed' })
  })
})

describe('a key set that', () => {
  const spoiled = async (...how: Spoiling) => reasonOf((await spoil(JKU, ...how)).error)

  test('is slow', async () => {
    expect(await spoiled(() => {}, { headersTimeoutMs: 1_000 })).toBe('PAYLOAD_JWKS_FETCH:timeout')
    expect(await spoiled(() => {}, {}, { timeoutMs: 2_000 })).toBe('PAYLOAD_JWKS_FETCH:timeout')
  })

  test('is huge', async () => {
    const huge = Buffer.alloc(256 * 1024 + 1, ' ')
    expect(await spoiled((_request, response) => void response.end(huge))).toBe('PAYLOAD_JWKS_FETCH:too-large')
  })

  test('is elsewhere', async () => {
    const there: Handler = (_request, response) =>
      void response.writeHead(302, { location: 'https://evil.example/' }).end()
    expect(await spoiled(there)).toBe('PAYLOAD_JWKS_FETCH:redirect')
  })

  test('fails is not asked for again at once', async () => {
    const it = await open()
    it.bank.answers.set(JKU, problemAnswer(503, 'ServicoIndisponivel'))
    const { verify } = payer(it, {}, { keySets: createKeySetCache() })
    const errors = await Promise.all(Array.from({ length: 10 }, () => rejectionOf(verify())))
    expect(new Set(errors.map(reasonOf))).toEqual(new Set(['PAYLOAD_JWKS_FETCH:status']))
    expect(it.bank.count(JKU)).toBe(1)
  })

  test('is kept is fetched once for a hundred payers', async () => {
    const it = await open()
    const { verify } = payer(it, {}, { keySets: createKeySetCache() })
    const verified = await Promise.all(Array.from({ length: 100 }, () => verify()))
    expect(new Set(verified.map(({ kind }) => kind))).toEqual(new Set(['cob']))
    expect(it.bank.count(JKU)).toBe(1)
  })

  test('is kept is fetched again once the bank signs with a new key', async () => {
    const it = await open()
    const { key, other } = await bankKeys()
    const { verify } = payer(it, {}, { keySets: createKeySetCache() })
    await verify()
    it.bank.answers.set(url(LOCATIONS.cob), signedAnswer(COB, LOCATIONS.cob, other))
    it.bank.answers.set(JKU, jwksAnswer(key, other))
    expect((await verify()).proof.kid).toBe(other.kid)
    expect(it.bank.count(JKU)).toBe(2)
  })

  test('is kept is fetched once more, and not again, for keys that nobody knows', async () => {
    const it = await open()
    const { other } = await bankKeys()
    const { verify } = payer(it, {}, { keySets: createKeySetCache() })
    it.bank.answers.set(url(LOCATIONS.cob), signedAnswer(COB, LOCATIONS.cob, other))
    const errors = await Promise.all(Array.from({ length: 20 }, () => rejectionOf(verify())))
    for (let attempt = 0; attempt < 20; attempt += 1) errors.push(await rejectionOf(verify()))
    expect(new Set(errors.map((error) => (error as { code: string }).code))).toEqual(new Set(['PAYLOAD_KEY_NOT_FOUND']))
    expect(it.bank.count(JKU)).toBe(2)
  })
})

describe('a payer who gives up', () => {
  test.each([url(LOCATIONS.cob), JKU])('ends the request under way: %s', async (address) => {
    const it = await open()
    const controller = new AbortController()
    const closed = new Promise<void>((resolve) => {
      it.hostile.set(address, (_request, response) => {
        response.on('close', resolve)
        controller.abort()
      })
    })
    expect(reasonOf(await rejectionOf(payer(it).verify(LOCATIONS.cob, { signal: controller.signal })))).toBe(
      'HTTP_ABORTED:signal',
    )
    await closed
  })
})
