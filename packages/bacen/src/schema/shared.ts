/**
 * What schemas of API Pix are made of.
 *
 * A schema looks and changes nothing: what comes out is what came in. Requests are closed (a member that no schema names is an
 * issue), answers are open (it passes). Every issue has a reason of `BACEN_REQUEST` or `BACEN_RESPONSE` for its message.
 *
 * @module
 */
import { centavosFromValor } from '@pixkit/core/valor'
import { isDate, isDateTime } from '@pixkit/core/dates'
import { isIspb } from '@pixkit/core/ispb'
import type { Params, Path } from '@pixkit/core/issue'
import { isDevolucaoId, isTxid } from '@pixkit/core/txid'
import * as v from 'valibot'
import type { RequestReason, ShapeReason } from '../codes.ts'
import type { Aberto } from '../types/shared.ts'

/** A schema whose output is `Value`. */
export type Schema<Value> = v.GenericSchema<unknown, Value>
export type OptionalSchema<Value> = v.OptionalSchema<Schema<Value>, undefined>

/**
 * The schemas of an interface's members, none forgotten: optional ones are {@link optional}.
 */
export type MembersOf<Shape> = {
  readonly [Name in keyof Shape]-?: undefined extends Shape[Name]
    ? OptionalSchema<Exclude<Shape[Name], undefined>>
    : Schema<Shape[Name]>
}

/** Members of an object, by name. */
export type Members = Record<string, unknown>

const VALOR = /^\d{1,10}\.\d{2}$/
const CPF = /^\d{11}$/
const CNPJ = /^[0-9A-Z]{14}$/
const ID_29 = /^[a-zA-Z0-9]{29}$/
const ID_32 = /^[a-zA-Z0-9]{32}$/
const ID_35 = /^[a-zA-Z0-9]{1,35}$/
const INT32_MAX = 2_147_483_647

/** Whether a value of JSON is an object, and neither `null` nor an array. */
export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * A text in one check: a pipe of two takes twice as long, and a charge has twenty texts.
 *
 * @param form - What is wanted, in the same words in every language: a pattern, or a number.
 */
export function matching(reason: ShapeReason, accepts: (text: string) => boolean, form?: string): Schema<string> {
  return telling(
    v.custom<string>(
      (value) => typeof value === 'string' && accepts(value),
      ({ input }) => (input === undefined ? 'missing' : typeof input === 'string' ? reason : 'type'),
    ),
    form,
  )
}

/** A schema that says what it wants; issues repeat it in `expected`. */
function telling<Action extends object>(action: Action, form: string | undefined): Action {
  return { ...action, expects: form ?? null }
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
    `${min} to ${max}`,
  )
}

export const boolean: Schema<boolean> = /* @__PURE__ */ v.custom<boolean>(
  (value) => typeof value === 'boolean',
  ({ input }) => (input === undefined ? 'missing' : 'type') satisfies ShapeReason,
)

/** One of these, and nothing else. */
export function oneOf<const Value extends string | number>(...values: Value[]): Schema<Value> {
  return {
    ...v.picklist(values, ({ input }) => {
      if (input === undefined) return 'missing'
      return (typeof input === typeof values[0] ? 'enum' : 'type') satisfies ShapeReason
    }),
    expects: values.join(', '),
  } as Schema<Value>
}

/** An enumeration of an answer: any text, and the values that are known so far in `options`. */
export function aberto<const Known extends string>(
  ...options: Known[]
): Schema<Aberto<Known>> & { readonly options: readonly Known[] } {
  return { ...anyText, options } as unknown as Schema<Aberto<Known>> & { readonly options: readonly Known[] }
}

/** A member that may be absent, or undefined. */
export function optional<Value>(schema: Schema<Value>): OptionalSchema<Value> {
  return v.optional(schema)
}

