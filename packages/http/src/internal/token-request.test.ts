import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tokenDesk } from '../../../../tests/lib/token-desk.ts'
import { createOAuthTokens, type OAuthTokensOptions, type TokenShape } from '../oauth-tokens.ts'
import type { TransportRequest } from '../transport.ts'

const SHAPE: TokenShape = { client: 'basic', body: 'form', grantType: 'body', sendsScope: true, expiresIn: 'seconds' }

async function sent(
  shape: Partial<TokenShape>,
  options: Partial<OAuthTokensOptions> = {},
): Promise<TransportRequest & { readonly text: string }> {
  const desk = tokenDesk({ shape: { ...SHAPE, ...shape }, ...options })
  await createOAuthTokens(desk.options).get()
  const [request] = desk.requests
  if (request === undefined) throw new Error('nothing was sent')
  return { ...request, text: new TextDecoder().decode(request.body) }
}

const URL_OF_TOKEN = 'https://pix.example.com/oauth/token'
const FORM = 'application/x-www-form-urlencoded'
const BASIC = `Basic ${btoa('loja:segredo da loja')}`

describe('requests of a token', () => {
  test('Basic and a form', async () => {
    const { method, url, headers, text } = await sent({})
    expect({ method, url, headers, text }).toEqual({
      method: 'POST',
      url: URL_OF_TOKEN,
      headers: { accept: 'application/json', 'content-type': FORM, authorization: BASIC },
      text: 'grant_type=client_credentials&scope=cob.read+cob.write',
    })
  })

  test('Basic and JSON without scope, as Efí', async () => {
    const { headers, text } = await sent({ body: 'json', sendsScope: false })
    expect(headers).toMatchObject({ 'content-type': 'application/json', authorization: BASIC })
    expect(text).toBe('{"grant_type":"client_credentials"}')
  })

  test('id and secret in the form, and the grant in the query, as Santander', async () => {
    const { url, headers, text } = await sent({ client: 'body', grantType: 'query', sendsScope: false })
    expect(url).toBe(`${URL_OF_TOKEN}?grant_type=client_credentials`)
    expect(headers).not.toHaveProperty('authorization')
    expect(text).toBe('client_id=loja&client_secret=segredo+da+loja')
  })

  test('the id alone, as Sicoob', async () => {
    const { headers, text } = await sent({ client: 'id-only' }, { clientSecret: undefined })
    expect(headers).not.toHaveProperty('authorization')
    expect(text).toBe('grant_type=client_credentials&client_id=loja&scope=cob.read+cob.write')
  })

  test('no grant, no scopes: an empty body', async () => {
    expect(await sent({ grantType: 'omitted' }, { scopes: [] })).toMatchObject({ text: '' })
    expect(await sent({ grantType: 'omitted', body: 'json' }, { scopes: [] })).toMatchObject({ text: '{}' })
  })

  test('adds headers and query, fresh ones for each request, and its own stay', async () => {
    let count = 0
    const desk = tokenDesk({
      tokenUrl: `${URL_OF_TOKEN}?a=1`,
      headers: () => ({ 'x-id': String((count += 1)), 'content-type': 'text/plain', authorization: 'none' }),
      query: { key: 'chave & outra' },
    })
    const tokens = createOAuthTokens(desk.options)
    await tokens.get()
    await tokens.refuse('token-1')
    await tokens.get()
    const expected = { 'content-type': FORM, authorization: BASIC }
    expect(desk.requests.map(({ headers }) => headers)).toMatchObject([
      { 'x-id': '1', ...expected },
      { 'x-id': '2', ...expected },
    ])
    expect(desk.requests[0]?.url).toBe(`${URL_OF_TOKEN}?a=1&key=chave+%26+outra`)
  })

  test.each([
    ['plain', 'l@ja+1', 'a:b/c%20=ç€', 'l@ja+1:a:b/c%20=ç€'],
    ['form', 'l@ja+1', 'a:b/c%20=ç€ *', 'l%40ja%2B1:a%3Ab%2Fc%2520%3D%C3%A7%E2%82%AC+*'],
    ['form', 'lo:ja', 's', 'lo%3Aja:s'],
  ] as const)('%s Basic of reserved characters', async (basicEncoding, clientId, clientSecret, expected) => {
    const { headers } = await sent({}, { basicEncoding, clientId, clientSecret })
    const [scheme, credentials = ''] = headers['authorization']?.split(' ') ?? []
    expect(scheme).toBe('Basic')
    expect(Buffer.from(credentials, 'base64').toString('utf8')).toBe(expected)
  })

  test('a secret never stands in the URL, and every shape sends what it should where it should', async () => {
    const text = fc.stringMatching(/^[A-Za-z0-9&=%+?#/ç€]{8,20}$/)
    const shapes = fc.record({
      client: fc.constantFrom('basic', 'body', 'id-only'),
      body: fc.constantFrom('form', 'json'),
      grantType: fc.constantFrom('body', 'query', 'omitted'),
      sendsScope: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(shapes, text, text, async (shape, clientId, clientSecret) => {
        const { url, headers, text: body } = await sent(shape, { clientId, clientSecret })
        const fields = new Map(shape.body === 'json' ? Object.entries(JSON.parse(body)) : new URLSearchParams(body))
        expect([...new URL(url).searchParams.keys()]).toEqual(shape.grantType === 'query' ? ['grant_type'] : [])
        expect(fields.get('client_id')).toBe(shape.client === 'basic' ? undefined : clientId)
        expect(fields.get('client_secret')).toBe(shape.client === 'body' ? clientSecret : undefined)
        expect(fields.get('scope')).toBe(shape.sendsScope ? 'cob.read cob.write' : undefined)
        const basic = Buffer.from(headers['authorization']?.slice('Basic '.length) ?? '', 'base64').toString('utf8')
        expect(basic).toBe(shape.client === 'basic' ? `${clientId}:${clientSecret}` : '')
      }),
    )
  })
})

describe('settings that cannot be right', () => {
  test.each<[Partial<OAuthTokensOptions>, string]>([
    [{ clientId: '' }, '"clientId"'],
    [{ clientId: 'lo:ja' }, '"clientId"'],
    [{ clientSecret: 'segredo\n' }, '"clientSecret"'],
    [{ clientSecret: undefined }, '"clientSecret"'],
    [{ tokenUrl: '/oauth/token' }, '"tokenUrl"'],
    [{ scopes: ['cob.read cob.write'] }, '"scopes"'],
    [{ timeoutMs: 0 }, '"timeoutMs"'],
    [{ renewBeforeMs: -1 }, '"renewBeforeMs"'],
  ])('%j', (options, name) => {
    const { options: all } = tokenDesk(options)
    expect(() => createOAuthTokens(all)).toThrow(TypeError)
    expect(() => createOAuthTokens(all)).toThrow(name)
    expect(() => createOAuthTokens(all)).not.toThrow('segredo')
  })
})
