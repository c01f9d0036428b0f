import { isPixkitError } from '@pixkit/core/error'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../../../../tests/lib/error-of.ts'
import { json, START } from '../../../../tests/lib/token-desk.ts'
import type { TransportResponse } from '../transport.ts'
import { readGrant } from './token-answer.ts'

const TOKEN = { access_token: 'abc', token_type: 'Bearer', expires_in: 300 }

function text(body: string, headers: Record<string, string> = {}): TransportResponse {
  return { status: 200, headers, body: new TextEncoder().encode(body) }
}

function jwt(claims: unknown): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'RS256' })}.${part(claims)}.c2ln`
}

describe('a granted token', () => {
  test('with its life and scopes', () => {
    expect(readGrant(json({ ...TOKEN, scope: 'cob.read cob.write' }, 201), 'seconds', START)).toEqual({
      accessToken: 'abc',
      lifetimeMs: 300_000,
      lifetimeKnown: true,
      scopes: ['cob.read', 'cob.write'],
    })
  })

  test.each([
    [undefined, undefined],
    [null, undefined],
    [7, undefined],
    ['', []],
    [' cob.read  cob.write ', ['cob.read', 'cob.write']],
    ['cob.read+cob.write', ['cob.read', 'cob.write']],
    [
      ['cob.read', 'cob.write', 7],
      ['cob.read', 'cob.write'],
    ],
  ])('scope %j', (scope, scopes) => {
    expect(readGrant(json({ ...TOKEN, scope }), 'seconds', START).scopes).toEqual(scopes)
  })

  test.each([
    [300, 'seconds', 300_000],
    ['300', 'seconds', 300_000],
    [' 300.5 ', 'seconds', 300_500],
    [30, 'seconds', 30_000],
    [1, 'seconds', 1_000],
    [1_000, 'milliseconds', 1_000],
    [300_000, 'milliseconds', 300_000],
    [300, 'auto', 300_000],
    [86_400, 'auto', 86_400_000],
    [300_000, 'auto', 300_000],
    [3_600_000, 'seconds', 86_400_000],
    [1e300, 'seconds', 86_400_000],
  ] as const)('expires_in %j in %s', (expires_in, unit, lifetimeMs) => {
    expect(readGrant(json({ ...TOKEN, expires_in }), unit, START)).toMatchObject({ lifetimeMs, lifetimeKnown: true })
  })

  test.each([undefined, null, 0, -1, '0', '-5', '', 'soon', '1e9', [300], true])(
    'expires_in %j says nothing',
    (expires_in) => {
      const grant = readGrant(json({ ...TOKEN, expires_in }), 'seconds', START)
      expect(grant).toMatchObject({ lifetimeMs: 300_000, lifetimeKnown: false })
    },
  )

  test.each([
    [0.9, 'seconds'],
    [300, 'milliseconds'],
  ] as const)('expires_in %j in %s is a wrong unit', (expires_in, unit) => {
    const grant = readGrant(json({ ...TOKEN, expires_in }), unit, START)
    expect(grant).toMatchObject({ lifetimeMs: 300_000, lifetimeKnown: false })
  })

  test.each([
    ['its exp counts', { exp: START / 1_000 + 1_200 }, 1_200_000],
    ['a day at most', { exp: START / 1_000 + 100_000 }, 86_400_000],
    ['an exp in the past is a wrong clock', { exp: START / 1_000 - 5 }, 300_000],
    ['an exp that is about to come is one, too', { exp: START / 1_000 + 1 }, 300_000],
    ['an exp that is no number', { exp: '2027' }, 300_000],
    ['no exp', {}, 300_000],
    ['claims that are no object', null, 300_000],
  ])('a JWT of unknown unit: %s', (_what, claims, lifetimeMs) => {
    const grant = readGrant(json({ ...TOKEN, access_token: jwt(claims) }), 'auto', START)
    expect(grant).toMatchObject({ lifetimeMs, lifetimeKnown: true })
    expect(readGrant(json({ ...TOKEN, access_token: jwt(claims) }), 'seconds', START).lifetimeMs).toBe(300_000)
  })

  test.each(['a.b.c', 'a.e30', '.e30.', 'a.====.b', `a.${btoa('{')}.b`])('%s is no JWT', (access_token) => {
    expect(readGrant(json({ ...TOKEN, access_token }), 'auto', START).lifetimeMs).toBe(300_000)
  })

  test.each(['Bearer', 'bearer', 'BEARER', 'BearerToken', undefined, null])('type %j', (token_type) => {
    expect(readGrant(json({ ...TOKEN, token_type }), 'seconds', START).accessToken).toBe('abc')
  })
})

describe('an answer that is no token', () => {
  test.each<[string, TransportResponse]>([
    ['token-type', json({ ...TOKEN, token_type: 'mac' })],
    ['token-type', json({ ...TOKEN, token_type: 'Bearer x' })],
    ['token-type', json({ ...TOKEN, token_type: 7 })],
    ['access-token', json({ ...TOKEN, access_token: undefined })],
    ['access-token', json({ ...TOKEN, access_token: '' })],
    ['access-token', json({ ...TOKEN, access_token: ['abc'] })],
    ['access-token', json({ ...TOKEN, access_token: 'abc\r\nhost: other' })],
    ['access-token', json({ ...TOKEN, access_token: 'a b' })],
    ['access-token', json({ ...TOKEN, access_token: 'ç' })],
    ['access-token', json({ ...TOKEN, access_token: 'a'.repeat(16_385) })],
    ['access-token', json({ error: 'invalid_client' })],
    ['answer', json([TOKEN])],
    ['answer', json('abc')],
    ['answer', text('')],
    ['answer', text('access_token=abc')],
    ['html', text('<html><body>abc</body></html>', { 'content-type': 'text/html' })],
  ])('%s', (reason, answer) => {
    const error = errorOf(() => readGrant(answer, 'seconds', START))
    expect(error).toMatchObject({ code: 'HTTP_TOKEN', path: [], params: { reason, status: 200 } })
    expect(String(error)).not.toContain('abc')
  })

  /** What became of an answer, in words. */
  function outcomeOf(answer: TransportResponse): string {
    try {
      const { accessToken, lifetimeMs } = readGrant(answer, 'auto', START)
      const isRight = /^[\x21-\x7E]+$/.test(accessToken) && lifetimeMs > 0 && lifetimeMs <= 86_400_000
      return isRight ? 'granted' : 'something else'
    } catch (error) {
      return isPixkitError(error, 'HTTP_TOKEN') ? 'refused' : String(error)
    }
  }

  test('whatever is granted can stand in a header, or is refused', () => {
    const member = fc.oneof(fc.string(), fc.integer(), fc.jsonValue())
    fc.assert(
      fc.property(member, member, member, member, (access_token, token_type, expires_in, scope) => {
        const answer = json({ access_token, expires_in, scope })
        expect(['granted', 'refused']).toContain(outcomeOf(answer))
        expect(['granted', 'refused']).toContain(outcomeOf(json({ access_token, token_type })))
      }),
    )
  })
})
