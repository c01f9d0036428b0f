/** @module Every vector through the public doors of `@pixkit/brcode`: read, refused at the right place, written again. */
import { readdirSync, readFileSync } from 'node:fs'
import { buildBrCode, parseBrCode, safeParseBrCode } from '@pixkit/brcode'
import { describe, expect, test } from 'vitest'

interface Finding {
  code: string
  path: string[]
  offset?: number
}

interface Accepted {
  id: string
  input: string
  expected: { warnings: Finding[] }
}

interface Refused {
  id: string
  input: string
  error: Finding
}

const folder = new URL('../vectors/brcode/', import.meta.url)
const cases = readdirSync(folder).flatMap(
  (file) => (JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { cases: (Accepted | Refused)[] }).cases,
)
const accepted = cases.filter((item): item is Accepted => 'expected' in item)
const refused = cases.filter((item): item is Refused => 'error' in item)

/** Vectors without warnings whose objects stand in the writer's order, with nothing of other arrangements. */
const canonical = [
  'EX01',
  'EX02',
  'EX03',
  'EX04',
  'EX05',
  'EX08',
  'EX09',
  'EX10',
  'EX11',
  'EX12',
  'EX13',
  'EX14',
  'EX15',
  'EX16',
  'EX17',
  'EX18',
  'EX19',
  'EX23',
  'EX27',
  'EX34',
  'EX35',
  'EX36',
  'EX39',
  'C1',
  'C2',
  'C3',
  'C5',
  'C10',
]

describe('parseBrCode', () => {
  test.each(accepted)('reads $id', ({ input, expected }) => {
    const { warnings: due, ...fields } = expected
    const { warnings, ...code } = parseBrCode(input)
    expect(code).toEqual(fields)
    expect(warnings).toHaveLength(due.length)
    expect(warnings).toEqual(expect.arrayContaining(due.map((finding) => expect.objectContaining(finding))))
  })
})

describe('safeParseBrCode', () => {
  test.each(refused)('refuses $id', ({ input, error }) => {
    expect(safeParseBrCode(input)).toMatchObject({ ok: false, error })
  })

  test.each(accepted)('refuses $id in strict mode when it has warnings', ({ input, expected }) => {
    expect(safeParseBrCode(input, { strict: true }).ok).toBe(expected.warnings.length === 0)
  })
})

describe('buildBrCode', () => {
  test.each(canonical)('writes %s as it was', (wanted) => {
    const { input } = accepted.find(({ id }) => id === wanted) as Accepted
    expect(buildBrCode(parseBrCode(input), { profile: 'utf8' })).toBe(input)
  })
})
