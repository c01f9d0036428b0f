/**
 * CPF and CNPJ: shape and check digits.
 *
 * @module
 */
import { hasCheckDigits } from './internal/check-digits.ts'

const CPF = /^(?:\d{11}|\d{3}\.\d{3}\.\d{3}-\d{2})$/
const CNPJ = /^(?:[0-9A-Z]{12}\d{2}|[0-9A-Z]{2}\.[0-9A-Z]{3}\.[0-9A-Z]{3}\/[0-9A-Z]{4}-\d{2})$/
const PUNCTUATION = /[./-]/g

/**
 * Tells whether a text is a CPF with right check digits.
 *
 * @param text - Eleven digits, bare or as `000.000.000-00`. Eleven equal digits are refused although they fit the sum.
 *
 * @example
 * ```ts
 * import { isCpf } from '@pixkit/core/documento'
 *
 * isCpf('123.456.789-09') // true
 * isCpf('12345678900') // false
 * ```
 *
 * @see Receita Federal (second-hand, from public descriptions): modulus 11, weights 10..2 and 11..2.
 */
export function isCpf(text: string): boolean {
  return typeof text === 'string' && CPF.test(text) && hasCheckDigits(text.replace(PUNCTUATION, ''), 10)
}

/**
 * Tells whether a text is a CNPJ, numeric or alphanumeric, with right check digits.
 *
 * @param text - Fourteen characters, bare or as `AA.AAA.AAA/AAAA-00`; letters upper case, the last two always digits.
 *
 * @example
 * ```ts
 * import { isCnpj } from '@pixkit/core/documento'
 *
 * isCnpj('12ABC34501DE35') // true
 * isCnpj('00.000.000/0001-91') // true
 * isCnpj('56989000019533') // false
 * ```
 *
 * @see Receita Federal, IN RFB 2.229/2024 (second-hand, from public descriptions): value of a character is its ASCII code minus 48; modulus 11, weights 2 to 9 from the right.
 */
export function isCnpj(text: string): boolean {
  return typeof text === 'string' && CNPJ.test(text) && hasCheckDigits(text.replace(PUNCTUATION, ''), 8)
}
