/** @module The facts of API Pix that `vectors/api-pix/operations.json` holds, and the same out of the OpenAPI document. */
import { readFileSync } from 'node:fs'
import type { Node, Openapi } from './openapi.ts'

/** What is said of a member; where nothing is, it is a text, a number or a boolean of any kind. */
interface Fact {
  readonly type?: 'object' | 'array'
  readonly required?: true
  /** Required, though no schema names it. */
  readonly declared?: false
  readonly maxItems?: number | undefined
  readonly maxLength?: number | undefined
  readonly minimum?: number | undefined
  readonly maximum?: number | undefined
  readonly pattern?: string | undefined
  readonly values?: readonly string[] | undefined
}

/** Of every member, by its path: `cobsv.[].valor.original`. */
type Facts = Readonly<Record<string, Fact>>

export interface ApiPixOperation {
  readonly method: string
  readonly path: string
  readonly scope: string
  readonly success: readonly number[]
  /** Names of parameters, and whether they must be there. */
  readonly query: Readonly<Record<string, boolean>>
  readonly request?: Facts
  readonly response?: Facts
}

const file = new URL('../../vectors/api-pix/operations.json', import.meta.url)

export const apiPix: readonly ApiPixOperation[] = (
  JSON.parse(readFileSync(file, 'utf8')) as { operations: ApiPixOperation[] }
).operations

/** The same of the document. */
export function factsOf(openapi: Openapi): ApiPixOperation[] {
  return openapi.operations().map(({ request, response, ...operation }) => ({
    ...operation,
    ...(request === undefined ? {} : { request: Object.fromEntries(membersOf(request)) }),
    ...(response === undefined ? {} : { response: Object.fromEntries(membersOf(response)) }),
  }))
}

function* membersOf(node: Node, prefix = ''): Generator<[path: string, fact: Fact]> {
  const { members, required, items } = node
  for (const [name, member] of Object.entries(members)) {
    yield [prefix + name, { ...factOf(member), ...(required.has(name) ? { required: true } : {}) }]
    yield* membersOf(member, `${prefix}${name}.`)
  }
  for (const name of required) if (!(name in members)) yield [prefix + name, { required: true, declared: false }]
  if (items === undefined) return
  yield [`${prefix}[]`, factOf(items)]
  yield* membersOf(items, `${prefix}[].`)
}

function factOf({ type, members: _members, required: _required, items: _items, ...limits }: Node): Fact {
  return { ...(type === 'leaf' ? {} : { type }), ...limits }
}

/** Facts as a tree. */
export function nodeOf(facts: Facts, path = '', fact: Fact = { type: 'object' }): Node {
  const { type = 'leaf', required: _required, declared: _declared, ...limits } = fact
  const prefix = path === '' ? '' : `${path}.`
  const own = Object.entries(facts).filter(
    ([name]) => name.startsWith(prefix) && name !== path && !name.slice(prefix.length).includes('.'),
  )
  const names = own.map(([name, found]) => [name.slice(prefix.length), found] as const)
  const items = names.find(([name]) => name === '[]')?.[1]
  const members = names.filter(([name, { declared }]) => name !== '[]' && declared !== false)
  return {
    type,
    ...limits,
    members: Object.fromEntries(members.map(([name, found]) => [name, nodeOf(facts, prefix + name, found)])),
    required: new Set(names.filter(([, { required }]) => required === true).map(([name]) => name)),
    ...(items === undefined ? {} : { items: nodeOf(facts, `${prefix}[]`, items) }),
  }
}
