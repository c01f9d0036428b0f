/**
 * Writes Pix codes.
 *
 * @module
 */
import { joinObject } from '@pixkit/emv/tlv'
import { appendCrc, utf8Length } from '@pixkit/emv/crc16'
import { checkHosts } from './internal/checks.ts'
import { MAX_CODE_BYTES } from './internal/frame.ts'
import { type Context, type Draft, judge, lengthOf, type ObjectRule } from './internal/judge.ts'
import { objectRules } from './internal/objects.ts'
import { excess, refuse } from './internal/place.ts'
import { refuseField, THROWING } from './internal/throwing.ts'
import { applyProfile, type TextProfile } from './internal/text-profile.ts'
import type { BrCode } from './types.ts'

export type { TextProfile } from './internal/text-profile.ts'

export interface BuildBrCodeOptions {
  /** Alphabet of name, city, postal code and additional information; `'ascii'` by default. */
  readonly profile?: TextProfile | undefined
  /** Cuts `merchantName` and `merchantCity` to 25 and 15 characters instead of refusing longer ones; `false` by default. */
  readonly shorten?: boolean | undefined
}

/**
 * Writes a Pix code, in the order and letters that every bank reads, or refuses with the field at fault.
 *
 * Folds accents (see `profile`); changes nothing else, except that keys are normalised as DICT stores them. Does not ask
 * DICT whether the key exists. `buildBrCode(parseBrCode(text))` gives back every code written by the rules.
 *
 * @param code - What the code is to say; fields that the kind does not have are refused.
 * @returns The code, at most 512 bytes: the text of the QR symbol and of *copia e cola*.
 * @throws {PixkitError} `BRCODE_KIND_UNKNOWN`, `BRCODE_FIELD_UNKNOWN`, `BRCODE_FIELD_IGNORED` (not of this kind), `BRCODE_FIELD_MISSING`,
 *   `BRCODE_FIELD_TYPE`,
 *   `BRCODE_FIELD_TOO_LONG` (by how much in `params.over`), `BRCODE_FIELD_FORMAT`, `BRCODE_AMOUNT_…`,
 *   `BRCODE_TXID_CHARSET`, `BRCODE_FSS_IN_COMPOSITE`, `BRCODE_LOCATION_…`, `BRCODE_TOO_LONG`, `CHAVE_…`,
 *   `EMV_NOT_UNICODE`; `path` names the field.
 * @throws {TypeError} `code` is not an object, or `profile` is not one of the three.
 *
 * @example
 * ```ts
 * import { buildBrCode } from '@pixkit/brcode'
 *
 * buildBrCode({
 *   kind: 'static',
 *   chave: '123e4567-e12b-12d1-a456-426655440000',
 *   merchantName: 'Fulano de Tal',
 *   merchantCity: 'BRASÍLIA',
 * }) // '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D'
 * ```
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, sections 2.5 to 2.8; EMVCo MPM 1.1 (second-hand)
 */
export function buildBrCode(code: BrCode, options: BuildBrCodeOptions = {}): string {
  if (typeof code !== 'object' || code === null) throw new TypeError('"code" must be an object')
  const { kind } = code
  const fields: Draft = code
  if (typeof kind !== 'string' || !Object.hasOwn(ESSENTIAL, kind)) refuseField('kind', 'BRCODE_KIND_UNKNOWN')
  if (fields[ESSENTIAL[kind]] === undefined) refuseField(ESSENTIAL[kind], 'BRCODE_FIELD_MISSING')
  const known = fieldNames()
  for (const field of Object.keys(code)) {
    // A misspelt amount must not vanish. A name that is none is not repeated: it could be a key, or a page long.
    if (known.has(field) || fields[field as 'crc'] === undefined) continue
    refuseField(FIELD_NAME.test(field) ? field : '…', 'BRCODE_FIELD_UNKNOWN')
  }
  const { location, locationRec } = fields
  const { profile } = options
  const writing = {
    options,
    fields,
    // The checks note here what they learn of a code that is read; the writer needs only the kind.
    code: { kind },
    composite: locationRec !== undefined,
    issues: THROWING,
    at: '',
    offset: undefined,
  }
  const text = appendCrc(writeObjects(objectRules(), writing))
  if (location && locationRec) checkHosts(location, locationRec, { issues: THROWING, at: 'locationRec' })
  const bytes = profile === 'utf8' ? utf8Length(text) : text.length
  // Without additional information no code gets that long.
  if (bytes > MAX_CODE_BYTES) refuseField('infoAdicional', 'BRCODE_TOO_LONG', excess(bytes, MAX_CODE_BYTES))
  return text
}

