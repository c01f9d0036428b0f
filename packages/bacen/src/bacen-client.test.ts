import { isPixkitError } from '@pixkit/core/error'
import { httpFailure } from '@pixkit/http/failure'
import type { CallEvent } from '@pixkit/http/hooks'
import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../../../tests/lib/error-of.ts'
import { recordingBank } from '../../../tests/lib/recording-bank.ts'
import { rejectionOf } from '../../../tests/lib/rejection-of.ts'
import { type BacenClient, createBacenClient } from './bacen-client.ts'
import type { BacenClientOptions } from './internal/client-options.ts'
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

/** An answer that belongs to any request: it repeats the ids of the path, and says no more than an answer must. */
const nothing = ({ path }: { readonly path: string }) => {
  const id = path.split('/').at(-1)
  return { body: { txid: id, idSolicRec: id, id, status: 'ATIVA', location: 'pix.example.com/1' } }
}

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

  test.each(['transport', 'credentials'] as const)('wants %s', (name) => {
    expect(errorOf(() => createBacenClient({ ...options, [name]: undefined }))).toBeInstanceOf(TypeError)
  })

  test('knows three ways with a mismatch', () => {
    expect(errorOf(() => createBacenClient({ ...options, mismatch: 'trow' as never }))).toBeInstanceOf(TypeError)
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
      ({ path }) => ({
        body: path.endsWith('/cob')
          ? { cobs: [{ brcode: 'a' }, { brcode: 'a', pixCopiaECola: 'b' }] }
          : { brcode: 'a' },
      }),
      {
        profile,
        overrides: { aliases: { brcode: 'pixCopiaECola', textoImagemQRcode: 'pixCopiaECola' } },
        mismatch: 'ignore',
      },
    )
    expect(await client.cob.get(TXID)).toMatchObject({ brcode: 'a', pixCopiaECola: 'a' })
    expect((await client.cob.list(PERIODO)).cobs[1]).toMatchObject({ brcode: 'a', pixCopiaECola: 'b' })
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

  test('of a write beside the operations, too, the error says that it may be done', async () => {
    const { client } = recordingBank(() => ({ status: 503 }), { profile })
    const error = await rejectionOf(
      client.request({ name: 'tests.any', method: 'POST', path: '/any/{id}', params: { id: 7 } }),
    )
    expect(error).toMatchObject({ mayBeDone: true })
    expect(failedCallOf(error)).toEqual({ operation: 'tests.any', params: { id: 7 }, mayBeDone: true })
    const read = await rejectionOf(client.request({ name: 'tests.any', method: 'GET', path: '/any' }))
    expect(read).not.toHaveProperty('mayBeDone')
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
    [
      'both documents',
      ({ rec }) => rec.list({ ...PERIODO, cpf: '12345678909', cnpj: '12345678000195' }),
      ['cnpj'],
      'cpf-and-cnpj',
    ],
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
    [
      'pages of nothing',
      ({ loc }) => loc.list({ ...PERIODO, paginacao: { itensPorPagina: 0 } }),
      ['paginacao', 'itensPorPagina'],
      'range',
    ],
    ['no begin', ({ pix }) => pix.list({ fim: PERIODO.fim } as never), ['inicio'], 'missing'],
    ['no end', ({ cob }) => cob.list({ inicio: PERIODO.inicio } as never), ['fim'], 'missing'],
    ['a misspelled filter', ({ pix }) => pix.list({ ...PERIODO, txId: 'a' } as never), ['txId'], 'unknown-member'],
    [
      'a misspelled size',
      ({ pix }) => pix.list({ ...PERIODO, paginacao: { itensPorPaginas: 1 } } as never),
      ['paginacao', 'itensPorPaginas'],
      'unknown-member',
    ],
    ['a document that is none', ({ cob }) => cob.list({ ...PERIODO, cpf: '123.456' }), ['cpf'], 'format'],
    ['an object as a filter', ({ pix }) => pix.list({ ...PERIODO, txid: { a: 1 } } as never), ['txid'], 'type'],
    [
      'a text for yes or no',
      ({ cob }) => cob.list({ ...PERIODO, locationPresente: 'x' } as never),
      ['locationPresente'],
      'type',
    ],
    ['a kind that is none', ({ loc }) => loc.list({ ...PERIODO, tipoCob: 'x' as never }), ['tipoCob'], 'format'],
    ['a version below 0', ({ cob }) => cob.get(TXID, { revisao: -1 }), ['revisao'], 'range'],
    ['another attempt today', ({ cobr }) => cobr.retry(TXID, '2026-11-25'), ['data'], 'past'],
    ['no body: cob.create', ({ cob }) => cob.create(undefined as never), [], 'missing'],
    ['no body: cob.update', ({ cob }) => cob.update(TXID, undefined as never), [], 'missing'],
    ['no body: webhook.set', ({ webhook }) => webhook.set(CHAVE, undefined as never), [], 'missing'],
    ['no body: pix.createDevolucao', ({ pix }) => pix.createDevolucao('E1', undefined as never), [], 'missing'],
    ['a body that JSON leaves out', ({ rec }) => rec.create((() => 1) as never), [], 'missing'],
    [
      'another body in JSON',
      ({ cob }) => cob.create({ ...COB, toJSON: () => ({ ...COB, valor: { original: 'x' } }) } as never),
      ['valor', 'original'],
      'valor',
    ],
    [
      'a body of getters, of which JSON has none',
      ({ cob }) =>
        cob.create(
          Object.create(
            {
              get chave() {
                return CHAVE
              },
            },
            { valor: { value: COB.valor, enumerable: true }, calendario: { value: {}, enumerable: true } },
          ) as never,
        ),
      ['chave'],
      'missing',
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

  test.each<[string, Call]>([
    ['a txid: cob.create', ({ cob }) => cob.create(COB, TXID as never)],
    ['a number: loc.get', ({ loc }) => loc.get(1, 5 as never)],
    ['null: pix.get', ({ pix }) => pix.get('E1', null as never)],
    ['a text: listPages', ({ pix }) => pix.listPages(PERIODO, 'x' as never).next()],
    ['a misspelled one: cob.create', ({ cob }) => cob.create(COB, { timeout: 5 } as never)],
    ['one of another operation: createWithoutTxid', ({ cob }) => cob.createWithoutTxid(COB, { txid: TXID } as never)],
  ])('options that would be lost are a bug: %s', async (_name, call) => {
    const { client, requests } = recordingBank(nothing)
    expect(await rejectionOf(call(client))).toBeInstanceOf(TypeError)
    expect(requests).toEqual([])
  })

  test('a period of one instant, and a list without one where API Pix wants none', async () => {
    const { client, requests } = recordingBank(() => ({ body: {} }))
    await client.pix.list({ inicio: PERIODO.inicio, fim: PERIODO.inicio })
    await client.webhook.list()
    expect(requests).toHaveLength(2)
  })

  test('what may exist may be of a day that is past', async () => {
    const { client, requests, warnings } = recordingBank(nothing)
    const yesterday = {
      ...COB,
      calendario: { dataDeVencimento: '2026-11-24' },
      devedor: { cpf: '12345678909', nome: 'Fulana' },
    }
    await client.cobv.create(yesterday, { txid: TXID, mayExist: true })
    expect(requests).toHaveLength(1)
    expect(warnings.some(({ issue }) => issue.params['reason'] === 'past')).toBe(true)
  })

  test.each([
    [{ path: '.evil.example/x' }, ['path']],
    [{ path: '/x?y=1' }, ['path']],
    [{ path: '/x', query: { nome: '\uD800' } }, ['nome']],
    [{ path: '/x', query: { inicio: 'lixo' } }, ['inicio']],
  ])('a request beside the operations is looked at, too: %j', async (request, path) => {
    const { client, requests, tokenRequests } = recordingBank(nothing)
    expect(await rejectionOf(client.request({ name: 'tests.any', method: 'GET', ...request }))).toMatchObject({
      code: 'BACEN_REQUEST',
      path,
    })
    expect([...requests, ...tokenRequests]).toEqual([])
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
  type Call = (client: BacenClient) => Promise<unknown>
  const own = { ...COB, txid: TXID, status: 'ATIVA' }
  test.each<[string, Call, object, string[], string]>([
    ['of another charge', ({ cob }) => cob.get(TXID), { ...own, txid: 'other' }, ['txid'], 'different'],
    [
      'of another payment',
      ({ pix }) => pix.get('E1'),
      { endToEndId: 'E2', valor: '1.00' },
      ['endToEndId'],
      'different',
    ],
    ['of another location', ({ loc }) => loc.get(7), { id: 8, location: 'a' }, ['id'], 'different'],
    ['of another batch', ({ loteCobv }) => loteCobv.get(7), { id: 8, cobsv: [] }, ['id'], 'different'],
    ['of another recurrence', ({ rec }) => rec.get('RR1'), { idRec: 'RR2', status: 'X' }, ['idRec'], 'different'],
    [
      'with another key',
      ({ cob }) => cob.create(COB, { txid: TXID }),
      { ...own, chave: 'evil' },
      ['chave'],
      'different',
    ],
    [
      'with another amount',
      ({ cob }) => cob.create(COB, { txid: TXID }),
      { ...own, valor: { original: '0.01' } },
      ['valor', 'original'],
      'different',
    ],
    [
      'with another amount than it was changed to',
      ({ cob }) => cob.update(TXID, { valor: { original: '40.00' } }),
      own,
      ['valor', 'original'],
      'different',
    ],
    [
      'of another return',
      ({ pix }) => pix.createDevolucao('E1', { valor: '1.00' }, { id: 'a' }),
      { id: 'b', status: 'EM_PROCESSAMENTO' },
      ['id'],
      'different',
    ],
    [
      'of a return of more',
      ({ pix }) => pix.createDevolucao('E1', { valor: '1.00' }, { id: 'a' }),
      { id: 'a', valor: '10.00', status: 'EM_PROCESSAMENTO' },
      ['valor'],
      'different',
    ],
    [
      'of another payer',
      ({ cob }) => cob.create({ ...COB, devedor: { cpf: '12345678909', nome: 'Fulana' } }, { txid: TXID }),
      { ...own, devedor: { cpf: '00000000191', nome: 'Fulana' } },
      ['devedor', 'cpf'],
      'different',
    ],
    [
      'at another location',
      ({ cob }) => cob.create({ ...COB, loc: { id: 7 } }, { txid: TXID }),
      { ...own, loc: { id: 99 } },
      ['loc', 'id'],
      'different',
    ],
    [
      'with an abatement that nobody asked for',
      ({ cob }) => cob.create(COB, { txid: TXID }),
      { ...own, valor: { ...COB.valor, abatimento: { modalidade: 1, valorPerc: '36.99' } } },
      ['valor', 'abatimento'],
      'different',
    ],
    [
      'of a recurrence of more',
      ({ rec }) =>
        rec.create({
          vinculo: { contrato: '1', devedor: { cpf: '12345678909', nome: 'Fulana' } },
          calendario: { dataInicial: '2027-02-01', periodicidade: 'MENSAL' },
          valor: { valorRec: '35.00' },
          politicaRetentativa: 'NAO_PERMITE',
        }),
      { idRec: 'RR1', status: 'CRIADA', valor: { valorRec: '3500.00' } },
      ['valor', 'valorRec'],
      'different',
    ],
    ['of nothing', ({ cob }) => cob.create(COB, { txid: TXID }), {}, ['txid'], 'missing'],
    [
      'of a problem',
      ({ pix }) => pix.createDevolucao('E1', { valor: '1.00' }, { id: 'a' }),
      { type: 'https://x/PixDevolucaoInvalida', title: 'saldo insuficiente', status: 400 },
      ['id'],
      'missing',
    ],
    ['of no location', ({ locRec }) => locRec.create(), {}, ['id'], 'missing'],
  ])('%s are errors, with what came', async (_name, call, body, path, reason) => {
    const strict = recordingBank(() => ({ status: 201, body }))
    const error = await rejectionOf(call(strict.client))
    expect(error).toMatchObject({ code: 'BACEN_RESPONSE', path, params: { reason } })
    expect(failedCallOf(error)).toMatchObject({ answer: body, mayBeDone: strict.requests[0]?.method !== 'GET' })
    const lenient = recordingBank(() => ({ status: 201, body }), { mismatch: 'warn' })
    expect(await call(lenient.client)).toEqual(body)
    expect(lenient.warnings).toContainEqual(
      expect.objectContaining({ issue: expect.objectContaining({ severity: 'warning', path }) }),
    )
    const blind = recordingBank(() => ({ status: 201, body }), { mismatch: 'ignore' })
    await call(blind.client)
    expect(blind.warnings.some(({ issue }) => issue.params['reason'] === 'different')).toBe(false)
  })

  test('what they leave out, or spell in another way, is no difference', async () => {
    const { client, warnings } = recordingBank(() => ({
      body: { txid: TXID, status: 'ATIVA', valor: { original: 37 }, chave: CHAVE.toUpperCase() },
    }))
    await client.cob.create(COB, { txid: TXID })
    const least = recordingBank(() => ({ body: { txid: TXID, status: 'ATIVA' } }))
    await least.client.cob.create(COB, { txid: TXID })
    expect(warnings.some(({ issue }) => issue.params['reason'] === 'different')).toBe(false)
  })

  test('are as long as the client allows', async () => {
    const reply = () => ({ body: { ...own, solicitacaoPagador: 'x'.repeat(5_000) } })
    const limits: number[] = []
    const { client } = recordingBank(reply, {
      maxBodyBytes: 100,
      transport: (request) => {
        limits.push(request.maxBodyBytes ?? 0)
        return Promise.reject(httpFailure('HTTP_BODY_TOO_LARGE', { params: { max: 100 } }))
      },
      credentials: { clientId: 'shop', accessToken: 'fixed' },
    })
    expect(await rejectionOf(client.cob.get(TXID))).toMatchObject({ code: 'HTTP_BODY_TOO_LARGE' })
    expect(new Set(limits)).toEqual(new Set([100]))
  })

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

  test.each<[string, string]>([
    ['text/plain', 'Webhook cadastrado'],
    ['text/html', '<html></html>'],
  ])('a webhook is set whatever is answered: %s', async (type, body) => {
    const { client, requests } = recordingBank(() => ({ body, headers: { 'content-type': type } }))
    await client.webhook.set(CHAVE, { webhookUrl: 'https://shop.example.com/w' })
    await client.webhook.delete(CHAVE)
    expect(requests.map(({ method }) => method)).toEqual(['PUT', 'DELETE'])
  })

  const changed = { ...own, valor: { original: '40.00' } }
  const changes: [string, Call, string, object][] = [
    ['cob.update', ({ cob }) => cob.update(TXID, { valor: { original: '40.00' } }), `/cob/${TXID}`, changed],
    ['cobv.update', ({ cobv }) => cobv.update(TXID, { valor: { original: '40.00' } }), `/cobv/${TXID}`, changed],
    [
      'cobr.update',
      ({ cobr }) => cobr.update(TXID, { status: 'CANCELADA' }),
      `/cobr/${TXID}`,
      { ...own, status: 'CANCELADA' },
    ],
    [
      'rec.update',
      ({ rec }) => rec.update('RR1', { status: 'CANCELADA' }),
      '/rec/RR1',
      { idRec: 'RR1', status: 'CANCELADA' },
    ],
    [
      'solicRec.update',
      ({ solicRec }) => solicRec.update('SC1', { status: 'CANCELADA' }),
      '/solicrec/SC1',
      { idSolicRec: 'SC1', status: 'CANCELADA' },
    ],
    ['loc.unlinkTxid', ({ loc }) => loc.unlinkTxid(7), '/loc/7', { id: 7, location: 'a.example.com/1' }],
    ['locRec.unlinkIdRec', ({ locRec }) => locRec.unlinkIdRec(7), '/locrec/7', { id: 7, location: 'a.example.com/1' }],
  ]
  describe.each(changes)('%s, answered with success alone', (operation, call, path, resource) => {
    test.each([undefined, {}])('%j: what the bank has is the answer', async (body) => {
      const { client, requests } = recordingBank(({ method }) => (method === 'GET' ? { body: resource } : { body }))
      expect(await call(client)).toEqual(resource)
      expect(requests[1]).toMatchObject({ method: 'GET', path: `/api/v2${path}` })
      expect(requests).toHaveLength(2)
    })

    test.each([{ status: 404 }, { body: {} }])('and read as %j: it may be done', async (reply) => {
      const { client } = recordingBank(({ method }) => (method === 'GET' ? reply : { status: 204 }))
      const error = await rejectionOf(call(client))
      expect(error).toMatchObject({ code: 'BACEN_RESPONSE', mayBeDone: true })
      expect(failedCallOf(error)).toMatchObject({ operation, mayBeDone: true })
    })
  })

  const REMOVIDA = 'REMOVIDA_PELO_USUARIO_RECEBEDOR'
  const unchanged: [string, string, Call, object, (string | number)[]][] = [
    ['removed', 'cob.update', ({ cob }) => cob.update(TXID, { status: REMOVIDA }), own, ['status']],
    [
      'of another amount',
      'cob.update',
      ({ cob }) => cob.update(TXID, { valor: { original: '40.00' } }),
      own,
      ['valor', 'original'],
    ],
    ['cancelled', 'cobr.update', ({ cobr }) => cobr.update(TXID, { status: 'CANCELADA' }), own, ['status']],
    [
      'begun later',
      'rec.update',
      ({ rec }) => rec.update('RR1', { calendario: { dataInicial: '2027-03-01' } }),
      { idRec: 'RR1', status: 'CRIADA', calendario: { dataInicial: '2027-02-01' } },
      ['calendario', 'dataInicial'],
    ],
  ]
  describe.each(unchanged)('what was to be %s, and is not', (_what, operation, call, resource, path) => {
    test.each([
      ['as the answer says', { body: resource }],
      ['as the bank says when it is read', { status: 204 }],
      ['as the bank says after an empty answer', { body: {} }],
    ])('%s', async (_where, answer) => {
      const { client } = recordingBank(({ method }) => (method === 'GET' ? { body: resource } : answer))
      const error = await rejectionOf(call(client))
      expect(error).toMatchObject({
        code: 'BACEN_RESPONSE',
        path,
        params: { reason: 'different', operation },
        mayBeDone: true,
      })
      expect(failedCallOf(error)).toMatchObject({ operation, answer: resource })
    })

    test.each(['warn', 'ignore'] as const)('is handed out with mismatch %s', async (mismatch) => {
      const replying = ({ method }: { method: string }) => (method === 'GET' ? { body: resource } : { status: 204 })
      const { client, warnings } = recordingBank(replying, { mismatch })
      expect(await call(client)).toEqual(resource)
      const told = warnings.filter(({ issue }) => issue.params['reason'] === 'different')
      expect(told.map(({ issue }) => issue.path)).toEqual(mismatch === 'warn' ? [path] : [])
    })
  })

  test('an answer that lacks its status and is of another charge is not looked up', async () => {
    const { client, requests } = recordingBank(({ method }) =>
      method === 'GET' ? { body: changed } : { body: { txid: 'x'.repeat(32) } },
    )
    const error = await rejectionOf(client.cob.update(TXID, { valor: { original: '40.00' } }))
    expect(error).toMatchObject({ code: 'BACEN_RESPONSE', mayBeDone: true })
    expect((error as { issues: { path: unknown }[] }).issues.map(({ path }) => path)).toEqual([['status'], ['txid']])
    expect(requests).toHaveLength(1)
  })

  test('success alone, and then a code that pays somebody else', async () => {
    const foreign = { ...own, location: 'a.example.com/1', pixCopiaECola: 'x' }
    const { client } = recordingBank(({ method }) => (method === 'GET' ? { body: foreign } : { status: 204 }))
    const error = await rejectionOf(client.cob.update(TXID, { valor: { original: '37.00' } }))
    expect(error).toMatchObject({ code: 'BACEN_COPIA_E_COLA', mayBeDone: true })
    expect(failedCallOf(error)).toMatchObject({ operation: 'cob.update', answer: foreign })
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
