/**
 * Requests and answers against their schemas, as issues.
 *
 * @module
 */
import type { Issue, Path, Severity } from '@pixkit/core/issue'
import type { BacenErrorCode, ReasonOf, RequestReason, ShapeReason } from '../../codes.ts'
import { bacenIssue } from '../failure.ts'
import { type OperationName, operations } from '../../operations.ts'
import { advise } from './advice.ts'
import { MAX_ISSUES, type SchemaConfig } from './collect.ts'
import type { Schema } from './object.ts'
import { requestSchemas, responseSchemas } from './tables.ts'

export interface CheckRequestOptions {
  /** 2.9.0 by default; 2.10.0 also takes what that version adds (AGFSS). */
  readonly apiVersion?: '2.9.0' | '2.10.0' | undefined
  /** Takes members that no schema knows, for extras of a bank. */
  readonly allowUnknownMembers?: boolean | undefined
  /** Milliseconds since 1970; with it, what would be made for a day that is past is an error. */
  readonly now?: number | undefined
  /** It may have been made on an earlier day: a day that is past is a warning. */
  readonly mayExist?: boolean | undefined
}

const PUBLIC_NAME = /^[A-Za-z][A-Za-z0-9_]{0,63}$/
const REASONS_WITH_FORM: ReadonlySet<string> = /* @__PURE__ */ new Set<RequestReason>([
  'enum',
  'format',
  'range',
  'since-version',
  'too-few',
  'too-long',
  'too-many',
  'type',
])

/**
 * Tells everything that is wrong with a request before it is sent.
 *
 * Issues of severity `error` are what the norm refuses: members that are missing, unknown or malformed, and rules between members. Warnings are
 * what banks differ in (check digits) or what is likely not meant (a key that is none, a webhook on a private host). What only the bank knows
 * (whose key it is, whether a location is free) is not looked at.
 *
 * @param operation - `'cob.create'`.
 * @param body - What is to be sent, before it is written as JSON.
 * @returns Code `BACEN_REQUEST`, with the reason in `params.reason` and the member in `path`, 50 of each severity at most; empty when
 *   all is well.
 *
 * @example
 * ```ts
 * import { checkRequest } from '@pixkit/bacen/schema'
 *
 * const cob = { calendario: {}, valor: { original: '0.00' }, chave: 'financeiro@loja.example' }
 * const [issue] = checkRequest('cob.create', cob)
 * issue?.params['reason'] // 'zero'
 * issue?.path // ['valor', 'original']
 * ```
 *
 * @see API Pix 2.9.0, schemas of the request bodies; info, violations of `…OperacaoInvalida`.
 */
export function checkRequest(
  operation: OperationName,
  body: unknown,
  { apiVersion = '2.9.0', allowUnknownMembers = false, now, mayExist = false }: CheckRequestOptions = {},
): readonly Issue<'BACEN_REQUEST'>[] {
  assertOperation(operation)
  const schema = (requestSchemas as Partial<Record<OperationName, Schema<unknown>>>)[operation]
  if (schema === undefined) return []
  const errors = schemaIssues('BACEN_REQUEST', 'error', schema, body, allowUnknownMembers)
  const warnings: Issue<'BACEN_REQUEST'>[] = []
  const { makes } = operations[operation]
  // Of a batch, what is there already is changed, and the bank refuses one charge without the others.
  const past = mayExist || makes === 'many' ? 'warning' : 'error'
  advise(
    body,
    // A revision may leave a day as it was.
    { operation, apiVersion, now: makes === undefined ? undefined : now, past },
    (reason, severity, path, form) => {
      const issues = severity === 'error' ? errors : warnings
      if (issues.length < MAX_ISSUES) issues.push(issueOf('BACEN_REQUEST', severity, reason, path, form))
    },
  )
  return [...errors, ...warnings]
}

/**
 * Tells where an answer is not as API Pix writes it. Members and values of enumerations that this version does not know are no issues.
 *
 * @param operation - `'cob.get'`.
 * @param body - What the bank sent, read from JSON; it is left as it is.
 * @returns Warnings of code `BACEN_RESPONSE`, 50 at most, of lists within the first 1,000 entries; empty when all is well.
 *
 * @example
 * ```ts
 * import { checkResponse } from '@pixkit/bacen/schema'
 *
 * const rec = { id: 7, location: 'pix.example.com/qr/v2/rec/abc', criacao: '2026-11-25T12:00:00Z', status: 'NEW' }
 * checkResponse('locRec.get', rec) // []
 * checkResponse('locRec.get', { ...rec, id: '7' }).map(({ path }) => path) // [['id']]
 * ```
 */
export function checkResponse(operation: OperationName, body: unknown): readonly Issue<'BACEN_RESPONSE'>[] {
  assertOperation(operation)
  return schemaIssues('BACEN_RESPONSE', 'warning', responseSchemas[operation], body)
}

/** As {@link checkRequest}, by a schema that is none of API Pix. */
export function checkBody(schema: Schema<unknown>, body: unknown): readonly Issue<'BACEN_REQUEST'>[] {
  return schemaIssues('BACEN_REQUEST', 'error', schema, body)
}

export function assertOperation(operation: OperationName): void {
  if (!Object.hasOwn(operations, operation)) throw new TypeError('"operation" must be the name of an operation')
}

function schemaIssues<Code extends 'BACEN_REQUEST' | 'BACEN_RESPONSE'>(
  code: Code,
  severity: Severity,
  schema: Schema<unknown>,
  body: unknown,
  allowsUnknownMembers: boolean = false,
): Issue<Code>[] {
  const config: SchemaConfig = { allowsUnknownMembers }
  const { issues = [] } = schema['~run']({ value: body }, config)
  return issues.slice(0, MAX_ISSUES).map(({ message, path = [], expected, requirement }) =>
    issueOf(
      code,
      severity,
      message as ShapeReason,
      path.map(({ key }) => key as string | number),
      message === 'type' ? (requirement as string) : (expected ?? undefined),
    ),
  )
}

/** Names that are no words of a norm may be anything, also personal: they are not repeated. */
function issueOf<Code extends BacenErrorCode>(
  code: Code,
  severity: Severity,
  reason: RequestReason,
  path: Path,
  form: string | undefined,
): Issue<Code> {
  return bacenIssue(code, severity, {
    reason: reason as ReasonOf<Code>,
    path: path.map((key) => (typeof key === 'number' || PUBLIC_NAME.test(key) ? key : '?')),
    params: form !== undefined && REASONS_WITH_FORM.has(reason) ? { form } : {},
  })
}
