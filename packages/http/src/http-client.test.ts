import { inspect } from 'node:util'
import { isPixkitError } from '@pixkit/core/error'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../../../tests/lib/error-of.ts'
import { rejectionOf } from '../../../tests/lib/rejection-of.ts'
import { httpFailure } from './failure.ts'
import type { HttpHooks } from './hooks.ts'
import { type Authorisation, createHttpClient, type HttpCall, type HttpClientOptions } from './http-client.ts'
import { failureOfAnswer, isPixkitHttpError } from './http-error.ts'
import type { TransportRequest, TransportResponse } from './transport.ts'

const URL_OF_COB = 'https://pix.example.com/v2/cob/abc'
const GET_COB: HttpCall = {
  operation: 'cob.get',
  method: 'GET',
  url: URL_OF_COB,
  path: '/cob/{txid}',
  repeatable: true,
}
const PUT_COB: HttpCall = { ...GET_COB, operation: 'cob.create', method: 'PUT', body: { valor: { original: '1.00' } } }
const POST_COB: HttpCall = { ...PUT_COB, operation: 'cob.createWithoutTxid', method: 'POST', repeatable: false }

/** Each run prints everything that it heard. */
const numRuns = Math.ceil((fc.readConfigureGlobal().numRuns ?? 1_000) / 5)

type Step = TransportResponse | Error | ((request: TransportRequest) => Promise<TransportResponse>)

function answer(status: number, body?: unknown, headers: Record<string, string> = {}): TransportResponse {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)
  return { status, headers, body: new TextEncoder().encode(text) }
}

/** A client over a transport that does one step after the other, the last for ever; it waits for nothing. */
function clientOf(steps: readonly Step[], options: Partial<HttpClientOptions> = {}) {
  const requests: TransportRequest[] = []
  const waits: number[] = []
  const client = createHttpClient({
    async transport(request) {
      requests.push(request)
      const step = steps[Math.min(requests.length, steps.length) - 1] ?? answer(204)
      if (step instanceof Error) throw step
      return typeof step === 'function' ? step(request) : step
    },
    jitter: () => 0.5,
    clock: () => 0,
    sleep: async (ms) => void waits.push(ms),
    ...options,
  })
  return { client, requests, waits, call: (call: HttpCall) => client.call(call) }
}

/** Hooks that write down what they hear, as `name attempt`. */
function listen() {
  const heard: string[] = []
  const events: unknown[] = []
  const names = ['onRequest', 'onResponse', 'onError', 'onRetry', 'onToken', 'onWarning'] as const
  const hooks: HttpHooks = Object.fromEntries(
    names.map((name) => [
      name,
      (event: { attempt?: number }) => {
        heard.push(event.attempt === undefined ? name : `${name} ${event.attempt}`)
        events.push(event)
      },
    ]),
  )
  return { hooks, heard, events }
}

