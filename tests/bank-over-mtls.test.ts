/** @module The client against a bank on loopback that demands certificates, and whose answers get lost in every way. */
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BacenClient, createBacenClient } from '../packages/bacen/src/bacen-client.ts'
import type { BacenClientOptions } from '@pixkit/bacen'
import { failedCallOf } from '../packages/bacen/src/failed-call.ts'
import { bacen } from '../packages/bacen/src/profiles/bacen.ts'
import { newTxid } from '../packages/core/src/txid.ts'
import { mergeHooks } from '../packages/http/src/hooks.ts'
import { createNodeTransport, type NodeTransport } from '../packages/http-node/src/node-transport.ts'
import { CHAVE, CLIENT_ID, CLIENT_SECRET, createMtlsBank, type Fault, type MtlsBank } from './lib/mtls-bank.ts'
import { rejectionOf } from './lib/rejection-of.ts'

const COB = { calendario: { expiracao: 3600 }, valor: { original: '37.00' }, chave: CHAVE }
const OTHER = { ...COB, valor: { original: '38.00' } }
const SCOPES = ['cob.read', 'cob.write']
const HOUR = 3_600_000

let bank: MtlsBank
let transport: NodeTransport

beforeAll(async () => {
  bank = await createMtlsBank()
  transport = createNodeTransport({ ...bank.client, ca: bank.ca })
})

beforeEach(() => {
  bank.charges.clear()
  bank.forget()
})

afterEach(() => {
  const unmet = bank.unmetFaults()
  bank.clearFaults()
  if (unmet.length > 0) throw new Error(`nothing met ${JSON.stringify(unmet)}`)
})

afterAll(async () => {
  await transport.close()
  await bank.close()
})

/** Waits next to nothing between tries. */
function clientOf(more: Partial<BacenClientOptions> = {}): BacenClient {
  return createBacenClient({
    profile: bacen,
    ambiente: 'homologacao',
    overrides: { apiUrl: bank.apiUrl, tokenUrl: bank.tokenUrl },
    credentials: { clientId: CLIENT_ID, clientSecret: CLIENT_SECRET },
    scopes: SCOPES,
    transport,
    retry: { baseMs: 1 },
    ...more,
  })
}

const methods = (): string[] => bank.apiRequests.map(({ method }) => method)
const dropped: Fault = { kind: 'drop' }
const busy: Fault = { kind: 'status', status: 503, headers: { 'retry-after': '0' } }

describe('tokens', () => {
  test('10,000 calls and 50 callers at once: one request of a token', async () => {
    const client = clientOf()
    const { txid } = await client.cob.create(COB)
    let left = 10_000
    const caller = async (): Promise<void> => {
      while ((left -= 1) >= 0) await client.cob.get(txid)
    }
    await Promise.all(Array.from({ length: 50 }, caller))
    expect(bank.tokenRequests).toHaveLength(1)
    expect(bank.apiRequests).toHaveLength(10_001)
    expect(bank.connections()).toBeLessThanOrEqual(33)
  })

  test('one that ends: one other', async () => {
    let now = Date.now()
    const client = clientOf({ clock: () => now })
    const { txid } = await client.cob.create(COB)
    now += 2 * HOUR
    await Promise.all(Array.from({ length: 20 }, () => client.cob.get(txid)))
    expect(bank.tokenRequests).toHaveLength(2)
    expect(bank.apiRequests).toHaveLength(21)
  })

  test('one that is revoked under 50 callers: one other, and every call is done once', async () => {
    const client = clientOf()
    const { txid } = await client.cob.create(COB)
    bank.revokeTokens()
    const created = await Promise.all([
      ...Array.from({ length: 25 }, () => client.cob.createWithoutTxid(COB)),
      ...Array.from({ length: 25 }, () => client.cob.get(txid)),
    ])
    expect(created.map(({ status }) => status)).toEqual(Array(50).fill('ATIVA'))
    expect(bank.tokenRequests).toHaveLength(2)
    expect(bank.charges.size).toBe(26)
  })

  test('none to be had: said, and the bank is left alone', async () => {
    const client = clientOf({ credentials: { clientId: CLIENT_ID, clientSecret: 'outra' } })
    const errors = await Promise.all(Array.from({ length: 20 }, () => rejectionOf(client.cob.create(COB))))
    for (const error of errors) expect(error).toMatchObject({ code: 'HTTP_TOKEN', status: 401 })
    expect(bank.tokenRequests).toHaveLength(1)
    expect(bank.apiRequests).toHaveLength(0)
  })

  test.each([dropped, busy])('a bank that is away for a moment: %j', async (fault) => {
    bank.fault('token', fault)
    await clientOf().cob.create(COB)
    expect(bank.tokenRequests).toHaveLength(2)
    expect(bank.charges.size).toBe(1)
  })

  test('two clients do not share', async () => {
    await Promise.all([clientOf().cob.create(COB), clientOf().cob.create(COB)])
    expect(bank.tokenRequests).toHaveLength(2)
  })
})

