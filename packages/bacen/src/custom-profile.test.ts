import { expect, test } from 'vitest'
import { errorOf } from '../../../tests/lib/error-of.ts'
import { type CustomProfile, customProfile } from './custom-profile.ts'
import { bacen } from './profiles/bacen.ts'
import { resolveProfile } from './resolve-profile.ts'

const minimal: CustomProfile = {
  id: 'example',
  name: 'Banco Exemplo',
  ambientes: { producao: { apiUrl: 'https://pix.example.com/api', tokenUrl: 'https://pix.example.com/oauth/token' } },
}

test('what is not said is as in the norm', () => {
  const settings = resolveProfile(customProfile(minimal), 'producao')
  const plain = resolveProfile(bacen, 'producao', { ...minimal.ambientes.producao })
  expect(settings).toEqual({ ...plain, id: 'example', name: 'Banco Exemplo' })
  expect(settings.unconfirmed).toEqual([])
})

test('every knob can be said', () => {
  const settings = resolveProfile(
    customProfile({
      ...minimal,
      ambientes: {
        homologacao: {
          apiUrl: 'https://h.example.com',
          mtls: 'none',
          resourceUrls: { cobr: 'https://auto.example.com' },
          headers: [{ name: 'x-test', on: 'both', value: { kind: 'uuid' } }],
        },
      },
      token: { client: 'id-only', body: 'json', grantType: 'omitted', sendsScope: false, expiresIn: 'auto' },
      scopes: ['cob.read'],
      prefixes: { cob: '/v3' },
      paths: { 'solicRec.create': '/SolicRec' },
      headers: [{ name: 'x-own', on: 'api', value: { kind: 'credential', name: 'own' } }],
      query: [{ name: 'key', on: 'api', value: { kind: 'text', text: '1' } }],
      missing: ['cob.createWithoutTxid'],
      aliases: { brcode: 'pixCopiaECola' },
      instants: { milliseconds: false },
      listWindowDays: 7,
      maxItensPorPagina: 100,
      errors: ['efi'],
      prestadorDoServicoDeSaque: '12345678',
    }),
    'homologacao',
  )
  expect(settings).toEqual({
    id: 'example',
    name: 'Banco Exemplo',
    ambiente: 'homologacao',
    apiUrl: 'https://h.example.com',
    tokenUrl: undefined,
    mtls: 'none',
    resourceUrls: { cobr: 'https://auto.example.com' },
    token: { client: 'id-only', body: 'json', grantType: 'omitted', sendsScope: false, expiresIn: 'auto' },
    scopes: ['cob.read'],
    prefixes: { cob: '/v3' },
    paths: { 'solicRec.create': '/SolicRec' },
    headers: [
      { name: 'x-own', on: 'api', value: { kind: 'credential', name: 'own' } },
      { name: 'x-test', on: 'both', value: { kind: 'uuid' } },
    ],
    query: [{ name: 'key', on: 'api', value: { kind: 'text', text: '1' } }],
    missing: ['cob.createWithoutTxid'],
    aliases: { brcode: 'pixCopiaECola' },
    instants: { milliseconds: false },
    listWindowDays: 7,
    maxItensPorPagina: 100,
    errors: ['efi'],
    prestadorDoServicoDeSaque: '12345678',
    unconfirmed: [],
  })
})

test('every fact says that the caller said so, or the norm', () => {
  const { ambientes, token } = customProfile({ ...minimal, token: { body: 'json' } })
  expect(ambientes.producao?.apiUrl).toMatchObject({ confirmed: true, source: 'customProfile: said by the caller' })
  expect(token.body.source).toBe('customProfile: said by the caller')
  expect(token.client).toBe(bacen.token.client)
})

test('members that are undefined are as absent', () => {
  const profile = customProfile({ ...minimal, token: { body: undefined }, scopes: undefined })
  expect(profile.scopes).toBe(bacen.scopes)
  expect(profile.token.body).toBe(bacen.token.body)
})

test('a bad URL is refused when the profile is made, in any environment', () => {
  const ambientes = { ...minimal.ambientes, homologacao: { apiUrl: 'http://pix.example.com' } }
  const error = errorOf(() => customProfile({ ...minimal, ambientes }))
  expect(error).toMatchObject({ code: 'BACEN_SETTINGS', path: ['apiUrl'], params: { reason: 'url' } })
})

test.each<readonly [string, Partial<CustomProfile>]>([
  ['id', { id: 1 as never }],
  ['name', { name: undefined as never }],
  ['ambientes', { ambientes: {} }],
  ['ambientes', { ambientes: undefined as never }],
])('says that "%s" is of the wrong type', (name, wrong) => {
  const error = errorOf(() => customProfile({ ...minimal, ...wrong }))
  expect(error).toBeInstanceOf(TypeError)
  expect((error as TypeError).message).toContain(`"${name}"`)
})