describe('what is sent', () => {
  test('a GET has no body and asks for JSON', async () => {
    const { call, requests } = clientOf([answer(200, {})])
    await call(GET_COB)
    expect(requests).toEqual([
      {
        method: 'GET',
        url: URL_OF_COB,
        headers: { accept: 'application/json' },
        body: undefined,
        maxBodyBytes: 8_388_608,
        timeoutMs: 30_000,
        signal: undefined,
      },
    ])
  })

  test('the headers of a call take the place of those of JSON, and what proves who sends theirs', async () => {
    const authorisation: Authorisation = { headers: async () => ({ authorization: 'Bearer of the client' }) }
    const { call, requests } = clientOf([answer(200, {})], { authorisation })
    await call({
      ...PUT_COB,
      headers: { accept: 'application/pdf', 'content-type': 'text/json', authorization: 'mine' },
    })
    expect(requests[0]?.headers).toEqual({
      accept: 'application/pdf',
      'content-type': 'text/json',
      authorization: 'Bearer of the client',
    })
  })

  test('a body is JSON, written once: what is signed is what is sent, each time', async () => {
    let written = 0
    const signed: (Uint8Array | undefined)[] = []
    const authorisation: Authorisation = {
      async headers({ method, url, body }) {
        signed.push(body)
        return { authorization: `${method} ${url} ${body?.byteLength}` }
      },
    }
    const body = {
      toJSON: () => {
        written += 1
        return { nome: 'José' }
      },
    }
    const { call, requests } = clientOf([answer(503), answer(201, {})], { authorisation })
    await call({ ...PUT_COB, body })
    expect(written).toBe(1)
    expect(new TextDecoder().decode(requests[0]?.body)).toBe('{"nome":"José"}')
    expect(requests[1]?.body).toBe(requests[0]?.body)
    expect(signed).toEqual([requests[0]?.body, requests[0]?.body])
    expect(requests[0]?.headers).toEqual({
      accept: 'application/json',
      'content-type': 'application/json',
      authorization: `PUT ${URL_OF_COB} 16`,
    })
  })

  test('headers of the call come on top, those that prove the sender last', async () => {
    const authorisation: Authorisation = { headers: async () => ({ authorization: 'Bearer a' }) }
    const headers = { 'x-app': '1', accept: 'text/plain', authorization: 'mine' }
    const { call, requests } = clientOf([answer(200)], { authorisation })
    await call({ ...GET_COB, headers })
    expect(requests[0]?.headers).toEqual({ 'x-app': '1', accept: 'text/plain', authorization: 'Bearer a' })
    expect(headers.authorization).toBe('mine')
  })

  test('limits of the client and of the call', async () => {
    const { call, requests } = clientOf([answer(200)], { timeoutMs: 7, maxBodyBytes: 9 })
    await call(GET_COB)
    await call({ ...GET_COB, timeoutMs: 8 })
    expect(requests).toMatchObject([
      { timeoutMs: 7, maxBodyBytes: 9 },
      { timeoutMs: 8, maxBodyBytes: 9 },
    ])
  })

  const circle: { self?: unknown } = {}
  circle.self = circle
  test.each([
    ['a circle', circle],
    ['a bigint', { valor: 1n }],
    ['a function', () => 1],
  ])('not %s', async (_name, body) => {
    const { call, requests } = clientOf([answer(200)])
    const error = await rejectionOf(call({ ...PUT_COB, body }))
    expect(error).toBeInstanceOf(TypeError)
    expect(error).toMatchObject({ message: '"body" must be a value that JSON can write' })
    expect(requests).toEqual([])
  })
})

describe('what comes back', () => {
  test.each([
    [200, '{"a":1}', { a: 1 }],
    [201, '\uFEFF[1]', [1]],
    [202, 'null', null],
    [204, '', undefined],
    [299, ' ', undefined],
  ])('%i %j', async (status, text, body) => {
    const headers = { 'content-type': 'text/plain', 'x-correlation-id': 'c-1' }
    const { call } = clientOf([answer(status, text, headers)])
    expect(await call(GET_COB)).toEqual({ status, headers, body, requestId: 'c-1', attempts: 1 })
  })

  test.each([
    ['html', '<!doctype html><p>12345678909'],
    ['syntax', 'ok 12345678909'],
    ['syntax', '{"cpf":"12345678909"'],
    ['encoding', Uint8Array.of(0x7b, 0xe9, 0x7d)],
  ])('a success that is not JSON is a failure: %s', async (reason, body) => {
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
    const { call, requests } = clientOf([{ status: 200, headers: { 'x-request-id': 'r-1' }, body: bytes }])
    const error = await rejectionOf(call({ ...GET_COB, repeatable: false }))
    expect(error).toMatchObject({
      code: 'HTTP_ANSWER',
      path: [],
      params: { reason, operation: 'cob.get', status: 200, attempts: 1, requestId: 'r-1' },
    })
    expect(error).not.toHaveProperty('cause')
    expect(inspect(error, { showHidden: true })).not.toContain('12345678909')
    expect(requests).toHaveLength(1)
  })

  test.each([199, 300, 304, 400, 500])('%i is none of success', async (status) => {
    const { call } = clientOf([answer(status, { title: 'Erro' }, { 'x-request-id': 'r-1' })])
    const error = await rejectionOf(call(GET_COB))
    expect(isPixkitHttpError(error, 'HTTP_STATUS')).toBe(true)
    expect(error).toMatchObject({ status, requestId: 'r-1', params: { operation: 'cob.get', attempts: 1 } })
  })

  test('problems in the shape of the bank', async () => {
    const { call } = clientOf([answer(400, { nome: 'x' })], {
      readProblem: (_answer, body) => ({ type: 'Proprio', title: JSON.stringify(body), status: 400 }),
    })
    expect(await rejectionOf(call(GET_COB))).toMatchObject({
      params: { type: 'Proprio' },
      problema: { title: '{"nome":"x"}' },
    })
  })

  test('a date to come back at is told from the clock of the client', async () => {
    const headers = { 'retry-after': 'Thu, 01 Jan 1970 00:01:00 GMT' }
    const { call } = clientOf([answer(503, undefined, headers)], { clock: () => 20_000 })
    expect(await rejectionOf(call(GET_COB))).toMatchObject({ retryAfterMs: 40_000 })
  })
})

