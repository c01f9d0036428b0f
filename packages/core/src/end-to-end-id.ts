/**
 * endToEndId of a Pix payment (`E…`) and rtrId of its return (`D…`).
 *
 * @module
 */
import {
  type IdErrorCode,
  type IdKind,
  type NewIdOptions,
  newId,
  parseId,
  timestampMs,
} from './internal/structured-id.ts'
import type { Issue } from './issue.ts'

export type { IdErrorCode, NewIdOptions } from './internal/structured-id.ts'

export interface ParsedEndToEndId {
  /** The identifier as given; case matters. */
  readonly valor: string
  /** ISPB of the institution that made it. */
  readonly ispb?: string | undefined
  /** The minute in the identifier (UTC), epoch milliseconds. */
  readonly timestampMs?: number | undefined
  /** Last eleven characters. */
  readonly sequencial?: string | undefined
  /** `ID_LAYOUT` when the text follows the schema but not the layout; the parts are absent then. */
  readonly warnings: readonly Issue<IdErrorCode>[]
}

const END_TO_END_ID: IdKind = { name: 'endToEndId', length: 32, prefix: /^E$/, dateDigits: 12 }
const RETURN_ID: IdKind = { name: 'rtrId', length: 32, prefix: /^D$/, dateDigits: 12 }

/**
 * Reads an endToEndId: `E`, ISPB, yyyyMMddHHmm in UTC, eleven letters or digits.
 *
 * @param text - 32 letters and digits, as the schema of API Pix admits.
 * @returns The parts, or a warning where the schema is met and the layout is not.
 * @throws {PixkitError} `ID_FORMAT`: not 32 letters and digits.
 *
 * @example
 * ```ts
 * import { parseEndToEndId } from '@pixkit/core/end-to-end-id'
 *
 * parseEndToEndId('E12345678202406201221abcdef12345').ispb // '12345678'
 * ```
 *
 * @see API Pix 2.9.0, EndToEndId: schema `[a-zA-Z0-9]{32}`; the layout is that of its examples, and that the minute is in UTC
 *   is second-hand, from other implementations.
 */
export function parseEndToEndId(text: string): ParsedEndToEndId {
  return parse(text, END_TO_END_ID)
}

/** Reads the id of a return (rtrId): as {@link parseEndToEndId}, with `D` in front (API Pix 2.9.0, examples of `rtrId`; no text of the rule was found). */
export function parseReturnId(text: string): ParsedEndToEndId {
  return parse(text, RETURN_ID)
}

/**
 * Makes an endToEndId, as the payer's institution does.
 *
 * @returns 32 characters.
 * @throws {PixkitError} `ISPB_FORMAT`.
 * @throws {RangeError} The clock shows a time outside the years 1 to 9999.
 *
 * @example
 * ```ts
 * import { newEndToEndId } from '@pixkit/core/end-to-end-id'
 *
 * const now = () => Date.UTC(2026, 10, 22, 8, 4)
 * newEndToEndId({ ispb: '12345678', now }).slice(0, 21) // 'E12345678202611220804'
 * ```
 */
export function newEndToEndId(options: NewIdOptions): string {
  return newId('E', utcMinute(options), options)
}

/** Makes the id of a return (rtrId), as the receiver's institution does. Throws `ISPB_FORMAT`. */
export function newReturnId(options: NewIdOptions): string {
  return newId('D', utcMinute(options), options)
}

function parse(text: string, kind: IdKind): ParsedEndToEndId {
  const { valor, parts, warnings } = parseId(text, kind)
  if (parts === undefined) return { valor, warnings }
  return { valor, ispb: parts.ispb, timestampMs: timestampMs(parts.date), sequencial: parts.sequencial, warnings }
}

function utcMinute({ now = Date.now }: NewIdOptions): string {
  return new Date(now()).toISOString().slice(0, 16).replace(/[-T:]/g, '')
}