const slow: Fault = { kind: 'slow-headers', ms: 1_000 }
const dripping: Fault = { kind: 'drip', ms: 20 }
const lost: [string, Fault][] = [
  ['dropped before it is done', dropped],
  ['dropped once it is done', { kind: 'store-then-drop' }],
  ['dropped in the middle of the answer', { kind: 'drop-mid-body' }],
  ['answered 503', busy],
  ['answered 429', { kind: 'status', status: 429, headers: { 'retry-after': '0' } }],
  ['answered 504 by an edge', { kind: 'status', status: 504, body: '<html><h1>Gateway Timeout</h1></html>' }],
  ['not answered in time', slow],
  ['answered too slowly', dripping],
]
/** Those after which the charge exists. */
const isDone = (fault: Fault): boolean => fault.kind !== 'drop' && fault.kind !== 'status'
const patience = (fault: Fault): Partial<BacenClientOptions> =>
  fault === slow || fault === dripping ? { timeoutMs: 250 } : {}

describe.each(lost)('a request that is %s', (_name, fault) => {
  test('GET: asked again', async () => {
    const client = clientOf(patience(fault))
    const { txid } = await client.cob.create(COB)
    bank.forget()
    bank.fault('api', fault)
    expect(await client.cob.get(txid)).toEqual(bank.charges.get(txid))
    expect(methods()).toEqual(['GET', 'GET'])
  })

  test('PUT: sent again, and read back where it was done', async () => {
    bank.fault('api', fault)
    const charge = await clientOf(patience(fault)).cob.create(COB)
    expect(bank.charges.size).toBe(1)
    expect(charge).toEqual(bank.charges.get(charge.txid))
    expect(methods()).toEqual(isDone(fault) ? ['PUT', 'PUT', 'GET'] : ['PUT', 'PUT'])
    expect(new Set(bank.apiRequests.map(({ path }) => path)).size).toBe(1)
  })

  test('POST: sent once, and said whether it may be done', async () => {
    bank.fault('api', fault)
    const error = await rejectionOf(clientOf(patience(fault)).cob.createWithoutTxid(COB))
    expect(methods()).toEqual(['POST'])
    expect(bank.charges.size).toBe(isDone(fault) ? 1 : 0)
    // Whoever hangs up, or is too slow, leaves open what it has done.
    const mayBeDone = fault.kind !== 'status' || fault.status >= 500
    expect(failedCallOf(error)).toMatchObject({ operation: 'cob.createWithoutTxid', mayBeDone })
  })

  test('PATCH: sent once', async () => {
    const client = clientOf(patience(fault))
    const { txid } = await client.cob.create(COB)
    bank.forget()
    bank.fault('api', fault)
    await rejectionOf(client.cob.update(txid, { valor: { original: '12.00' } }))
    expect(methods()).toEqual(['PATCH'])
    expect(bank.charges.get(txid)).toMatchObject({ revisao: isDone(fault) ? 1 : 0 })
  })
})

