/**
 * The objects of a Pix code, in the order of the writer: the one table that is read by and written by.
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, sections 2.5 to 2.8 (tables); EMVCo MPM 1.1 (second-hand) (formats and
 *   lengths).
 *
 * @module
 */
import { joinObject } from '@pixkit/emv/tlv'
import { checkAmount, checkChave, checkFss, checkLocation, checkTxid, TXID_MAX } from './checks.ts'
import type { ObjectRule } from './judge.ts'
import { GUI } from './pix-templates.ts'

/** Leaves only the fallback. */
const NOTHING_ELSE = /^$/

let table: readonly ObjectRule[] | undefined

/** The table, made when it is first asked for. */
export function objectRules(): readonly ObjectRule[] {
  table ??= [
    rule('00', { fallback: '01' }),
    rule('01', { field: 'pointOfInitiationMethod', format: /^1[12]$/, expected: '11, 12' }),
    rule('26', {
      template: 'payment',
      children: [
        rule('00', { fallback: GUI }),
        rule('01', { field: 'chave', kind: 'static', check: checkChave }),
        rule('02', { field: 'infoAdicional', kind: 'static', text: true }),
        rule('03', { field: 'fss', check: checkFss }),
        rule('25', { field: 'location', kind: 'dynamic', check: checkLocation }),
      ],
    }),
    rule('52', {
      field: 'merchantCategoryCode',
      required: true,
      fallback: '0000',
      format: /^\d{4}$/,
      expected: '0000–9999',
    }),
    rule('53', {
      required: true,
      fallback: '986',
      format: NOTHING_ELSE,
      expected: '986',
      refusal: 'BRCODE_CURRENCY',
    }),
    rule('54', { field: 'transactionAmount', kind: 'static', check: checkAmount }),
    rule('58', { required: true, fallback: 'BR', format: NOTHING_ELSE, expected: 'BR' }),
    rule('59', { field: 'merchantName', required: true, text: true, max: 25 }),
    rule('60', { field: 'merchantCity', required: true, text: true, max: 15 }),
    rule('61', { field: 'postalCode', text: true, max: 10 }),
    rule('62', {
      required: true,
      children: [
        rule('05', {
          field: 'txid',
          kind: 'static',
          required: true,
          fallback: '***',
          max: TXID_MAX,
          check: checkTxid,
        }),
      ],
    }),
    rule('80', {
      template: 'recurrence',
      children: [rule('00', { fallback: GUI }), rule('25', { field: 'locationRec', check: checkLocation })],
    }),
  ]
  return table
}

/** Gives every rule the same properties in the same order, which makes reading them several times faster. */
function rule(id: string, given: Omit<ObjectRule, 'fixed' | 'id' | 'number'>): ObjectRule {
  const { field, kind, required, fallback, text, max, format, expected, refusal, check, template, children } = given
  const fixed = field || !fallback ? undefined : joinObject(id, fallback.length, fallback)
  const number = Number(id)
  return {
    id,
    number,
    field,
    kind,
    required,
    fallback,
    fixed,
    text,
    max,
    format,
    expected,
    refusal,
    check,
    template,
    children,
  }
}
