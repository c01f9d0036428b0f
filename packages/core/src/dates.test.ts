import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dateOfDay, dayInSaoPaulo, dayOfDate, instantMs, isDate, isDateTime } from './dates.ts'

describe('isDate', () => {
  test.each(['2026-11-22', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('takes %s', (text) => {
    expect(isDate(text)).toBe(true)
  })

  test.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-01',
    '2026-01-00',
    '26-01-01',
    '2026-1-1',
    '2026-01-01\n',
    '２026-01-01',
    '',
  ])('refuses %j', (text) => {
    expect(isDate(text)).toBe(false)
  })

  test('agrees with the calendar of the platform', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.nat({ max: 13 }), fc.nat({ max: 32 }), (year, month, day) => {
        const text = [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join(
          '-',
        )
        const ms = Date.parse(text)
        expect(isDate(text)).toBe(!Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text))
      }),
    )
  })
})

describe('isDateTime', () => {
  test.each([
    '2026-11-22T12:00:00Z',
    '2026-11-22T12:00:00.1Z',
    '2026-11-22T12:00:00.123456789-03:00',
    '2026-11-22t12:00:00z',
    '2026-11-22T00:00:00+14:00',
  ])('takes %s', (text) => {
    expect(isDateTime(text)).toBe(true)
  })

  test.each([
    '2026-11-22',
    '2026-11-22T12:00:00',
    '2026-11-22T12:00Z',
    '2026-11-22 12:00:00Z',
    '2026-11-22T12:00:00-0300',
    '2026-02-30T12:00:00Z',
    '2026-11-22T24:00:00Z',
    '2026-11-22T24:00:01Z',
    '2026-11-22T12:00:00+24:00',
    '2026-11-22T12:00:00-03:60',
    '2026-11-22T12:60:00Z',
    '2016-12-31T23:59:60Z',
    '2026-11-22T12:00:00Z ',
  ])('refuses %j', (text) => {
    expect(isDateTime(text)).toBe(false)
  })
})

describe('instantMs', () => {
  test('has a number for every instant, and knows no day but that of the calendar', () => {
    const two = (max: number): fc.Arbitrary<string> => fc.nat({ max }).map((part) => String(part).padStart(2, '0'))
    const zones = fc.oneof(fc.constantFrom('Z', 'z'), fc.tuple(fc.constantFrom('+', '-'), two(25), two(61)))
    const parts = fc.tuple(two(99), two(99), two(13), two(32), two(25), two(61), two(61), fc.nat(), zones)
    fc.assert(
      fc.property(parts, ([century, year, month, day, hour, minute, second, fraction, zone]) => {
        const offset = typeof zone === 'string' ? zone : `${zone[0]}${zone[1]}:${zone[2]}`
        const text = `${century}${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction}${offset}`
        expect(isDateTime(text) && Number.isNaN(instantMs(text))).toBe(false)
      }),
    )
  })
})

describe('days as numbers', () => {
  test('are the inverse of their texts, up to the year 9999', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (day) => {
        expect(dayOfDate(dateOfDay(day))).toBe(day)
      }),
    )
    expect(dateOfDay(2_932_896)).toBe('9999-12-31')
    expect(dateOfDay(2_932_895)).toBe('9999-12-30')
    expect(dateOfDay(1e9)).toBe('9999-12-31')
  })
})

describe('addDays', () => {
  test.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2024-03-01', -1, '2024-02-29'],
    ['2026-11-25', 0, '2026-11-25'],
    ['9999-12-31', 1, '9999-12-31'],
  ])('%s and %i is %s', (date, days, result) => {
    expect(addDays(date, days)).toBe(result)
  })
})

describe('dayInSaoPaulo', () => {
  test.each([
    ['2026-11-22T02:30:00Z', '2026-11-21'],
    ['2026-11-22T02:59:59.999Z', '2026-11-21'],
    ['2026-11-22T03:00:00Z', '2026-11-22'],
    ['2026-11-22T03:30:00Z', '2026-11-22'],
    ['2019-01-01T02:00:00Z', '2019-01-01'],
    ['2019-01-01T01:59:59Z', '2018-12-31'],
  ])('at %s is %s', (instant, date) => {
    expect(dayInSaoPaulo(Date.parse(instant))).toBe(date)
  })
})
