import { describe, expect, test } from 'vitest'
import { compileExample } from './lib/compile-example.ts'
import { findExamples } from './lib/find-examples.ts'

describe('compileExample', () => {
  const compile = (code: string) =>
    compileExample(code, 'helper').code.replace("import { assertValue } from 'helper'; ", '')

  test('asserts the value behind an expression', () => {
    expect(compile("f(1) // 'a'")).toBe(";assertValue(f(1), ('a')) // 'a'\n")
    expect(compileExample('f() // [1, { a: -1n }]\ng() // undefined', 'helper').assertions).toBe(2)
  })

  test('asserts the value behind the last line of an expression, at any depth', () => {
    expect(compile('if (a) {\n  f(\n    1,\n  ) // 2\n}')).toBe(
      'if (a) {\n  ;assertValue(f(\n    1,\n  ), (2)) // 2\n}\n',
    )
  })

  test('asserts the value of a declared name', () => {
    expect(compile("const a = f() // 'a'")).toBe("const a = f(); assertValue(a, ('a')) // 'a'\n")
  })

  test.each(['f() // may throw', '// f() is 1\nf()', 'const { a } = b // 1', 'f()\n// 1'])(
    'leaves %j alone',
    (code) => {
      expect(compileExample(code, 'helper').assertions).toBe(0)
    },
  )

  test.each(["f() // 'a' or 'b'", 'f() // [1, 2, …]', 'f() // { a }', 'f() // 12 bytes'])('refuses %j', (code) => {
    expect(() => compileExample(code, 'helper')).toThrow(SyntaxError)
  })

  test('refuses what does not parse', () => {
    expect(() => compileExample('const = 1', 'helper')).toThrow(SyntaxError)
  })
})

describe('findExamples', () => {
  test('finds the ts blocks of Markdown, indented ones too', () => {
    const text = '# A\n\n```sh\nls\n```\n\n- b\n\n  ```ts\n  f()\n    g()\n  ```\n\n```ts no-run\nh()\n```\n'
    expect(findExamples('a.md', text)).toEqual([
      { file: 'a.md', line: 9, code: 'f()\n  g()', noRun: false },
      { file: 'a.md', line: 14, code: 'h()', noRun: true },
    ])
  })

  test('finds the blocks under @example of a source, and no others', () => {
    const text =
      '/**\n * ```ts\n * no()\n * ```\n *\n * @example\n * ```ts\n * f()\n *\n * g()\n * ```\n * @see x\n */\nconst a = "```ts"\n'
    expect(findExamples('a.ts', text)).toEqual([{ file: 'a.ts', line: 7, code: 'f()\n\ng()', noRun: false }])
  })

  test('refuses a block without an end', () => {
    expect(() => findExamples('a.md', '```ts\nf()\n')).toThrow('a.md:1')
  })
})
