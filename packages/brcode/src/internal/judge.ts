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

/** The place of a value, which moves from value to value, and what the rules may know of the code around it. */
export interface Context extends Place {
  at: number | string
  offset: number | undefined
  readonly code: Draft
  /** Whether the code has a location of a recurrence. */
  readonly composite: boolean
}

/** Judges a value and returns it as the other side wants it: normalised for the reader, checked for the writer. */
export type Check = (value: string, context: Context, rule: ObjectRule) => string | undefined

/** An object of the norm. */
export interface ObjectRule {
  readonly id: string
  readonly number: number
  /** The field of the code that it fills. */
  readonly field?: Exclude<keyof Fields, 'chaveTipo' | 'crc' | 'locationKind' | 'warnings'> | undefined
  /** The one kind whose code has it; every kind when absent. */
  readonly kind?: BrCode['kind'] | undefined
  readonly required?: boolean | undefined
  /** What stands there when the code says nothing; always, in an object that fills no field. */
  readonly fallback?: string | undefined
  /** Text for people: the writer folds it, the reader warns of what is not printable ASCII. */
  readonly text?: boolean | undefined
  /** Characters (code points). */
  readonly max?: number | undefined
  readonly format?: RegExp | undefined
  /** What `format` stands for, for people. */
  readonly expected?: string | undefined
  /** Code of the refusal when the format does not hold or the object is missing; a warning where there is none. */
  readonly refusal?: BrCodeErrorCode | undefined
  readonly check?: Check | undefined
  /** The whole object, where it is always the same. */
  readonly fixed?: string | undefined
  /** For a template of Pix: which one. It is found by its GUI, and holds nothing but `children`. */
  readonly template?: 'payment' | 'recurrence' | undefined
  readonly children?: readonly ObjectRule[] | undefined
}

const NOT_PRINTABLE_ASCII = /[^ -~]/

/** Judges a value by its rule; nothing is returned for one that does not count. */
export function judge(value: string, rule: ObjectRule, context: Context): string | undefined {
  const { max, kind, fallback, format, check } = rule
  const { code, offset } = context
  if (max && value.length > max) {
    const length = lengthOf(value)
    if (length > max) warn(context, 'BRCODE_FIELD_TOO_LONG', excess(length, max))
  }
  if (kind && kind !== code.kind) {
    if (code.kind && value !== fallback) warn(context, 'BRCODE_FIELD_IGNORED')
    return undefined
  }
  if (value === fallback) return undefined
  if (rule.text && offset !== undefined && !isPrintableAscii(value)) {
    warn({ ...context, offset: offset + value.search(NOT_PRINTABLE_ASCII) }, 'BRCODE_CHARSET')
  }
  if (!format || format.test(value)) return check ? check(value, context, rule) : value
  const { refusal, expected = '' } = rule
  if (refusal) refuse(context, refusal, { expected })
  else warn(context, 'BRCODE_FIELD_FORMAT', { expected })
  return undefined
}

/** Length in characters (code points). */
export function lengthOf(text: string): number {
  return [...text].length
}

export function isPrintableAscii(text: string): boolean {
  return !NOT_PRINTABLE_ASCII.test(text)
}
