/**
 * @module The schemas of `@pixkit/bacen` against the facts of API Pix 2.9.0: members, what is required, enumerations, limits; and both against the
 * OpenAPI document and its examples, where `PIXKIT_OPENAPI` says where it is.
 *
 * The document contradicts itself in places. Each is a row of a table below, with why the schemas read it as they do; a row that nothing needs
 * any more fails, too.
 */
import { checkRequest, checkResponse, requestSchemas, responseSchemas } from '@pixkit/bacen/schema'
import { type OperationName, operations } from '@pixkit/bacen/operations'
import { describe, expect, test } from 'vitest'
import { apiPix, factsOf, nodeOf } from './lib/api-pix.ts'
import { isValid, messagesOf } from './lib/standard-schema.ts'
import { type Node, Openapi, openapiPath } from './lib/openapi.ts'
import { type Shape, shapeOf } from './lib/schema-shape.ts'

/** A place, as `cob.get response pix.[].txid`, and why it is read as it is. */
type Row = readonly [place: RegExp, why: string]

const NOT_REQUIRED: readonly Row[] = [
  [/ request (?:cobsv\.\[\]\.)?loc\.tipoCob$/, 'loc of a request does not declare it, and no example has it'],
  [/ response (?:cobs\.\[\]\.)?loc\.txid$/, 'PayloadLocation does not declare it, and no example has it'],
  [/ response (?:cobs\.\[\]\.)?loc\.(?:criacao|tipoCob)$/, 'examples of charges leave it out'],
  [/\.list response cobs\.\[\]\.idCob$/, 'declared nowhere'],
  [/^cobv\.\w+ response (?:cobs\.\[\]\.)?location$/, 'not declared here: it is loc.location'],
  [/^cobv\.\w+ response (?:cobs\.\[\]\.)?(?:logradouro|cidade|uf|cep)$/, 'of recebedor, where it is required, too'],
  [/^loteCobv\.\w+ response (?:lotes\.\[\]\.)?id$/, 'both examples leave it out'],
  [/^locRec\.\w+ response (?:loc\.\[\]\.)?tipo$/, 'declared nowhere'],
  [/^rec\.\w+ response (?:recs\.\[\]\.)?loc\.tipo$/, 'declared nowhere'],
  [/componentesValor\.(?:saque|troco)\.prestadorDoServicoDeSaque$/, 'examples spell it prestadorDeServicoDeSaque'],
  [/^pix\.list response cobs$/, 'the list is called pix'],
  [/^rec\.create request idRec$/, 'the bank makes it'],
  [/(?:^rec\.create request |^rec\.\w+ response (?:.*\.)?|recPayload\.)retentativa$/, 'declared nowhere'],
  [/^rec\.\w+ response (?:recs\.\[\]\.)?ispbParticipante$/, 'of pagador, where it is required'],
  [/recPayload\.(?:politicaRetentativa|recebedor\.ispbParticipante)$/, 'all three examples leave it out'],
  [
    /^(?:rec|cobr)\.\w+ response (?:\w+\.\[\]\.)?politicaRetentativa$/,
    'a recurrence that is known has it in its idRec, too',
  ],
  [/atualizacao\.\[\]\.status$/, 'all examples of recurrences call it nome'],
  [
    /^rec\.\w+ response (?:recs\.\[\]\.)?ativacao\.(?:tipoJornada|dadosJornada\.txid)$/,
    'an example has it in dadosJornada',
  ],
  [
    /^(?:solicRec\.\w+|rec\.\w+) (?:request|response) (?:.*solicitacao\.\[\]\.)?(?:pagador|rec)$/,
    'declared nowhere: destinatario, recPayload',
  ],
  [/^cobr\.\w+ response (?:cobsr\.\[\]\.)?recebedor\.(?:cnpj|nome)$/, 'examples show the account alone'],
  [/^cobr\.\w+ response (?:cobsr\.\[\]\.)?tentativas\.\[\]\.atualizacao$/, 'the example of a new try leaves it out'],
  [/^cobr\.retry response tentativas$/, 'one schema for all answers about a charge'],
  [/^webhook\.\w+ response (?:webhooks\.\[\]\.)?cnpj$/, 'the example has chave instead'],
]

