import { isPixkitError } from '@pixkit/core/error'
import { httpFailure } from '@pixkit/http/failure'
import type { CallEvent } from '@pixkit/http/hooks'
import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../../../tests/lib/error-of.ts'
import { recordingBank } from '../../../tests/lib/recording-bank.ts'
import { rejectionOf } from '../../../tests/lib/rejection-of.ts'
import { type BacenClient, createBacenClient } from './bacen-client.ts'
import type { BacenClientOptions } from './client-options.ts'
import { customProfile } from './custom-profile.ts'
import { failedCallOf } from './failed-call.ts'
import { bacen } from './profiles/bacen.ts'
import { santander } from './profiles/santander.ts'
import { sicredi } from './profiles/sicredi.ts'

const TXID = '7978c0c97ea847e78e8849634473c1f1'
const CHAVE = '7d9f0335-8dcc-4054-9bf9-0dbd61d36906'
const COB = { calendario: { expiracao: 3_600 }, valor: { original: '37.00' }, chave: CHAVE }
const URLS = { apiUrl: 'https://pix.example.com/api/v2', tokenUrl: 'https://pix.example.com/oauth/token' }
const PERIODO = { inicio: '2026-11-01T00:00:00-03:00', fim: '2026-11-02T00:00:00-03:00' }

const nothing = () => ({ body: {} })

describe('createBacenClient', () => {
  const options: BacenClientOptions = {
    profile: bacen,
    ambiente: 'producao',
    overrides: URLS,
    credentials: { clientId: 'shop', clientSecret: 'of the shop' },
    transport: () => Promise.reject(new Error('not to be called')),
  }

  test.each<[string, Partial<BacenClientOptions>, string, string[]]>([
    ['no secret', { credentials: { clientId: 'shop' } }, 'client-secret', ['credentials', 'clientSecret']],
    ['an empty id', { credentials: { clientId: '', clientSecret: 'x' } }, 'client-id', ['credentials', 'clientId']],
    ['no URL of tokens', { overrides: { apiUrl: URLS.apiUrl } }, 'token-url', ['tokenUrl']],
    ['no URL at all', { overrides: {} }, 'ambiente', ['ambiente']],
    [
      'a header without its credential',
      {
        overrides: {
          ...URLS,
          headers: [{ name: 'x-app', on: 'api', value: { kind: 'credential', name: 'appKey' } }],
        },
      },
      'credential',
      ['credentials', 'extras', 'appKey'],
    ],
  ])('refuses %s', (_name, change, reason, path) => {
    expect(errorOf(() => createBacenClient({ ...options, ...change }))).toMatchObject({
      code: 'BACEN_SETTINGS',
      path,
      params: { reason },
    })
  })

  test.each(['transport', 'credentials'])('wants %s', (name) => {
    expect(errorOf(() => createBacenClient({ ...options, [name]: undefined }))).toBeInstanceOf(TypeError)
  })

  test('asks for no token where there is a fixed one', async () => {
    const { client, requests, tokenRequests } = recordingBank(nothing, {
      overrides: { apiUrl: URLS.apiUrl },
      credentials: { clientId: 'shop', accessToken: 'from-the-portal' },
    })
    await client.loc.get(1)
    expect(requests[0]?.headers['authorization']).toBe('Bearer from-the-portal')
    expect(tokenRequests).toEqual([])
  })

  test('asks for the scopes of the caller', async () => {
    const { client, tokenRequests } = recordingBank(nothing, { scopes: ['cob.read', 'cob.write'] })
    await client.cob.get(TXID)
    await client.cob.get(TXID)
    expect(tokenRequests.map(({ body }) => body)).toEqual(['grant_type=client_credentials&scope=cob.read+cob.write'])
  })

  test('says once what nobody confirmed, and nothing of what somebody did', async () => {
    const { client, warnings } = recordingBank(nothing, { profile: sicredi, overrides: {} })
    await client.loc.get(1)
    const said = warnings.filter(({ issue }) => issue.code === 'BACEN_PROFILE_UNCONFIRMED')
    expect(said.map(({ issue }) => issue.params['facts'])).toEqual([client.settings.unconfirmed.join(', ')])
    expect(recordingBank(nothing).warnings).toEqual([])
  })

  test('two clients never share a token', async () => {
    const one = recordingBank(nothing)
    const other = recordingBank(nothing, { credentials: { clientId: 'other', clientSecret: 'of the other' } })
    await Promise.all([one.client.loc.get(1), other.client.loc.get(1)])
    expect([one.tokenRequests.length, other.tokenRequests.length]).toEqual([1, 1])
    expect(one.tokenRequests[0]?.headers['authorization']).not.toBe(other.tokenRequests[0]?.headers['authorization'])
  })
})

