import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseChave, safeParseChave } from './chave.ts'
import { isPixkitError } from './error.ts'
import { type ChaveTipo, inspectChave } from './inspect-chave.ts'
import { formatMessage } from './issue.ts'
import { messages } from './messages/pt-br.ts'

interface Finding {
  code: string
  path: string[]
}

interface Case {
  id: string
  input: string
  expected?: { tipo: ChaveTipo; valor: string; warnings: Finding[] }
  error?: Finding
}

const { cases } = JSON.parse(readFileSync(new URL('../../../vectors/core/chaves.json', import.meta.url), 'utf8')) as {
  cases: Case[]
}
const accepted = cases.filter(({ expected }) => expected)
const refused = cases.filter(({ error }) => error)
const notStrings: [unknown][] = [[undefined], [null], [12345678909], [12345678909n], [['12345678909']], [{}]]

/** The five forms as the norm writes them, none of which the reader may leave. */
const CANONICAL: Record<ChaveTipo, RegExp> = {
  cpf: /^[0-9]{11}$/,
  cnpj: /^[0-9A-Z]{12}[0-9]{2}$/,
  telefone: /^\+[1-9][0-9]\d{1,14}$/,
  email:
    /^[a-z0-9.!#$'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/,
  evp: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
}

const wellFormed = fc.oneof(
  fc.constantFrom(...accepted.map(({ input }) => input)),
  fc.uuid().map((uuid) => (uuid.startsWith('a') ? uuid.toUpperCase() : uuid)),
  fc.integer({ min: 100, max: 9_999_999_999_999 }).map((digits) => `+${digits}`),
  fc.emailAddress(),
)
/** A key with one piece replaced, put in or taken out. */
const nearly = fc
  .tuple(
    fc.constantFrom(...cases.map(({ input }) => input)),
    fc.nat(),
    fc.nat({ max: 2 }),
    fc.oneof(fc.constantFrom('@', '+', '-', '.', ' ', '0', 'A', '\u00a0', '\u212a'), fc.string({ unit: 'binary' })),
  )
  .map(([text, at, cut, piece]) => {
    const index = at % (text.length + 1)
    return text.slice(0, index) + piece + text.slice(index + cut)
  })
const looksLikeOne = fc.string({ unit: fc.constantFrom(...'0123456789+@-.()/ aAfFzZ'), maxLength: 40 })
const halves = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) })
const anyText = fc.oneof(wellFormed, nearly, looksLikeOne, halves, fc.string({ unit: 'binary' }))

describe('parseChave', () => {
  test.each(accepted)('reads $id', ({ input, expected }) => {
    expect(parseChave(input)).toStrictEqual({ tipo: expected?.tipo, valor: expected?.valor })
  })

  test.each(refused)('refuses $id', ({ input, error }) => {
    expect(() => parseChave(input)).toThrow(expect.objectContaining({ ...error, name: 'PixkitError' }))
  })

  test.each(notStrings)('throws a TypeError for %o', (value) => {
    expect(() => parseChave(value as string)).toThrow(TypeError)
  })

  test('changes nothing in what it returned before', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const first = safeParseChave(text)
        fc.pre(first.ok)
        expect(parseChave(first.ok ? first.value.valor : '')).toEqual(first.ok && first.value)
      }),
    )
  })

  test('returns nothing but the form of the norm', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const result = safeParseChave(text)
        fc.pre(result.ok)
        const { tipo, valor } = parseChave(text)
        expect(valor).toMatch(CANONICAL[tipo])
        expect(valor.length).toBeLessThanOrEqual(77)
      }),
    )
  })

  test('keeps the digits of every random key, whatever its version', () => {
    fc.assert(
      fc.property(fc.uuid({ version: [1, 2, 3, 4, 5, 6, 7, 8] }), fc.boolean(), (uuid, isUpper) => {
        expect(parseChave(isUpper ? uuid.toUpperCase() : uuid)).toEqual({ tipo: 'evp', valor: uuid })
      }),
    )
  })
})

