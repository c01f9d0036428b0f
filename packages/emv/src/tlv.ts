/**
 * The objects of an EMV merchant-presented code, and the codes of what can be wrong with them.
 *
 * @module
 */

/** An object as the reader returns it: a value, or a template with children. */
export type Tlv = TlvPrimitive | TlvTemplate

export interface TlvPrimitive {
  /** Two digits, `'00'` to `'99'`. */
  readonly id: string
  /** 1 to 99 characters. */
  readonly value: string
  readonly children?: undefined
  /** Index of the first digit of the id in the text, in UTF-16 code units; the value starts four further. */
  readonly offset: number
}

export interface TlvTemplate {
  readonly id: string
  readonly value?: undefined
  /** At least one object. */
  readonly children: readonly Tlv[]
  readonly offset: number
}

/** An object as the writer takes it; what the reader returns fits. */
export type TlvInput =
  | { readonly id: string; readonly value: string; readonly children?: undefined }
  | { readonly id: string; readonly children: readonly TlvInput[]; readonly value?: undefined }

/**
 * What the two digits of a length count. The norm says characters (Unicode code points); some issuers count UTF-8 bytes or
 * UTF-16 units, which differs only in texts that are not ASCII.
 */
export type LengthUnit = 'code-point' | 'utf8-byte' | 'utf16-unit'

export interface TlvOptions {
  /** `'code-point'` by default. */
  readonly lengthUnit?: LengthUnit | undefined
}

export type EmvErrorCode =
  | 'EMV_DUPLICATE_ID'
  | 'EMV_ID_NOT_NUMERIC'
  | 'EMV_LENGTH_NOT_NUMERIC'
  | 'EMV_LENGTH_OVERRUN'
  | 'EMV_LENGTH_SPLITS_CHARACTER'
  | 'EMV_LENGTH_ZERO'
  | 'EMV_NOT_UNICODE'
  | 'EMV_OBJECT_TRUNCATED'
  | 'EMV_TEMPLATE_EXPECTED'
  | 'EMV_TEMPLATE_UNEXPECTED'
  | 'EMV_VALUE_TOO_LONG'

/** Characters of an id and a length. */
export const HEADER_LENGTH = 4
export const MAX_VALUE_LENGTH = 99

/**
 * Tells whether the norm makes an object a template: 26–51, 62, 64 and 80–99 in the root, 50–99 inside 62. Objects 02–25
 * (card schemes) and 65–79 (reserved) are opaque text.
 *
 * @param id - Id of the object, as a number.
 * @param parent - Id of the template it stands in, 0 in the root; below the second level there are no templates.
 *
 * @see EMVCo QR Code Specification for Payment Systems, Merchant-Presented Mode 1.1 (second-hand)
 */
export function isTemplate(id: number, parent: number): boolean {
  if (parent !== 0) return parent === 62 && id >= 50
  return id >= 80 || (id >= 26 && id <= 51) || id === 62 || id === 64
}

/** Reads two ASCII digits; -1 when they are anything else. */
export function twoDigits(text: string, index: number): number {
  const tens = text.charCodeAt(index) - 48
  const units = text.charCodeAt(index + 1) - 48
  return tens >= 0 && tens <= 9 && units >= 0 && units <= 9 ? tens * 10 + units : -1
}

/**
 * Joins an object whose id, length (in characters) and value are known to be right; see `buildObject` for one that checks.
 *
 * @example
 * ```ts
 * import { joinObject } from '@pixkit/emv/tlv'
 *
 * joinObject('58', 2, 'BR') // '5802BR'
 * ```
 */
export function joinObject(id: string, length: number, value: string): string {
  return id + (length < 10 ? '0' : '') + length + value
}
