import { describe, expect, test } from 'vitest'
import { failureOfSystem } from './failure.ts'

describe('failureOfSystem', () => {
  test.each([
    ['ETIMEDOUT', 'connect', 'timed-out'],
    ['ETIMEDOUT', 'read', 'reset'],
    ['ETIMEDOUT', undefined, 'other'],
    ['EHOSTUNREACH', 'connect', 'unreachable'],
    ['EHOSTUNREACH', undefined, 'other'],
    ['EHOSTUNREACH', 'write', 'reset'],
    ['ECONNRESET', 'read', 'reset'],
  ])('%s of %s: %s', (code, syscall, reason) => {
    const cause = Object.assign(new Error(`${syscall} ${code}`), { code, syscall })
    const error = failureOfSystem(new TypeError('fetch failed', { cause }))
    expect(error).toMatchObject({ code: 'HTTP_CONNECT', path: [], params: { reason, system: code } })
  })

  test('of several addresses, each says which call it was', () => {
    const each = Object.assign(new Error('connect ETIMEDOUT'), { code: 'ETIMEDOUT', syscall: 'connect' })
    const cause = Object.assign(new AggregateError([each, each]), { code: 'ETIMEDOUT' })
    expect(failureOfSystem(new TypeError('fetch failed', { cause }))).toMatchObject({ params: { reason: 'timed-out' } })
  })

  test('a name that is about something else stays what it is, whatever the call', () => {
    const error = failureOfSystem(Object.assign(new Error('read'), { code: 'CERT_HAS_EXPIRED', syscall: 'read' }))
    expect(error).toMatchObject({ code: 'HTTP_TLS', params: { reason: 'expired' } })
  })
})
