import { describe, expect, test } from 'vitest'
import { rejectionOf } from '../../../tests/lib/rejection-of.ts'
import { mayBeDone } from './fate.ts'
import { failureOfSystem, httpFailure } from './failure.ts'
import { createHttpClient, type HttpCall, type HttpClientOptions } from './http-client.ts'
import { failureOfAnswer, PixkitHttpError } from './http-error.ts'
import type { TransportResponse } from './transport.ts'

const PUT: HttpCall = {
  operation: 'cob.create',
  method: 'PUT',
  url: 'https://pix.example.com/v2/cob/abc',
  path: '/cob/{txid}',
  body: {},
  repeatable: true,
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const answer = (status: number, text = '{}'): TransportResponse => ({ status, headers: {}, body: bytes(text) })
const refused = (status: number) => failureOfAnswer(answer(status), { operation: 'cob.create' })

const RESET = httpFailure('HTTP_CONNECT', { reason: 'reset' })
const REFUSED = httpFailure('HTTP_CONNECT', { reason: 'refused' })

/** What a call makes of one step after the other. */
function clientOf(steps: readonly (TransportResponse | Error)[], options: Partial<HttpClientOptions> = {}) {
  const left = [...steps]
  return createHttpClient({
    transport: async () => {
      const step = left.shift() ?? new Error('no step is left')
      if (step instanceof Error) throw step
      return step
    },
    sleep: async () => {},
    retry: { attempts: steps.length },
    ...options,
  })
}

describe('one try', () => {
  test.each([
    httpFailure('HTTP_ABORTED', { reason: 'signal' }),
    httpFailure('HTTP_ANSWER', { reason: 'html' }),
    httpFailure('HTTP_BODY_TOO_LARGE'),
    httpFailure('HTTP_CONNECT', { reason: 'hung-up' }),
    httpFailure('HTTP_CONNECT', { reason: 'other' }),
    httpFailure('HTTP_ENCODING', { reason: 'damaged' }),
    httpFailure('HTTP_HEADERS_TOO_LARGE'),
    httpFailure('HTTP_PROTOCOL', { reason: 'truncated' }),
    httpFailure('HTTP_REDIRECT', { params: { status: 303 } }),
    httpFailure('HTTP_TIMEOUT', { reason: 'total' }),
    httpFailure('HTTP_TIMEOUT', { reason: 'headers' }),
    httpFailure('HTTP_TLS', { reason: 'other' }),
    httpFailure('HTTP_TLS', { reason: 'protocol' }),
    failureOfSystem(Object.assign(new Error('fetch failed'), { code: 'ERR_SSL_BAD_RECORD_MAC' })),
    failureOfSystem(Object.assign(new Error('write EPROTO'), { code: 'EPROTO', syscall: 'write' })),
    failureOfSystem(Object.assign(new Error('fetch failed'), { code: 'ETIMEDOUT' })),
    RESET,
    refused(408),
    refused(303),
    refused(500),
    refused(502),
    new Error('something else'),
    'text',
    null,
  ])('may be done: %s', (error) => {
    expect(mayBeDone(error)).toBe(true)
  })

  test.each([
    httpFailure('HTTP_ABORTED', { reason: 'disposed' }),
    httpFailure('HTTP_CONNECT', { reason: 'timed-out' }),
    httpFailure('HTTP_CONNECT', { reason: 'unreachable' }),
    httpFailure('HTTP_DNS', { reason: 'not-found' }),
    httpFailure('HTTP_REQUEST', { reason: 'header-value' }),
    httpFailure('HTTP_TIMEOUT', { reason: 'connect' }),
    httpFailure('HTTP_TIMEOUT', { reason: 'resolve' }),
    httpFailure('HTTP_TIMEOUT', { reason: 'token' }),
    httpFailure('HTTP_TLS', { reason: 'other', params: { phase: 'connect' } }),
    httpFailure('HTTP_TLS', { reason: 'protocol', params: { phase: 'connect' } }),
    httpFailure('HTTP_TLS', { reason: 'untrusted' }),
    httpFailure('HTTP_TOKEN', { reason: 'answer' }),
    httpFailure('HTTP_URL', { reason: 'scheme' }),
    REFUSED,
    refused(400),
    refused(401),
    refused(404),
    refused(429),
  ])('is not done: %s', (error) => {
    expect(mayBeDone(error)).toBe(false)
  })
})

describe('several tries', () => {
  test.each<[boolean, readonly (TransportResponse | Error)[]]>([
    [true, [RESET, answer(429)]],
    [true, [RESET, answer(400)]],
    [true, [answer(503), REFUSED]],
    [true, [REFUSED, answer(201, '{"tx')]],
    [false, [REFUSED, answer(400)]],
    [false, [answer(429), answer(400)]],
    [false, [REFUSED, REFUSED]],
  ])('%s after %s', async (expected, steps) => {
    expect(mayBeDone(await rejectionOf(clientOf(steps).call(PUT)))).toBe(expected)
  })

  test('a try that was answered 401 was not done', async () => {
    const authorisation = { headers: async () => ({ authorization: 'Bearer a' }), renew: async () => true }
    const refusal = await rejectionOf(clientOf([answer(401), answer(400)], { authorisation }).call(PUT))
    expect(mayBeDone(refusal)).toBe(false)
  })

  test('what fails before the request is sent, such as a token, does not count', async () => {
    const authorisation = { headers: () => Promise.reject(RESET) }
    const error = await rejectionOf(clientOf([answer(201), answer(201)], { authorisation }).call(PUT))
    expect(error).toMatchObject({ code: 'HTTP_CONNECT', params: { attempts: 2 } })
    expect(mayBeDone(error)).toBe(false)
  })

  test('called off before the first try: not done; while waiting for the second: as the first', async () => {
    expect(mayBeDone(await rejectionOf(clientOf([RESET]).call({ ...PUT, signal: AbortSignal.abort() })))).toBe(false)
    for (const [first, expected] of [
      [RESET, true],
      [REFUSED, false],
    ] as const) {
      const controller = new AbortController()
      const sleep = async (): Promise<void> => controller.abort()
      const client = clientOf([first, answer(201)], { sleep })
      const error = await rejectionOf(client.call({ ...PUT, signal: controller.signal }))
      expect(error).toMatchObject({ code: 'HTTP_ABORTED' })
      expect(mayBeDone(error)).toBe(expected)
    }
  })
})

describe('the error of a call', () => {
  test('is its own, also where two calls fail with one error', async () => {
    const shared = failureOfAnswer(answer(401), { code: 'HTTP_TOKEN', reason: 'credentials', operation: 'token' })
    const authorisation = { headers: () => Promise.reject(shared) }
    const client = clientOf([answer(201)], { authorisation })
    const [one, other] = await Promise.all([rejectionOf(client.call(PUT)), rejectionOf(client.call(PUT))])
    expect(one).toBeInstanceOf(PixkitHttpError)
    expect(one).not.toBe(other)
    expect(one).not.toBe(shared)
  })

  test('says what was asked of whom', async () => {
    expect(await rejectionOf(clientOf([REFUSED]).call(PUT))).toMatchObject({
      message: 'host refused the connection (cob.create, pix.example.com)',
      params: { operation: 'cob.create', host: 'pix.example.com', reason: 'refused', attempts: 1 },
    })
  })

  test('shows nothing of its fate when it is printed', async () => {
    const error = await rejectionOf(clientOf([RESET]).call(PUT))
    expect(JSON.stringify(error)).not.toContain('true')
  })
})