describe('what a bank wants beside API Pix', () => {
  const profile = customProfile({
    id: 'tests',
    name: 'Bank of the tests',
    ambientes: { homologacao: URLS },
  })

  test('headers and query: fixed, of the credentials, fresh for each request', async () => {
    const { client, requests, tokenRequests } = recordingBank(nothing, {
      profile,
      credentials: { clientId: 'shop', clientSecret: 'x', extras: { appKey: 'k&1' } },
      overrides: {
        headers: [
          { name: 'x-fixed', on: 'both', value: { kind: 'text', text: 'yes' } },
          { name: 'x-id', on: 'api', value: { kind: 'uuid' } },
          { name: 'client_id', on: 'api', value: { kind: 'credential', name: 'clientId' } },
          { name: 'x-account', on: 'api', value: { kind: 'credential', name: 'account', optional: true } },
        ],
        query: [{ name: 'gw-key', on: 'api', value: { kind: 'credential', name: 'appKey' } }],
      },
    })
    await client.cob.get(TXID, { revisao: 3, headers: { 'x-own': '1' } })
    await client.loc.get(1)
    const [first, second] = requests
    expect(first?.headers).toMatchObject({ 'x-fixed': 'yes', client_id: 'shop', 'x-own': '1' })
    expect(first?.headers).not.toHaveProperty('x-account')
    expect(first?.headers['x-id']).toMatch(/^[\da-f]{8}-/)
    expect(second?.headers['x-id']).not.toBe(first?.headers['x-id'])
    expect(second?.headers).not.toHaveProperty('x-own')
    expect(first?.search).toBe('?revisao=3&gw-key=k%261')
    expect(second?.search).toBe('?gw-key=k%261')
    expect(tokenRequests[0]?.headers['x-fixed']).toBe('yes')
    expect(tokenRequests[0]?.headers).not.toHaveProperty('x-id')
    expect(tokenRequests[0]?.search).toBe('')
  })

  test('prefixes, paths and hosts of their own', async () => {
    const { client, requests } = recordingBank(nothing, {
      profile,
      overrides: {
        apiUrl: 'https://pix.example.com/api',
        prefixes: { cob: '/v3', 'cob.list': '/v2', rec: '/v1', solicRec: '/v1' },
        paths: { 'solicRec.get': '/SolicRec/{idSolicRec}' },
        resourceUrls: { cobr: 'https://other.example.com/auto' },
      },
    })
    await client.cob.get(TXID)
    await client.cob.list(PERIODO)
    await client.solicRec.get('SC876456782026112566f3ad1d63e')
    await client.cobr.get(TXID)
    expect(requests.map(({ path }) => path)).toEqual([
      `/api/v3/cob/${TXID}`,
      '/api/v2/cob',
      '/api/v1/SolicRec/SC876456782026112566f3ad1d63e',
      `/auto/cobr/${TXID}`,
    ])
  })

  test('instants without milliseconds: the period gets no shorter', async () => {
    const { client, requests } = recordingBank(nothing, { profile, overrides: { instants: { milliseconds: false } } })
    await client.pix.list({ inicio: new Date('2026-11-01T00:00:00.400Z'), fim: '2026-11-02T00:00:00.400Z' })
    expect(requests[0]?.query).toEqual({ inicio: '2026-11-01T00:00:00Z', fim: '2026-11-02T00:00:01Z' })
  })

  test('members by another name get that of API Pix, in lists too', async () => {
    const { client } = recordingBank(
      ({ path }) => ({ body: path.endsWith('/cob') ? { cobs: [{ brcode: 'a' }] } : { brcode: 'a', txid: 'b' } }),
      {
        profile,
        overrides: { aliases: { brcode: 'pixCopiaECola', textoImagemQRcode: 'pixCopiaECola' } },
        copiaECola: 'ignore',
      },
    )
    expect(await client.cob.get(TXID)).toMatchObject({ brcode: 'a', pixCopiaECola: 'a' })
    expect((await client.cob.list(PERIODO)).cobs[0]).toMatchObject({ pixCopiaECola: 'a' })
  })

  test('what it does not have is refused before anything is sent, with what to use instead', async () => {
    const { client, requests, tokenRequests } = recordingBank(nothing, {
      profile,
      overrides: { missing: ['cob.createWithoutTxid', 'webhook.list'] },
    })
    expect(await rejectionOf(client.cob.createWithoutTxid(COB))).toMatchObject({
      code: 'BACEN_OPERATION',
      params: { reason: 'use-create', operation: 'cob.createWithoutTxid', bank: 'Bank of the tests' },
    })
    expect(await rejectionOf(client.webhook.list())).toMatchObject({
      code: 'BACEN_OPERATION',
      params: { reason: 'missing', operation: 'webhook.list' },
    })
    expect([...requests, ...tokenRequests]).toEqual([])
    expect(santander.missing?.value).toContain('cob.createWithoutTxid')
  })

  test('requests beside the operations go the same way', async () => {
    const { client, requests } = recordingBank(() => ({ status: 201, body: { chave: 'a' } }), {
      profile,
      overrides: { query: [{ name: 'k', on: 'api', value: { kind: 'text', text: 'v' } }] },
    })
    const answer = await client.request({
      name: 'tests.key',
      method: 'POST',
      path: '/gn/evp/{chave}',
      params: { chave: 'a/b@example.com' },
      query: { bloqueios: true, of: undefined },
      body: { any: 'thing' },
      headers: { 'x-own': '1' },
    })
    expect(answer).toEqual({ chave: 'a' })
    expect(requests).toMatchObject([
      {
        method: 'POST',
        path: '/api/v2/gn/evp/a%2Fb%40example.com',
        search: '?bloqueios=true&k=v',
        body: { any: 'thing' },
      },
    ])
    expect(requests[0]?.headers).toMatchObject({ authorization: 'Bearer token', 'x-own': '1' })
  })

  test.each([
    ['GET', undefined, 3],
    ['PUT', undefined, 1],
    ['PUT', true, 3],
    ['POST', undefined, 1],
  ] as const)(
    'requests beside the operations: %s, repeatable %s, is sent %i times',
    async (method, repeatable, times) => {
      const { client, requests } = recordingBank(() => ({ status: 503 }), { profile })
      const error = await rejectionOf(client.request({ name: 'tests.any', method, path: '/any', repeatable }))
      expect(error).toMatchObject({ code: 'HTTP_STATUS', status: 503 })
      expect(requests).toHaveLength(times)
    },
  )
})

