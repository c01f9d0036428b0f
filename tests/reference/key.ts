/** @module Forms of a key (DICT API 2.12.1; Manual de Padrões para Iniciação do Pix 2.10.0, section 2.5.1), tried one by one. */

/** What a key is; without `warning` it is written as DICT stores it. */
export interface ReferenceKey {
  chave: string
  chaveTipo?: 'cpf' | 'cnpj' | 'telefone' | 'email' | 'evp'
  warning?: string
}

const email =
  /^[a-z0-9.!#$'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/
const evp = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** Area code (no zeros) and subscriber, mobile or landline, with or without 55 and a leading 0. */
const national = /^0?(?:55)?[1-9][1-9](?:9[0-9]{8}|[2-5][0-9]{7})$/

/** Modulo 11: the value of a character is its ASCII code minus 48. */
function checkDigit(base: string, weights: number[]): string {
  let sum = 0
  for (const [i, weight] of weights.entries()) sum += (base.charCodeAt(i) - 48) * weight
  return String(sum % 11 < 2 ? 0 : 11 - (sum % 11))
}

function cpfIsRight(digits: string): boolean {
  if (/^(.)\1*$/.test(digits)) return false
  const first = checkDigit(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2])
  const second = checkDigit(digits, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2])
  return digits.endsWith(first + second)
}

function cnpjIsRight(characters: string): boolean {
  if (/^(.)\1*$/.test(characters)) return false
  const first = checkDigit(characters, [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2])
  const second = checkDigit(characters, [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2])
  return characters.endsWith(first + second)
}

function recognised(chaveTipo: NonNullable<ReferenceKey['chaveTipo']>, chave: string, text: string): ReferenceKey {
  return chave === text ? { chave, chaveTipo } : { chave, chaveTipo, warning: 'CHAVE_NOT_NORMALISED' }
}

/** Tells the kind of a key by its shape, then judges it; blanks around it are not DICT's form either. */
export function readKey(written: string): ReferenceKey {
  const text = written.trim()
  // Letters of ASCII only: folding the Kelvin sign or a long s would make another key.
  const lower = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
  const telephone = text.replace(/[\s().-]/g, '')
  const document = text.replace(/[\s./-]/g, '').replace(/[a-z]/g, (letter) => letter.toUpperCase())
  const wrongDigits = national.test(document) ? 'CHAVE_TELEFONE_WITHOUT_COUNTRY' : 'CHAVE_CHECK_DIGITS'
  if (text.includes('@')) {
    if (email.test(lower) && lower.length <= 77) return recognised('email', lower, written)
    return { chave: written, warning: 'CHAVE_EMAIL_INVALID' }
  }
  if (text.startsWith('+')) {
    if (/^\+[1-9][0-9]{2,15}$/.test(telephone)) return recognised('telefone', telephone, written)
    return { chave: written, warning: 'CHAVE_TELEFONE_INVALID' }
  }
  if (evp.test(lower)) return recognised('evp', lower, written)
  if (/^[0-9]{11}$/.test(document)) {
    if (cpfIsRight(document)) return recognised('cpf', document, written)
    return { chave: document, chaveTipo: 'cpf', warning: wrongDigits }
  }
  if (/^[0-9A-Z]{12}[0-9]{2}$/.test(document)) {
    if (cnpjIsRight(document)) return recognised('cnpj', document, written)
    return { chave: document, chaveTipo: 'cnpj', warning: wrongDigits }
  }
  if (/^[0-9a-f]{32}$/.test(lower)) return { chave: written, warning: 'CHAVE_EVP_WITHOUT_HYPHENS' }
  if (national.test(telephone)) return { chave: written, warning: 'CHAVE_TELEFONE_WITHOUT_COUNTRY' }
  return { chave: written, warning: 'CHAVE_UNKNOWN' }
}
