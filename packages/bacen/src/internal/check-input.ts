/**
 * What is asked of an operation, looked at before a byte is sent.
 *
 * @module
 */
import type { Issue } from '@pixkit/core/issue'
import type { BacenClientOptions, PutOptions } from './client-options.ts'
import type { OperationName } from '../operations.ts'
import type { ProfileSettings } from '../profile.ts'
import type { OperationInput } from './context.ts'
import { bacenFailure } from './failure.ts'
import { prestadorIssues } from './prestador.ts'
import { checkParameters } from './schema/check-parameters.ts'
import { checkRequest } from './schema/check.ts'

/**
 * Everything that is wrong, at once.
 *
 * @returns What is only advice.
 * @throws {PixkitError} `BACEN_REQUEST`: the first of its issues.
 */
export function checkInput(
  operation: OperationName,
  input: OperationInput,
  { maxItensPorPagina, prestadorDoServicoDeSaque }: ProfileSettings,
  { apiVersion, allowUnknownMembers, clock = Date.now }: BacenClientOptions,
): readonly Issue[] {
  const now = clock()
  const { body, options = {} } = input
  const { mayExist } = options as PutOptions
  const issues: Issue[] = [
    ...checkParameters(operation, input, { now, maxItensPorPagina }),
    ...checkRequest(operation, body, { apiVersion, allowUnknownMembers, now, mayExist }),
    ...prestadorIssues(body, prestadorDoServicoDeSaque),
  ]
  refuseFirst(operation, issues)
  return issues
}

/** @throws {PixkitError} `BACEN_REQUEST`, when one of them is an error. */
export function refuseFirst(operation: string, issues: readonly Issue[]): void {
  const first = issues.find(({ severity }) => severity === 'error')
  if (first === undefined) return
  const { path, params } = first
  throw bacenFailure('BACEN_REQUEST', { path, params: { ...params, operation }, issues })
}