/** A list that is too long is not looked into, so that there is an end to what may be wrong with it. */
export function list<Item>(
  item: Schema<Item>,
  { min = 0, max }: { readonly min?: number | undefined; readonly max?: number | undefined } = {},
): Schema<readonly Item[]> {
  const array = v.custom<unknown[]>(
    Array.isArray,
    ({ input }) => (input === undefined ? 'missing' : 'type') satisfies ShapeReason,
  )
  const items = v.array(item, 'type' satisfies ShapeReason)
  if (max === undefined) return v.pipe(array, items)
  return v.pipe(
    array,
    telling(v.maxLength<unknown[], number, ShapeReason>(max, 'too-many'), `${max}`),
    items,
    telling(v.minLength<Item[], number, ShapeReason>(min, 'too-few'), `${min}`),
  )
}

/** An object of an answer: members that no schema names pass. */
export function open<Shape>(entries: MembersOf<Shape>): Schema<Shape> {
  return object(entries, false)
}

/** An object of a request: every member that no schema names is an issue. */
export function closed<Shape>(entries: MembersOf<Shape>, ...rules: readonly Rule[]): Schema<Shape> {
  return withRules(object(entries, true), ...rules)
}

/** What rules say of what they found; the path is relative to what the rule looks at. */
export type Report = (reason: RequestReason, path: Path, params?: Params) => void

/** A rule between members. It also sees what has other things wrong with it, so it trusts no type. */
export type Rule = (value: Members, report: Report) => void

/** Adds rules to a schema of an object. */
export function withRules<Value>(schema: Schema<Value>, ...rules: readonly Rule[]): Schema<Value> {
  if (rules.length === 0) return schema
  return v.pipe(
    schema,
    v.rawCheck<Value>(({ dataset, addIssue }) => {
      const { value } = dataset as { readonly value: unknown }
      if (!isMembers(value)) return
      const report: Report = (reason, path, params = {}) => {
        const items = path.map((key) => ({ type: 'unknown', origin: 'value', input: value, key, value: undefined }))
        addIssue({
          message: reason,
          expected: typeof params['form'] === 'string' ? params['form'] : '',
          input: undefined,
          ...(items.length === 0 ? {} : { path: items as unknown as [v.IssuePathItem, ...v.IssuePathItem[]] }),
        })
      }
      for (const rule of rules) rule(value, report)
    }),
  )
}

/**
 * As the objects of the library, but members are looked at where they are instead of being copied, and all unknown ones are told.
 */
function object<Shape>(entries: MembersOf<Shape>, isClosed: boolean): Schema<Shape> {
  const names = Object.keys(entries)
  const known = new Set(names)
  const schemas = Object.values(entries) as (Schema<unknown> & { readonly type: string })[]
  const base = v.looseObject(
    entries as unknown as v.ObjectEntries,
    ({ input }) => (input === undefined ? 'missing' : 'type') satisfies ShapeReason,
  )
  return v._standardSchema<typeof base>({
    ...base,
    '~run'(dataset, config) {
      const found = dataset as unknown as Found
      const input = dataset.value
      if (!isMembers(input)) {
        v._addIssue(base, 'type', found as Issued, config)
        return found as Issued
      }
      found.typed = true
      for (const [index, name] of names.entries()) {
        const entry = schemas[index] as Schema<unknown> & { readonly type: string }
        const value = input[name]
        if (value === undefined && entry.type === 'optional') continue
        const member = entry['~run']({ value }, config)
        if (member.issues !== undefined) {
          nest(member.issues, { type: 'object', origin: 'value', input, key: name, value })
          if (found.issues === undefined) found.issues = member.issues
          else found.issues.push(...member.issues)
        }
        if (!member.typed) found.typed = false
      }
      if (isClosed) {
        for (const key of Object.keys(input)) {
          if (known.has(key) || input[key] === undefined) continue
          v._addIssue(base, 'key', found as Issued, config, {
            input: undefined,
            expected: 'never',
            message: 'unknown-member' satisfies RequestReason,
            path: [{ type: 'object', origin: 'key', input, key, value: undefined }],
          })
        }
      }
      return found as Issued
    },
  }) as unknown as Schema<Shape>
}

/** Datasets of the library change their type on their way. */
interface Found {
  typed: boolean
  value: unknown
  issues: [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]] | undefined
}

type Issued = v.OutputDataset<{ [name: string]: unknown }, v.LooseObjectIssue>