describe('what cannot be helped', () => {
  test.each([
    [dropped, { code: 'HTTP_CONNECT' }],
    [busy, { code: 'HTTP_STATUS', status: 503 }],
    [slow, { code: 'HTTP_TIMEOUT' }],
  ])('%j three times: an error that says so, and under which txid it may be done', async (fault, expected) => {
    const txid = newTxid()
    bank.fault('api', fault, fault, fault)
    const error = await rejectionOf(clientOf(patience(fault)).cob.create(COB, { txid }))
    expect(error).toMatchObject({ ...expected, params: { attempts: 3 } })
    expect(failedCallOf(error)).toEqual({ operation: 'cob.create', params: { txid }, mayBeDone: true })
    expect(methods()).toEqual(['PUT', 'PUT', 'PUT'])
  })

  test('a later call with the txid finds what was done', async () => {
    const txid = newTxid()
    const hangUp: Fault = { kind: 'store-then-drop' }
    bank.fault('api', hangUp, hangUp, hangUp)
    await rejectionOf(clientOf().cob.create(COB, { txid }))
    expect(await clientOf().cob.create(COB, { txid, mayExist: true })).toEqual(bank.charges.get(txid))
    expect(bank.charges.size).toBe(1)
  })

  test('a txid of another charge is not taken for ours', async () => {
    const client = clientOf()
    const { txid } = await client.cob.create(OTHER)
    bank.fault('api', dropped)
    const error = await rejectionOf(client.cob.create(COB, { txid }))
    expect(error).toMatchObject({ code: 'BACEN_IN_USE', path: ['valor', 'original'] })
    expect(bank.charges.get(txid)).toMatchObject(OTHER)
  })

  test('a Retry-After of an hour is not waited for, but told', async () => {
    bank.fault('api', { kind: 'status', status: 503, headers: { 'retry-after': '3600' } })
    const error = await rejectionOf(clientOf().cob.create(COB))
    expect(error).toMatchObject({ code: 'HTTP_STATUS', status: 503, retryAfterMs: HOUR })
    expect(methods()).toEqual(['PUT'])
  })

  test('a client without certificate gets nowhere, and asks once', async () => {
    const stranger = createNodeTransport({ ca: bank.ca })
    const error = await rejectionOf(clientOf({ transport: stranger }).cob.create(COB))
    await stranger.close()
    expect(error).toMatchObject({ code: 'HTTP_TLS', params: { reason: 'client-certificate-missing' } })
    expect(bank.connections()).toBe(1)
    expect(bank.tokenRequests).toHaveLength(0)
  })
})

test('whatever gets lost, no charge does, and none is made twice', async () => {
  const kinds = fc.constantFrom<Fault>(
    dropped,
    busy,
    { kind: 'store-then-drop' },
    { kind: 'drop-mid-body' },
    { kind: 'status', status: 429, headers: { 'retry-after': '0' } },
  )
  // At most as many as the tries that a call has left.
  const weather = fc.array(fc.array(kinds, { maxLength: 4 }), { minLength: 1, maxLength: 6 })
  const retry = { baseMs: 1, attempts: 25 }
  const told: string[] = []
  const hooks = mergeHooks({ onRequest: ({ method, path }) => told.push(`${method} ${path}`) }, {})
  const client = clientOf({ retry, hooks })
  await fc.assert(
    fc.asyncProperty(weather, async (storms) => {
      bank.charges.clear()
      bank.forget()
      bank.fault('api', ...storms.flat())
      const charges = await Promise.all(storms.map(() => client.cob.create(COB)))
      for (const charge of charges) expect(charge).toEqual(bank.charges.get(charge.txid))
      expect(bank.charges.size).toBe(storms.length)
      bank.clearFaults()
    }),
    { numRuns: 60 },
  )
  expect(new Set(told)).toEqual(new Set(['POST /oauth/token', 'PUT /cob/{txid}', 'GET /cob/{txid}']))
})
