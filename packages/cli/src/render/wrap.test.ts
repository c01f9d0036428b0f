import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { widthOf } from './visible.ts'
import { wrapCharacters, wrapWords } from './wrap.ts'

describe('wrapWords', () => {
  it.each([
    ['', 5, ['']],
    ['a', 5, ['a']],
    ['ab cd ef', 5, ['ab cd', 'ef']],
    ['abcdefgh ij', 5, ['abcde', 'fgh', 'ij']],
    ['ab abcdefgh', 5, ['ab', 'abcde', 'fgh']],
    ['abcdef g', 5, ['abcde', 'f g']],
    ['a  b', 5, ['a  b']],
    ['ab cd ef', Infinity, ['ab cd ef']],
  ])('%j at %d', (text, width, lines) => {
    expect(wrapWords(text, width)).toEqual(lines)
  })

  it('loses nothing and keeps within the width', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'é', '漢') })),
        fc.integer({ min: 2, max: 30 }),
        (words, width) => {
          const text = words.join(' ')
          const lines = wrapWords(text, width)
          expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
          expect(lines.filter((line) => widthOf(line) > width)).toEqual([])
        },
      ),
    )
  })
})

describe('wrapCharacters', () => {
  it('cuts where the line ends', () => {
    expect(wrapCharacters('abcdef', 4)).toEqual(['abcd', 'ef'])
    expect(wrapCharacters('漢字漢', 4)).toEqual(['漢字', '漢'])
  })
})
