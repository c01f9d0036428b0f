import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bitsOf, countBits } from './codewords.ts'
import { ALPHABET, ALPHANUMERIC, BYTE, NUMERIC, segmentsOf } from './segments.ts'

const countClasses = fc.constantFrom(0, 1, 2)

/** The fewest bits of any cutting, found by trying them all: a segment from each place to each later one. */
function fewestBits(text: string, countClass: 0 | 1 | 2): number {
  const best = [0]
  const characters = [...text]
  for (let end = 1; end <= characters.length; end++) {
    best[end] = Infinity
    for (let start = 0; start < end; start++) {
      const part = characters.slice(start, end).join('')
      for (const mode of [NUMERIC, ALPHANUMERIC, BYTE]) {
        if (mode === NUMERIC && !/^\d+$/.test(part)) continue
        if (mode === ALPHANUMERIC && ![...part].every((character) => ALPHABET.includes(character))) continue
        const bits = countBits(bitsOf([{ mode, text: part }], countClass))
        best[end] = Math.min(best[end] as number, (best[start] as number) + bits)
      }
    }
  }
  return best.at(-1) as number
}

describe('segmentsOf', () => {
  test('joins what stays in one mode', () => {
    expect(segmentsOf('ABC-12345678901', 0)).toEqual([
      { mode: ALPHANUMERIC, text: 'ABC-' },
      { mode: NUMERIC, text: '12345678901' },
    ])
    expect(segmentsOf('br.gov.bcb.pix', 0)).toEqual([{ mode: BYTE, text: 'br.gov.bcb.pix' }])
  })

  test('keeps the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), countClasses, (text, countClass) => {
        expect(
          segmentsOf(text, countClass)
            .map((segment) => segment.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })

  test('takes as few bits as the best of all cuttings', () => {
    const unit = fc.constantFrom(...'00112345678AZ:-abé😀')
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1, maxLength: 30 }), countClasses, (text, countClass) => {
        expect(countBits(bitsOf(segmentsOf(text, countClass), countClass))).toBe(fewestBits(text, countClass))
      }),
      { numRuns: Math.ceil((fc.readConfigureGlobal().numRuns ?? 1_000) / 10) },
    )
  })
})
