/**
 * The parameters of an operation, as issues.
 *
 * @module
 */
import { dayInSaoPaulo, isDate } from '@pixkit/core/dates'
import type { Issue } from '@pixkit/core/issue'
import { type OperationName, operations } from '../../operations.ts'
import { bacenIssue } from '../failure.ts'
import { pathIssues } from '../path-issues.ts'
import { queryIssues } from '../query-issues.ts'
import { partsOf, type PathParams } from '../routes.ts'
import type { Query } from '../write-query.ts'
import { assertOperation } from './check.ts'

/** Of the path, by the names in its braces, and of the query. */
export interface OperationParameters {
  readonly params?: PathParams | undefined
  readonly query?: Query | undefined
}

export interface CheckParametersOptions {
  /** Milliseconds since 1970; with it, another try on a day that is not to come is an error. */
  readonly now?: number | undefined
  /** Of the bank; 1,000 by default. */
  readonly maxItensPorPagina?: number | undefined
}

/**
 * Tells everything that is wrong with the parameters of an operation, as {@link checkRequest} does with its body.
 *
 * Numbers and booleans of a query may be texts, as a server reads them from a URL.
 *
 * @param operation - `'cob.list'`.
 * @returns Errors of code `BACEN_REQUEST`; empty when all is well.
 * @throws {TypeError} No such operation, or a parameter of the path that is neither a text nor a number.
 *
 * @example
 * ```ts
 * import { checkParameters } from '@pixkit/bacen/schema'
 *
 * const query = { inicio: '2026-11-01T00:00:00Z', fim: '2026-10-01T00:00:00Z' }
 * const [issue] = checkParameters('cob.list', { query })
 * issue?.params['reason'] // 'period'
 * issue?.path // ['fim']
 * ```
 *
 * @see API Pix 2.9.0, parameters of the paths; info, violations of `…ConsultaInvalida`.
 */
export function checkParameters(
  operation: OperationName,
  { params = {}, query = {} }: OperationParameters,
  { now, maxItensPorPagina }: CheckParametersOptions = {},
): readonly Issue<'BACEN_REQUEST'>[] {
  assertOperation(operation)
  const { path, newId } = operations[operation]
  return [
    ...pathIssues(partsOf(path), params, newId),
    ...dayIssues(params['data'], now),
    ...queryIssues(operation, query, maxItensPorPagina),
  ]
}

/** @see API Pix 2.9.0, CobROperacaoInvalida: `data` of another attempt is a day to come. */
function dayIssues(data: unknown, now: number | undefined): Issue<'BACEN_REQUEST'>[] {
  if (now === undefined || typeof data !== 'string' || !isDate(data) || data > dayInSaoPaulo(now)) return []
  return [bacenIssue('BACEN_REQUEST', 'error', { reason: 'past', path: ['data'] })]
}
