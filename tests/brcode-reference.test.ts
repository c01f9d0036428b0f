/** @module The reader of `@pixkit/brcode` against the slow reference reader: on every vector, and on mutations of them. */
import { readdirSync, readFileSync } from 'node:fs'
import { type BrCodeErrorCode, inspectBrCode, safeParseBrCode } from '@pixkit/brcode'
import { describe, expect, test } from 'vitest'
import { referenceRead } from './reference/brcode-reference.ts'
import { counterexamples } from './reference/counterexamples.ts'
import { mutate } from './reference/mutate.ts'
import { createRandom } from './reference/random.ts'

interface Finding {
  code: string
  path: string[]
  offset?: number
}

interface Case {
  id: string
  input: string
  error?: Finding
  expected?: { kind: string; warnings: Finding[] }
}

const folder = new URL('../vectors/brcode/', import.meta.url)
const cases = readdirSync(folder).flatMap(
  (file) => (JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { cases: Case[] }).cases,
)
const byDefault = Number(process.env['PIXKIT_RUNS'] ?? 0) >= 10_000 ? 100_000 : 10_000
const mutations = Number(process.env['PIXKIT_MUTATIONS'] ?? byDefault)
const batches = 10

/** Every code that the reader can report. */
const reportable: readonly BrCodeErrorCode[] = [
  'BRCODE_AMOUNT_FORMAT',
  'BRCODE_AMOUNT_NOT_CANONICAL',
  'BRCODE_AMOUNT_ZERO',
  'BRCODE_CHARSET',
  'BRCODE_CHAVE_AND_LOCATION',
  'BRCODE_CRC_FORMAT',
  'BRCODE_CRC_MISMATCH',
  'BRCODE_CRC_MISSING',
  'BRCODE_CRC_NOT_LAST',
  'BRCODE_CURRENCY',
  'BRCODE_EMPTY',
  'BRCODE_FIELD_FORMAT',
  'BRCODE_FIELD_IGNORED',
  'BRCODE_FIELD_MISSING',
  'BRCODE_FIELD_TOO_LONG',
  'BRCODE_FSS_IN_COMPOSITE',
  'BRCODE_LENGTH_AMBIGUOUS',
  'BRCODE_LENGTH_UNIT',
  'BRCODE_LOCATION_HOST',
  'BRCODE_LOCATION_HOSTS_DIFFER',
  'BRCODE_LOCATION_KIND',
  'BRCODE_LOCATION_NOT_CANONICAL',
  'BRCODE_LOCATION_PATH',
  'BRCODE_LOCATION_SCHEME',
  'BRCODE_NOTHING_TO_PAY',
  'BRCODE_NOT_PIX',
  'BRCODE_PAYLOAD_FORMAT',
  'BRCODE_PIX_DUPLICATED',
  'BRCODE_TOO_LONG',
  'BRCODE_TXID_CHARSET',
  'CHAVE_CHECK_DIGITS',
  'CHAVE_EMAIL_INVALID',
  'CHAVE_EVP_WITHOUT_HYPHENS',
  'CHAVE_NOT_NORMALISED',
  'CHAVE_TELEFONE_INVALID',
  'CHAVE_TELEFONE_WITHOUT_COUNTRY',
  'CHAVE_UNKNOWN',
  'EMV_DUPLICATE_ID',
  'EMV_ID_NOT_NUMERIC',
  'EMV_LENGTH_NOT_NUMERIC',
  'EMV_LENGTH_OVERRUN',
  'EMV_LENGTH_ZERO',
  'EMV_NOT_UNICODE',
  'EMV_OBJECT_TRUNCATED',
]

const named = ({ code, path }: { code: string; path: readonly (string | number)[] }): string =>
  `${code}@${path.join('-')}`

/** Plain and sorted, so that equal objects give equal text. */
function canonical(object: object): string {
  const names = Object.keys(object).sort()
  return JSON.stringify(object, names)
}

describe('reference reader', () => {
  test.each(cases.filter(({ expected }) => expected))('understands vector $id', ({ input, expected }) => {
    const { warnings = [], kind, ...fields } = expected ?? {}
    const reading = referenceRead(input)
    expect(reading).toMatchObject({ errors: [], kind })
    expect(reading.fields).toEqual(fields)
    expect([...reading.warnings].sort()).toEqual(warnings.map(named).sort())
  })

  test.each(cases.filter(({ error }) => error))('refuses vector $id', ({ input, error }) => {
    const { errors, fields } = referenceRead(input)
    expect(errors).toContain(error && named(error))
    expect(fields).toBeUndefined()
  })
})

/** What both readers made of `input`, as text that must be equal; where objects or the end are broken, that both say so is enough. */
function compare(input: string): { reference: string; parser: string; accepted: boolean; codes: string[] } {
  const reading = referenceRead(input)
  const result = safeParseBrCode(input)
  const { issues } = inspectBrCode(input)
  const codes = issues.map(({ code }) => code)
  const found = issues.map((issue) => `${issue.severity}:${named(issue)}`)
  if (reading.errors.some((rule) => rule.startsWith('EMV_'))) {
    const broken = !result.ok && found.some((issue) => issue.startsWith('error:EMV_'))
    return { reference: 'broken', parser: broken ? 'broken' : canonical(found), accepted: result.ok, codes }
  }
  if (reading.cutShort) {
    const refused = !result.ok && found.some((issue) => issue.startsWith('error:BRCODE_CRC_'))
    return { reference: 'cut short', parser: refused ? 'cut short' : canonical(found), accepted: result.ok, codes }
  }
  const due = [...reading.errors.map((rule) => `error:${rule}`), ...reading.warnings.map((rule) => `warning:${rule}`)]
  for (const rule of reading.optional) if (count(found, rule) > count(due, rule)) due.push(rule)
  const { warnings = [], kind, ...fields } = result.ok ? result.value : { kind: undefined }
  return {
    reference: JSON.stringify([reading.errors.length === 0, due.sort(), reading.kind, canonical(reading.fields ?? {})]),
    parser:
      JSON.stringify([result.ok, found.sort(), kind, canonical(fields)]) +
      (result.ok && warnings.length !== found.length ? ' warnings lost' : ''),
    accepted: result.ok,
    codes,
  }
}

function count(list: string[], wanted: string): number {
  return list.filter((item) => item === wanted).length
}

describe('parser and reference', () => {
  test.each(counterexamples)('agree that $rule', ({ input }) => {
    const { reference, parser } = compare(input)
    expect(parser).toBe(reference)
  })

  const seen = new Set<string>()
  let accepted = 0
  let done = 0

  test.each(Array.from({ length: batches }, (_, batch) => batch))(
    `agree on mutations, batch %i of ${batches}`,
    (batch) => {
      const random = createRandom(0x50697821 + batch)
      const disagreements: object[] = []
      for (let i = 0; i < mutations / batches; i += 1) {
        const input = mutate(random.pick(cases).input, random)
        const { reference, parser, ...both } = compare(input)
        if (reference !== parser) disagreements.push({ input: JSON.stringify(input), reference, parser })
        for (const code of both.codes) seen.add(code)
        accepted += Number(both.accepted)
        done += 1
      }
      expect({ count: disagreements.length, first: disagreements.slice(0, 20) }).toEqual({ count: 0, first: [] })
    },
  )

  test('saw enough of both outcomes, and every code', () => {
    expect(accepted / done).toBeGreaterThan(0.1)
    expect(accepted / done).toBeLessThan(0.9)
    expect(reportable.filter((code) => !seen.has(code))).toEqual([])
  })
})
