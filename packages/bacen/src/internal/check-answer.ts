/**
 * What comes back of an operation, looked at before it is handed out.
 *
 * @module
 */
import type { Issue } from '@pixkit/core/issue'
import type { HttpAnswer, HttpClient } from '@pixkit/http/http-client'
import type { BacenClientOptions } from './client-options.ts'
import { checkCopiaECola, type CopiaEColaIssue } from '../copia-e-cola.ts'
import { type OperationName, operations } from '../operations.ts'
import type { ProfileSettings } from '../profile.ts'
import { answerIssues } from './answer-difference.ts'
import type { OperationInput } from './context.ts'
import { bacenFailure } from './failure.ts'
import { isAbsent, isMembers, type Members } from './members.ts'
import { noteFailedCall } from './note-failed-call.ts'
import type { PathParams } from './routes.ts'
import { checkResponse } from './schema/check.ts'

export interface Checked {
  readonly operation: OperationName
  /** The body as it was sent, and what the answer is compared with. */
  readonly asked: OperationInput & { readonly params: PathParams }
  readonly answer: HttpAnswer
  readonly settings: ProfileSettings
  readonly mismatch: NonNullable<BacenClientOptions['mismatch']>
  readonly http: HttpClient
}

/** Nobody reads more of one list. */
const MAX_WARNINGS = 50

/**
 * Gives members the names of API Pix, warns of what is not as API Pix has it, and compares the answer with what was asked for, and codes with
 * their charges.
 *
 * @throws {PixkitError} `BACEN_RESPONSE`: no object at all, where there must be one, or about something else; `BACEN_COPIA_E_COLA`.
 */
export function checkAnswer(checked: Checked): void {
  const { operation, asked, answer, settings, mismatch, http } = checked
  const { answers, list } = operations[operation]
  if (answers === 'nothing') return
  const { body, requestId } = answer
  if (!isMembers(body)) {
    const issue = { path: [], params: { reason: 'type', form: 'object', status: answer.status } }
    throw failureOf(checked, { code: 'BACEN_RESPONSE', severity: 'error', ...issue }, [])
  }
  const items = list === undefined ? undefined : body[list.items]
  const entries: readonly unknown[] = Array.isArray(items) ? items : [body]
  for (const entry of entries) rename(entry, settings.aliases)
  for (const issue of checkResponse(operation, body)) http.warn(operation, issue, requestId)
  if (mismatch === 'ignore') return
  if (list !== undefined) return warnOfEntries(checked, entries, list.items)
  const missing = answerIssues(operation, asked.params, asked.expected, body)
  // Of what is missing the schema has warned already.
  const different = mismatch === 'throw' ? missing : missing.filter(({ params }) => params['reason'] !== 'missing')
  const issues: Issue<'BACEN_COPIA_E_COLA' | 'BACEN_RESPONSE'>[] = [...different, ...codeIssues(checked, body)]
  const first = issues.find(({ severity }) => severity === 'error')
  if (first !== undefined && mismatch === 'throw') throw failureOf(checked, first, issues)
  for (const issue of issues) http.warn(operation, { ...issue, severity: 'warning' }, requestId)
}

/** An entry of a list stands beside others that are in order: it never stops them. */
function warnOfEntries(
  { operation, answer, settings, http }: Checked,
  entries: readonly unknown[],
  list: string,
): void {
  let count = 0
  for (const [index, entry] of entries.entries()) {
    for (const issue of issuesOfCodes(entry, settings, true)) {
      if (count === MAX_WARNINGS) return
      count += 1
      const path = [list, index, ...issue.path]
      http.warn(operation, { ...issue, severity: 'warning', path }, answer.requestId)
    }
  }
}

/** What the answer leaves out is as it was asked for. The caller who asks for the code of a charge beside a recurrence knows that it has one. */
function codeIssues({ operation, asked, settings }: Checked, body: Members): readonly CopiaEColaIssue[] {
  const isComposite = operation === 'rec.get' && asked.query?.['txid'] !== undefined
  const { chave, valor } = isMembers(asked.expected) ? asked.expected : {}
  const whole = body['chave'] === undefined && chave !== undefined ? { valor, ...body, chave } : body
  return issuesOfCodes(whole, settings, isComposite)
}

/** @param mayBeComposite - That the code of a recurrence holds a charge, too, is nothing to tell. */
function issuesOfCodes(
  entry: unknown,
  { aliases }: ProfileSettings,
  mayBeComposite: boolean,
): readonly CopiaEColaIssue[] {
  return codesOf(entry, aliases)
    .flatMap((code) => checkCopiaECola(code))
    .filter(({ severity, params }) => !(mayBeComposite && severity === 'warning' && params['reason'] === 'charge'))
}

/** The entry, and again with each other text that the bank sends for the same code. */
function codesOf(entry: unknown, aliases: Readonly<Record<string, string>>): readonly unknown[] {
  if (!isMembers(entry)) return []
  const others = Object.entries(aliases)
    .filter(([name, own]) => own === CODE && Object.hasOwn(entry, name) && entry[name] !== entry[CODE])
    .map(([name]) => ({ ...entry, [CODE]: entry[name], dadosQR: undefined }))
  return [entry, ...others]
}

const CODE = 'pixCopiaECola'

function failureOf(
  { operation, asked: { params }, answer: { body } }: Checked,
  { code, path, params: found }: Issue<'BACEN_COPIA_E_COLA' | 'BACEN_RESPONSE'>,
  issues: readonly Issue[],
): Error {
  const error = bacenFailure(code, { path, params: { ...found, operation }, issues })
  return noteFailedCall(error, { operation, params, mayBeDone: operations[operation].method !== 'GET', answer: body })
}

/** The answer is this call's own: nobody else has it yet. */
function rename(entry: unknown, aliases: Readonly<Record<string, string>>): void {
  if (!isMembers(entry)) return
  for (const [name, own] of Object.entries(aliases)) {
    if (!Object.hasOwn(entry, name)) continue
    const present = Object.hasOwn(entry, own) ? entry[own] : undefined
    if (isAbsent(present)) Object.assign(entry, { [own]: entry[name] })
  }
}