describe('another try', () => {
  const temporary: [string, Step][] = [
    ['connection refused', httpFailure('HTTP_CONNECT', { reason: 'refused' })],
    ['connection reset', httpFailure('HTTP_CONNECT', { reason: 'reset' })],
    ['name server silent', httpFailure('HTTP_DNS', { reason: 'temporary' })],
    ['answer cut short', httpFailure('HTTP_PROTOCOL', { reason: 'truncated' })],
    ['time up', httpFailure('HTTP_TIMEOUT', { reason: 'total', params: { phase: 'total', timeoutMs: 9 } })],
    ['an error of the platform', Object.assign(new Error('x'), { code: 'ECONNRESET' })],
    ...[408, 429, 502, 503, 504].map((status): [string, Step] => [String(status), answer(status)]),
  ]
  const lasting: [string, Step][] = [
    ['certificate', httpFailure('HTTP_TLS', { reason: 'expired' })],
    ['no such name', httpFailure('HTTP_DNS', { reason: 'not-found' })],
    ['cancelled', httpFailure('HTTP_ABORTED', { reason: 'signal' })],
    ['redirect', httpFailure('HTTP_REDIRECT', { params: { status: 302 } })],
    ['too large', httpFailure('HTTP_BODY_TOO_LARGE', { params: { max: 9 } })],
    ['a page with 200', answer(200, '<html>')],
    ...[400, 401, 403, 404, 409, 422, 500, 501].map((status): [string, Step] => [String(status), answer(status)]),
  ]
  const calls: [string, HttpCall, number][] = [
    ['GET', GET_COB, 3],
    ['PUT', PUT_COB, 3],
    ['POST', POST_COB, 1],
    ['PATCH', { ...PUT_COB, method: 'PATCH', repeatable: undefined }, 1],
    ['PUT that is not to be repeated', { ...PUT_COB, repeatable: false }, 1],
    ['DELETE', { ...GET_COB, method: 'DELETE' }, 3],
  ]

  const rows = (failures: [string, Step][]) =>
    failures.flatMap(([failure, step]) => calls.map(([name, call, tries]) => ({ failure, step, name, call, tries })))

  test.each(rows(temporary))('$failure, $name: $tries in all', async ({ step, call, tries }) => {
    const broken = clientOf([step])
    const error = await rejectionOf(broken.call(call))
    expect(broken.requests).toHaveLength(tries)
    expect(broken.waits).toEqual([125, 250].slice(0, tries - 1))
    expect(error).toMatchObject({ params: { attempts: tries } })
    expect(isPixkitError(error)).toBe(true)

    const recovering = clientOf([step, answer(201, { a: 1 })])
    const outcome = await recovering.call(call).catch((caught: unknown) => caught)
    expect(outcome).toMatchObject(tries > 1 ? { body: { a: 1 }, attempts: 2 } : { params: { attempts: 1 } })
    expect(recovering.requests).toHaveLength(Math.min(2, tries))
  })

  test.each(rows(lasting))('$failure, $name: none', async ({ step, call }) => {
    const { call: run, requests, waits } = clientOf([step])
    expect(await rejectionOf(run(call))).toMatchObject({ params: { attempts: 1 } })
    expect(requests).toHaveLength(1)
    expect(waits).toEqual([])
  })

  test('as the policy says', async () => {
    const { call, requests, waits } = clientOf([answer(503)], { retry: { attempts: 5, baseMs: 1_000, maxMs: 3_000 } })
    await rejectionOf(call(GET_COB))
    expect(requests).toHaveLength(5)
    expect(waits).toEqual([500, 1_000, 1_500, 1_500])
  })

  test('not when the server wants a longer wait than the policy', async () => {
    const { call, requests } = clientOf([answer(429, undefined, { 'retry-after': '3600' })])
    expect(await rejectionOf(call(GET_COB))).toMatchObject({ status: 429, retryAfterMs: 3_600_000 })
    expect(requests).toHaveLength(1)
  })

  test('after the wait that the server wants', async () => {
    const { call, waits } = clientOf([answer(429, undefined, { 'retry-after': '2' }), answer(200)])
    await call(GET_COB)
    expect(waits).toEqual([2_125])
  })

  test('leaves the error of the transport as it was, and its cause', async () => {
    const cause = new Error('mine')
    const thrown = httpFailure('HTTP_CONNECT', { reason: 'reset', params: { system: 'ECONNRESET' }, cause })
    const { call } = clientOf([thrown])
    const error = await rejectionOf(call(GET_COB))
    expect(thrown.params).toEqual({ system: 'ECONNRESET', reason: 'reset' })
    expect(error).toMatchObject({
      code: 'HTTP_CONNECT',
      message: `${thrown.message} (cob.get, pix.example.com)`,
      cause,
      params: { system: 'ECONNRESET', reason: 'reset', attempts: 3 },
    })
  })

  test('says what a platform means, without its words', async () => {
    const fault = new TypeError('fetch failed https://pix.example.com/?k=secret', {
      cause: Object.assign(new Error('x'), { code: 'ENOTFOUND' }),
    })
    const error = await rejectionOf(clientOf([fault]).call(GET_COB))
    expect(error).toMatchObject({ code: 'HTTP_DNS', params: { reason: 'not-found', system: 'ENOTFOUND' } })
    expect(inspect(error)).not.toContain('secret')
  })

  test('none for a bug of the caller', async () => {
    const bug = new TypeError('"url" must be a string, got number')
    const { call, requests } = clientOf([bug])
    expect(await rejectionOf(call(GET_COB))).toBe(bug)
    expect(requests).toHaveLength(1)
  })
})