interface Writing extends Context {
  readonly fields: Draft
  readonly options: BuildBrCodeOptions
}

/** What makes each kind. */
const ESSENTIAL = { static: 'chave', dynamic: 'location', recurrence: 'locationRec' } as const
/** The kind, and what the reader adds, so that a parsed code can be written again. */
const OTHER_FIELDS = ['kind', 'warnings', 'crc', 'chaveTipo', 'locationKind']
const TEMPLATE_MAX = 99
const FIELD_NAME = /^[a-z_]{1,40}$/i
const LONE_SURROGATE = /\p{Surrogate}/u
/** Controls, and what breaks lines or turns the direction of writing. */
const UNWRITABLE = /[\p{Cc}\u2028-\u202e\u2066-\u2069]/u
/** UTF-16 units: what is longer is refused unread, because composing a text takes longer than its length. */
const MAX_TEXT_LENGTH = 1024

let names: ReadonlySet<string> | undefined

/** The fields of the table, and the others. */
function fieldNames(): ReadonlySet<string> {
  const own = (rules: readonly ObjectRule[]): string[] =>
    rules.flatMap(({ field, children }) => (children ? own(children) : (field ?? [])))
  names ??= new Set([...own(objectRules()), ...OTHER_FIELDS])
  return names
}

function writeObjects(rules: readonly ObjectRule[], writing: Writing): string {
  let text = ''
  for (const rule of rules) {
    const { field, fixed, children } = rule
    if (fixed) text += fixed
    else if (rule.template !== 'recurrence' || writing.composite) {
      const value = children ? writeTemplate(children, writing) : field && writeValue(rule, field, writing)
      if (value !== undefined) text += joinObject(rule.id, lengthIn(writing.options, value), value)
    }
  }
  return text
}

/** Only the utf8 profile has characters of more than one UTF-16 unit. */
function lengthIn({ profile }: BuildBrCodeOptions, text: string): number {
  return profile === 'utf8' ? lengthOf(text) : text.length
}

/** Only in the payment template of a static code can values that are right by themselves be too many together. */
function writeTemplate(rules: readonly ObjectRule[], writing: Writing): string {
  const { fields, options } = writing
  const objects = writeObjects(rules, writing)
  const over = lengthIn(options, objects) - TEMPLATE_MAX
  if (over > 0) {
    const field = fields.infoAdicional ? 'infoAdicional' : 'chave'
    const found = lengthIn(options, applyProfile(fields[field] as string, options.profile))
    // The third and fourth digit of a length that has no room for them.
    const digits = found > TEMPLATE_MAX ? String(found).length - 2 : 0
    refuseField(field, 'BRCODE_FIELD_TOO_LONG', excess(found, Math.max(0, found - over + digits)))
  }
  return objects
}

function writeValue(rule: ObjectRule, field: keyof Draft, writing: Writing): string | undefined {
  const { fallback, required } = rule
  const given: unknown = writing.fields[field]
  if (given === undefined && (fallback || !required)) return fallback
  writing.at = field
  if (given !== undefined && typeof given !== 'string') refuse(writing, 'BRCODE_FIELD_TYPE')
  const value = rule.text ? writeText((given ?? '') as string, rule, writing) : ((given ?? '') as string)
  if (!value) refuse(writing, 'BRCODE_FIELD_MISSING')
  return judge(value, rule, writing) ?? fallback
}

/** Folds a text into the alphabet of the profile; cuts it only with `shorten`, and only names. */
function writeText(text: string, { max = TEMPLATE_MAX, required }: ObjectRule, writing: Writing): string {
  const { profile, shorten } = writing.options
  const cut = shorten && required
  if (text.length > MAX_TEXT_LENGTH && !cut) refuse(writing, 'BRCODE_FIELD_TOO_LONG', excess(text.length, max))
  let folded = applyProfile(cut ? text.slice(0, MAX_TEXT_LENGTH) : text, profile)
  if (cut && lengthOf(folded) > max) folded = [...folded].slice(0, max).join('').trimEnd()
  if (profile === 'utf8') {
    if (LONE_SURROGATE.test(folded)) refuse(writing, 'EMV_NOT_UNICODE')
    if (UNWRITABLE.test(folded)) refuse(writing, 'BRCODE_CHARSET')
  }
  return folded
}
