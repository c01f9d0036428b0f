/**
 * The check digits of CPF and CNPJ: one sum with two weights.
 *
 * @module
 */

const ONE_CHARACTER_REPEATED = /^(.)\1*$/

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
