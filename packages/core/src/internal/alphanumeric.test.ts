import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomAlphanumeric } from './alphanumeric.ts'

/** Gives the 256 bytes in turn, from `first` on, whatever the length asked for. */
function everyByte(first = 0): (length: number) => Uint8Array {
  let next = first
  return (length) => Uint8Array.from({ length }, () => next++ % 256)
}

describe('randomAlphanumeric', () => {
  test('is unbiased: of the 256 bytes, each character takes four and eight are thrown away', () => {
    let asked = 0
    const bytes = everyByte()
    const text = randomAlphanumeric(248, (length) => {
      asked += length
      return bytes(length)
    })
    const counts = new Map<string, number>()
    for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
    expect([...counts.keys()].toSorted().join('')).toBe(
      '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
    )
    expect(new Set(counts.values())).toEqual(new Set([4]))
    expect(asked).toBe(248)
  })

  test.each([248, 249, 250, 251, 252, 253, 254, 255])('throws byte %i away', (byte) => {
    let calls = 0
    const text = randomAlphanumeric(3, (length) => new Uint8Array(length).fill(calls++ === 0 ? byte : 0))
    expect([text, calls]).toEqual(['AAA', 2])
  })

  test('keeps each byte below them', () => {
    fc.assert(
      fc.property(fc.nat({ max: 247 }), (byte) => {
        let calls = 0
        const text = randomAlphanumeric(5, (length) => {
          calls += 1
          return new Uint8Array(length).fill(byte)
        })
        expect(text).toMatch(/^(\w)\1{4}$/)
        expect(calls).toBe(1)
      }),
    )
  })

  test('has exactly the length asked for, however many bytes are thrown away', () => {
    fc.assert(
      fc.property(fc.nat({ max: 300 }), fc.nat({ max: 255 }), (length, first) => {
        expect(randomAlphanumeric(length, everyByte(first))).toMatch(new RegExp(`^[A-Za-z0-9]{${length}}$`))
      }),
    )
  })

  test('takes WebCrypto by default', () => {
    const texts = Array.from({ length: 100 }, () => randomAlphanumeric(11))
    expect(new Set(texts).size).toBe(100)
  })
})
