/**
 * Members that many requests and answers have.
 *
 * A schema looks and changes nothing: what comes out is what came in. The message of every issue is a reason of `BACEN_REQUEST` or
 * `BACEN_RESPONSE`.
 *
 * @module
 */
import { isDate, isDateTime } from '@pixkit/core/dates'
import { isIspb } from '@pixkit/core/ispb'
import { isTxid } from '@pixkit/core/txid'
import * as v from 'valibot'
import type { ShapeReason } from '../../codes.ts'
import type { Aberto } from '../types/shared.ts'
import { VALOR } from '../valor.ts'
import type { Schema } from './object.ts'

const CPF = /^\d{11}$/
const CNPJ = /^[0-9A-Z]{14}$/
const ID_29 = /^[a-zA-Z0-9]{29}$/
const ID_35 = /^[a-zA-Z0-9]{1,35}$/
const INT32_MAX = 2_147_483_647

/**
 * A text in one check: a pipe of two takes twice as long, and a charge has twenty texts.
 *
 * @param form - What is wanted, in the same words in every language: a pattern, or a number.
 */
function matching(
  reason: ShapeReason,
  accepts: (text: string) => boolean,
  form?: string,
  type: string = 'string',
): Schema<string> {
  return telling(
    v.custom<string>(
      (value) => typeof value === 'string' && accepts(value),
      ({ input }) => (input === undefined ? 'missing' : typeof input === 'string' ? reason : 'type'),
    ),
    type,
    form,
  )
}

/** A schema that says what it wants; issues repeat the type, in the words of JSON Schema, in `requirement` and the form in `expected`. */
export function telling<Action extends object>(action: Action, type: string, form?: string): Action {
  return { ...action, requirement: type, expects: form ?? null }
}

/**
 * Any text. Of answers the types are looked at, and the form of money, days and instants, which programs calculate with: nobody can do anything
 * about a name that is too long, and identifiers are only handed on.
 */
export const anyText: Schema<string> = /* @__PURE__ */ matching('type', () => true)

/** A text of up to `max` characters; lengths count code points, as those of JSON Schema do. */
export function text(max: number): Schema<string> {
  return matching('too-long', (value) => fits(value, max), `${max}`)
}

/** A whole number. */
export function integer(min: number = -INT32_MAX, max: number = INT32_MAX): Schema<number> {
  return telling(
    v.custom<number>(
      (value) => Number.isInteger(value) && (value as number) >= min && (value as number) <= max,
      ({ input }) =>
        (input === undefined ? 'missing' : Number.isInteger(input) ? 'range' : 'type') satisfies ShapeReason,
    ),
    'integer',
    `${min} to ${max}`,
  )
}

export const boolean: Schema<boolean> = /* @__PURE__ */ telling(
  v.custom<boolean>(
    (value) => typeof value === 'boolean',
    ({ input }) => (input === undefined ? 'missing' : 'type') satisfies ShapeReason,
  ),
  'boolean',
)

/** One of these, and nothing else. */
export function oneOf<const Value extends string | number>(...values: Value[]): Schema<Value> {
  return telling(
    v.picklist(values, ({ input }) => {
      if (input === undefined) return 'missing'
      return (typeof input === typeof values[0] ? 'enum' : 'type') satisfies ShapeReason
    }),
    typeof values[0] === 'number' ? 'integer' : 'string',
    values.join(', '),
  ) as Schema<Value>
}

/** An enumeration of an answer: any text, and the values that are known so far in `options`. */
export function aberto<const Known extends string>(
  ...options: Known[]
): Schema<Aberto<Known>> & { readonly options: readonly Known[] } {
  return { ...anyText, options } as unknown as Schema<Aberto<Known>> & { readonly options: readonly Known[] }
}

/** Whether a text has at most `max` code points. */
function fits(value: string, max: number): boolean {
  return value.length <= max || (value.length <= 2 * max && Array.from(value).length <= max)
}

export const valor: Schema<string> = /* @__PURE__ */ matching(
  'valor',
  (value) => VALOR.test(value),
  '[0-9]{1,10}.[0-9]{2}',
)
/** A day, `YYYY-MM-DD`. */
export const data: Schema<string> = /* @__PURE__ */ matching('date', isDate, undefined, 'string YYYY-MM-DD')
/** An instant of RFC 3339. */
export const instante: Schema<string> = /* @__PURE__ */ matching('date-time', isDateTime, undefined, 'string RFC 3339')
/** Of a charge. */
export const txid: Schema<string> = /* @__PURE__ */ matching('format', isTxid, '[a-zA-Z0-9]{26,35}')
/** Of a payment: those of static codes are shorter. */
export const txidPix: Schema<string> = /* @__PURE__ */ matching(
  'format',
  (value) => ID_35.test(value),
  '[a-zA-Z0-9]{1,35}',
)
export const idRec: Schema<string> = /* @__PURE__ */ matching('format', (value) => ID_29.test(value), '[a-zA-Z0-9]{29}')
export const cpf: Schema<string> = /* @__PURE__ */ matching('format', (value) => CPF.test(value), '[0-9]{11}')
export const cnpj: Schema<string> = /* @__PURE__ */ matching('format', (value) => CNPJ.test(value), '[0-9A-Z]{14}')
export const ispb: Schema<string> = /* @__PURE__ */ matching('format', isIspb, '[0-9A-Z]{8}')
/** Key of DICT; whether it is one is warned of, not refused. */
export const chave: Schema<string> = /* @__PURE__ */ matching(
  'format',
  (value) => value !== '' && fits(value, 77),
  '.{1,77}',
)
/** Id of a location: int64, of which JavaScript keeps 53 bits. */
export const locationId: Schema<number> = /* @__PURE__ */ integer(0, Number.MAX_SAFE_INTEGER)
