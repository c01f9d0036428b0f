/**
 * Objects of requests and answers, and rules between their members.
 *
 * Requests are closed: a member that no schema names is an issue. Answers are open: it passes.
 *
 * @module
 */
import type { Params, Path } from '@pixkit/core/issue'
import * as v from 'valibot'
import type { RequestReason, ShapeReason } from '../../codes.ts'
import { isMembers, type Members } from '../members.ts'
import { type Found, isEnough, type SchemaConfig, take } from './collect.ts'

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

/** A member that may be absent, or undefined. */
export function optional<Value>(schema: Schema<Value>): OptionalSchema<Value> {
  return v.optional(schema)
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
function withRules<Value>(schema: Schema<Value>, ...rules: readonly Rule[]): Schema<Value> {
  if (rules.length === 0) return schema
  return v.pipe(
    schema,
    v.rawCheck<Value>(({ dataset, addIssue }) => {
      const { value } = dataset as { readonly value: unknown }
      if (!isMembers(value)) return
      const report: Report = (reason, path, params = {}) => {
        if (isEnough(dataset)) return
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
  const base = {
    ...v.looseObject(
      entries as unknown as v.ObjectEntries,
      ({ input }) => (input === undefined ? 'missing' : 'type') satisfies ShapeReason,
    ),
    requirement: 'object',
  }
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
        if (isEnough(found)) break
        const entry = schemas[index] as Schema<unknown> & { readonly type: string }
        const value = input[name]
        if (value === undefined && entry.type === 'optional') continue
        const member = entry['~run']({ value }, config)
        if (member.issues !== undefined) take(found, member, { type: 'object', input, key: name, value })
      }
      if (isClosed && !(config as SchemaConfig).allowsUnknownMembers) {
        for (const key of Object.keys(input)) {
          if (known.has(key) || input[key] === undefined) continue
          if (isEnough(found)) break
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

type Issued = v.OutputDataset<{ [name: string]: unknown }, v.LooseObjectIssue>
