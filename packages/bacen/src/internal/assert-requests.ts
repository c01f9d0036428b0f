/**
 * Several requests that are to be sent one after another, checked before the first of them.
 *
 * @module
 */
import type { OperationName } from '../operations.ts'
import { checkRequest } from './schema/check.ts'
import { bacenFailure } from './failure.ts'

/** What the options of a client may allow: the client looks at it again. */
const OPTIONAL: ReadonlySet<unknown> = /* @__PURE__ */ new Set(['unknown-member', 'since-version'])

/**
 * @param requests - By the name that begins their paths.
 * @throws {PixkitError} `BACEN_REQUEST`, with all that is wrong in `issues`.
 */
export function assertRequests(requests: Readonly<Record<string, readonly [OperationName, unknown]>>): void {
  const issues = Object.entries(requests).flatMap(([name, [operation, body]]) =>
    checkRequest(operation, body)
      .filter(({ severity, params }) => severity === 'error' && !OPTIONAL.has(params['reason']))
      .map((issue) => ({ ...issue, path: [name, ...issue.path] })),
  )
  const [first] = issues
  if (first === undefined) return
  throw bacenFailure('BACEN_REQUEST', { path: first.path, params: first.params, issues })
}
