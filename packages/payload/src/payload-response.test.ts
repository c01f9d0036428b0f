import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { errorOf } from '../../../tests/lib/error-of.ts'
import { signingKeyFor } from '../../../tests/lib/test-signer.ts'
import { buildJwks, type JwkSet } from './build-jwks.ts'
import { keySetResponse, payloadProblem, payloadResponse, type ProblemStatuses } from './payload-response.ts'

const JWS = 'eyJhbGciOiJSUzI1NiJ9.e30.c2ln'

function headersOf({ headers }: Response): object {
  return Object.fromEntries(headers)
}

describe('payloadResponse', () => {
  it('answers the JWS, which nobody may keep', async () => {
    const response = payloadResponse(JWS)
    expect(response.status).toBe(200)
    expect(headersOf(response)).toEqual({
      'cache-control': 'no-store',
      'content-type': 'application/jose',
      'x-content-type-options': 'nosniff',
    })
    expect(await response.text()).toBe(JWS)
  })

  it.each(['', '{"status":"ATIVA"}', 'e30.e30', `${JWS}\n`, `${JWS}.e30`, 'e30..c2ln'])('refuses %j', (text) => {
    const error = errorOf(() => payloadResponse(text))
    expect(error).toMatchObject({ code: 'PAYLOAD_SIGNING_OPTION', path: ['jws'], params: { reason: 'jws' } })
  })

  it('refuses what is no text', () => {
    expect(errorOf(() => payloadResponse({} as string))).toBeInstanceOf(TypeError)
  })
})

describe('keySetResponse', () => {
  it('answers the keys, for an hour by default', async () => {
    const jwks = buildJwks(await signingKeyFor('ES256'))
    const response = keySetResponse(jwks)
    expect(response.status).toBe(200)
    expect(headersOf(response)).toEqual({
      'cache-control': 'public, max-age=3600',
      'content-type': 'application/jwk-set+json',
      'x-content-type-options': 'nosniff',
    })
    expect(await response.json()).toEqual(jwks)
  })

  it.each(['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'])('refuses to publish %s', async (name) => {
    const { keys } = buildJwks(await signingKeyFor('ES256'))
    const exposed = { keys: keys.map((key) => ({ ...key, [name]: 'c2VjcmV0' })) }
    const error = errorOf(() => keySetResponse(exposed as JwkSet))
    expect(error).toMatchObject({
      code: 'PAYLOAD_SIGNING_KEY',
      path: ['keys', 0, name],
      params: { reason: 'private-member', field: `keys.0.${name}` },
    })
    expect(inspect(error)).not.toContain('c2VjcmV0')
    // The private key in place of its set.
    const bare = errorOf(() => keySetResponse({ keys, [name]: 'c2VjcmV0' } as JwkSet))
    expect(bare).toMatchObject({ code: 'PAYLOAD_SIGNING_KEY', path: [name], params: { reason: 'private-member' } })
  })

  it('publishes no member that buildJwks does not write', async () => {
    const jwks = buildJwks(await signingKeyFor('RS256'))
    const more = { keys: jwks.keys.map((key) => ({ ...key, secret: 's', toJSON: () => 's' })), secret: 's' }
    expect(await keySetResponse(more).json()).toEqual(jwks)
  })

  it.each([undefined, null, {}, 'text', { keys: 'text' }, { keys: [null] }, { keys: ['text'] }, { keys: [{}] }])(
    'refuses %j, as a mistake of the caller',
    (jwks) => {
      expect(errorOf(() => keySetResponse(jwks as JwkSet))).toBeInstanceOf(TypeError)
    },
  )

  it.each([0, 300, 86_400])('may be kept for %i seconds', (maxAgeSeconds) => {
    const { headers } = keySetResponse({ keys: [] }, { maxAgeSeconds })
    expect(headers.get('cache-control')).toBe(`public, max-age=${maxAgeSeconds}`)
  })

  it.each([-1, 0.5, 86_401, Number.NaN, Infinity, '60' as unknown as number])('refuses %s seconds', (maxAgeSeconds) => {
    const error = errorOf(() => keySetResponse({ keys: [] }, { maxAgeSeconds }))
    expect(error).toMatchObject({
      code: 'PAYLOAD_SIGNING_OPTION',
      path: ['maxAgeSeconds'],
      params: { reason: 'max-age', field: 'maxAgeSeconds' },
    })
  })
})

describe('payloadProblem', () => {
  const cases: readonly (readonly [keyof ProblemStatuses, number | undefined, number])[] = [
    ['CobPayloadNaoEncontrado', undefined, 404],
    ['CobPayloadNaoEncontrado', 404, 404],
    ['CobPayloadNaoEncontrado', 410, 410],
    ['CobPayloadOperacaoInvalida', undefined, 400],
    ['CobPayloadOperacaoInvalida', 400, 400],
    ['RecPayloadNaoEncontrado', undefined, 404],
    ['RecPayloadNaoEncontrado', 410, 410],
    ['RecPayloadOperacaoInvalida', undefined, 400],
    ['ServicoIndisponivel', undefined, 503],
  ]

  it.each(cases)('%s with status %s', async (type, status, expected) => {
    const response = payloadProblem(type, status === undefined ? {} : { status: status as 404 & 400 & 503 })
    expect(response.status).toBe(expected)
    expect(headersOf(response)).toEqual({
      'cache-control': 'no-store',
      'content-type': 'application/problem+json',
      'x-content-type-options': 'nosniff',
    })
    expect(await response.json()).toEqual({
      type: `https://pix.bcb.gov.br/api/v2/error/${type}`,
      title: expect.stringMatching(/^(?:Cobrança|Recorrência|Serviço) /) as string,
      status: expected,
    })
  })

  it('says more, when there is more to say', async () => {
    const response = payloadProblem('CobPayloadOperacaoInvalida', { detail: 'DPP está no passado' })
    expect(await response.json()).toMatchObject({ detail: 'DPP está no passado' })
  })

  it('says what is wrong with a request', async () => {
    const violacoes = [{ razao: 'DPP está no passado', propriedade: 'DPP' }]
    const response = payloadProblem('CobPayloadOperacaoInvalida', { violacoes })
    expect(await response.json()).toMatchObject({ violacoes })
  })

  it('refuses another status, in types too', () => {
    // @ts-expect-error The norm has no 410 for it.
    expect(errorOf(() => payloadProblem('CobPayloadOperacaoInvalida', { status: 410 }))).toBeInstanceOf(TypeError)
    // @ts-expect-error The norm has no 400 for it.
    expect(errorOf(() => payloadProblem('RecPayloadNaoEncontrado', { status: 400 }))).toBeInstanceOf(TypeError)
    // @ts-expect-error The norm has no such error.
    expect(errorOf(() => payloadProblem('toString'))).toBeInstanceOf(TypeError)
  })
})