describe('authorisation', () => {
  /** Gives tokens `t1`, `t2` …, a new one after each renewal. */
  function tokens(renews: boolean | Error = true) {
    let current = 1
    const refused: unknown[] = []
    const authorisation = {
      headers: async () => ({ authorization: `Bearer t${current}` }),
      async renew(headers: Readonly<Record<string, string>>) {
        refused.push(headers['authorization'])
        if (renews instanceof Error) throw renews
        current += 1
        return renews
      },
    }
    return { authorisation, refused }
  }
  const shown = (requests: TransportRequest[]) => requests.map(({ headers }) => headers['authorization'])

  test.each([
    ['GET', GET_COB],
    ['PUT', PUT_COB],
    ['POST', POST_COB],
  ])('is renewed after a 401, for it did nothing: %s', async (_name, call) => {
    const { authorisation, refused } = tokens()
    const {
      call: run,
      requests,
      waits,
    } = clientOf([answer(401), answer(201, {})], { authorisation, retry: { attempts: 1 } })
    expect(await run(call)).toMatchObject({ status: 201, attempts: 2 })
    expect(shown(requests)).toEqual(['Bearer t1', 'Bearer t2'])
    expect(refused).toEqual(['Bearer t1'])
    expect(waits).toEqual([])
  })

  test('is renewed once, and no loop', async () => {
    const { authorisation, refused } = tokens()
    const { call, requests } = clientOf([answer(401)], { authorisation })
    expect(await rejectionOf(call(GET_COB))).toMatchObject({
      status: 401,
      params: { attempts: 2, reason: 'unauthorized' },
    })
    expect(requests).toHaveLength(2)
    expect(refused).toEqual(['Bearer t1'])
  })

  test('that was renewed is confirmed by a success, and by nothing else', async () => {
    const confirmed: unknown[] = []
    for (const steps of [[answer(201)], [answer(401), answer(400)], [answer(401), answer(201)]]) {
      const { authorisation } = tokens()
      const confirm = (headers: Readonly<Record<string, string>>) => void confirmed.push(headers['authorization'])
      await clientOf(steps, { authorisation: { ...authorisation, confirm } })
        .call(PUT_COB)
        .catch(() => {})
    }
    expect(confirmed).toEqual(['Bearer t2'])
  })

  test('counts no renewal among the tries of the policy', async () => {
    const { authorisation } = tokens()
    const steps = [answer(503), answer(401), answer(503), answer(503)]
    const { call, requests, waits } = clientOf(steps, { authorisation })
    expect(await rejectionOf(call(GET_COB))).toMatchObject({ status: 503, params: { attempts: 4 } })
    expect(requests).toHaveLength(4)
    expect(waits).toEqual([125, 250])
  })

  test('is not renewed where there is nothing fresh to be had', async () => {
    const { authorisation } = tokens(false)
    const stubborn = clientOf([answer(401)], { authorisation })
    expect(await rejectionOf(stubborn.call(GET_COB))).toMatchObject({ status: 401 })
    expect(stubborn.requests).toHaveLength(1)
    const fixed = clientOf([answer(401)], { authorisation: { headers: authorisation.headers } })
    expect(await rejectionOf(fixed.call(GET_COB))).toMatchObject({ status: 401 })
    expect(fixed.requests).toHaveLength(1)
  })

  test('is not renewed for another status', async () => {
    const { authorisation, refused } = tokens()
    await rejectionOf(clientOf([answer(403)], { authorisation }).call(GET_COB))
    expect(refused).toEqual([])
  })

  test('that fails to renew says so', async () => {
    const { authorisation } = tokens(httpFailure('HTTP_CONNECT', { reason: 'refused' }))
    const { call, requests } = clientOf([answer(401)], { authorisation })
    expect(await rejectionOf(call(GET_COB))).toMatchObject({ code: 'HTTP_CONNECT', params: { attempts: 1 } })
    expect(requests).toHaveLength(1)
  })

  test('that fails on the way is tried again, even for a POST: nothing was sent', async () => {
    let asked = 0
    const authorisation: Authorisation = {
      async headers() {
        asked += 1
        if (asked === 1) throw httpFailure('HTTP_TIMEOUT', { reason: 'total', params: { timeoutMs: 9 } })
        return {}
      },
    }
    const { call, requests } = clientOf([answer(201)], { authorisation })
    expect(await call(POST_COB)).toMatchObject({ status: 201, attempts: 2 })
    expect(requests).toHaveLength(1)
  })

  test('that is refused is not tried again, and stays the error it is', async () => {
    const refusal = failureOfAnswer(answer(503), { code: 'HTTP_TOKEN', operation: 'token' })
    const { call, requests, waits } = clientOf([answer(200)], {
      authorisation: {
        headers: async () => {
          throw refusal
        },
      },
    })
    const error = await rejectionOf(call(GET_COB))
    expect(error).not.toBe(refusal)
    expect(error).toEqual(refusal)
    expect(requests).toEqual([])
    expect(waits).toEqual([])
  })

  test('that is refused between tries does not hide that something was sent', async () => {
    const refusal = failureOfAnswer(answer(400, { error: 'invalid_client' }), {
      code: 'HTTP_TOKEN',
      operation: 'token',
    })
    let asked = 0
    const headers = async () => {
      asked += 1
      if (asked > 1) throw refusal
      return {}
    }
    const timeout = httpFailure('HTTP_TIMEOUT', { reason: 'total', params: { phase: 'total', timeoutMs: 9 } })
    const { call } = clientOf([timeout], { authorisation: { headers } })
    const error = await rejectionOf(call(PUT_COB))
    expect(isPixkitHttpError(error, 'HTTP_TOKEN')).toBe(true)
    expect(error).toMatchObject({
      status: 400,
      params: { ...refusal.params, attempts: 2 },
      problema: { type: 'invalid_client' },
    })
    expect(refusal.params['attempts']).toBe(1)
  })

  test('with a bug shows the bug', async () => {
    const bug = new RangeError('of the signer')
    const headers = async () => {
      throw bug
    }
    expect(await rejectionOf(clientOf([answer(200)], { authorisation: { headers } }).call(GET_COB))).toBe(bug)
  })
})

