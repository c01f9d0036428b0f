/**
 * One request of a token, with its hooks.
 *
 * @module
 */
import { isPixkitError, type PixkitError } from '@pixkit/core/error'
import type { Params } from '@pixkit/core/issue'
import type { ReasonOf } from '../codes.ts'
import { type CallEvent, emit } from '../hooks.ts'
import { isPixkitHttpError } from './pixkit-http-error.ts'
import { isTemporary } from '../retry.ts'
import type { StoredToken } from '../token-store.ts'
import type { TransportResponse } from '../transport.ts'
import { readBodyOf } from './answer.ts'
import { requestIdOf } from './answer-headers.ts'
import { knownValuesOf, quotesOneOf } from './known-values.ts'
import { isMembers } from './members.ts'
import { ownError } from './own-error.ts'
import { type Grant, readGrant } from './token-answer.ts'
import { tokenRefusal } from './token-refusal.ts'
import { tokenRequest } from './token-request.ts'
import type { TokenSettings } from './token-settings.ts'
import { warnOfToken } from './warn-of-token.ts'

const ATTEMPTS = 2
const MAX_DELAY_MS = 250

/** A bank that asks for more patience is left alone. Choice of pixkit, as the number of tries and the delay are. */
const MAX_RETRY_AFTER_MS = 2_000

/**
 * Makes the function that asks the bank, and once more where that is likely to help: nothing is done twice by it, and an idle
 * connection that the bank closed is the usual reason.
 *
 * It throws `HTTP_TOKEN` for refusals and for answers that are no token, `HTTP_…` of the transport.
 */
export function tokenAsker(settings: TokenSettings): () => Promise<StoredToken> {
  const { hooks, jitter, sleep } = settings
  const warned = new Set<string>()
  return async () => {
    for (let attempt = 1; ; attempt += 1) {
      const event: CallEvent = {
        operation: 'token',
        method: 'POST',
        host: settings.url.host,
        path: settings.url.pathname,
        attempt,
      }
      try {
        const { grant, token } = await exchange(settings, event)
        tell(settings, grant, warned)
        return token
      } catch (error) {
        if (attempt === ATTEMPTS || !isPixkitError(error) || !isHiccup(error)) throw error
        const delayMs = (isPixkitHttpError(error) ? error.retryAfterMs : undefined) ?? jitter() * MAX_DELAY_MS
        emit(hooks, 'onRetry', { ...event, error, delayMs })
        await sleep(delayMs)
      }
    }
  }
}

/** A connection that failed, or a gateway; neither 429 nor a time-out, after which a second request makes it worse. */
function isHiccup(error: PixkitError): boolean {
  if (isPixkitHttpError(error)) {
    return [502, 503, 504].includes(error.status) && (error.retryAfterMs ?? 0) <= MAX_RETRY_AFTER_MS
  }
  // Nor after a hang-up that the client's certificate explains.
  const { code, params } = error
  return code !== 'HTTP_TIMEOUT' && !/^hung-up-.*certificate$/.test(String(params['reason'])) && isTemporary(error)
}

async function exchange(
  settings: TokenSettings,
  event: CallEvent,
): Promise<{ readonly grant: Grant; readonly token: StoredToken }> {
  const { hooks, clock, transport, shape, readProblem, clientId, clientSecret = '' } = settings
  const { host } = event
  const asked = clock()
  emit(hooks, 'onRequest', event)
  try {
    const request = tokenRequest(settings)
    const sent = [clientId, clientSecret, ...knownValuesOf(request.url, '', request.headers)]
    const answer: TransportResponse = await transport(request)
    const now = clock()
    const { status } = answer
    const isGranted = status >= 200 && status <= 299
    // What has just been granted is a secret, too.
    const secrets = isGranted ? [...sent, ...textsOf(answer)] : sent
    const requestId = requestIdOf(answer.headers, () => secrets)
    emit(hooks, 'onResponse', { ...event, status, durationMs: now - asked, requestId })
    if (!isGranted) throw tokenRefusal(answer, { now, attempts: event.attempt, secrets, readProblem })
    const grant = shownGrant(readGrant(answer, shape.expiresIn, now), settings.scopes, sent)
    // Counted from before the request: how long the answer took is not known.
    return {
      grant,
      token: { accessToken: grant.accessToken, expiresAt: asked + grant.lifetimeMs, scopes: grant.scopes },
    }
  } catch (thrown) {
    if (!isPixkitError(thrown)) throw thrown
    // The host is that of the tokens, and not of the call that waits for one.
    const error = ownError(thrown, { operation: 'token', host, attempts: event.attempt, mayBeDone: false })
    emit(hooks, 'onError', { ...event, error, durationMs: clock() - asked })
    throw error
  }
}

/** Every text of the answer's members: one of them is the token. */
function textsOf(answer: TransportResponse): string[] {
  const { value } = readBodyOf(answer)
  return isMembers(value) ? Object.values(value).filter((text) => typeof text === 'string') : []
}

/** Without scopes that nobody asked for and that quote a secret. */
function shownGrant(grant: Grant, asked: readonly string[], sent: readonly string[]): Grant {
  const secrets = [...sent, grant.accessToken]
  const scopes = grant.scopes?.filter((scope) => asked.includes(scope) || !quotesOneOf(scope, secrets))
  return { ...grant, scopes }
}

/** What was granted; and once in the life of a client, what is odd about it. */
function tell({ hooks, url, scopes }: TokenSettings, grant: Grant, warned: Set<string>): void {
  emit(hooks, 'onToken', {
    host: url.host,
    scopesAsked: scopes,
    scopesGranted: grant.scopes,
    expiresInMs: grant.lifetimeMs,
  })
  const warn = (reason: ReasonOf<'HTTP_TOKEN'>, params: Params): void => {
    if (warned.has(reason)) return
    warned.add(reason)
    warnOfToken(hooks, reason, params)
  }
  if (!grant.lifetimeKnown) warn('expires-in', { seconds: grant.lifetimeMs / 1_000 })
  const missing = scopes.filter((scope) => grant.scopes?.includes(scope) === false)
  if (missing.length === 0) return
  warn('fewer-scopes', { asked: scopes.length, granted: scopes.length - missing.length, missing: missing.join(' ') })
}