const REQUIRED_HERE: readonly Row[] = [
  [/^pix\.list response pix$/, 'the document requires it by the name cobs'],
  [/^rec\.\w+ response (?:recs\.\[\]\.)?pagador\.ispbParticipante$/, 'the document requires it one level too far out'],
]

const MORE_MEMBERS: readonly Row[] = [
  [/ request (?:cobsv\.\[\]\.)?loc\.tipoCob$/, 'required, and not declared'],
  [/componentesValor\.(?:saque|troco)\.prestadorDeServicoDeSaque$/, 'the spelling of the examples'],
  [
    /^rec\.\w+ response politicaRetentativa$/,
    'RecCompleta declares it, RecGerada does not, and examples of it have it',
  ],
  [/atualizacao\.\[\]\.nome$/, 'examples of recurrences have it for status'],
  [/ativacao\.dadosJornada\.tipoJornada$/, 'an example has it here'],
  [
    /^cobr\.\w+ response (?:politicaRetentativa|atualizacao|encerramento|tentativas)$/,
    'examples of CobRGerada have what CobRCompleta declares',
  ],
  [
    /^cobr\.\w+ response (?:cobsr\.\[\]\.)?recebedor\.(?:cnpj|nome)$/,
    'examples of CobRCompleta have what CobRGerada declares',
  ],
  [/^webhook\.\w+ response (?:webhooks\.\[\]\.)?chave$/, 'the example has it for cnpj'],
]

/** Values that API Pix 2.10.0 added; `checkRequest` takes them for that version. */
const MORE_VALUES: Readonly<Record<string, readonly string[]>> = { modalidadeAgente: ['AGFSS'] }

/** Examples whose text is not as the document itself demands. Of answers, identifiers and lengths are not looked at, and values may be new. */
const MALFORMED: readonly Row[] = [
  [/^pix\.\w+ response (?:pix\.\[\]\.)?endToEndId pattern$/, '34 characters'],
  [/^pix\.\w+ response (?:pix\.\[\]\.)?endToEndId maxLength$/, '34 characters'],
  [/^rec\.get response vinculo\.objeto maxLength$/, 'longer than 35'],
  [/^cobr\.\w+ response (?:cobsr\.\[\]\.)?devedor\.cep maxLength$/, '9 characters, with a hyphen'],
  [/^cobr\.\w+ response recebedor\.tipoConta values$/, 'POUPANÇA with a cedilla'],
]

/** Examples of requests that are refused, as a bank would that follows the document. */
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  // calendario is required. An empty one will do.
  cobBody6: ['calendario missing'],
  cobBody8: ['calendario missing'],
  cobBody9: ['calendario missing'],
  // An integer, written as a text.
  cobBody1: ['valor.multa.modalidade type', 'valor.juros.modalidade type', 'valor.desconto.modalidade type'],
  // 9 characters, with a hyphen.
  cobRBody1: ['devedor.cep too-long'],
}

/** Examples of requests that are warned of: the check digits of their people are wrong, and nobody says whether a bank minds. */
const WARNED: Readonly<Record<string, readonly string[]>> = {
  recBody1: ['vinculo.devedor.cpf check-digits'],
  recBody2: ['vinculo.devedor.cpf check-digits'],
  solicRecBody1: ['destinatario.cpf check-digits'],
}

interface Body {
  readonly name: OperationName
  readonly kind: 'request' | 'response'
  readonly node: Node
  readonly shape: Shape
}

const openapi = openapiPath === undefined ? undefined : new Openapi(openapiPath)

const nameOf = new Map(
  (Object.keys(operations) as OperationName[]).map((name) => {
    const { method, path } = operations[name]
    return [`${method} ${path}`, name]
  }),
)

const declared = apiPix.map((facts) => ({
  ...facts,
  name: nameOf.get(`${facts.method} ${facts.path}`) as OperationName,
}))

const bodies: readonly Body[] = declared.flatMap(({ name, request, response }) => {
  const schema = requestSchemas[name as keyof typeof requestSchemas] as Parameters<typeof shapeOf>[0] | undefined
  return [
    ...(request === undefined || schema === undefined
      ? []
      : [{ name, kind: 'request', node: nodeOf(request), shape: shapeOf(schema) } as const]),
    ...(response === undefined
      ? []
      : [{ name, kind: 'response', node: nodeOf(response), shape: shapeOf(responseSchemas[name]) } as const]),
  ]
})

