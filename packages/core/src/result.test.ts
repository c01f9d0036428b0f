import { describe, expect, test } from 'vitest'
import { unwrap } from './result.ts'

describe('unwrap', () => {
  test.each([['text'], [0], [''], [false], [null], [undefined]])('returns the value %j', (value) => {
    expect(unwrap({ ok: true, value })).toBe(value)
  })

  test('throws the error itself', () => {
    const error = new Error('no')
    expect(() => unwrap({ ok: false, error })).toThrow(error)
  })
})
