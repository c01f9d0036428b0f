import { httpFailure } from '@pixkit/http/failure'
import { failureOfAnswer } from '@pixkit/http/http-error'
import { describe, expect, test } from 'vitest'
import { bacenFailure } from './failure.ts'
import { attemptsOf, mayBeDone, mayMeanInUse, statusOf } from './fate.ts'

const refusal = (status: number, attempts = 1) =>
  failureOfAnswer({ status, headers: {}, body: new Uint8Array() }, { operation: 'cob.create', attempts })

describe('mayBeDone', () => {
  test.each([400, 401, 403, 404, 409, 422, 429])('not when the bank refuses: %i', (status) => {
    expect(mayBeDone(refusal(status))).toBe(false)
    expect(mayBeDone(refusal(status, 3))).toBe(false)
  })

  test.each([408, 500, 502, 503, 504])('when the bank, or what stands before it, gives up: %i', (status) => {
    expect(mayBeDone(refusal(status))).toBe(true)
  })

  test.each([
    ['no name', httpFailure('HTTP_DNS', { reason: 'not-found' })],
    ['no TLS', httpFailure('HTTP_TLS', { reason: 'expired' })],
    ['no token', httpFailure('HTTP_TOKEN', {})],
    ['no connection', httpFailure('HTTP_CONNECT', { reason: 'refused' })],
    ['no connection in time', httpFailure('HTTP_TIMEOUT', { reason: 'connect' })],
    ['a redirect', httpFailure('HTTP_REDIRECT', { reason: 'followed' })],
    ['what this package refuses', bacenFailure('BACEN_REQUEST')],
  ])('not when nothing was sent: %s', (_name, error) => {
    expect(mayBeDone(error)).toBe(false)
  })

  test.each([
    ['it broke off', httpFailure('HTTP_CONNECT', { reason: 'reset' })],
    ['it took too long', httpFailure('HTTP_TIMEOUT', { reason: 'headers' })],
    ['it took too long in all', httpFailure('HTTP_TIMEOUT', { reason: 'total' })],
    ['the answer was cut', httpFailure('HTTP_PROTOCOL', { reason: 'truncated' })],
    ['the answer was too large', httpFailure('HTTP_BODY_TOO_LARGE', {})],
    ['the caller gave up', httpFailure('HTTP_ABORTED', { reason: 'signal' })],
    ['an earlier try was sent', httpFailure('HTTP_CONNECT', { reason: 'refused', params: { attempts: 2 } })],
    ['nobody knows', new Error('bug')],
  ])('when %s', (_name, error) => {
    expect(mayBeDone(error)).toBe(true)
  })
})

describe('mayMeanInUse', () => {
  test.each([
    [400, true],
    [409, true],
    [422, true],
    [404, false],
    [500, false],
  ])('%i: %s', (status, expected) => {
    expect(mayMeanInUse(refusal(status))).toBe(expected)
    expect(statusOf(refusal(status))).toBe(status)
  })

  test('of other errors nothing', () => {
    expect(mayMeanInUse(new Error('400'))).toBe(false)
    expect(statusOf(undefined)).toBeUndefined()
    expect(attemptsOf(undefined)).toBe(1)
    expect(attemptsOf(refusal(400, 3))).toBe(3)
  })
})
