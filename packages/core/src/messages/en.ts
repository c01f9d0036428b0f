/**
 * English sentences for the codes of `@pixkit/core`: what is wrong, and what to do.
 *
 * @module
 */
import type { ChaveErrorCode } from '../inspect-chave.ts'
import type { CoreErrorCode } from '../codes.ts'
import type { Messages } from '../issue.ts'

export const chaveMessages: Messages<ChaveErrorCode> = {
  CHAVE_CHECK_DIGITS: 'wrong check digits for a {tipo}',
  CHAVE_EMAIL_INVALID: 'not an e-mail address that DICT admits, at most {max} characters without accents',
  CHAVE_EVP_WITHOUT_HYPHENS: 'random key without its hyphens',
  CHAVE_NOT_NORMALISED: 'key with punctuation, spaces or the wrong letter case',
  CHAVE_TELEFONE_INVALID: 'not a telephone in international form',
  CHAVE_TELEFONE_WITHOUT_COUNTRY: 'telephone without its country code',
  CHAVE_UNKNOWN: 'not a CPF, CNPJ, telephone, e-mail or random key',
}

export const messages: Messages<CoreErrorCode> = /* @__PURE__ */ Object.assign(
  {
    DATE_FORMAT: 'not a day of the calendar, written YYYY-MM-DD',
    ID_FORMAT: '"{id}" must be {length} letters and digits',
    ID_LAYOUT: '"{id}" does not have the layout of the norm',
    ISPB_FORMAT: '"ispb" must be eight digits or upper-case letters',
    TXID_LENGTH: '"length" must be an integer from {min} to {max}',
    VALOR_CENTAVOS_INVALID: 'centavos must be an integer from 0 to 999999999999',
    VALOR_FORMAT: 'amount must be one to ten digits, a dot and two digits, without leading zeros',
    YEAR_RANGE: '"year" must be an integer from 1 to 9999',
  },
  chaveMessages,
)

export const chaveRemedies: Messages<ChaveErrorCode> = {
  CHAVE_CHECK_DIGITS: 'Compare the number with the original; a digit was mistyped, left out or swapped.',
  CHAVE_EMAIL_INVALID: 'Use the address exactly as it was registered as a key.',
  CHAVE_EVP_WITHOUT_HYPHENS: 'Write it in groups of 8-4-4-4-12, as the bank shows it.',
  CHAVE_NOT_NORMALISED:
    'Write it as DICT does: CPF and CNPJ without punctuation, telephones with +55, e-mail and random keys in lower case.',
  CHAVE_TELEFONE_INVALID: 'Write + and the country code, then the number: +5561912345678.',
  CHAVE_TELEFONE_WITHOUT_COUNTRY: 'Write +55 in front: eleven digits alone are read as a CPF.',
  CHAVE_UNKNOWN: 'Ask the receiver for the key as the bank shows it.',
}

export const remedies: Messages<CoreErrorCode> = /* @__PURE__ */ Object.assign(
  {
    DATE_FORMAT: 'Write the day as 2026-11-20; local holidays of each year as 01-25.',
    ID_FORMAT: 'Copy the identifier whole; letter case matters.',
    ID_LAYOUT: 'Nothing to do unless you made it: prefix, ISPB, date and eleven characters.',
    ISPB_FORMAT: 'Look the institution up in the list of participants of Pix.',
    TXID_LENGTH: 'Leave it out for 32 characters.',
    VALOR_CENTAVOS_INVALID: 'Round to whole centavos before calling.',
    VALOR_FORMAT: 'Write 10.00, not 10, 10,00 or 1e1.',
    YEAR_RANGE: 'Write the year with four digits, such as 2026.',
  },
  chaveRemedies,
)
