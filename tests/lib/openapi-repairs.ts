/**
 * @module How the OpenAPI document of API Pix 2.9.0 has to be changed before any answer can be valid by it.
 *
 * Nothing is made laxer than the document means: schemas that no value satisfies, names that are required and declared nowhere, patterns that are
 * no patterns. Patterns are anchored, which is stricter.
 */

export type Schema = Record<string, unknown>
type Schemas = Readonly<Record<string, Schema>>

interface Repair {
  /** What is wrong. */
  readonly why: string
  /** @returns How many places it changed: a repair that changes none is no longer needed. */
  readonly apply: (schemas: Schemas) => number
}

export const REPAIRS: readonly Repair[] = [
  {
    why: 'patterns are literals of JavaScript, whose slashes would be part of the text',
    apply: (schemas) => changePatterns(schemas, (pattern) => /^\/(.*)\/$/.exec(pattern)?.[1]),
  },
  {
    why: 'patterns are not anchored, so that longer texts match',
    apply: (schemas) =>
      changePatterns(schemas, (pattern) => (pattern.startsWith('^') ? undefined : `^(?:${pattern})$`)),
  },
  { why: 'maximum says nothing of an array', apply: (schemas) => each(schemas, maxItems) },
  {
    why: 'locations are host and path, which is no URI',
    apply: (schemas) =>
      each(schemas, (node) => (node['maxLength'] === 77 && node['format'] === 'uri' ? drop(node, 'format') : 0)),
  },
  {
    why: 'branches of oneOf that differ in a member do not require it, so that all of them match',
    apply: (schemas) => each(schemas, requireBranches),
  },
  {
    why: 'txid is 1 to 35 characters where static codes are paid, but refers to that of charges too',
    apply: (schemas) => each(schemas, (node) => shortTxid(node)),
  },
  {
    why: 'a text that has to be an object too',
    apply: (schemas) => each(schemas, (node) => (node['type'] === 'string' ? drop(node, 'anyOf') : 0)),
  },
  { why: 'both branches of oneOf are the same', apply: (schemas) => each(schemas, sameBranches) },
  unrequire('declared nowhere, or made by the bank', 'RecBase', 'retentativa', 'idRec'),
  ...['RecGerada', 'RecCompleta', 'RecCompletaPesquisada'].map((name) => requireIn(name, 'idRec')),
  unrequire('declared nowhere: it is destinatario', 'SolicRecBase', 'pagador'),
  unrequire('declared nowhere: it is recPayload', 'SolicRecCompleta', 'rec'),
  unrequire('of recebedor, where they are required too', 'DadosRecebedor', 'logradouro', 'cidade', 'uf', 'cep'),
  unrequire('of pagador', 'DadosPagadorRec', 'ispbParticipante'),
  requireIn('DadosPagadorRec.properties.pagador', 'ispbParticipante'),
  unrequire('declared nowhere', 'PayloadLocationRecGerada', 'tipo'),
  unrequire('not declared in PayloadLocation', 'CobGerada.allOf.2.properties.loc', 'txid'),
  unrequire('not declared in PayloadLocation', 'CobVGerada.allOf.3.properties.loc', 'txid'),
  unrequire('not declared here: it is loc.location', 'CobVGerada', 'location'),
  unrequire('declared nowhere', 'CobsConsultadas.properties.cobs.items.allOf.1', 'idCob'),
  unrequire('declared nowhere', 'CobsVConsultadas.properties.cobs.items.allOf.1', 'idCob'),
  unrequire('the list is called pix', 'PixConsultados', 'cobs'),
  requireIn('PixConsultados', 'pix'),
]

/** Takes names off the list of what is required, at one place. */
function unrequire(why: string, place: string, ...names: readonly string[]): Repair {
  return {
    why: `${place}: ${names.join(', ')}: ${why}`,
    apply(schemas) {
      const node = nodeAt(schemas, place)
      const required = (node['required'] ?? []) as readonly string[]
      node['required'] = required.filter((name) => !names.includes(name))
      return names.every((name) => required.includes(name)) ? 1 : 0
    },
  }
}

/** Puts a name on the list of what is required, from which it was missing. */
function requireIn(place: string, name: string): Repair {
  return {
    why: `${place}: ${name}: required by what the document says elsewhere`,
    apply(schemas) {
      const node = nodeAt(schemas, place)
      const required = (node['required'] ?? []) as readonly string[]
      node['required'] = [...required, name]
      return required.includes(name) ? 0 : 1
    },
  }
}

/** @throws {TypeError} There is none. */
function nodeAt(schemas: Schemas, place: string): Schema {
  return place.split('.').reduce<Schema>((node, name) => node[name] as Schema, schemas as Schema)
}

function changePatterns(schemas: Schemas, change: (pattern: string) => string | undefined): number {
  return each(schemas, (node) => {
    const { pattern } = node
    const changed = typeof pattern === 'string' ? change(pattern) : undefined
    if (changed === undefined) return 0
    node['pattern'] = changed
    return 1
  })
}

function maxItems(node: Schema): number {
  const { maximum, type } = node
  if (type !== 'array' || maximum === undefined) return 0
  node['maxItems'] = maximum
  return drop(node, 'maximum')
}

function requireBranches(node: Schema): number {
  const { oneOf } = node
  if (!Array.isArray(oneOf)) return 0
  const branches = (oneOf as readonly Schema[]).filter(
    ({ required, properties }) => required === undefined && properties !== undefined,
  )
  for (const branch of branches) {
    const [name] = Object.keys(branch['properties'] as object).filter((own) => own !== 'modalidade')
    branch['required'] = [name]
  }
  return branches.length
}

function shortTxid(node: Schema): number {
  const parts = node['allOf'] as readonly Schema[] | undefined
  if (!parts?.some(({ pattern }) => String(pattern).includes('{1,35}'))) return 0
  node['allOf'] = parts.filter(({ $ref }) => $ref === undefined)
  return 1
}

function sameBranches(node: Schema): number {
  const [first, ...others] = (node['oneOf'] ?? []) as readonly Schema[]
  const shape = ({ title: _title, ...rest }: Schema = {}): string => JSON.stringify(rest)
  if (others.length === 0 || others.some((branch) => shape(branch) !== shape(first))) return 0
  node['anyOf'] = node['oneOf']
  return drop(node, 'oneOf')
}

function drop(node: Schema, name: string): number {
  if (!Object.hasOwn(node, name)) return 0
  delete node[name]
  return 1
}

/** Every object below; the sum of what `visit` says. */
function each(value: unknown, visit: (node: Schema) => number): number {
  if (typeof value !== 'object' || value === null) return 0
  const own = Array.isArray(value) ? 0 : visit(value as Schema)
  return Object.values(value).reduce<number>((sum, member) => sum + each(member, visit), own)
}
