import { inspect } from 'node:util'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { safeParseChave } from './chave.ts'
import { assertString, errorFromIssue, isPixkitError, PixkitError } from './error.ts'

describe('PixkitError', () => {
  test('is an Error with a name, a code and a message', () => {
    const error = new PixkitError('SOME_CODE', 'some sentence')
    expect(error).toBeInstanceOf(Error)
    expect(error).toMatchObject({ name: 'PixkitError', code: 'SOME_CODE', message: 'some sentence' })
    expect(String(error)).toBe('PixkitError: some sentence')
    expect(error.stack).toContain('error.test.ts')
  })

  test('has an empty path, no offset and no params by default', () => {
    const { path, offset, params } = new PixkitError('SOME_CODE', '')
    expect({ path, offset, params }).toStrictEqual({ path: [], offset: undefined, params: {} })
  })

  test('keeps path, offset and params as given', () => {
    const error = new PixkitError('SOME_CODE', '', { path: ['26', 1], offset: 0, params: { max: 99 } })
    expect(error).toMatchObject({ path: ['26', 1], offset: 0, params: { max: 99 } })
  })

  test('keeps the cause where loggers that print fields do not see it', () => {
    const cause = new Error('underneath')
    const error = new PixkitError('SOME_CODE', '', { cause })
    expect(error.cause).toBe(cause)
    expect(Object.keys(error)).not.toContain('cause')
    expect(JSON.stringify(error)).not.toContain('underneath')
  })

  test('has no cause when none is given', () => {
    expect(new PixkitError('SOME_CODE', '')).not.toHaveProperty('cause')
  })

  test('carries its brand where nobody lists it', () => {
    const error = new PixkitError('SOME_CODE', '')
    expect(Object.getOwnPropertySymbols(error)).toEqual([Symbol.for('pixkit.error')])
    expect(Object.keys(error).toSorted()).toEqual(['code', 'issues', 'name', 'offset', 'params', 'path'])
    expect(inspect(error)).not.toContain('pixkit.error')
  })

  test.each([
    ['a CPF', '12345678900'],
    ['a CNPJ', '56989000019533'],
    ['a telephone', '61912345678'],
    ['an e-mail', 'fulano&tal@example.com'],
    ['a random key', '123e4567e12b12d1a456426655440000'],
  ])('shows nothing of %s that was refused', (_name, chave) => {
    const result = safeParseChave(chave)
    expect(result.ok).toBe(false)
    const { error } = result as { error: PixkitError }
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(chave)
    expect(JSON.stringify(error) + String(error.stack)).not.toContain(chave)
  })
})

describe('isPixkitError', () => {
  /** What a second installed copy of the package throws: another class, the same brand. */
  class OtherCopy extends Error {
    readonly code = 'CHAVE_UNKNOWN'

    constructor() {
      super()
      Object.defineProperty(this, Symbol.for('pixkit.error'), { value: true })
    }
  }

  test('knows its own errors', () => {
    expect(isPixkitError(new PixkitError('SOME_CODE', ''))).toBe(true)
  })

  test('knows the errors of another installed copy', () => {
    expect(new OtherCopy()).not.toBeInstanceOf(PixkitError)
    expect(isPixkitError(new OtherCopy())).toBe(true)
    expect(isPixkitError({ [Symbol.for('pixkit.error')]: true, code: 'SOME_CODE' })).toBe(true)
  })

  test.each([
    [new Error('other')],
    [Object.assign(new Error('same code'), { code: 'CHAVE_UNKNOWN' })],
    [{ name: 'PixkitError', code: 'CHAVE_UNKNOWN' }],
    [{ [Symbol('pixkit.error')]: true }],
    ['PixkitError'],
    [Symbol.for('pixkit.error')],
    [404],
    [null],
    [undefined],
  ])('does not take %o for one', (value) => {
    expect(isPixkitError(value)).toBe(false)
  })

  test('narrows by code', () => {
    const error: unknown = new PixkitError('SOME_CODE', '')
    expect(isPixkitError(error, 'SOME_CODE')).toBe(true)
    expect(isPixkitError(error, 'OTHER_CODE')).toBe(false)
    expect(isPixkitError(new OtherCopy(), 'CHAVE_UNKNOWN')).toBe(true)
    expect(isPixkitError({ [Symbol.for('pixkit.error')]: true }, 'CHAVE_UNKNOWN')).toBe(false)
  })

  test('narrows the type, too', () => {
    const code = (error: unknown) => (isPixkitError(error, 'SOME_CODE') ? error.code : undefined)
    expectTypeOf(code).returns.toEqualTypeOf<'SOME_CODE' | undefined>()
    expect(code(new PixkitError('SOME_CODE', ''))).toBe('SOME_CODE')
  })
})

describe('errorFromIssue', () => {
  const issue = { code: 'LIMITS', path: ['length'], offset: 7, params: { min: 1 } } as const

  test('takes over code, path, offset and params', () => {
    expect(errorFromIssue(issue, { LIMITS: '' })).toMatchObject(issue)
  })

  test('writes the message from the catalogue', () => {
    expect(errorFromIssue(issue, { LIMITS: '{path}: {min} at least' }).message).toBe('length: 1 at least')
  })

  test('makes an error that has no severity', () => {
    expect(errorFromIssue({ ...issue, severity: 'error' } as typeof issue, { LIMITS: '' })).not.toHaveProperty(
      'severity',
    )
  })
})

describe('assertString', () => {
  test.each([[''], ['text']])('lets %j pass', (value) => {
    expect(() => assertString(value, 'text')).not.toThrow()
  })

  test.each([[undefined], [null], [12345678909], [12345678909n], [['text']], [new String('text')], [Symbol('text')]])(
    'refuses %o with a TypeError',
    (value) => {
      expect(() => assertString(value, 'text')).toThrow(TypeError)
    },
  )

  test('names the argument and not its value', () => {
    expect(() => assertString(12345678909, 'chave')).toThrow(/"chave"/)
    expect(() => assertString(12345678909, 'chave')).not.toThrow(/12345678909/)
  })
})