function nest(issues: readonly v.BaseIssue<unknown>[], item: v.IssuePathItem): void {
  for (const issue of issues as readonly { path?: [v.IssuePathItem, ...v.IssuePathItem[]] | undefined }[]) {
    if (issue.path === undefined) issue.path = [item]
    else issue.path.unshift(item)
  }
}

/** Whether a text has at most `max` code points. */
export function fits(value: string, max: number): boolean {
  return value.length <= max || (value.length <= 2 * max && Array.from(value).length <= max)
}

/** Centavos of a decimal text with zeros in front or without; undefined for anything else. */
export function centavosOf(value: unknown): number | undefined {
  return typeof value === 'string' && VALOR.test(value) ? centavosFromValor(value.replace(/^0+(?=\d)/, '')) : undefined
}

/** Money, or a percentage: up to ten digits, a point, two digits. */
export const valor: Schema<string> = /* @__PURE__ */ matching(
  'valor',
  (value) => VALOR.test(value),
  '[0-9]{1,10}.[0-9]{2}',
)
/** A day, `YYYY-MM-DD`. */
export const data: Schema<string> = /* @__PURE__ */ matching('date', isDate, 'YYYY-MM-DD')
/** An instant of RFC 3339. */
export const instante: Schema<string> = /* @__PURE__ */ matching('date-time', isDateTime, 'RFC 3339')
/** Of a charge. */
export const txid: Schema<string> = /* @__PURE__ */ matching('format', isTxid, '[a-zA-Z0-9]{26,35}')
/** Of a payment: those of static codes are shorter. */
export const txidPix: Schema<string> = /* @__PURE__ */ matching(
  'format',
  (value) => ID_35.test(value),
  '[a-zA-Z0-9]{1,35}',
)
export const endToEndId: Schema<string> = /* @__PURE__ */ matching(
  'format',
  (value) => ID_32.test(value),
  '[a-zA-Z0-9]{32}',
)
export const rtrId: Schema<string> = endToEndId
export const devolucaoId: Schema<string> = /* @__PURE__ */ matching('format', isDevolucaoId, '[a-zA-Z0-9]{1,35}')
export const idRec: Schema<string> = /* @__PURE__ */ matching('format', (value) => ID_29.test(value), '[a-zA-Z0-9]{29}')
export const idSolicRec: Schema<string> = idRec
export const cpf: Schema<string> = /* @__PURE__ */ matching('format', (value) => CPF.test(value), '[0-9]{11}')
export const cnpj: Schema<string> = /* @__PURE__ */ matching('format', (value) => CNPJ.test(value), '[0-9A-Z]{14}')
export const ispb: Schema<string> = /* @__PURE__ */ matching('format', isIspb, '[0-9A-Z]{8}')
/** Key of DICT; whether it is one is warned of, not refused. */
export const chave: Schema<string> = /* @__PURE__ */ matching(
  'format',
  (value) => value !== '' && fits(value, 77),
  '.{1,77}',
)
/**
 * Address of a webhook. The norm takes any URI and says that banks call over mTLS, so http is refused but for a name of the machine itself, where
 * a sandbox may call (choice of pixkit).
 */
export const webhookUrl: Schema<string> = /* @__PURE__ */ v.custom<string>(
  (value) => typeof value === 'string' && urlReason(value) === undefined,
  ({ input }) => {
    if (input === undefined) return 'missing'
    return typeof input === 'string' ? (urlReason(input) ?? 'url') : 'type'
  },
)

function urlReason(text: string): 'url' | 'url-not-https' | undefined {
  const url = urlOf(text)
  if (url === undefined) return 'url'
  if (url.protocol === 'https:') return undefined
  return url.protocol === 'http:' && isLoopback(url.hostname) ? undefined : 'url-not-https'
}

function urlOf(text: string): URL | undefined {
  if (!URL_START.test(text)) return undefined
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}

const URL_START = /^[a-z][a-z0-9+.-]*:\/\/[^\s]+$/i

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname)
}

/** Id of a location: int64, of which JavaScript keeps 53 bits. */
export const locationId: Schema<number> = /* @__PURE__ */ integer(0, Number.MAX_SAFE_INTEGER)
