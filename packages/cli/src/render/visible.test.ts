import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellsOf, visible, widthOf } from './visible.ts'

describe('visible', () => {
  it.each([
    ['Fulano de Tal', 'Fulano de Tal'],
    ['São 北京 ✓', 'São 北京 ✓'],
    ['\u001b[2J', '\\u{1b}[2J'],
    ['\u009b31m', '\\u{9b}31m'],
    ['a\r\nb\tc', 'a\\u{d}\\u{a}b\\u{9}c'],
    ['\u202e\u2066\u200b\ufeff', '\\u{202e}\\u{2066}\\u{200b}\\u{feff}'],
    ['a\u00a0b\u2028', 'a\\u{a0}b\\u{2028}'],
    ['e\u0301', 'e\\u{301}'],
    ['\ud800', '\\u{d800}'],
    ['שלום', '\\u{5e9}\\u{5dc}\\u{5d5}\\u{5dd}'],
    ['\\u{1b}', '\\\\u{1b}'],
  ])('writes %j as %s', (text, shown) => {
    expect(visible(text)).toBe(shown)
    expect(
      cellsOf(text)
        .map((cell) => cell.text)
        .join(''),
    ).toBe(shown)
  })

  it('shows different texts differently', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(visible(a) === visible(b)).toBe(a === b)
      }),
    )
  })
})

describe('widthOf', () => {
  it.each([
    ['abc', 3],
    ['São', 3],
    ['北京', 4],
    ['한글', 4],
    ['🙂', 2],
  ])('measures %s as %s columns', (text, width) => {
    expect(widthOf(text)).toBe(width)
  })
})
