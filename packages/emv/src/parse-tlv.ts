/**
 * Reads EMV objects, all or nothing.
 *
 * @module
 */
import { errorFromIssue, type PixkitError, unwrap } from '@pixkit/core/error'
import type { Result } from '@pixkit/core/result'
import { inspectTlv } from './inspect-tlv.ts'
import { messages } from './messages/en.ts'
import type { EmvErrorCode, Tlv, TlvOptions } from './tlv.ts'

/**
 * Reads a text as EMV objects, descending into the templates of the norm.
 *
 * Structure only: no value, order or checksum is judged, and objects that nobody knows are kept, so that
 * `buildTlv(parseTlv(text)) === text` for every text it accepts.
 *
 * @param text - Ids of two digits, lengths of two digits (01 to 99), values.
 * @returns The objects in the order of the text.
 * @throws {PixkitError} `EMV_DUPLICATE_ID`, `EMV_ID_NOT_NUMERIC`, `EMV_LENGTH_NOT_NUMERIC`, `EMV_LENGTH_OVERRUN`,
 *   `EMV_LENGTH_SPLITS_CHARACTER`, `EMV_LENGTH_ZERO`, `EMV_NOT_UNICODE`, `EMV_OBJECT_TRUNCATED`: the first defect.
 * @throws {TypeError} `text` is not a string.
 *
 * @example
 * ```ts
 * import { parseTlv } from '@pixkit/emv/parse-tlv'
 *
 * parseTlv('5802BR5905Maria').map(({ id, value }) => [id, value]) // [['58', 'BR'], ['59', 'Maria']]
 * ```
 *
 * @see EMVCo QR Code Specification for Payment Systems, Merchant-Presented Mode 1.1 (second-hand)
 */
export function parseTlv(text: string, options: TlvOptions = {}): readonly Tlv[] {
  return unwrap(safeParseTlv(text, options))
}

/** As {@link parseTlv}, but returns the error instead of throwing it. */
export function safeParseTlv(
  text: string,
  options: TlvOptions = {},
): Result<readonly Tlv[], PixkitError<EmvErrorCode>> {
  const { tree, issues } = inspectTlv(text, { lengthUnit: options.lengthUnit })
  const [first] = issues
  return first === undefined ? { ok: true, value: tree } : { ok: false, error: errorFromIssue(first, messages) }
}
