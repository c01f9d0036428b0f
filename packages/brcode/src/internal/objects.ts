/**
 * The objects of a Pix code, in the order of the writer: the one table that is read by and written by.
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, sections 2.5 to 2.8 (tables); EMVCo MPM 1.1, section 4.7 (formats and
 *   lengths).
 *
 * @module
 */
import { checkAmount, checkChave, checkFss, checkLocation, checkTxid, TXID_MAX } from './checks.ts'
import type { ObjectRule } from './judge.ts'

export const GUI = 'br.gov.bcb.pix'
const GUI_RULE: ObjectRule = { id: '00', fallback: GUI }
const EVERY = 'static dynamic recurrence'
/** Leaves only the fallback. */
const NOTHING_ELSE = /^$/

export const OBJECTS: readonly ObjectRule[] = [
  { id: '00', fallback: '01' },
  { id: '01', field: 'pointOfInitiationMethod', format: /^1[12]$/, expected: '11, 12' },
  {
    id: '26',
    template: 'payment',
    children: [
      GUI_RULE,
      { id: '01', field: 'chave', kinds: 'static', check: checkChave },
      { id: '02', field: 'infoAdicional', kinds: 'static', text: true },
      { id: '03', field: 'fss', check: checkFss },
      { id: '25', field: 'location', kinds: 'dynamic', check: checkLocation },
    ],
  },
  { id: '52', field: 'merchantCategoryCode', required: EVERY, fallback: '0000', format: /^\d{4}$/, expected: '0000–9999' },
  { id: '53', required: EVERY, fallback: '986', format: NOTHING_ELSE, expected: '986', refusal: 'BRCODE_CURRENCY' },
  { id: '54', field: 'transactionAmount', kinds: 'static', check: checkAmount },
  { id: '58', required: EVERY, fallback: 'BR', format: NOTHING_ELSE, expected: 'BR' },
  { id: '59', field: 'merchantName', required: EVERY, text: true, max: 25 },
  { id: '60', field: 'merchantCity', required: EVERY, text: true, max: 15 },
  { id: '61', field: 'postalCode', text: true, max: 10 },
  {
    id: '62',
    required: EVERY,
    children: [
      { id: '05', field: 'txid', kinds: 'static', required: EVERY, fallback: '***', max: TXID_MAX, check: checkTxid },
    ],
  },
  {
    id: '80',
    template: 'recurrence',
    children: [GUI_RULE, { id: '25', field: 'locationRec', check: checkLocation }],
  },
]
