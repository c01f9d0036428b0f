/**
 * What is asked of an operation, looked at before a byte is sent.
 *
 * @module
 */
import { dayInSaoPaulo, isDate } from '@pixkit/core/dates'
import type { Issue } from '@pixkit/core/issue'
import type { BacenClientOptions, PutOptions } from '../client-options.ts'
import type { OperationName } from '../operations.ts'
import type { ProfileSettings } from '../profile.ts'
import type { OperationInput } from './context.ts'
import { bacenFailure, bacenIssue } from './failure.ts'
import { prestadorIssues } from './prestador.ts'
import { queryIssues } from './query-issues.ts'
import { pathIssues, type Route } from './routes.ts'
import { checkRequest } from './schema/check.ts'

/**
 * Everything that is wrong, at once.
 *
 * @returns What is only advice.
 * @throws {PixkitError} `BACEN_REQUEST`: the first of its issues.
 */
export function checkInput(
  operation: OperationName,
  { params = {}, query = {}, body, options = {} }: OperationInput,
  { parts }: Route,
  settings: ProfileSettings,
  { apiVersion, allowUnknownMembers, clock = Date.now }: BacenClientOptions,
): readonly Issue[] {
  const now = clock()
  const { mayExist } = options as PutOptions
  const issues: Issue[] = [
    ...pathIssues(operation, parts, params),
    ...dayIssues(params['data'], now),
    ...queryIssues(operation, query, settings.maxItensPorPagina),
    ...checkRequest(operation, body, { apiVersion, allowUnknownMembers, now, mayExist }),
    ...prestadorIssues(body, settings.prestadorDoServicoDeSaque),
  ]
  if (issues.length > 0) refuseFirst(operation, issues)
  return issues
}

/** @see API Pix 2.9.0, CobROperacaoInvalida: `data` of another attempt is a day to come. */
function dayIssues(data: unknown, now: number): Issue[] {
  if (typeof data !== 'string' || !isDate(data) || data > dayInSaoPaulo(now)) return []
  return [bacenIssue('BACEN_REQUEST', 'error', { reason: 'past', path: ['data'] })]
}

/** @throws {PixkitError} `BACEN_REQUEST`, when one of them is an error. */
export function refuseFirst(operation: string, issues: readonly Issue[]): void {
  const first = issues.find(({ severity }) => severity === 'error')
  if (first === undefined) return
  const { path, params } = first
  throw bacenFailure('BACEN_REQUEST', { path, params: { ...params, operation }, issues })
}
