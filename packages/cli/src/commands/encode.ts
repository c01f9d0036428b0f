/**
 * `pix encode`: a code from its fields.
 *
 * @module
 */
import { type BrCode, buildBrCode, type TextProfile } from '@pixkit/brcode'
import { isPixkitError } from '@pixkit/core/error'
import { type Command, type Context, promptForInput, writeJson } from '../internal/command.ts'
import { failure, issueOf } from '../internal/failure.ts'
import { droppedCharacters } from '../internal/dropped-characters.ts'
import { hintOf, missingFields, unknownFields } from '../internal/field-issues.ts'
import { flagOf, FIELD_OPTIONS } from '../internal/field-options.ts'
import { KIND_TOPICS, kindOf, KINDS } from '../internal/kinds.ts'
import { STDIO } from '../internal/read-code.ts'
import { type Fields, readFields } from '../internal/read-fields.ts'
import { jsonIssues, refuse, reportText, type Wording } from '../internal/report-error.ts'
import { suggest } from '../internal/suggest.ts'

const PROFILES = ['ascii', 'alphanumeric', 'utf8'] as const satisfies readonly TextProfile[]

export const encode: Command = {
  name: 'encode',
  summary: 'encodeSummary',
  details: 'encodeDetails',
  usage: ({ argumentKind, options }) => `${argumentKind} [${options.toLowerCase()}] [-]`,
  topics: KIND_TOPICS,
  options: {
    ...FIELD_OPTIONS,
    profile: { type: 'string', choices: PROFILES, text: 'optionProfile' },
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
    {
      text: 'exampleEncodeRecurrence',
      call: "pix encode recurrence --location-rec pix.example.com/rec/2353c790eefb11eaadc10242ac120002 --merchant-name 'Fulano de Tal' --merchant-city Brasília",
    },
    { text: 'exampleEncodePipe', call: 'pix decode --json - < codigo.txt | jq .code | pix encode -' },
  ],

  async run(context) {
    const { fields, json, fromOptions } = await collect(context)
    const profile = (context.options.values.get('profile') ?? 'ascii') as TextProfile
    const shorten = context.options.flags.has('shorten')
    const wording: Wording = {
      // What came as JSON is called as there.
      name: (issue) => {
        const field = String(issue.path[0])
        return json === undefined || fromOptions.has(field) ? { ...issue, path: [flagOf(field)] } : issue
      },
      hint: (issue) => hintOf(issue, fields),
    }
    const faults = [...unknownFields(json ?? {}), ...missingFields(fields)]
    if (faults.length > 0) return refuse(context, faults, wording)
    try {
      const code = buildBrCode(fields as unknown as BrCode, { profile, shorten })
      const warnings = droppedCharacters(fields, profile)
      if (context.json) {
        writeJson(context, { ok: true, code, issues: jsonIssues(warnings, context.language, wording) })
      } else {
        context.io.stdout.write(`${code}\n`)
        reportText(context.io, warnings, context.stderr, wording)
      }
      return 0
    } catch (error) {
      if (!isPixkitError(error)) throw error
      return refuse(context, [issueOf(error)], wording)
    }
  },
}

interface Collected {
  readonly fields: Fields
  /** What came from standard input, when it was read. */
  readonly json: Fields | undefined
  readonly fromOptions: ReadonlySet<string>
}

/** Fields from the options over those from standard input. */
async function collect(context: Context): Promise<Collected> {
  const { io, options, help } = context
  const [first, ...rest] = options.positionals
  if (first === undefined) throw failure('CLI_ARGUMENT_MISSING', { argument: KINDS.join(' | '), help })
  const kind = kindOf(first)
  if (kind === undefined && first !== STDIO) {
    const suggestion = suggest(first, KINDS)
    const params = { choices: KINDS.join(', '), help }
    throw failure('CLI_KIND_UNKNOWN', suggestion === undefined ? params : { ...params, suggestion })
  }
  const extra = kind === undefined ? rest : rest.slice(rest[0] === STDIO ? 1 : 0)
  if (extra.length > 0) throw failure('CLI_ARGUMENT_UNEXPECTED', { found: extra.length, help })

  let json: Fields | undefined
  if (kind === undefined || rest[0] === STDIO) {
    promptForInput(context, 'promptFields')
    json = await readFields(io.stdin)
  }
  if (kind !== undefined && json?.['kind'] !== undefined && json['kind'] !== kind) {
    throw failure('CLI_KIND_CONFLICT', { argument: kind, help })
  }
  const fields: Record<string, unknown> = { ...json }
  if (kind !== undefined) fields['kind'] = kind
  const fromOptions = new Set<string>()
  for (const [flag, { field }] of Object.entries(FIELD_OPTIONS)) {
    const value = options.values.get(flag)
    if (value === undefined) continue
    fields[field] = value
    fromOptions.add(field)
  }
  return { fields, json, fromOptions }
}