describe('safeParseChave', () => {
  test.each(accepted)('reads $id', ({ input, expected }) => {
    expect(safeParseChave(input)).toStrictEqual({ ok: true, value: { tipo: expected?.tipo, valor: expected?.valor } })
  })

  test.each(refused)('returns why it refuses $id', ({ input, error }) => {
    expect(safeParseChave(input)).toMatchObject({ ok: false, error })
  })

  test.each(notStrings)('throws a TypeError for %o', (value) => {
    expect(() => safeParseChave(value as string)).toThrow(TypeError)
  })

  test('gives for any string a value or a PixkitError, and nothing else', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const result = safeParseChave(text)
        const error = result.ok ? undefined : result.error
        expect(Object.keys(result)).toEqual(['ok', result.ok ? 'value' : 'error'])
        expect([result.ok, isPixkitError(error)]).toEqual([error === undefined, error !== undefined])
      }),
    )
  })

  test('repeats nothing of what it refuses', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        fc.pre(text.length > 5)
        const result = safeParseChave(text)
        const error = result.ok ? { message: '', params: {}, path: [] } : result.error
        const said = [
          error.message,
          JSON.stringify(error.params),
          ...error.path,
          formatMessage({ code: '', ...error }, messages),
        ]
        expect(said.filter((sentence) => String(sentence).includes(text))).toEqual([])
      }),
    )
  })

  test.each([
    ['61912345678', 'telefone sem o código do país'],
    ['12345678900', 'dígitos verificadores errados para CPF'],
    ['56989000019533', 'dígitos verificadores errados para CNPJ'],
  ])('says of a number only what it is: %s', (input, sentence) => {
    const result = safeParseChave(input)
    expect(result.ok ? '' : formatMessage(result.error, messages)).toBe(sentence)
  })

  test.each(refused)('leaves no placeholder in the sentence for $id', ({ input }) => {
    const result = safeParseChave(input)
    expect(result.ok ? '{' : result.error.message).not.toContain('{')
    expect(result.ok ? '{' : formatMessage(result.error, messages)).not.toContain('{')
  })
})

describe('inspectChave', () => {
  test.each(accepted)('agrees with parseChave on $id', ({ input, expected }) => {
    const { tipo, valor, issue } = inspectChave(input)
    expect({ tipo, valor }).toEqual(parseChave(input))
    expect(issue === undefined ? [] : [issue]).toMatchObject(expected?.warnings ?? [])
    expect(issue?.severity ?? 'warning').toBe('warning')
  })

  test.each(refused)('reports an error in $id', ({ input, error }) => {
    expect(inspectChave(input).issue).toMatchObject({ ...error, severity: 'error' })
  })

  test.each([
    ['a CPF', '123.456.789-00', 'cpf', '12345678900'],
    ['a CNPJ', '56.989.000/0195-33', 'cnpj', '56989000019533'],
    ['a mobile number, which DICT takes for a CPF', '61 91234-5678', 'cpf', '61912345678'],
    ['a telephone with zero and country, as long as a CNPJ', '05561912345678', 'cnpj', '05561912345678'],
  ])('tells the kind and the digits of %s although they are wrong', (_name, input, tipo, valor) => {
    expect(inspectChave(input)).toMatchObject({ tipo, valor, issue: { severity: 'error' } })
  })

  test.each(['', 'pague aqui', ' Joao&Maria@example.com ', '123E4567e12b12d1a456426655440000', '(61) 3234-5678'])(
    'returns a text without a kind as it came: %j',
    (input) => {
      const { tipo, valor } = inspectChave(input)
      expect({ tipo, valor }).toEqual({ tipo: undefined, valor: input })
    },
  )

  test.each(notStrings)('throws a TypeError for %o', (value) => {
    expect(() => inspectChave(value as string)).toThrow(TypeError)
  })

  test('reports an error exactly where safeParseChave refuses', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(inspectChave(text).issue?.severity === 'error').toBe(!safeParseChave(text).ok)
      }),
    )
  })

  test('warns exactly where the text is not the normalised key', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { issue, valor } = inspectChave(text)
        fc.pre(issue?.severity !== 'error')
        expect(issue?.code).toBe(valor === text ? undefined : 'CHAVE_NOT_NORMALISED')
      }),
    )
  })
})

test.each([
  ['+55\u00a061\u00a091234-5678', 'telefone', '+5561912345678'],
  ['123.456.789-\u00a009', 'cpf', '12345678909'],
])('spaces that do not break, as copied from a contact, are spaces: %j', (text, tipo, valor) => {
  expect(parseChave(text)).toEqual({ tipo, valor })
})