describe('requests', () => {
  test('everything that is wrong is said at once, and nothing is sent', async () => {
    const { client, requests, tokenRequests } = recordingBank(nothing)
    const error = await rejectionOf(
      client.cob.create({ calendario: { expiracao: 0 }, valor: { original: '1' }, chave: '' }, { txid: 'short' }),
    )
    expect(error).toMatchObject({
      code: 'BACEN_REQUEST',
      path: ['txid'],
      params: { reason: 'format', operation: 'cob.create' },
    })
    const { issues } = error as { issues: { path: unknown[] }[] }
    expect(issues.map(({ path }) => path.join('.'))).toEqual(
      expect.arrayContaining(['txid', 'calendario.expiracao', 'valor.original']),
    )
    expect([...requests, ...tokenRequests]).toEqual([])
  })

  test('what is only advice is a warning', async () => {
    const { client, warnings, requests } = recordingBank(nothing)
    await client.cob.create({ ...COB, devedor: { cpf: '12345678900', nome: 'Fulana' } })
    expect(warnings).toContainEqual(
      expect.objectContaining({
        operation: 'cob.create',
        issue: expect.objectContaining({ code: 'BACEN_REQUEST', severity: 'warning', path: ['devedor', 'cpf'] }),
      }),
    )
    expect(requests).toHaveLength(1)
  })

  test.each<[string, string[]]>([
    ['01181521', []],
    ['12345678', ['valor.retirada.saque.prestadorDoServicoDeSaque']],
  ])('the provider of cash that the bank wants: %s', async (prestadorDoServicoDeSaque, warned) => {
    const { client, warnings } = recordingBank(nothing, {
      overrides: { ...URLS, prestadorDoServicoDeSaque: '01181521' },
    })
    const saque = { valor: '20.00', modalidadeAgente: 'AGPSS', prestadorDoServicoDeSaque } as const
    await client.cob.create({ ...COB, valor: { original: '0.00', retirada: { saque } } })
    const said = warnings.filter(({ issue }) => issue.code === 'BACEN_REQUEST')
    expect(said.map(({ issue }) => issue.path.join('.'))).toEqual(warned)
  })

  test('a due date that is past is refused by the clock of the client', async () => {
    const late = {
      ...COB,
      calendario: { dataDeVencimento: '2026-11-24' },
      devedor: { cpf: '12345678909', nome: 'Fulana' },
    }
    expect(await rejectionOf(recordingBank(nothing).client.cobv.create(late))).toMatchObject({
      code: 'BACEN_REQUEST',
      path: ['calendario', 'dataDeVencimento'],
      params: { reason: 'past' },
    })
  })

  test.each([{}, { chave: undefined as never }])('a path without its parameter is a bug: %j', async (params) => {
    const { client, requests } = recordingBank(nothing)
    const request = { name: 'tests.any', method: 'GET', path: '/any/{chave}', params } as const
    expect(await rejectionOf(client.request(request))).toBeInstanceOf(TypeError)
    expect(await rejectionOf(client.request({ ...request, params: { chave: '..' } }))).toMatchObject({
      code: 'BACEN_REQUEST',
      path: ['chave'],
    })
    expect(requests).toEqual([])
  })

  test('unknown members are refused, unless they are allowed', async () => {
    const extra = { ...COB, valorOriginal: '1.00' }
    const strict = recordingBank(nothing)
    expect(await rejectionOf(strict.client.cob.create(extra))).toMatchObject({
      code: 'BACEN_REQUEST',
      path: ['valorOriginal'],
      params: { reason: 'unknown-member' },
    })
    const lenient = recordingBank(nothing, { allowUnknownMembers: true })
    await lenient.client.cob.create(extra)
    expect(lenient.requests[0]?.body).toEqual(extra)
  })

  type Call = (client: BacenClient) => Promise<unknown>
  test.each<[string, Call, string[], string]>([
    ['a txid of spaces', ({ cob }) => cob.get('a b'), ['txid'], 'format'],
    ['a txid that climbs', ({ cob }) => cob.get('..'), ['txid'], 'format'],
    ['a txid with a slash', ({ cobv }) => cobv.get('a/../b'), ['txid'], 'format'],
    ['an empty id', ({ loc }) => loc.get(''), ['id'], 'format'],
    ['half a location', ({ loc }) => loc.get(1.5e300), ['id'], 'format'],
    ['a txid too long to create', ({ cobr }) => cobr.create({} as never, { txid: 'a'.repeat(36) }), ['txid'], 'format'],
    ['an id of a return', ({ pix }) => pix.createDevolucao('E1', { valor: '1.00' }, { id: 'a-b' }), ['id'], 'format'],
    ['a key with a line break', ({ webhook }) => webhook.get('a@example.com\n'), ['chave'], 'format'],
    ['a key that climbs', ({ webhook }) => webhook.delete('..'), ['chave'], 'format'],
    ['a day that is none', ({ cobr }) => cobr.retry(TXID, '2027-02-30'), ['data'], 'date'],
    [
      'an instant without zone',
      ({ cob }) => cob.list({ ...PERIODO, inicio: '2026-11-01T00:00:00' }),
      ['inicio'],
      'date-time',
    ],
    ['no instant', ({ cob }) => cob.list({ ...PERIODO, fim: new Date('x') }), ['fim'], 'date-time'],
    [
      'a period that ends first',
      ({ pix }) => pix.list({ inicio: PERIODO.fim, fim: PERIODO.inicio }),
      ['fim'],
      'period',
    ],
    ['both documents', ({ rec }) => rec.list({ ...PERIODO, cpf: '1', cnpj: '2' }), ['cnpj'], 'cpf-and-cnpj'],
    [
      'a page below 0',
      ({ loc }) => loc.list({ ...PERIODO, paginacao: { paginaAtual: -1 } }),
      ['paginacao', 'paginaAtual'],
      'range',
    ],
    [
      'pages of 1,001',
      ({ loc }) => loc.list({ ...PERIODO, paginacao: { itensPorPagina: 1_001 } }),
      ['paginacao', 'itensPorPagina'],
      'range',
    ],
    ['half a character', ({ pix }) => pix.list({ ...PERIODO, txid: '\uD800' }), ['txid'], 'format'],
  ])('refuses %s', async (_name, call, path, reason) => {
    const { client, requests } = recordingBank(nothing)
    const error = await rejectionOf(call(client))
    expect(error).toMatchObject({ code: 'BACEN_REQUEST', path, params: { reason } })
    expect(requests).toEqual([])
  })

  test('arguments of another type are bugs', async () => {
    const { client } = recordingBank(nothing)
    expect(await rejectionOf(client.cob.get(undefined as never))).toBeInstanceOf(TypeError)
    expect(await rejectionOf(client.cob.list(undefined as never))).toBeInstanceOf(TypeError)
  })

  test('a key is percent-encoded', async () => {
    const { client, requests } = recordingBank(nothing)
    await client.webhook.get('+5561912345678')
    await client.webhook.get('fulana@example.com')
    expect(requests.map(({ path }) => path)).toEqual([
      '/api/v2/webhook/%2B5561912345678',
      '/api/v2/webhook/fulana%40example.com',
    ])
  })

  test('a generated txid is new each time, and of the given source', async () => {
    const { client, requests } = recordingBank(nothing)
    await client.cob.create(COB)
    await client.cobv.create({
      ...COB,
      calendario: { dataDeVencimento: '2027-01-31' },
      devedor: { cpf: '12345678909', nome: 'Fulana' },
    })
    const txids = requests.map(({ path }) => path.split('/').at(-1))
    expect(new Set(txids).size).toBe(2)
    expect(txids.every((txid) => /^[a-zA-Z0-9]{26,35}$/.test(String(txid)))).toBe(true)
    const same = recordingBank(nothing, { random: (length) => new Uint8Array(length) })
    await same.client.cob.create(COB)
    expect(same.requests[0]?.path).toMatch(/\/(\w)\1{31}$/)
  })
})

