/**
 * Writes Pix codes.
 *
 * @module
 */
import { buildObject } from '@pixkit/emv/build-object'
import { appendCrc } from '@pixkit/emv/crc16'
import { checkHosts } from './internal/checks.ts'
import { MAX_CODE_BYTES } from './internal/frame.ts'
import { type Context, type Draft, judge, lengthOf, type ObjectRule } from './internal/judge.ts'
import { OBJECTS } from './internal/objects.ts'
import { excess, fieldPlace, refuse } from './internal/place.ts'
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
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, sections 2.5 to 2.8; EMVCo MPM 1.1, section 4.
 */
export function buildBrCode(code: BrCode, options: BuildBrCodeOptions = {}): string {
  checkFields(code)
  const fields: Draft = code
  const writing = { ...options, fields, code: { kind: code.kind }, composite: code.locationRec !== undefined }
  const text = appendCrc(writeObjects(OBJECTS, writing))
  if (fields.location && fields.locationRec) checkHosts(fields.location, fields.locationRec, fieldPlace('locationRec'))
  const bytes = options.profile === 'utf8' ? new TextEncoder().encode(text).length : text.length
  if (bytes > MAX_CODE_BYTES) refuse(fieldPlace(longestText(code)), 'BRCODE_TOO_LONG', excess(bytes, MAX_CODE_BYTES))
  return text
}

interface Writing extends Context, BuildBrCodeOptions {
  readonly fields: Draft
}

const KINDS = ['static', 'dynamic', 'recurrence']
const TEMPLATE_MAX = 99
/** What the reader adds and the writer has no use for, so that a parsed code can be written again. */
const READER_FIELDS = ['kind', 'warnings', 'crc', 'chaveTipo', 'locationKind']

/** Refuses an unknown kind, a field that no code has (a misspelt amount must not vanish), and a field that is no string. */
function checkFields(code: BrCode): void {
  if (typeof code !== 'object' || code === null) throw new TypeError('"code" must be an object')
  if (!KINDS.includes(code.kind)) refuse(fieldPlace('kind'), 'BRCODE_KIND_UNKNOWN')
  const known = OBJECTS.flatMap((rule) => (rule.children ?? [rule]).map(({ field }) => field as string | undefined))
  for (const [field, value] of Object.entries(code)) {
    if (value === undefined || READER_FIELDS.includes(field)) continue
    if (!known.includes(field)) refuse(fieldPlace(field), 'BRCODE_FIELD_UNKNOWN')
    if (typeof value !== 'string') refuse(fieldPlace(field), 'BRCODE_FIELD_TYPE')
  }
}

function writeObjects(rules: readonly ObjectRule[], writing: Writing): string {
  let text = ''
  for (const rule of rules) {
    if (rule.template === 'recurrence' && !writing.composite) continue
    const value = rule.children ? writeTemplate(rule.children, writing) : writeValue(rule, writing)
    if (value !== undefined) text += buildObject(rule.id, value)
  }
  return text
}

/** Only in the payment template of a static code can the values that are right by themselves be too many together. */
function writeTemplate(rules: readonly ObjectRule[], writing: Writing): string {
  const objects = writeObjects(rules, writing)
  const over = lengthOf(objects) - TEMPLATE_MAX
  if (over > 0) {
    const { infoAdicional, chave = '' } = writing.fields
    const field = infoAdicional === undefined ? 'chave' : 'infoAdicional'
    const found = lengthOf(infoAdicional ?? chave)
    refuse(fieldPlace(field), 'BRCODE_FIELD_TOO_LONG', { found, max: Math.max(0, found - over), over })
  }
  return objects
}

function writeValue(rule: ObjectRule, writing: Writing): string | undefined {
  const { field, fallback, max = TEMPLATE_MAX, required } = rule
  let value = field && writing.fields[field]
  if (field === undefined || value === undefined) {
    if (field && fallback === undefined && required?.includes(writing.code.kind as string)) missing(field)
    return fallback
  }
  if (rule.text) value = fold(value, max, writing)
  if (value === '') missing(field)
  return judge(value, rule, fieldPlace(field), writing) ?? fallback
}

function missing(field: string): void {
  refuse(fieldPlace(field), 'BRCODE_FIELD_MISSING')
}

/** Folds a text into the profile's alphabet; only `shorten` cuts it. */
function fold(text: string, max: number, { profile = 'ascii', shorten }: Writing): string {
  const folded = applyProfile(text, profile)
  return shorten && lengthOf(folded) > max ? [...folded].slice(0, max).join('').trimEnd() : folded
}

function longestText(code: BrCode): string {
  return code.kind === 'static' && code.infoAdicional !== undefined ? 'infoAdicional' : 'merchantName'
}