const examples = declared.flatMap(({ name, method, path }) => {
  const { request = [], response = [] } = openapi?.examples(method, path) ?? {}
  return [
    ...request.map(([example, value]) => ({ name, kind: 'request', example, value }) as const),
    ...response.map(([example, value]) => ({ name, kind: 'response', example, value }) as const),
  ]
})

/** A schema and what the document says of it. */
interface Pair {
  readonly place: string
  readonly name: string
  readonly kind: Body['kind']
  readonly node: Node
  readonly shape: Shape
}

const pairs: readonly Pair[] = bodies.flatMap(({ name, kind, node, shape }) => [
  ...pairsOf({ place: `${name} ${kind} `, name: '', kind, node, shape }),
])

function* pairsOf(pair: Pair): Generator<Pair> {
  yield pair
  const { place, kind, node, shape } = pair
  const prefix = place.endsWith(' ') ? place : `${place}.`
  if (node.items !== undefined && shape.item !== undefined) {
    yield* pairsOf({ place: `${prefix}[]`, name: '[]', kind, node: node.items, shape: shape.item })
  }
  for (const [name, member] of Object.entries(node.members)) {
    const known = shape.members[name]
    if (known !== undefined) yield* pairsOf({ place: prefix + name, name, kind, node: member, shape: known })
  }
}

const members = (pair: Pair, names: Iterable<string>): string[] =>
  [...names].map((name) => (pair.place.endsWith(' ') ? pair.place + name : `${pair.place}.${name}`))

/** The places for which there is no row, and the rows for which there is no place. */
function unexplained(places: readonly string[], rows: readonly Row[]): { places: string[]; rows: string[] } {
  return {
    places: places.filter((place) => !rows.some(([row]) => row.test(place))),
    rows: rows.filter(([row]) => !places.some((place) => row.test(place))).map(([row]) => row.source),
  }
}

const NOTHING = { places: [], rows: [] }

