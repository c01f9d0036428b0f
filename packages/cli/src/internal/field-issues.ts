/**
 * What is wrong with the fields as a whole, and what the command can do about a fault of one.
 *
 * @module
 */
import type { ParsedDynamicBrCode, ParsedStaticBrCode } from '@pixkit/brcode'
import type { Issue, Params } from '@pixkit/core/issue'
import type { Texts } from '../texts/texts.ts'
import { suggestField } from './aliases.ts'
import { FIELD_OPTIONS } from './field-options.ts'
import { kindOf, REQUIRED } from './kinds.ts'
import type { Fields } from './read-fields.ts'

/** What `pix decode --json` adds, so that its output can be written again. */
const READ_ONLY = ['warnings', 'crc', 'chaveTipo', 'locationKind'] as const satisfies readonly (
  | keyof ParsedStaticBrCode
  | keyof ParsedDynamicBrCode
)[]
const KNOWN: readonly string[] = ['kind', ...Object.values(FIELD_OPTIONS).map(({ field }) => field), ...READ_ONLY]

/** Fields that no kind has, each with the one that was meant. */
export function unknownFields(json: Fields): Issue[] {
  return Object.keys(json)
    .filter((field) => !KNOWN.includes(field))
    .map((field) => {
      const suggestion = suggestField(field)
      return fault('BRCODE_FIELD_UNKNOWN', field, suggestion === undefined ? {} : { suggestion })
    })
}

/** Everything that is missing at once: the writer names one field at a time. */
export function missingFields(fields: Fields): Issue[] {
  const kind = kindOf(fields['kind'])
  if (kind === undefined) return [fault('BRCODE_KIND_UNKNOWN', 'kind')]
  return REQUIRED[kind]
    .filter((field) => fields[field] === undefined || fields[field] === '')
    .map((field) => fault('BRCODE_FIELD_MISSING', field))
}

/** The option of the command that would help. */
export function hintOf({ code, path }: Issue, fields: Fields): keyof Texts | undefined {
  const field = String(path[0])
  if (code === 'BRCODE_FIELD_TOO_LONG' && (field === 'merchantName' || field === 'merchantCity')) return 'hintShorten'
  // Given, and yet nothing was left of it.
  return code === 'BRCODE_FIELD_MISSING' && fields[field] ? 'hintUtf8' : undefined
}

function fault(code: string, field: string, params: Params = {}): Issue {
  return { code, severity: 'error', path: [field], params }
}
