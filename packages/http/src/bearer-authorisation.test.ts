import { describe, expect, test } from 'vitest'
import { rejectionOf } from '../../../tests/lib/rejection-of.ts'
import { grants, json, tokenDesk } from '../../../tests/lib/token-desk.ts'
import { bearerAuthorisation, fixedAuthorisation } from './bearer-authorisation.ts'
import { mayBeDone } from './fate.ts'
import { createHttpClient, type HttpCall } from './http-client.ts'
import { createOAuthTokens } from './oauth-tokens.ts'
import type { Transport, TransportResponse } from './transport.ts'

const request = { method: 'GET', url: 'https://pix.example.com/cob/1', body: undefined }
const call: HttpCall = { operation: 'cob.get', path: '/cob/{txid}', ...request }

/** A client of a bank whose API answers what `api` says for a token. */
function client(api: (token: string) => TransportResponse) {
  const desk = tokenDesk()
  const shown: string[] = []
  const transport: Transport = async ({ headers }) => {
    const token = headers['authorization']?.replace('Bearer ', '') ?? ''
    shown.push(token)
    await Promise.resolve()
    return api(token)
  }
  const authorisation = bearerAuthorisation(createOAuthTokens(desk.options))
  return { desk, shown, http: createHttpClient({ transport, authorisation, sleep: async () => {} }) }
}

describe('a bearer token', () => {
  test('is shown with every request, and made into headers once', async () => {
    const desk = tokenDesk()
    const authorisation = bearerAuthorisation(createOAuthTokens(desk.options))
    expect(await authorisation.headers(request)).toEqual({ authorization: 'Bearer token-1' })
    expect(await authorisation.headers(request)).toBe(await authorisation.headers(request))
    expect(desk.requests).toHaveLength(1)
  })

  test('that is refused is renewed once, for 50 calls at once', async () => {
    const { desk, shown, http } = client((token) => (token === 'token-1' ? json({}, 401) : json({ token })))
    const all = await Promise.all(Array.from({ length: 50 }, () => http.call(call)))
    expect(all.map(({ body }) => body)).toEqual(all.map(() => ({ token: 'token-2' })))
    expect(shown.filter((token) => token === 'token-1')).toHaveLength(50)
    expect(shown.filter((token) => token === 'token-2')).toHaveLength(50)
    expect(desk.requests).toHaveLength(2)
  })

  test('that is refused again ends the call, and after a few of them nobody asks for another', async () => {
    const { desk, shown, http } = client(() => json({}, 401))
    const error = await rejectionOf(http.call(call))
    expect(error).toMatchObject({ code: 'HTTP_STATUS', status: 401, params: { reason: 'unauthorized' } })
    expect(shown).toEqual(['token-1', 'token-2'])
    for (let turn = 0; turn < 20; turn += 1) expect(await rejectionOf(http.call(call))).toMatchObject({ status: 401 })
    expect(desk.requests).toHaveLength(5)
  })

  /** What becomes of calls while another process ends the token after each of them, by asking for its own. */
  const amongOthers = async (calls: number, everyMs: number) => {
    const { desk, http } = client((token) => (token === `token-${desk.requests.length}` ? json({}) : json({}, 401)))
    const failed: unknown[] = []
    let others = 0
    for (let turn = 0; turn < calls; turn += 1) {
      await http.call({ ...call, method: 'POST' }).catch((error: unknown) => failed.push(error))
      await desk.options.transport({ method: 'POST', url: desk.options.tokenUrl, headers: {}, body: undefined })
      others += 1
      desk.now += everyMs
    }
    return { failed, renewals: desk.requests.length - others - 1 }
  }

  test('that ends when another is granted elsewhere fails no call, where calls are seldom', async () => {
    expect(await amongOthers(50, 2_000)).toEqual({ failed: [], renewals: 49 })
  })

  test('is renewed once in two seconds at most, where calls are many: those between fail, and are not done', async () => {
    const { failed, renewals } = await amongOthers(121, 500)
    // After 0.5, 1, 1.5, 2 and 2.5 s, then each two seconds until 58.5 s.
    expect(renewals).toBe(5 + 28)
    expect(failed).toHaveLength(120 - 5 - 28)
    for (const error of failed) {
      expect(error).toMatchObject({ code: 'HTTP_STATUS', status: 401 })
      expect(mayBeDone(error)).toBe(false)
    }
  })

  test('that is long in coming fails the call in its time: nothing was sent, and a POST is tried again', async () => {
    const { desk, shown, http } = client((token) => json({ token }))
    desk.reply = () => new Promise(() => {})
    const error = await rejectionOf(http.call({ ...call, method: 'POST', timeoutMs: 5 }))
    expect(error).toMatchObject({ code: 'HTTP_TIMEOUT', params: { reason: 'token', timeoutMs: 5, attempts: 3 } })
    expect(mayBeDone(error)).toBe(false)
    expect(shown).toEqual([])
    expect(desk.requests).toHaveLength(1)
  })

  test('that another call renewed meanwhile costs no request', async () => {
    const desk = tokenDesk()
    const authorisation = bearerAuthorisation(createOAuthTokens(desk.options))
    const old = await authorisation.headers(request)
    expect(await authorisation.renew?.(old)).toBe(true)
    await authorisation.headers(request)
    expect(await authorisation.renew?.(old)).toBe(true)
    expect(await authorisation.headers(request)).toEqual({ authorization: 'Bearer token-2' })
    expect(desk.requests).toHaveLength(2)
  })

  test('is not renewed for headers that show none', async () => {
    const authorisation = bearerAuthorisation(createOAuthTokens(tokenDesk().options))
    expect(await authorisation.renew?.({})).toBe(false)
    expect(await authorisation.renew?.({ authorization: 'Basic abc' })).toBe(false)
    expect(authorisation.confirm?.({ authorization: 'Basic abc' })).toBeUndefined()
  })

  test('that cannot be had fails the call, and is asked for again later', async () => {
    const { desk, shown, http } = client((token) => json({ token }))
    desk.reply = () => json({ error: 'invalid_client' }, 401)
    const error = await rejectionOf(http.call(call))
    expect(error).toMatchObject({ code: 'HTTP_TOKEN', status: 401, params: { reason: 'credentials' } })
    expect(shown).toEqual([])
    desk.reply = grants
    desk.now += 1_000
    expect(await http.call(call)).toMatchObject({ body: { token: 'token-2' } })
  })
})

describe('a fixed token', () => {
  test('is shown with every request, and stays refused', async () => {
    const authorisation = fixedAuthorisation('abc')
    expect(await authorisation.headers(request)).toEqual({ authorization: 'Bearer abc' })
    expect(authorisation).not.toHaveProperty('renew')
  })

  test.each(['', 'a b', 'a\r\nb', 'ç', 7])('must be one: %j', (accessToken) => {
    expect(() => fixedAuthorisation(accessToken as string)).toThrow(TypeError)
    expect(() => fixedAuthorisation(accessToken as string)).toThrow('"accessToken"')
  })
})
