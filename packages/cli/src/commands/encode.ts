/**
 * `pix encode`: a code from its fields.
 *
 * @module
 */
import { type BrCode, buildBrCode, type TextProfile } from '@pixkit/brcode'
import { isPixkitError } from '@pixkit/core/error'
import type { Issue } from '@pixkit/core/issue'
import { type Command, type Context, writeJson } from '../internal/command.ts'
import { failure } from '../internal/failure.ts'
import { flagOf, FIELD_OPTIONS } from '../internal/field-options.ts'
import { type Fields, readFields } from '../internal/read-fields.ts'
import { reportJson, reportText } from '../internal/report-error.ts'
import { suggest } from '../internal/suggest.ts'

const STDIN = '-'
const KINDS = ['static', 'dynamic', 'recurrence'] as const
const REQUIRED = { static: 'chave', dynamic: 'location', recurrence: 'locationRec' } as const
const PROFILES = ['ascii', 'alphanumeric', 'utf8'] as const satisfies readonly TextProfile[]

export const encode: Command = {
  name: 'encode',
  summary: 'encodeSummary',
  details: 'encodeDetails',
  usage: ({ argumentKind, options }) => `${argumentKind} [${options.toLowerCase()}] [-]`,
  options: {
    ...FIELD_OPTIONS,
    profile: { type: 'string', value: 'ALPHABET', choices: PROFILES, text: 'optionProfile' },
    shorten: { type: 'boolean', text: 'optionShorten' },
  },
  examples: [
    {
      text: 'exampleEncodeStatic',
      call: "pix encode static --chave +5561912345678 --merchant-name 'Fulano de Tal' --merchant-city Brasília --transaction-amount 10.00",
    },
    {
      text: 'exampleEncodeDynamic',
      call: "pix encode dynamic --location pix.example.com/8b3da2f39a4140d1a91abd93113bd441 --merchant-name 'Fulano de Tal' --merchant-city Brasília",
    },
    { text: 'exampleEncodePipe', call: 'pix decode --json - < codigo.txt | jq .code | pix encode -' },
  ],

  async run(context) {
    const { fields, given } = await collect(context)
    const profile = context.options.values.get('profile') as TextProfile | undefined
    const shorten = context.options.flags.has('shorten')
    const missing = missingFields(fields)
    if (missing.length > 0) return refuse(context, missing, given)
    try {
      const code = buildBrCode(fields as unknown as BrCode, { profile, shorten })
      if (context.json) writeJson(context, { ok: true, code, issues: [] })
      else context.io.stdout.write(`${code}\n`)
      return 0
    } catch (error) {
      if (!isPixkitError(error)) throw error
      const { code, path, params } = error
      return refuse(context, [{ code, severity: 'error', path, params }], given)
    }
  },
}

/** Fields from the options over those from standard input, and the names of those that came from it. */
async function collect(context: Context): Promise<{ fields: Fields; given: ReadonlySet<string> }> {
  const { io, options, help } = context
  const [first, ...rest] = options.positionals
  if (first === undefined) throw failure('CLI_ARGUMENT_MISSING', { argument: KINDS.join(' | '), help })
  const kind = KINDS.find((known) => known === first)
  if (kind === undefined && first !== STDIN) {
    const suggestion = suggest(first, KINDS)
    const params = { choices: KINDS.join(', '), help }
    throw failure('CLI_KIND_UNKNOWN', suggestion === undefined ? params : { ...params, suggestion })
  }
  const extra = kind === undefined ? rest : rest.slice(rest[0] === STDIN ? 1 : 0)
  if (extra.length > 0) throw failure('CLI_ARGUMENT_UNEXPECTED', { found: extra.length, help })

  const json: Fields = kind === undefined || rest[0] === STDIN ? await readFields(io.stdin) : {}
  if (kind !== undefined && json['kind'] !== undefined && json['kind'] !== kind) {
    throw failure('CLI_KIND_CONFLICT', { argument: kind, help })
  }
  const fields: Record<string, unknown> = { ...json }
  if (kind !== undefined) fields['kind'] = kind
  for (const [flag, { field }] of Object.entries(FIELD_OPTIONS)) {
    const value = options.values.get(flag)
    if (value !== undefined) fields[field] = value
  }
  return { fields, given: new Set(Object.keys(json).filter((field) => fields[field] === json[field])) }
}

/** Everything that is missing at once: the writer names one field at a time. */
function missingFields(fields: Fields): Issue[] {
  const kind = KINDS.find((known) => known === fields['kind'])
  if (kind === undefined) return []
  return [REQUIRED[kind], 'merchantName', 'merchantCity']
    .filter((field) => fields[field] === undefined || fields[field] === '')
    .map((field) => ({ code: 'BRCODE_FIELD_MISSING', severity: 'error', path: [field], params: {} }))
}

/** Names the option in the sentence, unless the field came as JSON. */
function refuse(context: Context, issues: readonly Issue[], given: ReadonlySet<string>): number {
  const name = (issue: Issue): Issue => {
    const field = String(issue.path[0])
    return given.has(field) ? issue : { ...issue, path: [flagOf(field)] }
  }
  if (context.json) reportJson(context.io, issues, context.language, name)
  else reportText(context.io, issues, context.stderr, name)
  return 1
}
