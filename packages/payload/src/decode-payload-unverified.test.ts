import { describe, expect, it } from 'vitest'
import { errorOf } from '../../../tests/lib/error-of.ts'
import { base64url } from '../../../tests/lib/payload-fixture.ts'
import { decodePayloadUnverified } from './decode-payload-unverified.ts'

const jws = (header: string, payload: string): string => `${base64url(header)}.${base64url(payload)}.AA`

describe('decodePayloadUnverified', () => {
  it('decodes whatever somebody wrote', () => {
    const expected = { header: { alg: 'none' }, payload: { valor: 'é' } }
    const text = jws('{"alg":"none"}', '{"valor":"é"}')
    expect(decodePayloadUnverified(text)).toEqual(expected)
    expect(decodePayloadUnverified(new TextEncoder().encode(text))).toEqual(expected)
  })

  it.each([
    ['no JWS', 'a.b', 'PAYLOAD_BODY', 'not-compact-jws', []],
    ['a header that is no JSON', jws('{', '{}'), 'PAYLOAD_HEADER', 'not-json', []],
    ['a payload that is no JSON', jws('{}', '{'), 'PAYLOAD_JSON', 'syntax', []],
    ['a member twice', jws('{}', '{"txid":"a","txid":"b"}'), 'PAYLOAD_JSON', 'duplicate-member', ['txid']],
  ])('refuses %s', (_, text, code, reason, path) => {
    expect(errorOf(() => decodePayloadUnverified(text))).toMatchObject({ code, path, params: { reason } })
  })

  it('is a TypeError for what is neither text nor bytes', () => {
    expect(errorOf(() => decodePayloadUnverified(1 as never))).toBeInstanceOf(TypeError)
  })
})
