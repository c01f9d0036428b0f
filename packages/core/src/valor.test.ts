import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPixkitError } from './error.ts'
import { centavosFromValor, valorFromCentavos } from './valor.ts'

interface Case {
  id: string
  input: string
  expected?: { centavos: number }
  error?: { code: string; path: string[] }
}

const { cases } = JSON.parse(readFileSync(new URL('../../../vectors/core/valores.json', import.meta.url), 'utf8')) as {
  cases: Case[]
}
const MAX_CENTAVOS = 999_999_999_999

function thrownBy(run: () => unknown): unknown {
  try {
    return { returned: run() }
  } catch (error) {
    return error
  }
}

describe('valorFromCentavos', () => {
  test.each(cases.filter(({ expected }) => expected))('writes $id', ({ input, expected }) => {
    expect(valorFromCentavos(expected?.centavos ?? Number.NaN)).toBe(input)
  })

  test.each([
    [1.005],
    [0.1],
    [1e21],
    [MAX_CENTAVOS + 1],
    [Number.MAX_SAFE_INTEGER],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    [Number.NEGATIVE_INFINITY],
    [-1],
    [-0.01],
    ['1000'],
    [1000n],
    [null],
    [undefined],
  ])('refuses %s', (centavos) => {
    const error = thrownBy(() => valorFromCentavos(centavos as number))
    expect(isPixkitError(error, 'VALOR_CENTAVOS_INVALID')).toBe(true)
    expect(error).toMatchObject({ path: [] })
  })

  test('writes no sign, not even that of minus zero', () => {
    expect(valorFromCentavos(-0)).toBe('0.00')
  })

  test('matches the pattern of the norm, without leading zeros', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MAX_CENTAVOS }), (centavos) => {
        expect(valorFromCentavos(centavos)).toMatch(/^(?=\d{1,10}\.\d{2}$)(?!0\d)/)
      }),
    )
  })
})

describe('centavosFromValor', () => {
  test.each(cases.filter(({ expected }) => expected))('reads $id', ({ input, expected }) => {
    expect(centavosFromValor(input)).toBe(expected?.centavos)
  })

  test.each(cases.filter(({ error }) => error))('refuses $id', ({ input, error }) => {
    const thrown = thrownBy(() => centavosFromValor(input))
    expect(isPixkitError(thrown)).toBe(true)
    expect(thrown).toMatchObject({ ...error })
  })

  test.each<[unknown]>([[10], [10.5], [1000n], [null], [undefined], [['1.00']]])(
    'throws a TypeError for %o',
    (value) => {
      expect(() => centavosFromValor(value as string)).toThrow(TypeError)
    },
  )

  test('is the inverse of valorFromCentavos over the whole range', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MAX_CENTAVOS }), (centavos) => {
        expect(centavosFromValor(valorFromCentavos(centavos))).toBe(centavos)
      }),
    )
  })

  test('comes back as the same text', () => {
    const reais = fc.bigInt({ min: 0n, max: 9_999_999_999n })
    const cents = fc.integer({ min: 0, max: 99 })
    fc.assert(
      fc.property(reais, cents, (integer, decimals) => {
        const text = `${integer}.${String(decimals).padStart(2, '0')}`
        expect(valorFromCentavos(centavosFromValor(text))).toBe(text)
      }),
    )
  })

  test('gives for any string centavos that write it again, or VALOR_FORMAT', () => {
    const nearly = fc.string({ unit: fc.constantFrom(...'0123456789.,-+e '), maxLength: 14 })
    fc.assert(
      fc.property(fc.oneof(nearly, fc.string({ unit: 'binary' })), (text) => {
        const outcome = thrownBy(() => valorFromCentavos(centavosFromValor(text)))
        const isRefused = isPixkitError(outcome, 'VALOR_FORMAT')
        expect(isRefused ? { returned: text } : outcome).toEqual({ returned: text })
      }),
    )
  })
})
