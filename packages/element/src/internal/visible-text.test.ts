import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { visibleText } from './visible-text.ts'

describe('visibleText', () => {
  test.each([
    ['Padaria São João', 'Padaria São João'],
    ['Sa\u0303o Joa\u0303o', 'São João'],
    ['\u202eoãoJ', 'oãoJ'],
    ['\u2066a\u2069\u200b\u00ad\u0000\n', 'a'],
    ['Z\u0300\u0301\u0302\u0303a', 'Za'],
    ['  a  ', 'a'],
    ['商店 🛒', '商店 🛒'],
  ])('of %j is %j', (text, expected) => {
    expect(visibleText(text)).toBe(expected)
  })

  test('holds nothing that hides, reorders or stacks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(visibleText(text)).not.toMatch(/[\p{C}\p{M}\p{Zl}\p{Zp}]/u)
      }),
    )
  })
})
