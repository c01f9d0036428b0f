/**
 * CPF and CNPJ: shape and check digits.
 *
 * @module
 */

const CPF = /^(?:\d{11}|\d{3}\.\d{3}\.\d{3}-\d{2})$/
const CNPJ = /^(?:[0-9A-Z]{12}\d{2}|[0-9A-Z]{2}\.[0-9A-Z]{3}\.[0-9A-Z]{3}\/[0-9A-Z]{4}-\d{2})$/
const PUNCTUATION = /[./-]/g
const ONE_CHARACTER_REPEATED = /^(.)\1*$/

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

/**
 * Tells whether the last two digits of a bare CPF or CNPJ are right. Weights count 2, 3, … from the right and start again
 * after `cycle` of them: 8 for a CNPJ, never (10) for a CPF.
 */
export function hasCheckDigits(document: string, cycle: number): boolean {
  const base = document.length - 2
  return (
    !ONE_CHARACTER_REPEATED.test(document) &&
    checkDigit(document, base, cycle) === document[base] &&
    checkDigit(document, base + 1, cycle) === document[base + 1]
  )
}

function checkDigit(document: string, length: number, cycle: number): string {
  let sum = 0
  for (let index = 0; index < length; index++) {
    sum += (document.charCodeAt(index) - 48) * (2 + ((length - 1 - index) % cycle))
  }
  return String(sum % 11 < 2 ? 0 : 11 - (sum % 11))
}
