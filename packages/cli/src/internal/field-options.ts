/**
 * The fields of a code as options: `merchantName` is `--merchant-name`.
 *
 * @module
 */
import type { DynamicBrCode, RecurrenceBrCode, StaticBrCode } from '@pixkit/brcode'
import type { Option } from './parse-options.ts'

export type Field = Exclude<keyof StaticBrCode | keyof DynamicBrCode | keyof RecurrenceBrCode, 'kind'>

export interface FieldOption extends Option {
  readonly field: Field
}

export const FIELD_OPTIONS: Readonly<Record<string, FieldOption>> = {
  chave: { type: 'string', field: 'chave', value: 'argumentChave', text: 'optionChave' },
  'merchant-name': { type: 'string', field: 'merchantName', value: 'argumentName', text: 'optionMerchantName' },
  'merchant-city': { type: 'string', field: 'merchantCity', value: 'argumentCity', text: 'optionMerchantCity' },
  'transaction-amount': { type: 'string', field: 'transactionAmount', value: '10.00', text: 'optionTransactionAmount' },
  txid: { type: 'string', field: 'txid', value: 'TXID', text: 'optionTxid' },
  'info-adicional': { type: 'string', field: 'infoAdicional', value: 'argumentMessage', text: 'optionInfoAdicional' },
  fss: { type: 'string', field: 'fss', value: 'ISPB', text: 'optionFss' },
  location: { type: 'string', field: 'location', value: 'URL', text: 'optionLocation' },
  'location-rec': { type: 'string', field: 'locationRec', value: 'URL', text: 'optionLocationRec' },
  'postal-code': { type: 'string', field: 'postalCode', value: 'CEP', text: 'optionPostalCode' },
  'merchant-category-code': {
    type: 'string',
    field: 'merchantCategoryCode',
    value: 'MCC',
    text: 'optionMerchantCategoryCode',
  },
  'point-of-initiation-method': {
    type: 'string',
    field: 'pointOfInitiationMethod',
    value: '11|12',
    text: 'optionPointOfInitiationMethod',
  },
}

/** Name of the option of a field; the field itself when it has none. */
export function optionOf(field: string): string {
  return Object.entries(FIELD_OPTIONS).find(([, option]) => option.field === field)?.[0] ?? field
}

/** The option of a field as it is typed; the field itself when it has none. */
export function flagOf(field: string): string {
  const option = optionOf(field)
  return Object.hasOwn(FIELD_OPTIONS, option) ? `--${option}` : field
}
