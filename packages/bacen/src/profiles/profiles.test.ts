/** @module What holds for every bank: sources, spellings, and the bytes of its token request. */
import { isPixkitError } from '@pixkit/core/error'
import { createOAuthTokens } from '@pixkit/http/oauth-tokens'
import type { TransportRequest, TransportResponse } from '@pixkit/http/transport'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fieldSource } from '../internal/extra-fields.ts'
import { operations } from '../operations.ts'
import type { Ambiente, Fact, Profile } from '../profile.ts'
import { resolveProfile } from '../resolve-profile.ts'
import { ailos } from './ailos.ts'
import { bacen } from './bacen.ts'
import { bancoDoBrasil } from './banco-do-brasil.ts'
import { banrisul } from './banrisul.ts'
import { bradesco } from './bradesco.ts'
import { c6 } from './c6.ts'
import { cielo } from './cielo.ts'
import { efi } from './efi.ts'
import { inter } from './inter.ts'
import { itau } from './itau.ts'
import { pagbank } from './pagbank.ts'
import { santander } from './santander.ts'
import { sicoob } from './sicoob.ts'
import { sicredi } from './sicredi.ts'

const profiles: readonly Profile[] = [
  ailos,
  bacen,
  bancoDoBrasil,
  banrisul,
  bradesco,
  c6,
  cielo,
  efi,
  inter,
  itau,
  pagbank,
  santander,
  sicoob,
  sicredi,
]
const banks = profiles.filter(({ id }) => id !== 'bacen')
const AMBIENTES = ['producao', 'homologacao'] as const

test('every file is a profile, known by its id and public', () => {
  const files = readdirSync(new URL('.', import.meta.url))
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => file.replace(/\.ts$/, ''))
  expect(files).toEqual(profiles.map(({ id }) => id).toSorted())

  const { exports } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    exports: Record<string, unknown>
  }
  const subpaths = Object.keys(exports).filter((subpath) => subpath.startsWith('./profiles/'))
  expect(subpaths.map((subpath) => subpath.slice('./profiles/'.length)).toSorted()).toEqual(files.toSorted())
})

interface Found extends Fact<unknown> {
  readonly path: string
}

/** Every fact of a profile, wherever it is. */
function factsIn(value: unknown, path: string): Found[] {
  if (typeof value !== 'object' || value === null) return []
  if ('source' in value) return [{ ...(value as Fact<unknown>), path }]
  return Object.entries(value).flatMap(([name, inner]) => factsIn(inner, path === '' ? name : `${path}.${name}`))
}

describe.each(profiles.map((profile) => [profile.id, profile] as const))('%s', (_id, profile) => {
  const facts = factsIn(profile, '')

  test('has nothing but facts, each with a source', () => {
    const known = new Set(['id', 'name', 'ambientes', 'token'])
    const loose = Object.entries(profile).filter(
      ([name, value]) => !known.has(name) && !(typeof value === 'object' && 'source' in value),
    )
    expect(loose).toEqual([])
    expect(facts.length).toBeGreaterThan(5)
    for (const { source, confirmed } of facts) {
      expect(source).toMatch(/\p{L}{3}.*\d/u)
      expect(confirmed).toBeTypeOf('boolean')
    }
  })

  test('takes nobody else’s word for confirmed', () => {
    const borrowed = facts.filter(({ source, confirmed }) => confirmed && /ACBr|pypix|samples/.test(source))
    expect(borrowed.map(({ path }) => path)).toEqual([])
  })

  test('has URLs of https without a slash at the end', () => {
    const urls = facts
      .flatMap(({ value }) => (typeof value === 'object' && value !== null ? Object.values(value) : [value]))
      .filter((value): value is string => typeof value === 'string' && value.includes('://'))
    for (const url of urls) expect(url).toMatch(/^https:\/\/[a-z0-9.-]+(?:\/[\w.-]+)*$/)
    expect(urls.length).toBeGreaterThanOrEqual(profile.id === 'bacen' ? 0 : 3)
  })

  test('speaks of operations that there are', () => {
    const names = [
      ...Object.keys(profile.paths?.value ?? {}),
      ...Object.keys(profile.prefixes?.value ?? {}).filter((name) => name.includes('.')),
      ...(profile.missing?.value ?? []),
    ]
    expect(names.filter((name) => !Object.hasOwn(operations, name))).toEqual([])
  })
})

describe.each(banks.map((profile) => [profile.id, profile] as const))('%s resolved', (_id, profile) => {
  test.each(AMBIENTES)('in %s, with what is not confirmed by name', (ambiente) => {
    const settings = resolveProfile(profile, ambiente)
    const other = ambiente === 'producao' ? 'ambientes.homologacao' : 'ambientes.producao'
    const wanted = factsIn(profile, '')
      .filter(({ path, confirmed }) => !confirmed && !path.startsWith(other))
      .map(({ path }) => path)
    expect([...settings.unconfirmed].toSorted()).toEqual(wanted.toSorted())
    expect(settings.ambiente).toBe(ambiente)
  })
})

