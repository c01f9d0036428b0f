/**
 * @module The OpenAPI document of API Pix, where `PIXKIT_OPENAPI` says that it is. It is not part of this repository.
 *
 * Schemas are read in the only way that makes sense of them all: members of every branch of `allOf`, `oneOf` and `anyOf` belong to the object,
 * and required is what every branch requires.
 */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

export const openapiPath: string | undefined = process.env['PIXKIT_OPENAPI']

if (openapiPath === undefined) {
  console.warn(
    'skipped: nothing is compared with the OpenAPI document of API Pix, because PIXKIT_OPENAPI does not say where it is',
  )
}

type Json = Record<string, unknown>

/** A schema with all references followed. */
export interface Node {
  readonly type: 'object' | 'array' | 'leaf'
  readonly members: Readonly<Record<string, Node>>
  readonly required: ReadonlySet<string>
  readonly items?: Node | undefined
  readonly maxItems?: number | undefined
  readonly maxLength?: number | undefined
  readonly minimum?: number | undefined
  readonly maximum?: number | undefined
  readonly pattern?: string | undefined
  readonly values?: readonly string[] | undefined
}

export interface OpenapiOperation {
  readonly method: string
  readonly path: string
  readonly scope: string
  readonly success: readonly number[]
  readonly query: Readonly<Record<string, boolean>>
  readonly request: Node | undefined
  readonly response: Node | undefined
}

type Examples = readonly (readonly [name: string, value: unknown])[]

export class Openapi {
  readonly #root: Json

  constructor(path: string) {
    this.#root = parse(readFileSync(path, 'utf8')) as Json
  }

  /** Those that need a token. */
  operations(): OpenapiOperation[] {
    return Object.entries(this.#root['paths'] as Record<string, Record<string, Json>>).flatMap(([path, item]) =>
      Object.entries(item).flatMap(([method, operation]) => {
        const security = (operation['security'] ?? []) as { OAuth2?: string[] }[]
        const [scope] = security.flatMap(({ OAuth2 = [] }) => OAuth2)
        if (scope === undefined) return []
        const success = Object.keys(operation['responses'] as Json).filter((status) => status.startsWith('2'))
        const parameters = ((operation['parameters'] ?? []) as Json[])
          .map((parameter) => this.#follow(parameter) as Json)
          .filter((parameter) => parameter['in'] === 'query')
        const { request, response } = this.#bodies(operation, success)
        return [
          {
            method: method.toUpperCase(),
            path,
            scope,
            success: success.map(Number),
            query: Object.fromEntries(parameters.map(({ name, required }) => [name as string, required === true])),
            request: request?.schema,
            response: response?.schema,
          },
        ]
      }),
    )
  }

  examples(method: string, path: string): { readonly request: Examples; readonly response: Examples } {
    const operation = this.#at(['paths', path, method.toLowerCase()])
    const success = Object.keys(operation['responses'] as Json).filter((status) => status.startsWith('2'))
    const { request, response } = this.#bodies(operation, success)
    return { request: request?.examples ?? [], response: response?.examples ?? [] }
  }

  #bodies(operation: Json, [success = '']: readonly string[]) {
    const responses = operation['responses'] as Json
    return {
      request: this.#content(this.#follow(operation['requestBody'])),
      response: this.#content(this.#follow(responses[success])),
    }
  }

  #content(body: Json | undefined) {
    const content = Object.values((body?.['content'] ?? {}) as Record<string, Json>)[0]
    if (content === undefined) return undefined
    const examples = Object.values((content['examples'] ?? {}) as Record<string, Json>)
    return {
      schema: this.#node(content['schema'] as Json),
      examples: examples.map((example) => {
        const { $ref } = example as { $ref: string }
        return [$ref.split('/').at(-1) ?? '', this.#value(this.#follow(example)?.['value'])] as const
      }),
    }
  }

  /** Examples refer to each other in places where values stand, some to the example and some to its value; one `allOf` is all of it. */
  #value(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((item) => this.#value(item))
    if (typeof value !== 'object' || value === null) return value
    const { $ref, allOf, ...own } = value as { $ref?: string; allOf?: unknown[] }
    if ($ref !== undefined) {
      const found = this.#follow({ $ref })
      const isExample = $ref.split('/').at(-2) === 'examples'
      return this.#value(isExample ? found?.['value'] : found)
    }
    const members = Object.entries(own).map(([name, member]) => [name, this.#value(member)] as const)
    return Object.assign({}, ...(allOf ?? []).map((part) => this.#value(part) as object), Object.fromEntries(members))
  }

  #node(schema: Json): Node {
    const {
      allOf = [],
      oneOf,
      anyOf,
      ...own
    } = this.#follow(schema) as Json & {
      allOf?: Json[]
      oneOf?: Json[]
      anyOf?: Json[]
    }
    const branches = [oneOf, anyOf].filter((found) => found !== undefined)
    // An `anyOf` on a text (PixAutomatico.valor) can mean nothing.
    const alternatives = own['type'] === 'string' ? [] : branches.map((found) => found.map((each) => this.#node(each)))
    const parts = [this.#own(own), ...allOf.map((part) => this.#node(part))]
    return [...parts, ...alternatives.map(either)].reduce(both)
  }

  #own(schema: Json): Node {
    const {
      properties = {},
      required = [],
      items,
      enum: values,
      ...rest
    } = schema as {
      properties?: Record<string, Json>
      required?: string[]
      items?: Json
      enum?: string[]
    } & Json
    const entries = Object.entries(properties).map(([name, member]) => [name, this.#node(member)] as const)
    return {
      type: items !== undefined ? 'array' : entries.length > 0 || rest['type'] === 'object' ? 'object' : 'leaf',
      members: Object.fromEntries(entries),
      required: new Set(required),
      ...(items === undefined ? {} : { items: this.#node(items) }),
      ...pick(rest, ['maxItems', 'maxLength', 'minimum', 'maximum', 'pattern']),
      ...(values === undefined ? {} : { values }),
    }
  }

  #follow(value: unknown): Json | undefined {
    const { $ref } = (value ?? {}) as { $ref?: string }
    return $ref === undefined ? (value as Json | undefined) : this.#follow(this.#at($ref.slice(2).split('/')))
  }

  #at(path: readonly string[]): Json {
    return path.reduce<Json>((found, name) => found[name] as Json, this.#root)
  }
}

function pick(from: Json, names: readonly string[]): Json {
  return Object.fromEntries(names.filter((name) => name in from).map((name) => [name, from[name]]))
}

const both = (left: Node, right: Node): Node => merge(left, right, new Set([...left.required, ...right.required]))

const either = (nodes: readonly Node[]): Node =>
  nodes.reduce((left, right) =>
    merge(left, right, new Set([...left.required].filter((name) => right.required.has(name)))),
  )

function merge(left: Node, right: Node, required: ReadonlySet<string>): Node {
  const members: Record<string, Node> = { ...left.members }
  for (const [name, member] of Object.entries(right.members)) {
    const known = members[name]
    members[name] = known === undefined ? member : both(known, member)
  }
  const type = [left.type, right.type].includes('array')
    ? 'array'
    : [left.type, right.type].includes('object')
      ? 'object'
      : 'leaf'
  return { ...left, ...right, type, members, required }
}
