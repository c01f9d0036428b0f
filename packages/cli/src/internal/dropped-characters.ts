/**
 * Characters that the alphabet of a code has no letter for.
 *
 * @module
 */
import type { TextProfile } from '@pixkit/brcode'
import type { Issue } from '@pixkit/core/issue'
import type { Field } from './field-options.ts'
import type { Fields } from './read-fields.ts'

/** Fields that people read: the only ones that are folded. */
const TEXT_FIELDS = ['merchantName', 'merchantCity', 'postalCode', 'infoAdicional'] as const satisfies readonly Field[]
/** Marks are not dropped but folded: their letter stays. */
const DROPPED: Readonly<Record<TextProfile, RegExp | undefined>> = {
  ascii: /[^ -~\p{M}]/u,
  alphanumeric: /[^A-Za-z0-9 \p{M}]/u,
  utf8: undefined,
}

/** A warning for every field that loses more than accents: how many characters, never which. */
export function droppedCharacters(fields: Fields, profile: TextProfile): Issue[] {
  return TEXT_FIELDS.flatMap((field) => {
    const text = fields[field]
    const found = typeof text === 'string' ? countDropped(text, DROPPED[profile]) : 0
    if (found === 0) return []
    return [{ code: 'CLI_CHARACTERS_DROPPED', severity: 'warning', path: [field], params: { found, profile } }]
  })
}

/** Counts what people see as one character: an emoji of several parts is one. */
function countDropped(text: string, dropped: RegExp | undefined): number {
  if (dropped === undefined) return 0
  const segments = Array.from(new Intl.Segmenter('pt-BR').segment(text))
  return segments.filter(({ segment }) => dropped.test(segment.normalize('NFD'))).length
}
