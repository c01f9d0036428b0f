/** @module The table of rules of `@pixkit/brcode` names tests that exist, and every code. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const brcode = new URL('../packages/brcode/', import.meta.url)
const rules = readFileSync(new URL('RULES.md', brcode), 'utf8')
const codes = readFileSync(new URL('src/codes.ts', brcode), 'utf8').match(/BRCODE_\w+/g) ?? []
const rows = rules.split('\n').filter((line) => /^\| (?!Rule |-)/.test(line))

const mentioned = [...rules.matchAll(/`([\w-]+\.test\.ts) › ([^`]+)`/g)].map(
  ([, file = '', title = '']) => [file, title] as const,
)

/** The test file, beside the code or in tests/. */
function find(file: string): string {
  const places = [new URL(`src/${file}`, brcode), new URL(file, import.meta.url)]
  return places.filter((place) => existsSync(place)).map((place) => readFileSync(place, 'utf8'))[0] ?? ''
}

describe('RULES.md', () => {
  test('has rows, and a test in each', () => {
    expect(rows.length).toBeGreaterThan(50)
    expect(rows.filter((row) => !/\.test\.ts › /.test(row))).toEqual([])
  })

  test.each(mentioned)('names a test of %s: %s', (file, title) => {
    expect(find(file).replaceAll(`\\'`, `'`)).toContain(`'${title}'`)
  })

  test('names every code of the package, and no other', () => {
    const named = new Set(rows.join('\n').match(/BRCODE_\w+/g))
    expect(named).toEqual(new Set(codes))
  })
})
