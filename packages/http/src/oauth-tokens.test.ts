import { setTimeout as wait } from 'node:timers/promises'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rejectionOf } from '../../../tests/lib/rejection-of.ts'
import { deferred, grants, json, START, tokenDesk } from '../../../tests/lib/token-desk.ts'
import { httpFailure } from './failure.ts'
import type { HttpHooks } from './hooks.ts'
import { isPixkitHttpError } from './http-error.ts'
import { createOAuthTokens } from './oauth-tokens.ts'
import type { TransportResponse } from './transport.ts'

const HOUR = 3_600_000

/** What the tasks that are ready do; no time passes. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

function recorder(): { readonly hooks: HttpHooks; readonly events: (readonly [string, unknown])[] } {
  const events: (readonly [string, unknown])[] = []
  const names = ['onRequest', 'onResponse', 'onError', 'onRetry', 'onToken', 'onWarning'] as const
  const hooks = Object.fromEntries(names.map((name) => [name, (event: unknown) => void events.push([name, event])]))
  return { hooks, events }
}

describe('one request', () => {
  test('for 10,000 calls in a row', async () => {
    const desk = tokenDesk()
    const tokens = createOAuthTokens(desk.options)
    const seen = new Set<string>()
    for (let call = 0; call < 10_000; call += 1) seen.add((await tokens.get()).accessToken)
    expect([...seen]).toEqual(['token-1'])
    expect(desk.requests).toHaveLength(1)
  })

  test('for 50 callers at once, with and without a signal', async () => {
    const desk = tokenDesk()
    const tokens = createOAuthTokens(desk.options)
    const optionsOf = (caller: number) => (caller % 2 === 0 ? {} : { signal: new AbortController().signal })
    const all = await Promise.all(Array.from({ length: 50 }, (_, caller) => tokens.get(optionsOf(caller))))
    expect(new Set(all.map(({ accessToken }) => accessToken))).toEqual(new Set(['token-1']))
    expect(all[0]?.expiresAt).toBe(START + HOUR)
    expect(desk.requests).toHaveLength(1)
  })

  test('for each set of scopes and client: nothing is shared outside of a store', async () => {
    const desk = tokenDesk()
    const [one, other] = [createOAuthTokens(desk.options), createOAuthTokens({ ...desk.options, scopes: [] })]
    expect((await one.get()).accessToken).toBe('token-1')
    expect((await other.get()).accessToken).toBe('token-2')
  })

  test('failed, fails all who wait, and whoever asks within the next second', async () => {
    const desk = tokenDesk()
    const tokens = createOAuthTokens(desk.options)
    desk.reply = () => Promise.reject(httpFailure('HTTP_TIMEOUT', { reason: 'total', params: { timeoutMs: 1 } }))
    const all = await Promise.all([tokens.get(), tokens.get()].map(rejectionOf))
    expect(all).toMatchObject([{ code: 'HTTP_TIMEOUT' }, { code: 'HTTP_TIMEOUT' }])
    expect(desk.requests).toHaveLength(1)
    desk.reply = grants
    expect(await rejectionOf(tokens.get())).toMatchObject({ code: 'HTTP_TIMEOUT' })
    desk.now += 1_000
    expect((await tokens.get()).accessToken).toBe('token-2')
  })
})

describe('called off', () => {
  test('before: nothing is sent', async () => {
    const desk = tokenDesk()
    const error = await rejectionOf(createOAuthTokens(desk.options).get({ signal: AbortSignal.abort('enough') }))
    expect(error).toMatchObject({ code: 'HTTP_ABORTED', params: { reason: 'signal' }, path: [], cause: 'enough' })
    expect(desk.requests).toHaveLength(0)
  })

  test('one of several: the others get the token', async () => {
    const desk = tokenDesk()
    const tokens = createOAuthTokens(desk.options)
    const answer = deferred<TransportResponse>()
    desk.reply = () => answer.promise
    const controllers = [new AbortController(), new AbortController()]
    const [first, second] = controllers.map(({ signal }) => tokens.get({ signal }))
    const third = tokens.get()
    controllers[0]?.abort('enough')
    expect(await rejectionOf(first as Promise<unknown>)).toMatchObject({ code: 'HTTP_ABORTED', cause: 'enough' })
    answer.resolve(json({ access_token: 'late', expires_in: 300 }))
    expect(await second).toMatchObject({ accessToken: 'late' })
    expect(await third).toMatchObject({ accessToken: 'late' })
    controllers[1]?.abort('too late')
    expect((await tokens.get()).accessToken).toBe('late')
  })

  test('by its time: the request goes on, and whoever comes next gets the token', async () => {
    const desk = tokenDesk()
    const tokens = createOAuthTokens(desk.options)
    const answer = deferred<TransportResponse>()
    desk.reply = () => answer.promise
    expect(await rejectionOf(tokens.get({ timeoutMs: 5 }))).toMatchObject({
      code: 'HTTP_TIMEOUT',
      path: [],
      params: { reason: 'token', phase: 'token', timeoutMs: 5 },
    })
    const next = tokens.get({ timeoutMs: 60_000 })
    answer.resolve(json({ access_token: 'late', expires_in: 300 }))
    expect(await next).toMatchObject({ accessToken: 'late' })
    expect(desk.requests).toHaveLength(1)
  })

  test('one after the other: the bank is asked once, and whoever comes next gets the token', async () => {
    const desk = tokenDesk()
    const tokens = createOAuthTokens(desk.options)
    const answer = deferred<TransportResponse>()
    desk.reply = () => answer.promise
    for (let customer = 0; customer < 20; customer += 1) {
      const controller = new AbortController()
      const pending = rejectionOf(tokens.get({ signal: controller.signal }))
      await settle()
      controller.abort()
      expect(await pending).toMatchObject({ code: 'HTTP_ABORTED' })
    }
    answer.resolve(json({ access_token: 'late', expires_in: 300 }))
    expect((await tokens.get()).accessToken).toBe('late')
    expect(desk.requests).toHaveLength(1)
  })

  test('at any moment, in any number: whoever stays gets a token, and whoever leaves does at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }), async (leaves) => {
        const desk = tokenDesk()
        const tokens = createOAuthTokens(desk.options)
        const answer = deferred<TransportResponse>()
        desk.reply = () => answer.promise
        const controllers = leaves.map(() => new AbortController())
        const outcomes = controllers.map(({ signal }) =>
          tokens.get({ signal }).then(
            () => 'token',
            () => 'left',
          ),
        )
        await settle()
        leaves.forEach((isLeaving, index) => isLeaving && controllers[index]?.abort())
        answer.resolve(json({ access_token: 'abc', expires_in: 300 }))
        expect(await Promise.all(outcomes)).toEqual(leaves.map((isLeaving) => (isLeaving ? 'left' : 'token')))
        expect(desk.requests).toHaveLength(1)
      }),
      { numRuns: 100 },
    )
  })
})

describe('renewal', () => {
  test('comes in the background before the end, and keeps nobody waiting', async () => {
    const desk = tokenDesk()
    const tokens = createOAuthTokens(desk.options)
    await tokens.get()
    desk.now = START + HOUR - 60_001
    await tokens.get()
    await settle()
    expect(desk.requests).toHaveLength(1)

    desk.now = START + HOUR - 60_000
    const answer = deferred<TransportResponse>()
    desk.reply = () => answer.promise
    expect((await tokens.get()).accessToken).toBe('token-1')
    expect((await tokens.get()).accessToken).toBe('token-1')
    expect(desk.requests).toHaveLength(2)
    answer.resolve(json({ access_token: 'fresh', expires_in: 3_600 }))
    await settle()
    expect(await tokens.get()).toMatchObject({ accessToken: 'fresh', expiresAt: desk.now + HOUR })
    expect(desk.requests).toHaveLength(2)
  })

  test('that fails keeps a token that is valid, and is tried again a little later each time', async () => {
    const desk = tokenDesk()
    const tokens = createOAuthTokens(desk.options)
    await tokens.get()
    desk.reply = () => Promise.reject(httpFailure('HTTP_TIMEOUT', { reason: 'total', params: { timeoutMs: 1 } }))
    desk.now = START + HOUR - 60_000
    const counts: number[] = []
    for (let second = 0; second < 8; second += 1) {
      expect((await tokens.get()).accessToken).toBe('token-1')
      await settle()
      counts.push(desk.requests.length)
      desk.now += 1_000
    }
    expect(counts).toEqual([2, 3, 3, 4, 4, 4, 4, 5])

    desk.reply = grants
    desk.now = START + HOUR - 5_000
    expect((await tokens.get()).accessToken).toBe('token-6')
  })

  test.each([
    ['an hour', 3_600, HOUR - 60_000, HOUR - 5_000],
    ['a minute', 60, 48_000, 55_000],
    ['half a minute', 30, 24_000, 27_000],
    ['ten seconds', 10, 8_000, 9_000],
    ['a second', 1, 800, 900],
  ])('of a token of %s', async (_what, expires_in, renewAt, usableUntil) => {
    const desk = tokenDesk()
    desk.reply = (_request, count) => json({ access_token: `token-${count}`, expires_in })
    const tokens = createOAuthTokens(desk.options)
    const at = async (ms: number): Promise<readonly [string, number]> => {
      desk.now = START + ms
      const { accessToken } = await tokens.get()
      await settle()
      return [accessToken, desk.requests.length]
    }
    await tokens.get()
    expect(await at(renewAt - 1)).toEqual(['token-1', 1])
    expect(await at(renewAt)).toEqual(['token-1', 2])

    const other = tokenDesk({ renewBeforeMs: 0 })
    other.reply = desk.reply
    const late = createOAuthTokens(other.options)
    await late.get()
    other.now = START + usableUntil - 1
    expect((await late.get()).accessToken).toBe('token-1')
    other.now = START + usableUntil
    expect((await late.get()).accessToken).toBe('token-2')
  })

  test('is not asked for again and again where the bank hands out the same token until it ends', async () => {
    const desk = tokenDesk()
    desk.reply = () => json({ access_token: 'same', expires_in: (START + HOUR - desk.now) / 1_000 })
    const tokens = createOAuthTokens(desk.options)
    for (let ms = 0; ms < HOUR - 5_000; ms += 1_000) {
      desk.now = START + ms
      await tokens.get()
      await settle()
    }
    expect(desk.requests).toHaveLength(2)
  })

  test('counts from the moment of the request', async () => {
    const desk = tokenDesk()
    desk.reply = () => {
      desk.now += 9_000
      return json({ access_token: 'slow', expires_in: 300 })
    }
    expect((await createOAuthTokens(desk.options).get()).expiresAt).toBe(START + 300_000)
  })
})

describe('a token that was refused', () => {
  test('by 50 calls at once is renewed once', async () => {
    const desk = tokenDesk()
    const tokens = createOAuthTokens(desk.options)
    await tokens.get()
    const renew = async (): Promise<string> => {
      expect(await tokens.refuse('token-1')).toBe(true)
      return (await tokens.get()).accessToken
    }
    const all = await Promise.all(Array.from({ length: 50 }, renew))
    expect(new Set(all)).toEqual(new Set(['token-2']))
    expect(await renew()).toBe('token-2')
    expect(desk.requests).toHaveLength(2)
  })

  test('one after the other: less and less is asked for', async () => {
    const desk = tokenDesk()
    const tokens = createOAuthTokens(desk.options)
    for (let ms = 0; ms < 300_000; ms += 100) {
      desk.now = START + ms
      await tokens.refuse((await tokens.get()).accessToken)
    }
    // The first, three renewals at once, and others after 1, 3, 7, 15, 31, 63, 123, 183 and 243 s, as 0.3 s have passed.
    expect(desk.requests).toHaveLength(14)
    expect(await tokens.refuse((await tokens.get()).accessToken)).toBe(false)
  })

  test('after two minutes is none of a row', async () => {
    const desk = tokenDesk()
    const tokens = createOAuthTokens(desk.options)
    for (let turn = 1; turn <= 5; turn += 1) {
      expect((await tokens.get()).accessToken).toBe(`token-${turn}`)
      desk.now += 120_000
      expect(await tokens.refuse(`token-${turn}`)).toBe(true)
    }
  })

  test('hours later begins a new row', async () => {
    const desk = tokenDesk()
    const tokens = createOAuthTokens(desk.options)
    const refuseAfter = async (ms: number): Promise<boolean> => {
      const { accessToken } = await tokens.get()
      desk.now += ms
      return tokens.refuse(accessToken)
    }
    const row = [0, 0, 0, 0, 1_000, 2_000, 120_000, 0, 0, 0]
    for (const ms of row) expect(await refuseAfter(ms)).toBe(true)
    expect(await refuseAfter(999)).toBe(false)
    expect(await refuseAfter(1)).toBe(true)
  })

  test('where the next is accepted, is none of a row, however young: one renewal in two seconds, and one word', async () => {
    const { hooks, events } = recorder()
    const desk = tokenDesk({ hooks })
    const tokens = createOAuthTokens(desk.options)
    const renewedAt: number[] = []
    for (let ms = 0; ms < 25_000; ms += 500) {
      desk.now = START + ms
      const { accessToken } = await tokens.get()
      const isRenewed = await tokens.refuse(accessToken)
      if (isRenewed) renewedAt.push(ms)
      const { accessToken: next } = await tokens.get()
      expect(next !== accessToken).toBe(isRenewed)
      tokens.confirm(next)
    }
    expect(renewedAt.slice(0, 7)).toEqual([0, 500, 1_000, 1_500, 2_000, 4_000, 6_000])
    expect(renewedAt).toHaveLength(5 + 11)
    expect(desk.requests).toHaveLength(1 + 5 + 11)
    expect(events.filter(([name]) => name === 'onWarning')).toEqual([
      [
        'onWarning',
        {
          operation: 'token',
          issue: { code: 'HTTP_TOKEN', severity: 'warning', path: [], params: { reason: 'short-lived' } },
        },
      ],
    ])
  })

  test('five times in more than a minute, is renewed at once; so it is when the clock was set back', async () => {
    const desk = tokenDesk()
    const tokens = createOAuthTokens(desk.options)
    const refuse = async (ms: number): Promise<boolean> => {
      desk.now += ms
      const isRenewed = await tokens.refuse((await tokens.get()).accessToken)
      tokens.confirm((await tokens.get()).accessToken)
      return isRenewed
    }
    for (const ms of [0, 15_000, 15_000, 15_000, 15_000, 100]) expect(await refuse(ms)).toBe(true)
    for (const ms of [100, 1_799]) expect(await refuse(ms)).toBe(false)
    expect(await refuse(101)).toBe(true)
    expect(await refuse(1_000)).toBe(false)
    expect(await refuse(-1_001)).toBe(true)
  })

  test('an old one that is confirmed late changes nothing', async () => {
    const tokens = createOAuthTokens(tokenDesk().options)
    for (let turn = 1; turn <= 4; turn += 1) {
      expect(await tokens.refuse((await tokens.get()).accessToken)).toBe(true)
      tokens.confirm(`token-${turn}`)
    }
    expect(await tokens.refuse((await tokens.get()).accessToken)).toBe(false)
  })

  test('while it is renewed in the background: nobody gets it any more', async () => {
    const desk = tokenDesk()
    const tokens = createOAuthTokens(desk.options)
    await tokens.get()
    desk.now = START + HOUR - 60_000
    const answer = deferred<TransportResponse>()
    desk.reply = () => answer.promise
    await tokens.get()
    expect(await tokens.refuse('token-1')).toBe(true)
    const next = tokens.get()
    answer.resolve(json({ access_token: 'fresh', expires_in: 3_600 }))
    expect((await next).accessToken).toBe('fresh')
    expect(desk.requests).toHaveLength(2)
  })
})

describe('a refusal of the bank', () => {
  const html = new TextEncoder().encode('<html><body>Access Denied</body></html>')
  test.each<[string, TransportResponse]>([
    ['credentials', json({ error: 'invalid_client', error_description: 'loja' }, 401)],
    ['credentials', json({ error: 'invalid_client' }, 400)],
    ['credentials', json({}, 401)],
    ['credentials', json({ message: 'Forbidden' }, 403)],
    ['scope', json({ error: 'invalid_scope' }, 400)],
    ['grant', json({ error: 'unauthorized_client' }, 400)],
    ['grant', json({ error: 'unsupported_grant_type' }, 400)],
    ['request', json({ error: 'invalid_request' }, 400)],
    ['request', json({ type: 'https://pix.example.com/erro', title: 'Escopo', status: 400 }, 400)],
    ['request', { status: 400, headers: {}, body: new Uint8Array(0) }],
    ['edge-html', { status: 403, headers: { 'content-type': 'text/html' }, body: html }],
    ['too-many-requests', json({ error: 'invalid_client' }, 429)],
    ['too-many-requests', { status: 429, headers: { 'content-type': 'text/html' }, body: html }],
    ['unavailable', json({}, 500)],
    ['unavailable', { status: 503, headers: { 'content-type': 'text/html' }, body: html }],
    ['html', { status: 404, headers: { 'content-type': 'text/html' }, body: html }],
    ['refused', json({}, 404)],
    ['refused', json({}, 304)],
  ])('%s', async (reason, answer) => {
    const desk = tokenDesk()
    desk.reply = () => answer
    const error = await rejectionOf(createOAuthTokens(desk.options).get())
    expect(isPixkitHttpError(error, 'HTTP_TOKEN')).toBe(true)
    expect(error).toMatchObject({ status: answer.status, path: [], params: { reason, status: answer.status } })
  })

  test('keeps the problem, also in a shape of the bank, and tells no secret', async () => {
    const desk = tokenDesk({
      readProblem: ({ status }, body) => ({ type: 'erro', title: String((body as { nome: string }).nome), status }),
    })
    desk.reply = () => json({ nome: 'escopo', segredo: 'segredo da loja' }, 400, { 'x-request-id': 'r-7' })
    const error = await rejectionOf(createOAuthTokens(desk.options).get())
    expect(error).toMatchObject({ problema: { title: 'escopo' }, requestId: 'r-7' })
    expect(`${inspect(error)} ${JSON.stringify(error)}`).not.toContain('segredo')
  })

  test('that says id or secret back shows neither', async () => {
    const heard: string[] = []
    const hear = (event: unknown): void => void heard.push(inspect(event, { depth: 9 }))
    const hooks: HttpHooks = { onResponse: hear, onError: hear, onToken: hear, onWarning: hear }
    const desk = tokenDesk({ hooks, clientId: 'padaria', clientSecret: 'segredodaloja' })
    const violacoes = [{ propriedade: 'segredodaloja' }, { propriedade: 'cob.valor' }]
    desk.reply = () =>
      json({ type: 'https://pix.example.com/segredodaloja', violacoes }, 400, { 'x-request-id': 'padaria-1' })
    const tokens = createOAuthTokens(desk.options)
    const error = await rejectionOf(tokens.get())
    expect(error).toMatchObject({
      params: { refusal: '400 (cob.valor)', properties: 'cob.valor' },
      requestId: undefined,
    })
    expect(`${inspect(error)} ${JSON.stringify(error)} ${heard.join(' ')}`).not.toMatch(/segredodaloja|padaria/)

    const scope = 'cob.read cob.write segredodaloja tokentoken extra'
    desk.reply = () => json({ access_token: 'tokentoken', scope }, 200, { 'x-request-id': 'tokentoken' })
    desk.now += 1_000
    expect((await tokens.get()).scopes).toEqual(['cob.read', 'cob.write', 'extra'])
    expect(heard.join(' ')).not.toMatch(/segredodaloja|tokentoken|padaria/)
  })

  test('is remembered for a second, two, four, and no longer than a minute', async () => {
    const desk = tokenDesk()
    desk.reply = () => json({ error: 'invalid_client' }, 401)
    const tokens = createOAuthTokens(desk.options)
    const first = await rejectionOf(tokens.get())
    expect(await rejectionOf(tokens.get())).toBe(first)
    const askedAt: number[] = [0]
    for (let ms = 0; ms < 240_000; ms += 250) {
      desk.now = START + ms
      await rejectionOf(tokens.get())
      if (desk.requests.length > askedAt.length) askedAt.push(ms / 1_000)
    }
    expect(askedAt).toEqual([0, 1, 3, 7, 15, 31, 63, 123, 183])
    desk.reply = grants
    desk.now += 60_000
    expect((await tokens.get()).accessToken).toBe('token-10')
  })

  test('after a success is remembered for a second again', async () => {
    const desk = tokenDesk()
    const refused = () => json({}, 403)
    const tokens = createOAuthTokens(desk.options)
    for (const [ms, reply] of [
      [0, refused],
      [1_000, refused],
      [2_000, grants],
      [2 * HOUR, refused],
    ] as const) {
      desk.now += ms
      desk.reply = reply
      await tokens.get().catch(() => {})
    }
    desk.now += 1_000
    desk.reply = grants
    expect((await tokens.get()).accessToken).toBe('token-5')
  })

  test('is forgotten when the clock is set back', async () => {
    const desk = tokenDesk()
    desk.reply = () => json({}, 403)
    const tokens = createOAuthTokens(desk.options)
    await rejectionOf(tokens.get())
    desk.now -= 24 * HOUR
    desk.reply = grants
    expect((await tokens.get()).accessToken).toBe('token-2')
  })

  test('is remembered as long as the bank wants, up to five minutes', async () => {
    const desk = tokenDesk()
    desk.reply = () => json({}, 429, { 'retry-after': '90' })
    const tokens = createOAuthTokens(desk.options)
    expect(await rejectionOf(tokens.get())).toMatchObject({ retryAfterMs: 90_000 })
    desk.now = START + 89_999
    await rejectionOf(tokens.get())
    expect(desk.requests).toHaveLength(1)
    desk.now = START + 90_000
    desk.reply = () => json({}, 503, { 'retry-after': '999999' })
    await rejectionOf(tokens.get())
    expect(desk.requests).toHaveLength(2)
    desk.now = START + 90_000 + 299_999
    await rejectionOf(tokens.get())
    expect(desk.requests).toHaveLength(2)
    desk.now += 1
    desk.reply = grants
    expect((await tokens.get()).accessToken).toBe('token-3')
  })

  test('50 callers in a loop ask once', async () => {
    const desk = tokenDesk()
    desk.reply = () => json({}, 403)
    const tokens = createOAuthTokens(desk.options)
    const loop = async (): Promise<void> => {
      for (let turn = 0; turn < 20; turn += 1) expect(await rejectionOf(tokens.get())).toMatchObject({ status: 403 })
    }
    await Promise.all(Array.from({ length: 50 }, loop))
    expect(desk.requests).toHaveLength(1)
  })

  test('an answer that is no token is remembered, too', async () => {
    const desk = tokenDesk()
    desk.reply = () => json({ access_token: 'a b' })
    const tokens = createOAuthTokens(desk.options)
    expect(await rejectionOf(tokens.get())).toMatchObject({ code: 'HTTP_TOKEN', params: { reason: 'access-token' } })
    await rejectionOf(tokens.get())
    expect(desk.requests).toHaveLength(1)
  })
})

describe('asked once more', () => {
  test.each([
    ['a reset', httpFailure('HTTP_CONNECT', { reason: 'reset' }), 2],
    ['an answer cut short', httpFailure('HTTP_PROTOCOL', { reason: 'truncated' }), 2],
    ['a name server that is busy', httpFailure('HTTP_DNS', { reason: 'temporary' }), 2],
    ['a name that does not exist', httpFailure('HTTP_DNS', { reason: 'not-found' }), 1],
    ['no client certificate', httpFailure('HTTP_CONNECT', { reason: 'hung-up-without-certificate' }), 1],
    ['TLS', httpFailure('HTTP_TLS', { reason: 'expired' }), 1],
    ['a time-out', httpFailure('HTTP_TIMEOUT', { reason: 'headers', params: { timeoutMs: 1 } }), 1],
  ])('after %s', async (_what, failure, requests) => {
    const desk = tokenDesk()
    desk.reply = () => Promise.reject(failure)
    const where = { operation: 'token', host: 'pix.example.com', attempts: requests }
    expect(await rejectionOf(createOAuthTokens(desk.options).get())).toMatchObject({
      code: failure.code,
      message: `${failure.message} (token, pix.example.com)`,
      params: { ...failure.params, ...where },
    })
    expect(desk.requests).toHaveLength(requests)
  })

  test.each([
    ['a reset', httpFailure('HTTP_CONNECT', { reason: 'reset' }), 2],
    ['a hang-up', httpFailure('HTTP_CONNECT', { reason: 'hung-up-without-certificate' }), 1],
    ['an answer cut short', httpFailure('HTTP_PROTOCOL', { reason: 'truncated' }), 2],
    ['an answer without end', httpFailure('HTTP_BODY_TOO_LARGE'), 1],
    ['a time-out', httpFailure('HTTP_TIMEOUT', { reason: 'headers', params: { timeoutMs: 1 } }), 1],
  ])('after %s, and then not by the next ten calls', async (_what, failure, requests) => {
    const desk = tokenDesk()
    desk.reply = () => Promise.reject(failure)
    const tokens = createOAuthTokens(desk.options)
    for (let call = 0; call < 10; call += 1) await rejectionOf(tokens.get())
    expect(desk.requests).toHaveLength(requests)
  })

  test('by each call, while the bank cannot be reached: it hears nothing of it', async () => {
    const desk = tokenDesk()
    desk.reply = () => Promise.reject(httpFailure('HTTP_CONNECT', { reason: 'timed-out' }))
    const tokens = createOAuthTokens(desk.options)
    await rejectionOf(tokens.get())
    desk.reply = grants
    expect((await tokens.get()).accessToken).toBe('token-3')
  })

  test.each([
    [502, undefined, 2],
    [503, '2', 2],
    [503, '3', 1],
    [504, undefined, 2],
    [500, undefined, 1],
    [429, '1', 1],
    [401, undefined, 1],
  ])('after status %i with Retry-After %s', async (status, retryAfter, requests) => {
    const waits: number[] = []
    const desk = tokenDesk({ sleep: async (ms) => void waits.push(ms) })
    desk.reply = () => json({}, status, retryAfter === undefined ? {} : { 'retry-after': retryAfter })
    await rejectionOf(createOAuthTokens(desk.options).get())
    expect(desk.requests).toHaveLength(requests)
    expect(waits).toEqual(requests === 1 ? [] : [Number(retryAfter ?? 0) * 1_000])
  })

  test('and what comes then counts', async () => {
    const desk = tokenDesk()
    desk.reply = (request, count) =>
      count === 1 ? Promise.reject(httpFailure('HTTP_CONNECT', { reason: 'reset' })) : grants(request, count)
    expect((await createOAuthTokens(desk.options).get()).accessToken).toBe('token-2')
  })
})

describe('hooks', () => {
  test('tell what is asked for and granted', async () => {
    const { hooks, events } = recorder()
    const desk = tokenDesk({ hooks })
    desk.reply = () => json({ access_token: 'abc', expires_in: 300, scope: 'cob.read' }, 200, { 'x-request-id': 'r-7' })
    const tokens = createOAuthTokens(desk.options)
    await tokens.get()
    const call = { operation: 'token', method: 'POST', host: 'pix.example.com', path: '/oauth/token', attempt: 1 }
    const missing = { reason: 'fewer-scopes', asked: 2, granted: 1, missing: 'cob.write' }
    const granted = [
      [
        'onToken',
        {
          host: 'pix.example.com',
          scopesAsked: ['cob.read', 'cob.write'],
          scopesGranted: ['cob.read'],
          expiresInMs: 300_000,
        },
      ],
    ]
    const issue = { code: 'HTTP_TOKEN', severity: 'warning', path: [], params: missing }
    expect(events).toEqual([
      ['onRequest', call],
      ['onResponse', { ...call, status: 200, durationMs: 0, requestId: 'r-7' }],
      ...granted,
      ['onWarning', { operation: 'token', issue }],
    ])
    // The warning comes once.
    await tokens.refuse('abc')
    await tokens.get()
    expect(events.slice(4).map(([name]) => name)).toEqual(['onRequest', 'onResponse', 'onToken'])
    expect(inspect(events, { depth: 9 })).not.toMatch(/segredo|abc/)
  })

  test('tell of a life that the bank does not tell, and of retries and errors', async () => {
    const { hooks, events } = recorder()
    const desk = tokenDesk({ hooks })
    const failure = httpFailure('HTTP_CONNECT', { reason: 'reset' })
    desk.reply = (_request, count) => (count === 1 ? Promise.reject(failure) : json({ access_token: 'abc' }))
    await createOAuthTokens(desk.options).get()
    expect(events.map(([name]) => name)).toEqual([
      'onRequest',
      'onError',
      'onRetry',
      'onRequest',
      'onResponse',
      'onToken',
      'onWarning',
    ])
    expect(events[1]?.[1]).toMatchObject({
      error: { code: 'HTTP_CONNECT', params: { host: 'pix.example.com' } },
      attempt: 1,
    })
    expect(events[2]?.[1]).toMatchObject({ error: { code: 'HTTP_CONNECT' }, delayMs: 0, attempt: 1 })
    expect(events[6]?.[1]).toMatchObject({ issue: { params: { reason: 'expires-in', seconds: 300 } } })
  })

  test('may throw', async () => {
    const explode = (): never => {
      throw new Error('disk full')
    }
    const hooks = { onRequest: explode, onResponse: explode, onToken: explode, onWarning: explode, onError: explode }
    const desk = tokenDesk({ hooks })
    expect((await createOAuthTokens(desk.options).get()).accessToken).toBe('token-1')
  })

  test('and errors hold no secret, whatever it is', async () => {
    const secret = fc.stringMatching(/^[A-Za-z0-9]{12,30}$/)
    await fc.assert(
      fc.asyncProperty(secret, secret, fc.constantFrom(200, 400, 401, 403, 500), async (secretText, token, status) => {
        const { hooks, events } = recorder()
        const desk = tokenDesk({ hooks, clientSecret: `s-${secretText}` })
        desk.reply = () =>
          json({ access_token: `t-${token}`, error: 'invalid_client', error_description: `s-${secretText}` }, status)
        const tokens = createOAuthTokens(desk.options)
        const error = await rejectionOf(tokens.get())
        const seen = `${inspect([error, events], { depth: 9 })} ${JSON.stringify([error, events])} ${inspect(tokens)}`
        expect(seen).not.toContain(`s-${secretText}`)
        expect(seen).not.toContain(`t-${token}`)
      }),
      { numRuns: 200 },
    )
  })
})

test('waits for real between two tries, and can be called off there', async () => {
  const { options, ...desk } = tokenDesk({ jitter: () => 1 })
  const { sleep: _none, ...real } = options
  const controller = new AbortController()
  const tokens = createOAuthTokens({
    ...real,
    transport: () => Promise.reject(httpFailure('HTTP_CONNECT', { reason: 'reset' })),
  })
  const pending = rejectionOf(tokens.get({ signal: controller.signal }))
  await wait(20)
  controller.abort()
  expect(await pending).toMatchObject({ code: 'HTTP_ABORTED' })
  expect(desk.requests).toHaveLength(0)
})