test('the plain profile has no host', () => {
  expect(() => resolveProfile(bacen, 'producao')).toThrow(
    expect.objectContaining({ code: 'BACEN_SETTINGS', params: expect.objectContaining({ reason: 'ambiente' }) }),
  )
  expect(resolveProfile(bacen, 'producao', { apiUrl: 'https://pix.example.com' }).unconfirmed).toEqual([])
})

test('Sicredi has a version for each resource, and its own spelling', () => {
  const { prefixes, paths, prestadorDoServicoDeSaque, token } = resolveProfile(sicredi, 'producao')
  expect([prefixes.cob, prefixes.cobv, prefixes.rec]).toEqual(['/v3', '/v2', '/v1'])
  expect(paths['solicRec.create']).toBe('/SolicRec')
  expect(prestadorDoServicoDeSaque).toBe('01181521')
  expect(token.expiresIn).toBe('auto')
})

test('Cielo has no charges with a due date', () => {
  const { missing } = resolveProfile(cielo, 'producao')
  expect(missing).toContain('cobv.create')
  expect(missing).toContain('loc.get')
  expect(missing.filter((name) => /^(?:cob|pix|rec|webhook)\./.test(name))).toEqual([])
})

test('Efí has Pix Automático where it has the charges', () => {
  const { prefixes, unconfirmed } = resolveProfile(efi, 'producao')
  expect([prefixes.rec, prefixes.cobr, unconfirmed]).toEqual(['', '', []])
})

test('Itaú tests recurrences on hosts of their own', () => {
  const [tests, production] = AMBIENTES.toReversed().map((ambiente) => resolveProfile(itau, ambiente).resourceUrls.rec)
  expect(tests).toBe('https://pixautomatico-recebimentos.api.hom.itau.com/pixautomatico/v1')
  expect(production).toBe('https://pixautomatico-recebimentos.api.itau.com/pixautomatico/v1')
})

test('Santander revises by another version', () => {
  const { prefixes, instants, missing } = resolveProfile(santander, 'producao')
  expect([prefixes.cob, prefixes['cob.update']]).toEqual(['/v1', '/v2'])
  expect(instants.milliseconds).toBe(false)
  expect(missing).toContain('cob.createWithoutTxid')
})

/** `Basic` of `client:secret`. */
const BASIC = 'Basic Y2xpZW50OnNlY3JldA=='
const FORM = 'application/x-www-form-urlencoded'
const JSON_TYPE = 'application/json'
const GRANT = 'grant_type=client_credentials'
const COMMON =
  'cob.read cob.write cobv.read cobv.write lotecobv.read lotecobv.write payloadlocation.read payloadlocation.write pix.read pix.write webhook.read webhook.write'
const SCOPE = `scope=${COMMON.replaceAll(' ', '+')}`

const TOKEN_REQUESTS: readonly (readonly [
  string,
  Profile,
  { readonly url: string; readonly type: string; readonly basic: boolean; readonly body: string },
])[] = [
  [
    'ailos',
    ailos,
    {
      url: 'https://pixcobranca.ailos.coop.br/ailos/pix-cobranca/api/v1/client/connect/token',
      type: FORM,
      basic: false,
      body: `client_id=client&client_secret=secret&${SCOPE}`,
    },
  ],
  [
    'banco-do-brasil',
    bancoDoBrasil,
    { url: 'https://oauth.bb.com.br/oauth/token', type: FORM, basic: true, body: `${GRANT}&${SCOPE}` },
  ],
  [
    'banrisul',
    banrisul,
    {
      url: 'https://mtls-api.banrisul.com.br/auth/oauth/v2/token',
      type: FORM,
      basic: false,
      body: `${GRANT}&client_id=client&client_secret=secret&${SCOPE}`,
    },
  ],
  ['bradesco', bradesco, { url: 'https://qrpix.bradesco.com.br/oauth/token', type: FORM, basic: true, body: GRANT }],
  ['c6', c6, { url: 'https://baas-api.c6bank.info/v1/auth', type: FORM, basic: true, body: GRANT }],
  [
    'cielo',
    cielo,
    {
      url: 'https://api2.cielo.com.br/v2/oauth/access-token',
      type: JSON_TYPE,
      basic: true,
      body: '{"grant_type":"client_credentials","scope":"cob.read cob.write pix.read pix.write"}',
    },
  ],
  [
    'efi',
    efi,
    {
      url: 'https://pix.api.efipay.com.br/oauth/token',
      type: JSON_TYPE,
      basic: true,
      body: '{"grant_type":"client_credentials"}',
    },
  ],
  [
    'inter',
    inter,
    {
      url: 'https://cdpj.partners.bancointer.com.br/oauth/v2/token',
      type: FORM,
      basic: false,
      body: `${GRANT}&client_id=client&client_secret=secret&${SCOPE}`,
    },
  ],
  [
    'itau',
    itau,
    {
      url: 'https://sts.itau.com.br/api/oauth/token',
      type: FORM,
      basic: false,
      body: `${GRANT}&client_id=client&client_secret=secret`,
    },
  ],
  [
    'pagbank',
    pagbank,
    {
      url: 'https://secure.api.pagseguro.com/pix/oauth2',
      type: JSON_TYPE,
      basic: true,
      body: '{"grant_type":"client_credentials","scope":"cob.read cob.write pix.read pix.write webhook.read webhook.write"}',
    },
  ],
  [
    'santander',
    santander,
    {
      url: `https://trust-pix.santander.com.br/oauth/token?${GRANT}`,
      type: FORM,
      basic: false,
      body: 'client_id=client&client_secret=secret',
    },
  ],
  [
    'sicoob',
    sicoob,
    {
      url: 'https://auth.sicoob.com.br/auth/realms/cooperado/protocol/openid-connect/token',
      type: FORM,
      basic: false,
      body: `${GRANT}&client_id=client&${SCOPE}`,
    },
  ],
  [
    'sicredi',
    sicredi,
    {
      url: 'https://api-pix.sicredi.com.br/oauth/token',
      type: FORM,
      basic: true,
      body: `${GRANT}&scope=cob.read+cob.write+pix.read+pix.write+webhook.read+webhook.write`,
    },
  ],
]

