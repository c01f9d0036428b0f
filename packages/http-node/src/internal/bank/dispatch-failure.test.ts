import { httpFailure } from '@pixkit/http/failure'
import { mayBeDone } from '@pixkit/http/fate'
import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import type { ClientIdentity } from './client-identity.ts'
import { failureOfDispatch, type Stage } from './dispatch-failure.ts'

const SECRET = 'pix.padaria.example/cob/a1b2c3'
const DAY = 86_400_000
const identity: ClientIdentity = { cert: '', key: '', sha256: '', expiresAt: Date.now() + DAY }
const expired: ClientIdentity = { ...identity, expiresAt: Date.now() - DAY }

const named = (code: string, syscall?: string): Error =>
  Object.assign(new Error(`failed at ${SECRET}`), { code, host: SECRET, syscall })

const HANDSHAKE = 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE'
const EXPIRED = 'ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED'
const BAD_RECORD = 'ERR_SSL_SSLV3_ALERT_BAD_RECORD_MAC'

describe('failureOfDispatch', () => {
  test.each<[string, Stage, 'known' | 'unknown' | 'expired', 'first' | 'later', string]>([
    ['ECONNREFUSED', 'connect', 'known', 'first', 'HTTP_CONNECT:refused'],
    ['ENOTFOUND', 'connect', 'known', 'first', 'HTTP_DNS:not-found'],
    ['CERT_HAS_EXPIRED', 'connect', 'known', 'first', 'HTTP_TLS:expired'],
    ['SOMETHING_NEW', 'connect', 'known', 'first', 'HTTP_CONNECT:other'],
    ['SOMETHING_NEW', 'headers', 'known', 'first', 'HTTP_PROTOCOL:other'],

    // Who hangs up at once may have looked at the certificate.
    ['UND_ERR_SOCKET', 'headers', 'known', 'first', 'HTTP_CONNECT:hung-up'],
    ['UND_ERR_SOCKET', 'headers', 'unknown', 'first', 'HTTP_CONNECT:hung-up-without-certificate'],
    ['UND_ERR_SOCKET', 'headers', 'expired', 'first', 'HTTP_CONNECT:hung-up-expired-certificate'],
    ['UND_ERR_SOCKET', 'headers', 'known', 'later', 'HTTP_CONNECT:reset'],
    ['UND_ERR_SOCKET', 'headers', 'expired', 'later', 'HTTP_CONNECT:reset'],
    ['UND_ERR_SOCKET', 'body', 'known', 'later', 'HTTP_PROTOCOL:truncated'],
    ['ECONNRESET', 'connect', 'known', 'first', 'HTTP_CONNECT:hung-up'],
    ['ECONNRESET', 'headers', 'unknown', 'later', 'HTTP_CONNECT:reset'],
    ['ETIMEDOUT', 'connect', 'known', 'first', 'HTTP_CONNECT:timed-out'],
    ['ETIMEDOUT', 'headers', 'known', 'first', 'HTTP_CONNECT:hung-up'],
    ['ETIMEDOUT', 'headers', 'known', 'later', 'HTTP_CONNECT:reset'],
    ['EHOSTUNREACH', 'headers', 'known', 'later', 'HTTP_CONNECT:reset'],
    ['ECONNRESET', 'body', 'known', 'later', 'HTTP_PROTOCOL:truncated'],
    ['HPE_INVALID_CONSTANT', 'headers', 'known', 'first', 'HTTP_PROTOCOL:malformed'],

    // A request that was refused in the handshake was not taken; one after it may have been.
    [HANDSHAKE, 'connect', 'known', 'first', 'HTTP_TLS:handshake'],
    [HANDSHAKE, 'connect', 'expired', 'first', 'HTTP_TLS:client-certificate-expired'],
    [HANDSHAKE, 'connect', 'unknown', 'first', 'HTTP_TLS:client-certificate-missing'],
    [EXPIRED, 'connect', 'known', 'first', 'HTTP_TLS:client-certificate-expired'],
    [EXPIRED, 'headers', 'known', 'first', 'HTTP_TLS:client-certificate-expired'],
    [BAD_RECORD, 'headers', 'known', 'later', 'HTTP_CONNECT:reset'],
    [BAD_RECORD, 'body', 'known', 'later', 'HTTP_PROTOCOL:truncated'],
  ])('%s while waiting for %s, client %s, %s answer: %s', (system, stage, client, answer, expected) => {
    const settings = { identity: { known: identity, unknown: undefined, expired }[client] }
    const error = failureOfDispatch(named(system, stage === 'connect' ? stage : 'read'), {
      stage,
      settings,
      isFirst: answer === 'first',
    })
    expect([`${error.code}:${String(error.params['reason'])}`, error.params['system']]).toEqual([expected, system])
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(SECRET)
  })

  test.each(['EPROTO', 'ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_EE_KEY_TOO_SMALL'])(
    '%s in the handshake: nothing was sent',
    (system) => {
      const error = failureOfDispatch(named(system, 'write'), {
        stage: 'connect',
        settings: { identity },
        isFirst: true,
      })
      expect(error).toMatchObject({ code: 'HTTP_TLS', params: { system, phase: 'connect' } })
      expect(mayBeDone(error)).toBe(false)
    },
  )

  test('an error of pixkit stays what it is', () => {
    const error = httpFailure('HTTP_TIMEOUT', { reason: 'connect', params: { timeoutMs: 1 } })
    expect(failureOfDispatch(error, { stage: 'connect', settings: { identity }, isFirst: true })).toBe(error)
  })
})
