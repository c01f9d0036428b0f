/**
 * Identifiers of Pix Automático: idRec of a recurrence, idSolicRec of the request to confirm one.
 *
 * @module
 */
import { dayInSaoPaulo } from './dates.ts'
import { type IdErrorCode, type IdKind, type NewIdOptions, newId, parseId } from './internal/structured-id.ts'
import type { Issue } from './issue.ts'

/** Whether a recurrence allows up to three new attempts within seven days after the due date. */
export type PoliticaRetentativa = 'NAO_PERMITE' | 'PERMITE_3R_7D'

export type { NewIdOptions } from './internal/structured-id.ts'

export interface ParsedIdSolicRec {
  /** The identifier as given; case matters. */
  readonly valor: string
  /** ISPB of the maker; in an idRec it may be the first eight characters of its CNPJ. */
  readonly ispb?: string | undefined
  /** Day of creation, `YYYY-MM-DD`. */
  readonly data?: string | undefined
  /** Last eleven characters, unique per day. */
  readonly sequencial?: string | undefined
  /** `ID_LAYOUT` when the text follows the schema but not the layout; the parts are absent then. */
  readonly warnings: readonly Issue<IdErrorCode>[]
}

export interface ParsedIdRec extends ParsedIdSolicRec {
  /** Whether new attempts after the due date are allowed, in the words of API Pix: the second letter, `R` or `N`. */
  readonly politicaRetentativa?: PoliticaRetentativa | undefined
}

export interface NewIdRecOptions extends NewIdOptions {
  /** `'PERMITE_3R_7D'` makes `RR…`, `'NAO_PERMITE'` makes `RN…`. */
  readonly politicaRetentativa: PoliticaRetentativa
}

const PREFIX: Readonly<Record<PoliticaRetentativa, string>> = { NAO_PERMITE: 'RN', PERMITE_3R_7D: 'RR' }
const ID_REC: IdKind = { name: 'idRec', length: 29, prefix: /^[RC][RN]$/, dateDigits: 8 }
const ID_SOLIC_REC: IdKind = { name: 'idSolicRec', length: 29, prefix: /^SC$/, dateDigits: 8 }

/**
 * Reads an idRec: `R` (or `C`, recurrences of Open Finance), `R` or `N` for new attempts, ISPB, yyyyMMdd, eleven characters.
 *
 * @param text - 29 letters and digits, as the schema of API Pix admits.
 * @throws {PixkitError} `ID_FORMAT`: not 29 letters and digits.
 *
 * @example
 * ```ts
 * import { parseIdRec } from '@pixkit/core/id-rec'
 *
 * const { politicaRetentativa, data } = parseIdRec('RR1234567820240115abcdefghijk')
 * politicaRetentativa // 'PERMITE_3R_7D'
 * data // '2024-01-15'
 * ```
 *
 * @see API Pix 2.9.0, RecId; that `C` stands for Open Finance is second-hand, from other implementations.
 */
export function parseIdRec(text: string): ParsedIdRec {
  const { valor, parts, warnings } = parseId(text, ID_REC)
  if (parts === undefined) return { valor, warnings }
  return {
    valor,
    ...days(parts),
    politicaRetentativa: parts.prefix[1] === 'R' ? 'PERMITE_3R_7D' : 'NAO_PERMITE',
    warnings,
  }
}

/**
 * Reads an idSolicRec: `SC`, ISPB, yyyyMMdd, eleven characters.
 *
 * @param text - 29 letters and digits, as the schema of API Pix admits.
 * @throws {PixkitError} `ID_FORMAT`: not 29 letters and digits.
 *
 * @example
 * ```ts
 * import { parseIdSolicRec } from '@pixkit/core/id-rec'
 *
 * parseIdSolicRec('SC1234567820240115abcdefghijk').ispb // '12345678'
 * ```
 *
 * @see API Pix 2.9.0, SolicRecId.
 */
export function parseIdSolicRec(text: string): ParsedIdSolicRec {
  const { valor, parts, warnings } = parseId(text, ID_SOLIC_REC)
  return parts === undefined ? { valor, warnings } : { valor, ...days(parts), warnings }
}

/** Makes an idRec, dated by the day in America/Sao_Paulo (the norm names no zone). Throws `ISPB_FORMAT`, and `RangeError` for years beyond 9999. */
export function newIdRec(options: NewIdRecOptions): string {
  const { politicaRetentativa } = options
  if (!Object.hasOwn(PREFIX, politicaRetentativa)) {
    throw new TypeError('"politicaRetentativa" must be "NAO_PERMITE" or "PERMITE_3R_7D"')
  }
  return newId(PREFIX[politicaRetentativa], dateOfToday(options), options)
}

/** Makes an idSolicRec, dated by the day in America/Sao_Paulo (the norm names no zone). Throws `ISPB_FORMAT`, and `RangeError` for years beyond 9999. */
export function newIdSolicRec(options: NewIdOptions): string {
  return newId('SC', dateOfToday(options), options)
}

function days(parts: { readonly ispb: string; readonly date: string; readonly sequencial: string }): {
  ispb: string
  data: string
  sequencial: string
} {
  const { ispb, date, sequencial } = parts
  return { ispb, data: `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`, sequencial }
}

function dateOfToday({ now = Date.now }: NewIdOptions): string {
  return dayInSaoPaulo(now()).replaceAll('-', '')
}
