import { describe, expect, test } from 'vitest'
import { errorOf } from '../../../tests/lib/error-of.ts'
import type { ExtraField, Profile, ProfileOverrides } from './profile.ts'
import { bacen } from './profiles/bacen.ts'
import { efi } from './profiles/efi.ts'
import { itau } from './profiles/itau.ts'
import { sicredi } from './profiles/sicredi.ts'
import { resolveProfile } from './resolve-profile.ts'

const API = 'https://pix.example.com/api'

describe('overrides', () => {
  test('take the place of facts, and count as confirmed', () => {
    const settings = resolveProfile(sicredi, 'producao', {
      apiUrl: API,
      prefixes: { cob: '/v2' },
      paths: {},
      scopes: ['cob.read'],
      token: { expiresIn: 'seconds' },
    })
    expect(settings.apiUrl).toBe(API)
    expect(settings.prefixes).toEqual({ cob: '/v2' })
    expect(settings.paths).toEqual({})
    expect(settings.token).toEqual({
      client: 'basic',
      body: 'form',
      grantType: 'body',
      sendsScope: true,
      expiresIn: 'seconds',
    })
    expect(settings.tokenUrl).toBe('https://api-pix.sicredi.com.br/oauth/token')
    expect(settings.unconfirmed).toEqual([])
  })

  test('of headers replace those of the bank and of its environment', () => {
    const header: ExtraField = { name: 'x-own', on: 'api', value: { kind: 'text', text: 'yes' } }
    expect(resolveProfile(itau, 'producao').headers.map(({ name }) => name)).toEqual([
      'x-correlationid',
      'x-itau-correlationid',
      'x-itau-flowid',
      'x-itau-apikey',
    ])
    const own = resolveProfile(itau, 'producao', { headers: [header] })
    expect(own.headers).toEqual([header])
    expect(own.unconfirmed).not.toContain('headers')
    expect(own.unconfirmed).not.toContain('ambientes.producao.headers')
  })

  test('that are undefined change nothing', () => {
    expect(resolveProfile(efi, 'producao', { apiUrl: undefined, token: undefined })).toEqual(
      resolveProfile(efi, 'producao'),
    )
  })
})

describe('what is not said', () => {
  test('is as the norm has it', () => {
    expect(resolveProfile(bacen, 'homologacao', { apiUrl: API })).toMatchObject({
      ambiente: 'homologacao',
      tokenUrl: undefined,
      mtls: 'both',
      instants: { milliseconds: true },
      prefixes: {},
      missing: [],
      listWindowDays: undefined,
      errors: [],
    })
  })

  test('of an environment that the bank does not have is refused', () => {
    const error = errorOf(() => resolveProfile(bacen, 'homologacao'))
    expect(error).toMatchObject({
      code: 'BACEN_SETTINGS',
      path: ['ambiente'],
      params: { reason: 'ambiente', bank: 'API Pix', ambiente: 'homologacao' },
      message: 'the profile API Pix has no address for the ambiente homologacao',
    })
  })
})

