/**
 * Errors and issues of this package.
 *
 * @module
 */
import { PixkitError } from '@pixkit/core/error'
import { formatMessage, type Issue, type Path, type Severity } from '@pixkit/core/issue'
import type { BacenErrorCode, ReasonOf } from '../codes.ts'
import { bacenMessages } from '../messages/en.ts'

export interface Fault<Code extends BacenErrorCode> {
  readonly reason?: ReasonOf<Code> | undefined
  readonly path?: Path | undefined
  /** Words of pixkit and of the norm, and numbers; nothing that a bank or a caller said. */
  readonly params?: Readonly<Record<string, string | number>> | undefined
  readonly issues?: readonly Issue[] | undefined
  readonly cause?: unknown
}

/** Codes whose paths begin in a body: an empty one is all of it. */
const OF_A_BODY: ReadonlySet<BacenErrorCode> = /* @__PURE__ */ new Set(['BACEN_REQUEST', 'BACEN_RESPONSE'])

/** Makes the error; `params.field` is the path, joined by dots. Its message says how many issues there are beside the first. */
export function bacenFailure<Code extends BacenErrorCode>(code: Code, fault: Fault<Code> = {}): PixkitError<Code> {
  const issue = bacenIssue(code, 'error', fault)
  const { issues = [], cause } = fault
  const errors = issues.filter(({ severity }) => severity === 'error').length
  const others = errors > 1 ? ` (and ${errors - 1} more in "issues")` : ''
  return new PixkitError(code, formatMessage(issue, bacenMessages) + others, { ...issue, issues, cause })
}

/** Makes an issue, to warn of or to collect. */
export function bacenIssue<Code extends BacenErrorCode>(
  code: Code,
  severity: Severity,
  { reason, path = [], params = {} }: Fault<Code> = {},
): Issue<Code> {
  const name = path.length === 0 && OF_A_BODY.has(code) ? 'body' : path.join('.')
  const field = name === '' ? {} : { field: name }
  return { code, severity, path, params: { ...params, ...field, ...(reason === undefined ? {} : { reason }) } }
}
