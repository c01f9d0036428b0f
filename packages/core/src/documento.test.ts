import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCnpj, isCpf } from './documento.ts'

interface Case {
  id: string
  input: string
  expected?: { tipo: 'cpf' | 'cnpj' }
  error?: { tipo: 'cpf' | 'cnpj' }
}

const { cases } = JSON.parse(
  readFileSync(new URL('../../../vectors/core/documentos.json', import.meta.url), 'utf8'),
) as { cases: Case[] }
const verify = { cpf: isCpf, cnpj: isCnpj }

const DIGITS = [...'0123456789']
const CNPJ_CHARACTERS = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const PAIRS = DIGITS.flatMap((tens) => DIGITS.map((units) => tens + units))
const CPF_WEIGHTS = [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]
const CNPJ_WEIGHTS = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]

/** Both digits by the tables of weights as they are published; the first digit takes the table without its first weight. */
function referenceDigits(base: string, weights: number[]): string {
  const digit = (text: string, table: number[]): string => {
    const rest = table.reduce((sum, weight, at) => sum + weight * ((text.codePointAt(at) ?? 0) - 48), 0) % 11
    return rest < 2 ? '0' : `${11 - rest}`
  }
  const first = digit(base, weights.slice(1))
  return first + digit(base + first, weights)
}

function textOf(alphabet: string[], length: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...alphabet), minLength: length, maxLength: length })
}

const hasTwoCharacters = (text: string): boolean => new Set(text).size > 1

describe.each(['cpf', 'cnpj'] as const)('vectors of %s', (tipo) => {
  test.each(cases.filter(({ expected }) => expected?.tipo === tipo))('accept $id', ({ input }) => {
    expect(verify[tipo](input)).toBe(true)
  })

  test.each(cases.filter(({ error }) => error?.tipo === tipo))('refuse $id', ({ input }) => {
    expect(verify[tipo](input)).toBe(false)
  })
})

describe('isCpf', () => {
  test('accepts the computed pair of digits and no other', () => {
    fc.assert(
      fc.property(textOf(DIGITS, 9).filter(hasTwoCharacters), (base) => {
        expect(PAIRS.filter((pair) => isCpf(base + pair))).toEqual([referenceDigits(base, CPF_WEIGHTS)])
      }),
    )
  })

  test('accepts its mask wherever it accepts the digits', () => {
    fc.assert(
      fc.property(textOf(DIGITS, 9).filter(hasTwoCharacters), (base) => {
        const masked = `${base.replace(/^(...)(...)(...)$/, '$1.$2.$3')}-${referenceDigits(base, CPF_WEIGHTS)}`
        expect(isCpf(masked)).toBe(true)
      }),
    )
  })

  test.each(DIGITS)('refuses eleven times %s, which fits the sums', (digit) => {
    const base = digit.repeat(9)
    expect(referenceDigits(base, CPF_WEIGHTS)).toBe(digit.repeat(2))
    expect(isCpf(digit.repeat(11))).toBe(false)
  })

  test('refuses a CNPJ', () => {
    expect(isCpf('00000000000191')).toBe(false)
  })

  test('refuses digits of other scripts', () => {
    expect(isCpf('１２３４５６７８９０９')).toBe(false)
  })
})

describe('isCnpj', () => {
  test('accepts the computed pair of digits and no other', () => {
    fc.assert(
      fc.property(textOf(CNPJ_CHARACTERS, 12).filter(hasTwoCharacters), (base) => {
        expect(PAIRS.filter((pair) => isCnpj(base + pair))).toEqual([referenceDigits(base, CNPJ_WEIGHTS)])
      }),
    )
  })

  test('accepts its mask wherever it accepts the characters', () => {
    fc.assert(
      fc.property(textOf(CNPJ_CHARACTERS, 12).filter(hasTwoCharacters), (base) => {
        const mask = base.replace(/^(..)(...)(...)(....)$/, '$1.$2.$3/$4')
        expect(isCnpj(`${mask}-${referenceDigits(base, CNPJ_WEIGHTS)}`)).toBe(true)
      }),
    )
  })

  test.each(CNPJ_CHARACTERS.slice(10))('excludes no letter: %s', (letter) => {
    const base = letter.repeat(12)
    expect(isCnpj(base + referenceDigits(base, CNPJ_WEIGHTS))).toBe(true)
    expect(isCnpj(base.toLowerCase() + referenceDigits(base, CNPJ_WEIGHTS))).toBe(false)
  })

  test.each(DIGITS)('refuses fourteen times %s', (digit) => {
    expect(isCnpj(digit.repeat(14))).toBe(false)
  })

  test('refuses a CPF', () => {
    expect(isCnpj('12345678909')).toBe(false)
  })
})

test('a lower-case letter is not the upper-case one, also where its own code would fit the digits', () => {
  expect(isCnpj('12abc34501de05')).toBe(false)
})

test.each([12345678909, ['12345678909'], null, undefined, {}])('anything but a string is no document: %s', (value) => {
  expect(isCpf(value as string)).toBe(false)
  expect(isCnpj(value as string)).toBe(false)
})
