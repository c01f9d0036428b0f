import { describe, expect, test } from 'vitest'
import { errorOf } from '../../../tests/lib/error-of.ts'
import { certificateOf, DAY, NOW } from '../../../tests/lib/test-certificate.ts'
import { daysLeft, expiresWithin } from './expires-within.ts'

const { certificate } = certificateOf({ notAfter: NOW })
const before = (milliseconds: number): { now: number } => ({ now: NOW - milliseconds })

describe('daysLeft', () => {
  test.each([
    [30 * DAY, 30],
    [30 * DAY - 1, 29],
    [DAY, 1],
    [DAY - 1, 0],
    [1, 0],
    [0, 0],
    [-1, -1],
    [-DAY, -1],
    [-DAY - 1, -2],
  ])('%d ms before the end: %d', (milliseconds, days) => {
    expect(daysLeft(certificate, before(milliseconds))).toBe(days)
  })

  test('looks from now by default', () => {
    const far = certificateOf({ notAfter: Date.now() + 10 * DAY + 60_000 })
    expect(daysLeft(far.certificate)).toBe(10)
  })
})

describe('expiresWithin', () => {
  test.each([
    [30 * DAY + 1, 30, false],
    [30 * DAY, 30, true],
    [1, 0, false],
    [0, 0, true],
    [-1, 0, true],
    [-365 * DAY, 30, true],
  ])('%d ms before the end, within %d days: %s', (milliseconds, days, expected) => {
    expect(expiresWithin(certificate, days, before(milliseconds))).toBe(expected)
  })

  test.each([-1, 0.5, Number.NaN, Infinity, 36_526])('refuses %d days', (days) => {
    expect(errorOf(() => expiresWithin(certificate, days, before(0)))).toMatchObject({
      code: 'CERTS_OPTION_INVALID',
      path: ['days'],
    })
  })

  test.each([Number.NaN, Infinity, 8.64e15 + 1])('refuses the moment %d', (now) => {
    expect(errorOf(() => expiresWithin(certificate, 1, { now }))).toMatchObject({
      code: 'CERTS_OPTION_INVALID',
      path: ['now'],
    })
    expect(errorOf(() => daysLeft(certificate, { now }))).toMatchObject({ code: 'CERTS_OPTION_INVALID', path: ['now'] })
  })

  test('refuses arguments of another type', () => {
    expect(() => expiresWithin(certificate, '30' as never)).toThrow(TypeError)
    expect(() => expiresWithin(certificate, 30, { now: new Date() as never })).toThrow(TypeError)
    expect(() => expiresWithin('-----BEGIN' as never, 30)).toThrow(TypeError)
    expect(() => daysLeft(null as never)).toThrow(TypeError)
  })
})