describe('URLs', () => {
  test.each([
    'https://pix.example.com',
    'https://pix.example.com:8443/api/v2',
    'http://127.0.0.1:3000',
    'http://localhost:3000/api',
    'http://[::1]:3000',
  ])('take %s', (apiUrl) => {
    expect(resolveProfile(bacen, 'producao', { apiUrl }).apiUrl).toBe(apiUrl)
  })

  test.each([
    ['https://pix.example.com/', 'https://pix.example.com'],
    ['https://pix.example.com/api//', 'https://pix.example.com/api'],
  ])('of the API lose their slash at the end: %s', (url, wanted) => {
    const settings = resolveProfile(bacen, 'producao', { apiUrl: url, resourceUrls: { cobr: url }, tokenUrl: url })
    expect([settings.apiUrl, settings.resourceUrls.cobr]).toEqual([wanted, wanted])
    // The token is at this very address.
    expect(settings.tokenUrl).toBe(url)
  })

  test.each([
    ['something else than a text', 1 as never],
    ['plain http', 'http://pix.example.com'],
    ['a name that only begins like loopback', 'http://127.0.0.1.example.com'],
    ['another scheme', 'ftp://pix.example.com'],
    ['a user', 'https://user:secret@pix.example.com'],
    ['a query', 'https://pix.example.com?a=b'],
    ['an empty query', 'https://pix.example.com?'],
    ['a fragment', 'https://pix.example.com#a'],
    ['capitals in the host', 'https://Pix.example.com'],
    ['dots in the path', 'https://pix.example.com/api/../other'],
    ['spaces around', ' https://pix.example.com'],
    ['no URL at all', 'pix.example.com'],
    ['an empty text', ''],
    ['too many characters', `https://pix.example.com/${'a'.repeat(2_048)}`],
  ])('refuse %s', (_what, url) => {
    for (const [overrides, path] of [
      [{ apiUrl: url }, ['apiUrl']],
      [{ apiUrl: API, tokenUrl: url }, ['tokenUrl']],
      [{ apiUrl: API, resourceUrls: { cobr: url } }, ['resourceUrls', 'cobr']],
    ] as const) {
      const error = errorOf(() => resolveProfile(bacen, 'producao', overrides))
      expect(error).toMatchObject({ code: 'BACEN_SETTINGS', path, params: { reason: 'url' } })
    }
  })

  test('that are refused are not repeated by the error', () => {
    const error = errorOf(() => resolveProfile(bacen, 'producao', { apiUrl: 'https://user:hunter2@pix.example.com' }))
    expect(JSON.stringify(error) + String(error)).not.toContain('hunter2')
  })
})

const header = (name: string, text = 'x'): ExtraField => ({ name, on: 'api', value: { kind: 'text', text } })

test.each<readonly [string, ProfileOverrides, readonly string[], string]>([
  ['a prefix without a slash', { prefixes: { cob: 'v3' } }, ['prefixes', 'cob'], 'prefix'],
  ['a prefix with one at the end', { prefixes: { cob: '/v3/' } }, ['prefixes', 'cob'], 'prefix'],
  ['a prefix that climbs', { prefixes: { cob: '/../v3' } }, ['prefixes', 'cob'], 'prefix'],
  ['a prefix with a query', { prefixes: { 'cob.get': '/v3?a=b' } }, ['prefixes', 'cob.get'], 'prefix'],
  ['a path without its parameter', { paths: { 'cob.get': '/cob' } }, ['paths', 'cob.get'], 'path'],
  ['a path with another parameter', { paths: { 'cob.get': '/cob/{id}' } }, ['paths', 'cob.get'], 'path'],
  ['a path without a slash', { paths: { 'cob.get': 'cob/{txid}' } }, ['paths', 'cob.get'], 'path'],
  ['a path that climbs', { paths: { 'cob.get': '/../{txid}' } }, ['paths', 'cob.get'], 'path'],
  ['a path of no operation', { paths: { 'cob.drop': '/cob' } as never }, ['paths', 'cob.drop'], 'path'],
  ['a header with capitals', { headers: [header('X-Own')] }, ['headers', '0'], 'header'],
  ['the header of the token', { headers: [header('x-own'), header('authorization')] }, ['headers', '1'], 'header'],
  ['a header that ends the line', { headers: [header('x-own', 'a\r\nb: c')] }, ['headers', '0'], 'header'],
  ['a query without a name', { query: [header('')] }, ['query', '0'], 'query'],
  ['a window of no days', { listWindowDays: 0 }, ['listWindowDays'], 'number'],
  ['a page of half an item', { maxItensPorPagina: 0.5 }, ['maxItensPorPagina'], 'number'],
])('refuses %s', (_what, overrides, path, reason) => {
  const error = errorOf(() => resolveProfile(bacen, 'producao', { apiUrl: API, ...overrides }))
  expect(error).toMatchObject({ code: 'BACEN_SETTINGS', path, params: { reason } })
})

test.each<readonly [string, () => unknown]>([
  ['profile', () => resolveProfile(undefined as never, 'producao')],
  ['profile', () => resolveProfile('sicredi' as unknown as Profile, 'producao')],
  ['ambiente', () => resolveProfile(sicredi, 'sandbox' as never)],
  ['ambiente', () => resolveProfile(sicredi, '__proto__' as never)],
  ['overrides', () => resolveProfile(sicredi, 'producao', null as never)],
])('says that "%s" is of the wrong type', (name, run) => {
  const error = errorOf(run)
  expect(error).toBeInstanceOf(TypeError)
  expect((error as TypeError).message).toContain(`"${name}"`)
})