test('the table of token requests has every bank', () => {
  expect(TOKEN_REQUESTS.map(([id]) => id).toSorted()).toEqual(banks.map(({ id }) => id).toSorted())
})

test.each(TOKEN_REQUESTS)('asks %s for a token in its own shape', async (_id, profile, wanted) => {
  const request = await tokenRequestOf(profile, 'producao')
  expect(request.method).toBe('POST')
  expect(request.url).toBe(wanted.url)
  expect(request.headers['content-type']).toBe(wanted.type)
  expect(request.headers['authorization']).toBe(wanted.basic ? BASIC : undefined)
  const body = new TextDecoder().decode(request.body)
  expect(partsOf(body)).toEqual(partsOf(wanted.body))
})

/** Members of a form in any order, or JSON. */
const partsOf = (body: string): unknown => (body.startsWith('{') ? JSON.parse(body) : body.split('&').toSorted())

async function tokenRequestOf(profile: Profile, ambiente: Ambiente): Promise<TransportRequest> {
  const settings = resolveProfile(profile, ambiente)
  const credentials = { clientId: 'client', clientSecret: 'secret', extras: { appKey: 'key' } }
  const sent: TransportRequest[] = []
  const answer: TransportResponse = {
    status: 201,
    headers: {},
    body: new TextEncoder().encode('{"access_token":"invented","token_type":"Bearer","expires_in":3600}'),
  }
  const tokens = createOAuthTokens({
    transport: (request) => {
      sent.push(request)
      return Promise.resolve(answer)
    },
    tokenUrl: settings.tokenUrl ?? '',
    clientId: credentials.clientId,
    clientSecret: credentials.clientSecret,
    shape: settings.token,
    scopes: settings.scopes,
    headers: fieldSource(settings.headers, 'token', credentials),
    query: fieldSource(settings.query, 'token', credentials),
  })
  await tokens.get()
  expect(sent).toHaveLength(1)
  return sent[0] as TransportRequest
}

test('sends what a bank wants beside API Pix, and only there', () => {
  const credentials = { clientId: 'client', clientSecret: 'secret', extras: { appKey: 'key' } }
  const fields = (profile: Profile, on: 'token' | 'api', kind: 'headers' | 'query') =>
    fieldSource(resolveProfile(profile, 'producao')[kind], on, credentials)()

  expect(fields(bancoDoBrasil, 'api', 'query')).toEqual({ 'gw-dev-app-key': 'key' })
  expect(fields(bancoDoBrasil, 'token', 'query')).toEqual({})
  expect(fields(bancoDoBrasil, 'api', 'headers')).toEqual({})
  expect(fields(sicoob, 'api', 'headers')).toEqual({ client_id: 'client' })
  expect(Object.keys(fields(itau, 'api', 'headers')).toSorted()).toEqual([
    'x-correlationid',
    'x-itau-apikey',
    'x-itau-correlationid',
    'x-itau-flowid',
  ])
})

test('without the developer key of Banco do Brasil nothing is made', () => {
  const { query } = resolveProfile(bancoDoBrasil, 'producao')
  let refused: unknown
  try {
    fieldSource(query, 'api', { clientId: 'client' })
  } catch (error) {
    refused = error
  }
  expect(isPixkitError(refused, 'BACEN_SETTINGS') && refused.path).toEqual(['credentials', 'extras', 'appKey'])
})
