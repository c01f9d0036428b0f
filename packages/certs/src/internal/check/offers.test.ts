import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { file } from '../../../../../tests/lib/diagnosis.ts'
import { readFile } from './file-facts.ts'
import { createOffers } from './offers.ts'

function namesFor(names: readonly string[], extension: string = 'pem'): string[] {
  const offers = createOffers(names)
  return names.map((name) => offers.nameFor(readFile(file(name, ''), { left: 0 }), extension, 'all'))
}

describe('names of copies', () => {
  test.each([
    ['a.cer', 'a.pem'],
    ['a.pem', 'a-pixkit.pem'],
    ['A.PEM', 'A-pixkit.pem'],
    ['pasta/a.cer', 'a.pem'],
    ['pasta.velha/a', 'a.pem'],
    ['C:\\certs\\a.cer', 'a.pem'],
    ['../../etc/a.cer', 'a.pem'],
    ['a.cer/..', 'pixkit.pem'],
    ['..', 'pixkit.pem'],
    ['.', 'pixkit.pem'],
    ['', 'pixkit.pem'],
    ['a/', 'pixkit.pem'],
    ['.cer', 'cer.pem'],
    ['...a.cer', 'a.pem'],
    [' .cer', 'pixkit.pem'],
    ['\0\n.cer', '__.pem'],
    ['\u202egpj.cer', '_gpj.pem'],
    ['\ud800.cer', '_.pem'],
    ['a:b|c.cer', 'a_b_c.pem'],
    ['certificado de produção (1).cer', 'certificado de produção (1).pem'],
  ])('%j gets a copy %j', (name, expected) => {
    expect(namesFor([name])).toEqual([expected])
  })

  test('are counted up while they are taken, by capitals or not', () => {
    expect(namesFor(['x.cer', 'x.crt', 'a/X.cer', 'x-pixkit.pem'])).toEqual([
      'x.pem',
      'x-pixkit-2.pem',
      'X-pixkit-3.pem',
      'x-pixkit-pixkit.pem',
    ])
  })

  test('are not those of copies, but for capitals', () => {
    expect(namesFor(['X.cer', 'X.crt', 'x-pixkit.cer'])).toEqual(['X.pem', 'X-pixkit.pem', 'x-pixkit-pixkit.pem'])
  })

  test('are the same for the same content of the same file', () => {
    const offers = createOffers(['x.cer'])
    const facts = readFile(file('x.cer', ''), { left: 0 })
    const first = offers.nameFor(facts, 'pem', 'all')
    expect(offers.nameFor(facts, 'pem', 'all')).toBe(first)
    expect(offers.nameFor(facts, 'pem', 'chain')).not.toBe(first)
    expect(offers.nameFor(facts, 'key', 'all')).toBe('x.key')
  })

  test('of any names are plain, short and distinct', () => {
    const name = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.stringMatching(/^[aA./\\]{0,6}$/))
    fc.assert(
      fc.property(fc.array(name, { maxLength: 8 }), (given) => {
        const names = namesFor(given)
        const taken = [...names, ...given].map((one) => one.toLowerCase())
        expect(new Set(names.map((one) => one.toLowerCase())).size).toBe(names.length)
        for (const one of names) {
          expect(one).toMatch(/^[^.\s/\\\p{C}][^/\\\p{C}]*\.pem$/u)
          expect(Buffer.byteLength(one)).toBeLessThanOrEqual(255)
          expect(taken.filter((other) => other === one.toLowerCase())).toHaveLength(1)
        }
      }),
    )
  })
})
