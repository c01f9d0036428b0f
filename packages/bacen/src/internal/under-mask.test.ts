import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mayBeUnderMask } from './under-mask.ts'

describe('mayBeUnderMask', () => {
  test.each<[string, string, boolean | undefined]>([
    ['12345678909', '***456789**', true],
    ['12345678909', '*********09', true],
    ['12345678909', '123*', true],
    ['12345678909', '*', true],
    ['fulana@example.com', 'f***a@***.com', true],
    ['12345678909', '***457789**', false],
    ['12345678909', '*08', false],
    ['12345678909', '2*', false],
    ['aaa', 'aa*aa', false],
    ['12345678909', '12345678909', undefined],
    ['12345678909', '98765432100', undefined],
  ])('%s under %s: %s', (text, masked, expected) => {
    expect(mayBeUnderMask(text, masked)).toBe(expected)
  })

  test('whatever part is hidden', () => {
    const text = fc.stringMatching(/^[a-z0-9]{1,20}$/)
    fc.assert(
      fc.property(text, text, text, (before, hidden, after) => {
        expect(mayBeUnderMask(before + hidden + after, `${before}***${after}`)).toBe(true)
      }),
    )
  })
})