describe('API Pix', () => {
  test('has a schema for each of the 48 operations that has a body, and no other', () => {
    expect(declared).toHaveLength(48)
    for (const { name, request, response } of declared) {
      expect([name, name in requestSchemas]).toEqual([name, request !== undefined])
      expect([name, shapeOf(responseSchemas[name]).kind === 'object']).toEqual([name, response !== undefined])
      expect([name, operations[name].answers === 'object']).toEqual([name, response !== undefined])
    }
  })

  test('names no member that the schemas do not know', () => {
    const unknown = pairs.flatMap((pair) =>
      members(
        pair,
        Object.keys(pair.node.members).filter((name) => pair.shape.members[name] === undefined),
      ),
    )
    expect(unknown).toEqual([])
    expect(
      pairs.map(({ node, shape }) => [node.type, shape.kind]).filter(([one, other]) => !areAlike(one, other)),
    ).toEqual([])
  })

  test('knows the members of the schemas', () => {
    const more = pairs.flatMap((pair) =>
      members(
        pair,
        Object.keys(pair.shape.members).filter((name) => pair.node.members[name] === undefined),
      ),
    )
    expect(unexplained(more, MORE_MEMBERS)).toEqual(NOTHING)
  })

  test('requires what the schemas require', () => {
    const there = pairs.flatMap((pair) =>
      members(
        pair,
        [...pair.node.required].filter((name) => pair.shape.members[name]?.isOptional !== false),
      ),
    )
    const here = pairs.flatMap((pair) =>
      members(
        pair,
        Object.keys(pair.shape.members).filter(
          (name) => pair.shape.members[name]?.isOptional === false && !pair.node.required.has(name),
        ),
      ),
    )
    expect(unexplained(there, NOT_REQUIRED)).toEqual(NOTHING)
    expect(unexplained(here, REQUIRED_HERE)).toEqual(NOTHING)
  })

  test('has the values that the schemas have', () => {
    const enumerations = pairs.filter(
      ({ kind, node }) =>
        node.values !== undefined || (kind === 'request' && node.type === 'leaf' && node.maximum !== undefined),
    )
    expect(enumerations.length).toBeGreaterThan(50)
    for (const { place, name, node, shape } of enumerations) {
      const added = node.values?.includes('AGPSS') === true ? (MORE_VALUES[name] ?? []) : []
      const wanted = [...(node.values ?? range(node)), ...added].map(String).toSorted()
      expect([place, ...(shape.options ?? []).map(String).toSorted()]).toEqual([place, ...wanted])
    }
  })

  test('has the limits of requests', () => {
    const texts = pairs.filter(({ kind, node }) => kind === 'request' && node.maxLength !== undefined)
    expect(texts.length).toBeGreaterThan(50)
    for (const { place, node, shape } of texts) {
      const [longest, longer] = longestTexts(node)
      expect([place, isValid(shape.schema, longest), isValid(shape.schema, longer)]).toEqual([place, true, false])
    }
  })

  test('has limits that count characters, not units of UTF-16', () => {
    const texts = pairs.filter(
      ({ kind, node }) => kind === 'request' && node.maxLength !== undefined && node.pattern === undefined,
    )
    for (const { place, node, shape } of texts) {
      const faces = '😀'.repeat(node.maxLength ?? 0)
      expect([place, isValid(shape.schema, faces), isValid(shape.schema, `${faces}😀`)]).toEqual([place, true, false])
    }
  })

  test('has the limits of lists in requests, one of which it calls maximum', () => {
    const lists = pairs.filter(
      ({ kind, node }) => kind === 'request' && node.type === 'array' && limitOf(node) !== undefined,
    )
    expect(new Set(lists.map(({ name }) => name))).toEqual(new Set(['descontoDataFixa', 'infoAdicionais']))
    for (const { place, node, shape } of lists) {
      const entries = Array.from({ length: (limitOf(node) ?? 0) + 1 }, () => ({}))
      expect([place, ...new Set(messagesOf(shape.schema, entries))]).toEqual([place, 'too-many'])
      expect([place, ...new Set(messagesOf(shape.schema, entries.slice(1)))]).toEqual([place, 'missing'])
    }
  })

  test('has the patterns of requests, from the first character to the last', () => {
    const texts = pairs.filter(({ kind, node }) => kind === 'request' && node.pattern !== undefined)
    expect(texts.length).toBeGreaterThan(50)
    for (const { place, node, shape } of texts) {
      const { good, bad } = SAMPLES[node.pattern ?? ''] ?? { good: [], bad: [] }
      expect([place, node.pattern, good.length > 0]).toEqual([place, node.pattern, true])
      for (const text of good) expect([place, text, isValid(shape.schema, text)]).toEqual([place, text, true])
      for (const text of [...bad, '', ...good.flatMap((text) => [`${text} `, ` ${text}`, `${text}\n`, `x-${text}`])]) {
        expect([place, text, isValid(shape.schema, text)]).toEqual([place, text, false])
      }
    }
  })
})

// The gate names the document (`PIXKIT_OPENAPI`).
describe.skipIf(openapi === undefined)('the OpenAPI document of API Pix', () => {
  test('says what the vectors say', () => {
    expect(openapi === undefined ? [] : factsOf(openapi)).toEqual(apiPix)
  })

  test('has an example for most bodies', () => {
    expect(examples.length).toBeGreaterThan(bodies.length / 2)
  })

  test.each(examples)('has examples that are accepted, or refused for a reason: $name $kind $example', (each) => {
    const { name, kind, example, value } = each
    const issues = kind === 'request' ? checkRequest(name, value) : checkResponse(name, value)
    const found = (severity: string): string[] =>
      issues
        .filter((issue) => issue.severity === severity)
        .map(({ params }) => `${params['field']} ${params['reason']}`)
    expect(found('error')).toEqual(REFUSED[example] ?? [])
    expect(found('warning')).toEqual(WARNED[example] ?? [])
  })

  test('has examples that contradict it only where the tables say so', () => {
    const nodes = new Map(bodies.map(({ name, kind, node }) => [`${name} ${kind} `, node]))
    const found = examples
      .filter(({ kind, example }) => !(kind === 'request' && example in REFUSED))
      .flatMap(({ name, kind, value }) => [
        ...contradictions(nodes.get(`${name} ${kind} `) as Node, value, `${name} ${kind} `),
      ])
    const of = (kind: string): string[] => found.filter(([, what]) => what === kind).map(([place]) => place)
    expect(unexplained(of('missing'), NOT_REQUIRED).places).toEqual([])
    expect(unexplained(of('undeclared'), MORE_MEMBERS).places).toEqual([])
    const malformed = found
      .filter(([, what]) => !['missing', 'undeclared'].includes(what))
      .map((each) => each.join(' '))
    expect(unexplained(malformed, MALFORMED)).toEqual(NOTHING)
  })
})

