import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isDevolucaoId,
  isTxid,
  isTxidEstatico,
  newDevolucaoId,
  newTxid,
  newTxidEstatico,
  type RandomSource,
} from './txid.ts'

/** Gives the same bytes at each call. */
function repeatable(seed: number): RandomSource {
  return (length) => Uint8Array.from({ length }, (_, index) => (seed + 37 * index) % 248)
}

const outside = ['-', '_', ' ', '\n', '.', 'é', '１', '😀']

describe('newTxid', () => {
  test('makes 32 letters and digits', () => {
    expect(newTxid()).toMatch(/^[a-zA-Z0-9]{32}$/)
    expect(newTxid({})).toMatch(/^[a-zA-Z0-9]{32}$/)
  })

  test.each([26, 27, 32, 34, 35])('makes %i of them when asked to', (length) => {
    expect(newTxid({ length })).toMatch(new RegExp(`^[a-zA-Z0-9]{${length}}$`))
  })

  test.each([25, 36, 0, -32, 26.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses the length %s', (length) => {
    expect(() => newTxid({ length })).toThrow(
      expect.objectContaining({ code: 'TXID_LENGTH', path: ['length'], params: { min: 26, max: 35 } }),
    )
  })

  test('makes a different one each time', () => {
    expect(new Set(Array.from({ length: 1_000 }, () => newTxid())).size).toBe(1_000)
  })

  test('repeats itself with an injected source', () => {
    expect(newTxid({ random: repeatable(7) })).toBe(newTxid({ random: repeatable(7) }))
    expect(newTxid({ random: repeatable(7) })).not.toBe(newTxid({ random: repeatable(8) }))
    expect(newTxid({ random: (length) => new Uint8Array(length) })).toBe('A'.repeat(32))
  })

  test('makes what isTxid accepts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 26, max: 35 }), fc.nat(), (length, seed) => {
        const txid = newTxid({ length, random: repeatable(seed % 1_000) })
        expect([isTxid(txid), txid.length]).toEqual([true, length])
      }),
    )
  })
})

describe('newTxidEstatico', () => {
  test('makes 25 letters and digits, which a static code takes', () => {
    expect(newTxidEstatico()).toMatch(/^[a-zA-Z0-9]{25}$/)
    expect(isTxidEstatico(newTxidEstatico())).toBe(true)
  })

  test('draws from the injected source', () => {
    expect(newTxidEstatico({ random: repeatable(3) })).toBe(newTxidEstatico({ random: repeatable(3) }))
  })

  test('refuses a source that falls short', () => {
    expect(() => newTxidEstatico({ random: () => new Uint8Array(0) })).toThrow(TypeError)
  })
})

describe('newDevolucaoId', () => {
  test('makes 32 letters and digits', () => {
    expect(newDevolucaoId()).toMatch(/^[a-zA-Z0-9]{32}$/)
    expect(isDevolucaoId(newDevolucaoId())).toBe(true)
  })

  test('repeats itself with an injected source', () => {
    expect(newDevolucaoId({ random: repeatable(1) })).toBe(newDevolucaoId({ random: repeatable(1) }))
  })
})

describe.each([
  ['isTxid', isTxid, 26, 35],
  ['isTxidEstatico', isTxidEstatico, 1, 25],
  ['isDevolucaoId', isDevolucaoId, 1, 35],
] as const)('%s', (_name, is, min, max) => {
  test(`accepts ${min} to ${max} letters and digits`, () => {
    const lengths = Array.from({ length: 40 }, (_, length) => length)
    expect(lengths.filter((length) => is('aZ09'.repeat(10).slice(0, length)))).toEqual(
      lengths.filter((length) => length >= min && length <= max),
    )
  })

  test.each(outside)('refuses the character %j', (character) => {
    const text = 'a'.repeat(max - 1)
    expect([is(`${text}a`), is(text + character), is(character + text)]).toEqual([true, false, false])
  })
})

describe('isTxidEstatico', () => {
  test('refuses the stars that stand for no txid', () => {
    expect(isTxidEstatico('***')).toBe(false)
  })
})
