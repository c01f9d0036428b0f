/**
 * What single values must be: the same rules for what is read, where readers live with most findings, and for what is
 * written, where any finding is a refusal.
 *
 * @module
 */
import type { BrCodeErrorCode } from '../codes.ts'
import type { BrCode, ParsedDynamicBrCode, ParsedStaticBrCode } from '../types.ts'
import { excess, type Place, refuse, warn } from './place.ts'

type Fields = Omit<ParsedStaticBrCode, 'kind'> & Omit<ParsedDynamicBrCode, 'kind'>

/** A code while its fields are being read. */
export type Draft = { kind?: BrCode['kind'] | undefined } & { -readonly [Field in keyof Fields]?: Fields[Field] }

/** What the rules may know of the code around the value. */
export interface Context {
  readonly code: Draft
  /** Whether the code has a location of a recurrence. */
  readonly composite: boolean
  readonly acceptHttpsScheme?: boolean | undefined
}

/** Judges a value and returns it as the other side wants it: normalised for the reader, checked for the writer. */
export type Check = (value: string, place: Place, context: Context, rule: ObjectRule) => string | undefined

/** An object of the norm. */
export interface ObjectRule {
  readonly id: string
  /** The field of the code that it fills. */
  readonly field?: Exclude<keyof Fields, 'chaveTipo' | 'crc' | 'locationKind' | 'warnings'>
  /** Kinds whose code has it; every kind when absent. */
  readonly kinds?: string
  /** Kinds that must have it. */
  readonly required?: string
  /** What stands there when the code says nothing. */
  readonly fallback?: string
  /** Text for people: the writer folds it, the reader warns of what is not printable ASCII. */
  readonly text?: boolean
  /** Characters (code points). */
  readonly max?: number
  readonly format?: RegExp
  /** What `format` stands for, for people. */
  readonly expected?: string
  /** Code of the refusal when the format does not hold or the object is missing; a warning where there is none. */
  readonly refusal?: BrCodeErrorCode
  readonly check?: Check
  /** For a template of Pix: which one. It is found by its GUI, and holds nothing but `children`. */
  readonly template?: 'payment' | 'recurrence'
  readonly children?: readonly ObjectRule[]
}

const PRINTABLE_ASCII = /^[ -~]*$/
const NOT_PRINTABLE_ASCII = /[^ -~]/

export function judge(value: string, rule: ObjectRule, place: Place, context: Context): string | undefined {
  const { max, kinds, fallback, format, expected = '' } = rule
  const { kind } = context.code
  if (max !== undefined && lengthOf(value) > max) warn(place, 'BRCODE_FIELD_TOO_LONG', excess(lengthOf(value), max))
  if (kinds !== undefined && kinds !== kind) {
    if (kind !== undefined && value !== fallback) warn(place, 'BRCODE_FIELD_IGNORED')
    return undefined
  }
  if (value === fallback) return undefined
  if (rule.text && place.offset !== undefined) checkCharset(value, place, place.offset)
  if (format === undefined || format.test(value)) return rule.check ? rule.check(value, place, context, rule) : value
  if (rule.refusal) refuse(place, rule.refusal, { expected })
  else warn(place, 'BRCODE_FIELD_FORMAT', { expected })
  return undefined
}

/** Length in characters (code points). */
export function lengthOf(text: string): number {
  return PRINTABLE_ASCII.test(text) ? text.length : [...text].length
}

function checkCharset(value: string, place: Place, offset: number): void {
  const index = value.search(NOT_PRINTABLE_ASCII)
  if (index >= 0) warn({ ...place, offset: offset + index }, 'BRCODE_CHARSET')
}