describe('calling off', () => {
  const reason = new Error('user left')

  test('before anything: nothing is asked', async () => {
    let asked = 0
    const headers = async () => {
      asked += 1
      return {}
    }
    const { call, requests } = clientOf([answer(200)], { authorisation: { headers } })
    const error = await rejectionOf(call({ ...GET_COB, signal: AbortSignal.abort(reason) }))
    expect(error).toMatchObject({ code: 'HTTP_ABORTED', params: { reason: 'signal', attempts: 0 }, cause: reason })
    expect(asked).toBe(0)
    expect(requests).toEqual([])
  })

  test('is heard by what authorises and by the transport', async () => {
    const { signal } = new AbortController()
    const signals: unknown[] = []
    const authorisation: Authorisation = {
      async headers(request) {
        signals.push(request.signal)
        return {}
      },
      async renew(_refused, renewing) {
        signals.push(renewing)
        return true
      },
    }
    const { call, requests } = clientOf([answer(401), answer(200)], { authorisation })
    await call({ ...GET_COB, signal })
    expect(signals).toEqual([signal, signal, signal])
    expect(requests.map((request) => request.signal)).toEqual([signal, signal])
  })

  test('during a request: no other try', async () => {
    const controller = new AbortController()
    const { call, requests } = clientOf([
      async () => {
        controller.abort(reason)
        throw httpFailure('HTTP_ABORTED', { reason: 'signal', cause: reason })
      },
    ])
    const error = await rejectionOf(call({ ...GET_COB, signal: controller.signal }))
    expect(error).toMatchObject({ code: 'HTTP_ABORTED', cause: reason, params: { attempts: 1 } })
    expect(requests).toHaveLength(1)
  })

  test('while the failure is told: no other try', async () => {
    const controller = new AbortController()
    const { call, requests } = clientOf([answer(503)], { hooks: { onRetry: () => controller.abort(reason) } })
    const error = await rejectionOf(call({ ...GET_COB, signal: controller.signal }))
    expect(error).toMatchObject({ code: 'HTTP_ABORTED', cause: reason, params: { attempts: 1 } })
    expect(requests).toHaveLength(1)
  })

  test('during a wait: at once', async () => {
    const controller = new AbortController()
    const { call, requests } = clientOf([answer(503)], {
      sleep: undefined,
      jitter: () => 1,
      retry: { baseMs: 3_600_000, maxMs: 3_600_000 },
      hooks: { onRetry: () => void setTimeout(() => controller.abort(reason), 1) },
    })
    const error = await rejectionOf(call({ ...GET_COB, signal: controller.signal }))
    expect(error).toMatchObject({ code: 'HTTP_ABORTED', cause: reason, params: { attempts: 1 } })
    expect(requests).toHaveLength(1)
  })

  test('a wait that fails by itself is a bug of its own', async () => {
    const bug = new Error('no timers here')
    const sleep = () => Promise.reject(bug)
    expect(await rejectionOf(clientOf([answer(503)], { sleep }).call(GET_COB))).toBe(bug)
  })

  test('leaves no listener behind', async () => {
    const controller = new AbortController()
    let [added, listeners] = [0, 0]
    const { signal } = controller
    const counted = new Proxy(signal, {
      get(target, name) {
        if (name === 'addEventListener') added += 1
        if (name === 'addEventListener') listeners += 1
        if (name === 'removeEventListener') listeners -= 1
        const value: unknown = Reflect.get(target, name, target)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    const { call, requests } = clientOf([answer(503), answer(200)], { sleep: undefined, retry: { baseMs: 1 } })
    await call({ ...GET_COB, signal: counted })
    expect(requests).toHaveLength(2)
    expect([added, listeners]).toEqual([1, 0])
  })
})

describe('hooks', () => {
  test('hear a call, each try of it', async () => {
    const { hooks, heard, events } = listen()
    const authorisation: Authorisation = { headers: async () => ({}), renew: async () => true }
    const steps = [answer(503), answer(401), answer(200, {}, { 'x-request-id': 'r-1' })]
    let time = 0
    await clientOf(steps, { hooks, authorisation, clock: () => (time += 10) }).call(GET_COB)
    expect(heard).toEqual([
      'onRequest 1',
      'onResponse 1',
      'onError 1',
      'onRetry 1',
      'onRequest 2',
      'onResponse 2',
      'onError 2',
      'onRetry 2',
      'onRequest 3',
      'onResponse 3',
    ])
    const call = { operation: 'cob.get', method: 'GET', host: 'pix.example.com', path: '/cob/{txid}' }
    expect(events[0]).toEqual({ ...call, attempt: 1 })
    expect(events.at(-1)).toEqual({ ...call, attempt: 3, status: 200, durationMs: 10, requestId: 'r-1' })
    expect(events[3]).toMatchObject({ ...call, attempt: 1, delayMs: 125, error: { status: 503 } })
    expect(events[7]).toMatchObject({ ...call, attempt: 2, delayMs: 0, error: { status: 401 } })
  })

  test('hear how long the server took, without the time of the token', async () => {
    const { hooks, events } = listen()
    let now = 0
    const authorisation: Authorisation = { headers: async () => ((now += 1_000), { authorization: 'Bearer a' }) }
    const slow = async (): Promise<TransportResponse> => ((now += 10), answer(200, {}))
    await clientOf([slow], { hooks, authorisation, clock: () => now }).call(GET_COB)
    expect(events.at(-1)).toMatchObject({ status: 200, durationMs: 10 })
  })

  test('hear a failure without an answer, and one before anything was sent', async () => {
    const { hooks, heard } = listen()
    await rejectionOf(clientOf([httpFailure('HTTP_TLS', { reason: 'expired' })], { hooks }).call(GET_COB))
    expect(heard.splice(0)).toEqual(['onRequest 1', 'onError 1'])
    const headers = () => Promise.reject(httpFailure('HTTP_TOKEN'))
    await rejectionOf(clientOf([], { hooks, authorisation: { headers } }).call(GET_COB))
    expect(heard).toEqual(['onError 1'])
  })

  test('hear warnings', () => {
    const { hooks, events } = listen()
    const issue = { code: 'BACEN_RESPONSE', severity: 'warning', path: ['status'], params: {} } as const
    clientOf([], { hooks }).client.warn('cob.get', issue, 'r-1')
    expect(events).toEqual([{ operation: 'cob.get', issue, requestId: 'r-1' }])
    expect(() => clientOf([]).client.warn(undefined, issue)).not.toThrow()
  })

  test('that throw disturb nothing', async () => {
    const broken = () => {
      throw new Error('disk full')
    }
    const hooks = { onRequest: broken, onResponse: broken, onError: broken, onRetry: broken, onWarning: broken }
    const { call, requests } = clientOf([answer(503), answer(200, { a: 1 })], { hooks })
    expect(await call(GET_COB)).toMatchObject({ body: { a: 1 } })
    expect(requests).toHaveLength(2)
  })

  test.each([
    ['https://pix.example.com:8443/v2?x=1', 'pix.example.com:8443'],
    ['https://pix.example.com', 'pix.example.com'],
    ['https://user:secret@pix.example.com/', ''],
    ['nonsense', ''],
  ])('learn the host of %s, and no user', async (url, host) => {
    const { hooks, events } = listen()
    await clientOf([answer(200)], { hooks }).call({ ...GET_COB, url })
    expect(events[0]).toMatchObject({ host })
  })

  test('and errors tell no token, key, body or URL, whatever happens', async () => {
    const secrets = fc.oneof(
      fc.stringMatching(/^[A-Za-z]{3}[0-9]{5}[A-Za-z0-9]{8,40}$/),
      fc.stringMatching(/^[A-Za-z]{16,40}$/),
    )
    const steps = fc.array(
      fc.constantFrom<(secret: string) => Step>(
        (secret) => answer(400, { title: secret, detail: secret, violacoes: [{ propriedade: secret, valor: secret }] }),
        (secret) => answer(401, secret),
        (secret) => answer(400, { type: `https://pix.example.com/${secret}`, violacoes: [{ propriedade: secret }] }),
        (secret) =>
          answer(422, { title: 'Erro', correlationId: `id-${secret}`, violacoes: [{ propriedade: `cob.${secret}` }] }),
        (secret) => answer(201, '{', { 'x-request-id': secret, 'x-correlation-id': `corr-${secret}` }),
        (secret) => answer(503, `<html>${secret}`, { server: secret, 'retry-after': secret }),
        (secret) => answer(200, secret),
        (secret) => answer(200, { [secret]: secret }),
        (secret) => new Error(secret, { cause: new Error(secret) }),
        () => httpFailure('HTTP_CONNECT', { reason: 'reset' }),
      ),
      { minLength: 1, maxLength: 4 },
    )
    await fc.assert(
      fc.asyncProperty(secrets, steps, fc.constantFrom(GET_COB, PUT_COB, POST_COB), async (secret, script, call) => {
        const { hooks, events } = listen()
        const authorisation: Authorisation = {
          headers: async () => ({ authorization: `Bearer ${secret}` }),
          renew: async () => true,
        }
        const { call: run } = clientOf(
          script.map((step) => step(secret)),
          { hooks, authorisation },
        )
        const outcome = await rejectionOf(
          run({
            ...call,
            url: `https://pix.example.com/v2/cob/${secret}?cpf=${secret}`,
            body: call.body === undefined ? undefined : { chave: secret },
          }),
        )
        const printed = [inspect([events, outcome], { depth: 9 }), JSON.stringify([events, outcome])].join('\n')
        expect(printed).not.toContain(secret)
      }),
      { numRuns },
    )
  })
})

describe('options', () => {
  const transport = async () => answer(200)

  test.each([
    ['transport', { transport: undefined as unknown as typeof transport }],
    ['timeoutMs', { transport, timeoutMs: 0 }],
    ['maxBodyBytes', { transport, maxBodyBytes: -1 }],
    ['retry.attempts', { transport, retry: { attempts: 0 } }],
  ])('are refused when they cannot be: %s', (name, options) => {
    const error = errorOf(() => createHttpClient(options))
    expect(error).toBeInstanceOf(TypeError)
    expect(String(error)).toContain(`"${name}"`)
  })

  test('clients share nothing', async () => {
    const one = clientOf([answer(200, 1)], { authorisation: { headers: async () => ({ authorization: 'one' }) } })
    const two = clientOf([answer(200, 2)], { authorisation: { headers: async () => ({ authorization: 'two' }) } })
    const [first, second] = await Promise.all([one.call(GET_COB), two.call(GET_COB)])
    expect([first.body, second.body]).toEqual([1, 2])
    expect(one.requests[0]?.headers['authorization']).toBe('one')
    expect(two.requests[0]?.headers['authorization']).toBe('two')
  })
})
