/**
 * Step 19: the signed bytes are what their kind prescribes.
 *
 * @module
 */
import type { PixkitError } from '@pixkit/core/error'
import type { Path } from '@pixkit/core/issue'
import { type BaseIssue, type GenericSchema, safeParse } from 'valibot'
import type { ReasonOf } from '../../codes.ts'
import { cobPayloadSchema, cobvPayloadSchema, recPayloadSchema } from '../../schema.ts'
import type { Payloads } from '../../types.ts'
import type { Tolerance } from '../../verify-options.ts'
import { payloadFailure } from '../failure.ts'
import { JsonFault } from '../json/json-fault.ts'
import { readJson } from '../json/read-json.ts'
import type { Verification } from '../verification.ts'

type Kind = keyof Payloads
type Reason = ReasonOf<'PAYLOAD_JSON'>
type Members = Record<string, unknown>

/** A defect, and how a tolerant reader reads it. */
interface Defect {
  readonly reason: Reason
  readonly path: Path
  readonly tolerance?: Tolerance | undefined
  readonly mend?: (() => void) | undefined
}

const SCHEMAS: { readonly [K in Kind]: GenericSchema<unknown, Payloads[K]> } = {
  cob: cobPayloadSchema,
  cobv: cobvPayloadSchema,
  rec: recPayloadSchema,
}
const WHOLE = /^\d{1,10}$/
/** Without a separator, or with a point and one decimal. A comma is never read: it could be one of thousands. */
const LOOSE_AMOUNT = /^\d{1,10}(?:\.\d{1,2})?$/

/**
 * Reads a payload of the kind that its location names.
 *
 * The first defect in the order of the document decides. Defects that the caller tolerates are mended, each with a warning.
 *
 * @throws {PixkitError} `PAYLOAD_JSON`.
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, sections 2.7.1 and 2.8.4; API Pix 2.9.0, CobPayload, CobVPayload, RecPayload.
 */
export function readPayload<K extends Kind>(bytes: Uint8Array, kind: K, verification: Verification): Payloads[K] {
  const value = read(bytes)
  const found = kindOf(value)
  if (found !== kind) throw payloadFailure('PAYLOAD_JSON', { reason: 'other-kind', params: { expected: kind, found } })
  const schema: GenericSchema<unknown, Payloads[K]> = SCHEMAS[kind]
  const first = safeParse(schema, value)
  if (first.success) return first.output
  for (const { reason, path, tolerance, mend } of defects(first.issues, value)) {
    if (tolerance === undefined) throw payloadFailure('PAYLOAD_JSON', { reason, path })
    verification.tolerate(tolerance, 'PAYLOAD_JSON', { reason, path })
    mend?.()
  }
  const second = safeParse(schema, value)
  if (second.success) return second.output
  throw unmendable(defects(second.issues, value))
}

function read(bytes: Uint8Array): Members {
  let value: unknown
  try {
    value = readJson(bytes)
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error
    throw payloadFailure('PAYLOAD_JSON', { reason: error.reason, path: error.path })
  }
  if (!isMembers(value)) throw payloadFailure('PAYLOAD_JSON', { reason: 'type' })
  return value
}

/**
 * What a payload looks like by the members that one kind alone has: a cobv shown as a cob would lose its due date.
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, section 2.5.2: the path names the kind.
 */
function kindOf(value: Members): Kind {
  if (has(value, 'idRec')) return 'rec'
  return has(value['calendario'], 'dataDeVencimento') || has(value['valor'], 'final') ? 'cobv' : 'cob'
}

function has(value: unknown, name: string): boolean {
  return isMembers(value) && Object.hasOwn(value, name) && value[name] !== null
}

function defects(issues: readonly BaseIssue<unknown>[], value: Members): Defect[] {
  return issues
    .map((issue) => ({ issue, path: (issue.path ?? []).map(({ key }) => key as string | number) }))
    .map(({ issue, path }) => ({ defect: defectOf(issue, path), rank: rankOf(path, value) }))
    .sort((one, other) => compareRanks(one.rank, other.rank))
    .map(({ defect }) => defect)
}

function defectOf(issue: BaseIssue<unknown>, path: (string | number)[]): Defect {
  const { input, message } = issue
  const last = issue.path?.at(-1)
  const name = path.at(-1)
  const owner = last?.input
  if (!isMembers(owner) || typeof name !== 'string') return { reason: message as Reason, path }
  const set = (value: unknown) => (): void => {
    owner[name] = value
  }
  if (!Object.hasOwn(owner, name)) {
    if (name !== 'periodicidade' || !Object.hasOwn(owner, 'peridiocidade')) return { reason: 'missing', path }
    const written = [...path.slice(0, -1), 'peridiocidade']
    const mend = (): void => {
      owner[name] = owner['peridiocidade']
      delete owner['peridiocidade']
    }
    return { reason: 'peridiocidade', path: written, tolerance: 'peridiocidade', mend }
  }
  if (input === null) {
    return { reason: 'null-member', path, tolerance: 'null-member', mend: () => delete owner[name] }
  }
  if (message === 'number' && typeof input === 'string' && WHOLE.test(input)) {
    return { reason: 'number-as-text', path, tolerance: 'number-as-text', mend: set(Number(input)) }
  }
  if (message === 'amount-format' && (typeof input === 'number' || typeof input === 'string')) {
    const amount = String(input)
    if (LOOSE_AMOUNT.test(amount)) {
      return { reason: 'amount-format', path, tolerance: 'amount-format', mend: set(twoDecimals(amount)) }
    }
  }
  return { reason: message as Reason, path }
}

function twoDecimals(amount: string): string {
  const [whole = '', decimals = ''] = amount.split('.')
  return `${whole}.${decimals.padEnd(2, '0')}`
}

/** Where a path stands in the document: the index of each step among its siblings; what is missing comes last. */
function rankOf(path: readonly (string | number)[], value: unknown): number[] {
  let inner = value
  return path.map((step) => {
    if (typeof step === 'number') {
      inner = Array.isArray(inner) ? (inner[step] as unknown) : undefined
      return step
    }
    const names = isMembers(inner) ? Object.keys(inner) : []
    inner = isMembers(inner) ? inner[step] : undefined
    return names.includes(step) ? names.indexOf(step) : names.length
  })
}

function compareRanks(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((rank, index) => rank !== other[index])
  return at === -1 ? 0 : (one[at] ?? 0) - (other[at] ?? 0)
}

function unmendable([defect]: readonly Defect[]): PixkitError<'PAYLOAD_JSON'> {
  return payloadFailure('PAYLOAD_JSON', { reason: defect?.reason, path: defect?.path })
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
