/** @module What the OpenAPI document of API Pix says of answers, with ajv. */
import { Ajv, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { REPAIRS, type Schema } from './openapi-repairs.ts'

export interface Answers {
  /** Every operation of the document, `PUT /cob/{txid}`. */
  readonly operations: readonly string[]
  /** Statuses that the document declares for an operation. */
  statusesOf(operation: string): readonly number[]
  /** What is wrong with an answer; nothing when all is well, or when the document says nothing of its body. */
  faults(operation: string, status: number, body: unknown): readonly string[]
  /** As `faults`, by the name of a schema. */
  schemaFaults(schema: string, body: unknown): readonly string[]
  /** Places that each repair changed. */
  readonly repaired: readonly number[]
}

interface Response {
  readonly $ref?: string
  readonly content?: Readonly<Record<string, unknown>>
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses: Record<string, Response> }>>>>
  readonly components: { readonly schemas: Record<string, Schema>; readonly responses: Record<string, Response> }
}

export function readAnswers(file: string): Answers {
  const document = parse(readFileSync(file, 'utf8')) as Document
  const { paths, components } = document
  const repaired = REPAIRS.map(({ apply }) => apply(components.schemas))
  const ajv = new Ajv({ strict: false, allErrors: true })
  formats.default(ajv)
  ajv.addSchema({ ...document, $id: 'api-pix' })

  const compiled = new Map<string, ValidateFunction>()
  const check = (pointer: string, body: unknown): readonly string[] => {
    const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `api-pix#${pointer}` })
    compiled.set(pointer, validate)
    if (validate(body)) return []
    return (validate.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath}: ${message}`)
  }
  const responsesOf = (operation: string): Record<string, Response> => {
    const [method = '', path = ''] = operation.split(' ')
    return paths[path]?.[method.toLowerCase()]?.responses ?? {}
  }

  return {
    operations: Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item)
        .filter((method) => method !== 'parameters')
        .map((method) => `${method.toUpperCase()} ${path}`),
    ),
    statusesOf: (operation) => Object.keys(responsesOf(operation)).map(Number),
    faults(operation, status, body) {
      const declared = responsesOf(operation)[status]
      const name = declared?.$ref?.split('/').at(-1)
      const response = name === undefined ? declared : components.responses[name]
      const [type] = Object.keys(response?.content ?? {})
      if (type === undefined) return []
      const [method = '', path = ''] = operation.split(' ')
      const from =
        name === undefined
          ? ['paths', path, method.toLowerCase(), 'responses', String(status)]
          : ['components', 'responses', name]
      return check(pointer([...from, 'content', type, 'schema']), body)
    },
    schemaFaults: (schema, body) => check(pointer(['components', 'schemas', schema]), body),
    repaired,
  }
}

/** @see RFC 6901, sections 3 and 6 */
function pointer(segments: readonly string[]): string {
  return segments
    .map((segment) => `/${encodeURIComponent(segment.replaceAll('~', '~0').replaceAll('/', '~1'))}`)
    .join('')
}