describe('answers', () => {
  test('another shape than that of API Pix is a warning, and comes as it is', async () => {
    const body = { txid: TXID, revisao: '0', status: 'NOVO_STATUS', novo: [1] }
    const { client, warnings } = recordingBank(() => ({ body, headers: { 'x-request-id': 'r-1' } }))
    expect(await client.cob.get(TXID)).toEqual(body)
    expect(warnings).toContainEqual({
      operation: 'cob.get',
      requestId: 'r-1',
      issue: expect.objectContaining({ code: 'BACEN_RESPONSE', severity: 'warning', path: ['revisao'] }),
    })
    expect(warnings.some(({ issue }) => issue.path.includes('status'))).toBe(false)
  })

  test.each([[undefined], [[{}]], ['text'], [null]])(
    'no object where there must be one is an error: %j',
    async (body) => {
      const { client } = recordingBank(() => ({
        status: 201,
        body: body === undefined ? undefined : JSON.stringify(body),
      }))
      const error = await rejectionOf(client.cob.create(COB, { txid: TXID }))
      expect(error).toMatchObject({ code: 'BACEN_RESPONSE', path: [], params: { reason: 'type', status: 201 } })
      expect(failedCallOf(error)).toMatchObject({ operation: 'cob.create', params: { txid: TXID }, mayBeDone: true })
    },
  )

  test.each<[string, (client: BacenClient) => Promise<unknown>]>([
    ['webhook.set', ({ webhook }) => webhook.set(CHAVE, { webhookUrl: 'https://shop.example.com/w' })],
    ['webhook.delete', ({ webhook }) => webhook.delete(CHAVE)],
    ['loteCobv.update', ({ loteCobv }) => loteCobv.update(1, { descricao: 'x' })],
  ])('%s needs none', async (_name, call) => {
    const { client } = recordingBank(() => ({ status: 204 }))
    expect(await call(client)).toBeUndefined()
  })

  test('a template stands for the path in events, never a key', async () => {
    const events: CallEvent[] = []
    const { client } = recordingBank(nothing, {
      overrides: { ...URLS, prefixes: { webhook: '/v9' } },
      hooks: { onRequest: (event) => events.push(event) },
    })
    await client.webhook.get('fulana@example.com')
    expect(events.map(({ operation, path }) => [operation, path])).toContainEqual([
      'webhook.get',
      '/v9/webhook/{chave}',
    ])
    expect(JSON.stringify(events)).not.toContain('fulana')
  })
})

