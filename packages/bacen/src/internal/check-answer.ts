/**
 * What comes back of an operation, looked at before it is handed out.
 *
 * @module
 */
import type { HttpAnswer, HttpClient } from '@pixkit/http/http-client'
import type { BacenClientOptions } from '../client-options.ts'
import { checkCopiaECola, type CopiaEColaIssue } from '../copia-e-cola.ts'
import { noteFailedCall } from '../failed-call.ts'
import type { OperationName } from '../operations.ts'
import type { ProfileSettings } from '../profile.ts'
import { checkResponse } from '../schema.ts'
import { bacenFailure } from './failure.ts'
import { isMembers, type Members } from './members.ts'
import type { PathParams } from './routes.ts'

export interface Checked {
  readonly operation: OperationName
  readonly params: PathParams
  readonly answer: HttpAnswer
  readonly settings: ProfileSettings
  readonly copiaECola: NonNullable<BacenClientOptions['copiaECola']>
  readonly http: HttpClient
}

/** Operations whose success says everything. */
const WITHOUT_ANSWER: ReadonlySet<OperationName> = /* @__PURE__ */ new Set<OperationName>([
  'loteCobv.put',
  'loteCobv.update',
  'webhook.delete',
  'webhook.set',
  'webhookCobr.delete',
  'webhookCobr.set',
  'webhookRec.delete',
  'webhookRec.set',
])

/** Where answers carry a code, and the member of their lists. */
const LISTS: Partial<Readonly<Record<OperationName, string>>> = { 'cob.list': 'cobs', 'cobv.list': 'cobs' }

/**
 * Gives members the names of API Pix, warns of what is not as API Pix has it, and compares codes with their charges.
 *
 * @throws {PixkitError} `BACEN_RESPONSE`: no object at all, where there must be one; `BACEN_COPIA_E_COLA`.
 */
export function checkAnswer({ operation, params, answer, settings, copiaECola, http }: Checked): void {
  if (WITHOUT_ANSWER.has(operation)) return
  const { body, requestId } = answer
  if (!isMembers(body)) {
    const error = bacenFailure('BACEN_RESPONSE', { reason: 'type', params: { operation, status: answer.status } })
    throw noteFailedCall(error, { operation, params, mayBeDone: isWriting(operation), answer: body })
  }
  const list = LISTS[operation]
  const entries: readonly unknown[] = list !== undefined && Array.isArray(body[list]) ? body[list] : [body]
  for (const entry of entries) rename(entry, settings.aliases)
  for (const issue of checkResponse(operation, body)) http.warn(operation, issue, requestId)
  if (copiaECola === 'ignore') return
  for (const [index, entry] of entries.entries()) {
    const issues = checkCopiaECola(entry)
    if (issues.length === 0) continue
    if (list === undefined && copiaECola === 'throw') throwFirst(issues, { operation, params, body })
    const at = list === undefined ? [] : [list, index]
    for (const issue of issues) {
      http.warn(operation, { ...issue, severity: 'warning', path: [...at, ...issue.path] }, requestId)
    }
  }
}

/** Errors stop what would show the code; the warnings among the issues do not. */
function throwFirst(
  issues: readonly CopiaEColaIssue[],
  { operation, params, body }: Pick<Checked, 'operation' | 'params'> & { body: Members },
): void {
  const first = issues.find(({ severity }) => severity === 'error')
  if (first === undefined) return
  const { path, params: found } = first
  const error = bacenFailure('BACEN_COPIA_E_COLA', { path, params: { ...found, operation }, issues })
  throw noteFailedCall(error, { operation, params, mayBeDone: isWriting(operation), answer: body })
}

const isWriting = (operation: OperationName): boolean => !/\.(?:get|list|getDevolucao)$/.test(operation)

/** The answer is this call's own: nobody else has it yet. */
function rename(entry: unknown, aliases: Readonly<Record<string, string>>): void {
  if (!isMembers(entry)) return
  for (const [name, own] of Object.entries(aliases)) {
    if (!Object.hasOwn(entry, name) || Object.hasOwn(entry, own)) continue
    Object.assign(entry, { [own]: entry[name] })
  }
}