const SAMPLES: Readonly<Record<string, { readonly good: readonly string[]; readonly bad: readonly string[] }>> = {
  '/^\\d{11}$/': { good: ['12345678909'], bad: ['1234567890', '123456789012', '123.456.789-09', '1234567890a'] },
  '^[0-9A-Z]{14}$': {
    good: ['12345678000195', '12ABC34501DE35'],
    bad: ['1234567800019', '123456780001950', '12abc34501de35', '12.345.678/0001-95'],
  },
  '^[0-9A-Z]{8}$': { good: ['01181521', '12ABC345'], bad: ['0118152', '011815210', '12abc345'] },
  '[a-zA-Z0-9]{26,35}': {
    good: ['a'.repeat(26), 'Z9'.repeat(17), 'b'.repeat(35)],
    bad: ['a'.repeat(25), 'a'.repeat(36), 'ã'.repeat(26), '-'.repeat(26)],
  },
  '[a-zA-Z0-9]{29}': { good: ['RR1234567820240115abcdefghijk'], bad: ['a'.repeat(28), 'a'.repeat(30), 'ã'.repeat(29)] },
  '\\d{1,10}\\.\\d{2}': {
    good: ['0.01', '10.00', '9999999999.99', '007.00'],
    bad: ['10', '10.0', '10.000', '10,00', '.10', '-1.00', '1e3.00', '12345678901.00', '1.000.00', '１.00'],
  },
}

function longestTexts({ maxLength = 0, pattern }: Node): readonly [longest: string, longer: string] {
  const sample = SAMPLES[pattern ?? '']?.good[0] ?? 'x'.repeat(maxLength)
  return [sample, sample + 'x'.repeat(maxLength - sample.length + 1)]
}

const limitOf = ({ maxItems, maximum }: Node): number | undefined => maxItems ?? maximum

function range({ minimum = 0, maximum = -1 }: Node): number[] {
  return Array.from({ length: maximum - minimum + 1 }, (_, index) => minimum + index)
}

function areAlike(type: string | undefined, kind: string | undefined): boolean {
  return (type === 'array' ? 'list' : type) === kind
}

/** Where a value is not as the document says, and what it is: `missing`, `undeclared`, or the name of the rule. */
function* contradictions(node: Node, value: unknown, place: string): Generator<readonly [place: string, what: string]> {
  const prefix = place.endsWith(' ') ? place : `${place}.`
  if (Array.isArray(value)) {
    for (const item of value) yield* contradictions(node.items ?? node, item, `${prefix}[]`)
  } else if (typeof value === 'object' && value !== null) {
    for (const name of node.required) if (!(name in value)) yield [prefix + name, 'missing']
    for (const [name, member] of Object.entries(value)) {
      const known = node.members[name]
      if (known === undefined) yield [prefix + name, 'undeclared']
      else yield* contradictions(known, member, prefix + name)
    }
  } else {
    const { values, maxLength, pattern, maximum } = node
    // Two patterns have the slashes of JavaScript in them, which no text has.
    const whole = new RegExp(`^(?:${pattern?.replaceAll('/', '')})$`, 'u')
    if (values !== undefined && !values.includes(String(value))) yield [place, 'values']
    if (maxLength !== undefined && Array.from(String(value)).length > maxLength) yield [place, 'maxLength']
    if (pattern !== undefined && !whole.test(String(value))) yield [place, 'pattern']
    if (maximum !== undefined && typeof value !== 'number') yield [place, 'maximum']
  }
}
