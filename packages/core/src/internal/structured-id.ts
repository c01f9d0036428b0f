/**
 * Identifiers made of a prefix, an ISPB, a date and eleven characters: one reader and one writer for all of them.
 *
 * @module
 */
import { assertString, errorFromIssue, type PixkitError } from '../error.ts'
import { isIspb } from '../ispb.ts'
import type { Issue } from '../issue.ts'
import { messages } from '../messages/en.ts'
import { type RandomOptions, randomAlphanumeric } from './alphanumeric.ts'

export type IdErrorCode = 'ID_FORMAT' | 'ID_LAYOUT' | 'ISPB_FORMAT'

/** What the schema admits (`length` letters and digits) and what the prose promises (prefix and date). */
export interface IdKind {
  readonly name: string
  readonly length: number
  readonly prefix: RegExp
  /** Digits of the date: 12 for yyyyMMddHHmm in UTC, 8 for yyyyMMdd. */
  readonly dateDigits: 8 | 12
}

export interface ParsedId {
  /** The whole identifier, as given; case matters. */
  readonly valor: string
  /** The parts, absent when the text follows the schema but not the layout of the prose. */
  readonly parts?: {
    readonly prefix: string
    readonly ispb: string
    readonly date: string
    readonly sequencial: string
  }
  readonly warnings: readonly Issue<IdErrorCode>[]
}

export interface NewIdOptions extends RandomOptions {
  /** ISPB of the institution that makes the identifier: eight digits or upper-case letters. */
  readonly ispb: string
  /** Clock, epoch milliseconds; `Date.now` by default. */
  readonly now?: (() => number) | undefined
}

const ALPHANUMERIC = /^[a-zA-Z0-9]*$/
const ISPB_LENGTH = 8
const SEQUENCIAL_LENGTH = 11

export function parseId(text: string, kind: IdKind): ParsedId {
  assertString(text, 'text')
  if (text.length !== kind.length || !ALPHANUMERIC.test(text)) {
    throw failure('ID_FORMAT', [], { id: kind.name, length: kind.length })
  }
  const sequencialAt = text.length - SEQUENCIAL_LENGTH
  const dateAt = sequencialAt - kind.dateDigits
  const prefix = text.slice(0, dateAt - ISPB_LENGTH)
  const ispb = text.slice(dateAt - ISPB_LENGTH, dateAt)
  const date = text.slice(dateAt, sequencialAt)
  if (!kind.prefix.test(prefix) || !isIspb(ispb) || Number.isNaN(timestampMs(date))) {
    const issue: Issue<IdErrorCode> = { code: 'ID_LAYOUT', severity: 'warning', path: [], params: { id: kind.name } }
    return { valor: text, warnings: [issue] }
  }
  return { valor: text, parts: { prefix, ispb, date, sequencial: text.slice(sequencialAt) }, warnings: [] }
}

export function newId(prefix: string, date: string, options: NewIdOptions): string {
  if (!isIspb(options.ispb)) throw failure('ISPB_FORMAT', ['ispb'], {})
  if (Number.isNaN(timestampMs(date))) throw new RangeError('"now" must show a time of the years 1 to 9999')
  return prefix + options.ispb + date + randomAlphanumeric(SEQUENCIAL_LENGTH, options.random)
}

/** Epoch milliseconds of `yyyyMMdd` or `yyyyMMddHHmm` in UTC; `NaN` when no calendar has that day or no clock that minute. */
export function timestampMs(digits: string): number {
  if (!/^(?:\d{8}|\d{12})$/.test(digits)) return Number.NaN
  const iso = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}T${digits.slice(8, 10) || '00'}:${digits.slice(10, 12) || '00'}:00.000Z`
  const ms = Date.parse(iso)
  // Date.parse takes 30 February for 2 March, and 24:00 for the next day.
  return Number.isNaN(ms) || new Date(ms).toISOString() !== iso ? Number.NaN : ms
}

function failure(
  code: IdErrorCode,
  path: readonly string[],
  params: Record<string, string | number>,
): PixkitError<IdErrorCode> {
  return errorFromIssue({ code, path, params }, messages)
}