describe('errors', () => {
  const secrets = ['of the shop', 'Bearer token', CHAVE, 'Fulana', TXID]

  test.each<[string, () => { status?: number; body?: unknown }]>([
    [
      'a refusal',
      () => ({
        status: 400,
        body: { title: `Fulana ${CHAVE}`, violacoes: [{ valor: CHAVE, propriedade: 'cob.chave' }] },
      }),
    ],
    [
      'a broken connection',
      () => {
        throw httpFailure('HTTP_CONNECT', { reason: 'reset' })
      },
    ],
    ['an answer that is no object', () => ({ body: '"Fulana"' })],
  ])('%s shows nothing of what was sent', async (_name, reply) => {
    const { client } = recordingBank(reply, { retry: { attempts: 1 } })
    const error = await rejectionOf(client.cob.create({ ...COB, solicitacaoPagador: 'Fulana' }, { txid: TXID }))
    expect(isPixkitError(error)).toBe(true)
    const { message, path, params } = error as { message: string; path: unknown; params: unknown }
    const shown = [
      message,
      JSON.stringify({ path, params }),
      JSON.stringify(error),
      inspect(error, { depth: 9 }),
    ].join()
    expect(secrets.filter((secret) => shown.includes(secret))).toEqual([])
    expect(failedCallOf(error)?.params).toEqual({ txid: TXID })
  })
})
