/**
 * Says what can be said of a Pix key (chave), without refusing any.
 *
 * @module
 */
import { assertString } from './error.ts'
import { hasCheckDigits } from './internal/check-digits.ts'
import type { Issue, Params } from './issue.ts'

export type ChaveErrorCode =
  | 'CHAVE_UNKNOWN'
  | 'CHAVE_CHECK_DIGITS'
  | 'CHAVE_EMAIL_INVALID'
  | 'CHAVE_EVP_WITHOUT_HYPHENS'
  | 'CHAVE_NOT_NORMALISED'
  | 'CHAVE_TELEFONE_INVALID'
  | 'CHAVE_TELEFONE_WITHOUT_COUNTRY'

/** CPF, CNPJ, telephone, e-mail, or EVP (*endereço virtual de pagamento*, the random key). */
export type ChaveTipo = 'cpf' | 'cnpj' | 'telefone' | 'email' | 'evp'

export interface InspectedChave {
  /** Kind by shape alone; `undefined` when the text has no shape that DICT knows. */
  readonly tipo?: ChaveTipo | undefined
  /** Normalised where the kind is known, the text as given otherwise. */
  readonly valor: string
  /** What is wrong, at most one: an `error`, or the warning `CHAVE_NOT_NORMALISED`. */
  readonly issue?: Issue<ChaveErrorCode> | undefined
}

const CPF = /^\d{11}$/
const CNPJ = /^[0-9A-Z]{12}\d{2}$/
const TELEFONE = /^\+[1-9]\d{2,15}$/
const TELEFONE_WITHOUT_COUNTRY = /^0?(?:55)?[1-9]{2}(?:9\d{8}|[2-5]\d{7})$/
const EMAIL =
  /^[a-z0-9.!#$'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/
const EMAIL_MAX_LENGTH = 77
const EVP = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const EVP_WITHOUT_HYPHENS = /^[0-9a-f]{32}$/
const NOT_ASCII = /[^\0-\x7f]/
const WHITE_SPACE = /\s/g
const DOCUMENT_PUNCTUATION = /[./-]/g
const TELEFONE_PUNCTUATION = /[().-]/g

/**
 * Looks at a key without refusing any: for readers, which must live with keys that fail their check digits.
 *
 * @param text - Key as found.
 * @returns Kind by shape, normalised value, and the issue where there is one (path `[]`).
 * @throws {TypeError} `text` is not a string.
 *
 * @example
 * ```ts
 * import { inspectChave } from '@pixkit/core/inspect-chave'
 *
 * const { tipo, issue } = inspectChave('12345678900')
 * tipo // 'cpf'
 * issue?.code // 'CHAVE_CHECK_DIGITS'
 * ```
 */
export function inspectChave(text: string): InspectedChave {
  assertString(text, 'text')
  if (EVP.test(text)) return { tipo: 'evp', valor: text }
  const trimmed = text.trim()
  const lower = trimmed.toLowerCase()
  const compact = trimmed.replace(WHITE_SPACE, '')
  // Lower case makes ASCII of some letters that are not, such as the Kelvin sign.
  const ascii = !NOT_ASCII.test(compact)
  if (lower.includes('@')) {
    const isEmail = ascii && lower.length <= EMAIL_MAX_LENGTH && EMAIL.test(lower)
    return isEmail ? known('email', lower, text) : faulty('CHAVE_EMAIL_INVALID', text, { max: EMAIL_MAX_LENGTH })
  }
  const telefone = compact.replace(TELEFONE_PUNCTUATION, '')
  if (telefone.startsWith('+')) {
    return TELEFONE.test(telefone) ? known('telefone', telefone, text) : faulty('CHAVE_TELEFONE_INVALID', text)
  }
  if (!ascii) return faulty('CHAVE_UNKNOWN', text)
  if (EVP.test(lower)) return known('evp', lower, text)
  const bare = compact.replace(DOCUMENT_PUNCTUATION, '').toUpperCase()
  const tipo = CPF.test(bare) ? 'cpf' : CNPJ.test(bare) ? 'cnpj' : undefined
  if (tipo && hasCheckDigits(bare, tipo === 'cpf' ? 10 : 8)) return known(tipo, bare, text)
  if (TELEFONE_WITHOUT_COUNTRY.test(telefone)) {
    return faulty('CHAVE_TELEFONE_WITHOUT_COUNTRY', tipo ? bare : text, {}, tipo)
  }
  if (tipo) return faulty('CHAVE_CHECK_DIGITS', bare, { tipo: tipo.toUpperCase() }, tipo)
  return faulty(EVP_WITHOUT_HYPHENS.test(lower) ? 'CHAVE_EVP_WITHOUT_HYPHENS' : 'CHAVE_UNKNOWN', text)
}

function known(tipo: ChaveTipo, valor: string, text: string): InspectedChave {
  if (valor === text) return { tipo, valor }
  return { tipo, valor, issue: { code: 'CHAVE_NOT_NORMALISED', severity: 'warning', path: [], params: {} } }
}

function faulty(code: ChaveErrorCode, valor: string, params: Params = {}, tipo?: ChaveTipo): InspectedChave {
  return { tipo, valor, issue: { code, severity: 'error', path: [], params } }
}
