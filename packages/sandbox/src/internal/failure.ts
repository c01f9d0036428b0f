/**
 * Errors of this package.
 *
 * @module
 */
import { errorFromIssue, type PixkitError } from '@pixkit/core/error'
import type { Path } from '@pixkit/core/issue'
import type { ReasonOf, SandboxErrorCode } from '../codes.ts'
import { messages } from '../messages/en.ts'

export interface Fault<Code extends SandboxErrorCode> {
  readonly reason?: ReasonOf<Code> | undefined
  readonly path?: Path | undefined
  readonly params?: Readonly<Record<string, string | number>> | undefined
}

export function failure<Code extends SandboxErrorCode>(
  code: Code,
  { reason, path = [], params = {} }: Fault<Code> = {},
): PixkitError<Code> {
  const all = { ...params, ...(reason === undefined ? {} : { reason }) }
  return errorFromIssue({ code, path, params: all }, messages)
}
