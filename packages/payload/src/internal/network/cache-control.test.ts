import { describe, expect, test } from 'vitest'
import { freshSeconds } from './cache-control.ts'

describe('freshSeconds', () => {
  test.each([
    ['max-age=600', 600],
    ['public, max-age=600', 600],
    ['Max-Age=600 , immutable', 600],
    ['max-age="600"', 600],
    ['max-age = 600', 600],
    ['max-age=0', 0],
    ['max-age=600, max-age=5', 600],
    ['no-store', 0],
    ['max-age=600, no-cache', 0],
    ['no-cache="set-cookie", max-age=600', 0],
    ['s-maxage=600', undefined],
    ['xmax-age=600', undefined],
    ['max-age=-1', undefined],
    ['max-age=1e3', undefined],
    ['max-age=', undefined],
    ['', undefined],
  ])('reads %j', (header, expected) => {
    expect(freshSeconds({ 'cache-control': header })).toBe(expected)
  })

  test('is nothing without the header', () => {
    expect(freshSeconds({})).toBeUndefined()
  })

  test.each([
    ['200', 400],
    ['900', 0],
    ['soon', 600],
    ['-5', 600],
  ])('takes off the age of the answer: %j', (age, expected) => {
    expect(freshSeconds({ 'cache-control': 'max-age=600', age })).toBe(expected)
  })

  test('is a number for an age beyond all numbers', () => {
    expect(freshSeconds({ 'cache-control': `max-age=${'9'.repeat(400)}` })).toBe(Infinity)
  })
})
