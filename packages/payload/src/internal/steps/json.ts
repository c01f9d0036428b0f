/**
 * Step 19: the signed bytes are what their kind prescribes.
 *
 * @module
 */
import type { PixkitError } from '@pixkit/core/error'
import type { Path } from '@pixkit/core/issue'
import { type GenericSchema, safeParse } from 'valibot'
import { cobPayloadSchema, cobvPayloadSchema, recPayloadSchema } from '../../schema.ts'
import type { Payloads } from '../../types.ts'
import { payloadFailure } from '../failure.ts'
import { findFraction } from '../json/number-text.ts'
import { readJsonOr } from '../json/read-json.ts'
import { isMembers, type Members } from '../json/members.ts'
import { type Defect, payloadDefects } from '../content/payload-defects.ts'
import type { Verification } from '../verification.ts'

type Kind = keyof Payloads

const SCHEMAS: { readonly [K in Kind]: GenericSchema<unknown, Payloads[K]> } = {
  cob: cobPayloadSchema,
  cobv: cobvPayloadSchema,
  rec: recPayloadSchema,
}

const WHOLE_NUMBERS: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'revisao',
  'expiracao',
  'validadeAposVencimento',
  'modalidadeAlteracao',
])

/** Defects that a tolerant reader mends: more of them are no oversight. */
const MAX_MENDED = 50

/**
 * Reads a payload of the kind that its location names.
 *
 * The first defect in the order of the document decides. Defects that the caller tolerates are mended, each with a warning.
 *
 * @throws {PixkitError} `PAYLOAD_JSON`.
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, sections 2.7.1 and 2.8.4; API Pix 2.9.0, CobPayload, CobVPayload,
 *   RecPayload.
 */
export function readPayload<K extends Kind>(bytes: Uint8Array, kind: K, verification: Verification): Payloads[K] {
  const nulls: Path[] = []
  const value = read(bytes, nulls)
  const found = kindOf(value)
  if (found !== kind) throw payloadFailure('PAYLOAD_JSON', { reason: 'other-kind', params: { expected: kind, found } })
  const schema: GenericSchema<unknown, Payloads[K]> = SCHEMAS[kind]
  const first = safeParse(schema, value)
  if (first.success && nulls.length === 0) return first.output
  const source = { value, bytes, nulls }
  for (const [index, defect] of payloadDefects(first.issues ?? [], source).entries()) {
    const { reason, path, tolerance, mend } = defect
    if (tolerance === undefined || index >= MAX_MENDED) throw unmendable(defect)
    verification.tolerate(tolerance, 'PAYLOAD_JSON', { reason, path })
    mend?.()
  }
  const second = safeParse(schema, value)
  if (second.success) return second.output
  throw unmendable(payloadDefects(second.issues, source)[0])
}

function read(bytes: Uint8Array, nulls: Path[]): Members {
  const value = readJsonOr(bytes, ({ path, reason }) => payloadFailure('PAYLOAD_JSON', { reason, path }), {
    onText: (text) => {
      const path = findFraction(text, WHOLE_NUMBERS)
      if (path !== undefined) throw payloadFailure('PAYLOAD_JSON', { reason: 'number', path })
    },
    onNull: (path) => nulls.push(path),
  })
  if (!isMembers(value)) throw payloadFailure('PAYLOAD_JSON', { reason: 'type', params: { field: 'payload' } })
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

function unmendable({ reason, path, form }: Partial<Defect> = {}): PixkitError<'PAYLOAD_JSON'> {
  return payloadFailure('PAYLOAD_JSON', { reason, path, params: form === undefined ? {} : { form } })
}
