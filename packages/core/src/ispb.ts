/**
 * ISPB: the eight characters that name an institution of the payment system.
 *
 * @module
 */

const ISPB = /^[0-9A-Z]{8}$/

/**
 * Tells whether a text has the form of an ISPB: eight digits or upper-case letters (the root of the institution's CNPJ).
 *
 * @example
 * ```ts
 * import { isIspb } from '@pixkit/core/ispb'
 *
 * isIspb('00000000') // true
 * isIspb('1234567') // false
 * ```
 *
 * @see API Pix 2.9.0, fields `ispbParticipante` and `prestadorDoServicoDeSaque`: `^[0-9A-Z]{8}$`, alphanumeric since that version.
 */
export function isIspb(text: string): boolean {
  return typeof text === 'string' && ISPB.test(text)
}
