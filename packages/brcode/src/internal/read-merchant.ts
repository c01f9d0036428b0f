/**
 * The root objects that every kind of code has: 01, 52, 53, 58, 59, 60, 61.
 *
 * @module
 */
import type { Tlv } from '@pixkit/emv/tlv'
import type { Merchant } from '../types.ts'
import type { Frame } from './frame.ts'
import { checkText, MAX_LENGTH } from './check-text.ts'
import { addError, addWarning, type BrCodeIssue, findObject, valueOffset } from './issues.ts'

export const BRL = '986'
export const COUNTRY = 'BR'
export const CATEGORY: RegExp = /^\d{4}$/
export const CATEGORY_RANGE = '0000 … 9999'
/** Category not informed. */
export const NO_CATEGORY = '0000'

/**
 * Reads the merchant and reports what readers must refuse (another currency) or live with (the rest).
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, section 2.6.3 (table); EMVCo MPM 1.1, section 4.7.
 */
export function readMerchant(frame: Frame, issues: BrCodeIssue[]): Merchant {
  const { tree } = frame
  const initiation = findObject(tree, '01')
  const category = required('52', frame, issues)
  const currency = findObject(tree, '53')
  const country = required('58', frame, issues)
  const name = required('59', frame, issues)
  const city = required('60', frame, issues)
  const postalCode = findObject(tree, '61')

  if (currency === undefined ? frame.wellFormed : currency.value !== BRL) {
    const offset = currency === undefined ? frame.end : valueOffset(currency)
    addError(issues, 'BRCODE_CURRENCY', ['53'], offset, { expected: BRL })
  }
  const method = initiation?.value
  const known = method === '11' || method === '12'
  if (initiation !== undefined && !known) unexpected('01', initiation, '11, 12', issues)
  const categoryCode = category?.value
  const categoryKnown = categoryCode !== undefined && CATEGORY.test(categoryCode)
  if (category !== undefined && !categoryKnown) unexpected('52', category, CATEGORY_RANGE, issues)
  if (country !== undefined && country.value !== COUNTRY) unexpected('58', country, COUNTRY, issues)
  checkText(['59'], name, MAX_LENGTH.merchantName, frame, issues)
  checkText(['60'], city, MAX_LENGTH.merchantCity, frame, issues)
  checkText(['61'], postalCode, MAX_LENGTH.postalCode, frame, issues)

  return {
    merchantName: name?.value ?? '',
    merchantCity: city?.value ?? '',
    ...(postalCode?.value !== undefined && { postalCode: postalCode.value }),
    ...(categoryKnown && categoryCode !== NO_CATEGORY && { merchantCategoryCode: categoryCode }),
    ...(known && { pointOfInitiationMethod: method }),
  }
}

function required(id: string, frame: Frame, issues: BrCodeIssue[]): Tlv | undefined {
  const object = findObject(frame.tree, id)
  if (object === undefined && frame.wellFormed) addWarning(issues, 'BRCODE_FIELD_MISSING', [id], frame.end)
  return object
}

function unexpected(id: string, object: Tlv, expected: string, issues: BrCodeIssue[]): void {
  addWarning(issues, 'BRCODE_FIELD_FORMAT', [id], valueOffset(object), { expected })
}
