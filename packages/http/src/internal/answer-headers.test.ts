import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { requestIdOf, retryAfterOf } from './answer-headers.ts'

describe('requestIdOf', () => {
  test.each([
    'x-request-id',
    'x-correlation-id',
    'x-correlationid',
    'correlation-id',
    'x-amzn-requestid',
    'x-itau-correlationid',
  ])('finds %s', (name) => {
    expect(requestIdOf({ [name]: 'a1-b2' }, () => [])).toBe('a1-b2')
  })

  test('takes the first that can be shown', () => {
    expect(requestIdOf({ 'x-request-id': 'one', 'x-correlation-id': 'two' }, () => [])).toBe('one')
    expect(requestIdOf({ 'x-request-id': '', 'x-correlation-id': 'two' }, () => [])).toBe('two')
    expect(requestIdOf({ 'x-request-id': 'a b' }, () => [])).toBeUndefined()
    expect(requestIdOf({ 'x-request-id': 'a'.repeat(129) }, () => [])).toBeUndefined()
    expect(requestIdOf({ 'x-request-id': 'é' }, () => [])).toBeUndefined()
    expect(requestIdOf({}, () => [])).toBeUndefined()
    expect(requestIdOf({ 'x-request-id': 'req-segredo', 'x-correlation-id': 'two' }, () => ['Segredo'])).toBe('two')
  })
})

describe('retryAfterOf', () => {
  const now = Date.UTC(2026, 10, 6, 8, 49, 30)

  test.each([
    ['seconds', '120', 120_000],
    ['none', '0', 0],
    ['with a fraction, as some send it', ' 1.5 ', 1_500],
    ['a date', 'Fri, 06 Nov 2026 08:49:37 GMT', 7_000],
    ['a date of RFC 850', 'Friday, 06-Nov-26 08:49:37 GMT', 7_000],
    ['a date of asctime', 'Fri Nov  6 08:49:37 2026', 7_000],
    ['a date that is over', 'Fri, 06 Nov 2026 08:00:00 GMT', 0],
    ['a negative number', '-1', undefined],
    ['words', 'soon', undefined],
    ['nothing', '', undefined],
    ['a number in words of JavaScript', '0x10', undefined],
    ['another kind of date', '2026-11-06T08:49:37Z', undefined],
    ['a day that is none', 'Fri, 99 Nov 2026 08:49:37 GMT', undefined],
  ])('reads %s', (_name, text, ms) => {
    expect(retryAfterOf({ 'retry-after': text }, now)).toBe(ms)
  })

  test('holds a date against the clock of the server', () => {
    const headers = { 'retry-after': 'Fri, 06 Nov 2026 08:49:37 GMT', date: 'Fri, 06 Nov 2026 08:49:35 GMT' }
    expect(retryAfterOf(headers, 0)).toBe(2_000)
    expect(retryAfterOf({ ...headers, date: 'now' }, now)).toBe(7_000)
    expect(retryAfterOf({}, now)).toBeUndefined()
  })

  test('gives a whole number from 0, or nothing, for any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.float().map(String), fc.date({ noInvalidDate: true }).map(String)),
        (text) => {
          const ms = retryAfterOf({ 'retry-after': text }, now) ?? 0
          expect(Number.isSafeInteger(ms) && ms >= 0).toBe(true)
        },
      ),
    )
  })
})
