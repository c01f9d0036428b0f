import { describe, expect, test } from 'vitest'
import type { HttpErrorCode, ReasonOf } from './codes.ts'
import { httpFailure } from './failure.ts'
import { failureOfAnswer } from './http-error.ts'
import { isTemporary } from './retry.ts'

const fault = (key: string) => {
  const [code, reason] = key.split(':') as [HttpErrorCode, ReasonOf<HttpErrorCode>]
  return httpFailure(code, { reason })
}
const refusal = (status: number) =>
  failureOfAnswer({ status, headers: {}, body: new Uint8Array(0) }, { operation: 'cob.get', now: 0 })

describe('isTemporary', () => {
  test.each([
    'HTTP_ANSWER:encoding',
    'HTTP_ANSWER:syntax',
    'HTTP_CONNECT:refused',
    'HTTP_CONNECT:reset',
    'HTTP_CONNECT:timed-out',
    'HTTP_CONNECT:unreachable',
    'HTTP_CONNECT:other',
    'HTTP_DNS:temporary',
    'HTTP_PROTOCOL:truncated',
    'HTTP_TIMEOUT:resolve',
    'HTTP_TIMEOUT:connect',
    'HTTP_TIMEOUT:headers',
    'HTTP_TIMEOUT:body',
    'HTTP_TIMEOUT:total',
  ])('%s passes', (key) => {
    expect(isTemporary(fault(key))).toBe(true)
  })

  test.each([
    'HTTP_ABORTED:signal',
    'HTTP_ABORTED:disposed',
    'HTTP_ADDRESS_FORBIDDEN:special-purpose',
    'HTTP_ANSWER:html',
    'HTTP_BODY_TOO_LARGE',
    'HTTP_DNS:not-found',
    'HTTP_ENCODING:damaged',
    'HTTP_PROTOCOL:malformed',
    'HTTP_PROTOCOL:flood',
    'HTTP_REDIRECT:hidden',
    'HTTP_REQUEST:header-value',
    'HTTP_TLS:expired',
    'HTTP_TLS:other',
    'HTTP_TOKEN',
    'HTTP_URL:scheme',
  ])('%s stays', (key) => {
    expect(isTemporary(fault(key))).toBe(false)
  })

  test('of the statuses, those that say "not now"', () => {
    const statuses = Array.from({ length: 300 }, (_, index) => 300 + index)
    expect(statuses.filter((status) => isTemporary(refusal(status)))).toEqual([408, 429, 502, 503, 504])
  })

  test.each([undefined, null, 'HTTP_CONNECT', new Error('x'), { code: 'HTTP_CONNECT', params: {} }])(
    'knows only errors of pixkit: %s',
    (value) => {
      expect(isTemporary(value)).toBe(false)
    },
  )

  test('a refused token stays refused, whatever its status', () => {
    const answer = { status: 503, headers: {}, body: new Uint8Array(0) }
    expect(isTemporary(failureOfAnswer(answer, { code: 'HTTP_TOKEN', operation: 'token' }))).toBe(false)
  })
})
