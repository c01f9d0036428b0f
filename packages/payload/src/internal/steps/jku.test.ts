import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostOfJku, isPlain } from './jku.ts'

const textOf = (alphabet: string, minLength: number) =>
  fc.array(fc.constantFrom(...alphabet), { minLength, maxLength: 6 }).map((letters) => letters.join(''))
const host = fc
  .tuple(fc.array(textOf('aZ09z', 1), { minLength: 1, maxLength: 3 }), textOf('ax', 1))
  .map(([labels, last]) => [...labels, last].join('.').toLowerCase())
/** Mostly plain, so that few are looked at for nothing. */
const path = fc
  .tuple(fc.array(textOf('aZ0_~-.', 1), { minLength: 1, maxLength: 4 }), textOf('aaaa/.%2e?#@:\\ é', 0))
  .map(([segments, end]) => `/${segments.join('/')}${end}`)

describe('isPlain', () => {
  it('is true of nothing that a reader of URLs changes, refuses, or finds on another host', () => {
    fc.assert(
      fc.property(host, path, (name, rest) => {
        const jku = `https://${name}${rest}`
        expect(isPlain(jku, name) ? hostOfJku(jku) : name).toBe(name)
      }),
    )
  })

  it('is true of the addresses that issuers use', () => {
    for (const file of ['jwks.json', '.well-known/jwks', 'v2/chaves/jwks', 'a_b~c-d.json']) {
      expect([file, isPlain(`https://pix.banco.example/${file}`, 'pix.banco.example')]).toEqual([
        file,
        !file.startsWith('.'),
      ])
    }
  })

  it('leaves Punycode to the reader of URLs, which knows what is none', () => {
    expect(isPlain('https://xn--a.example/jwks.json', 'xn--a.example')).toBe(false)
    expect(() => hostOfJku('https://xn--a.example/jwks.json')).toThrow('address of the key set')
  })
})
