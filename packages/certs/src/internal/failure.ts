/**
 * Errors of the part for Node, with their English sentences.
 *
 * @module
 */
import { errorFromIssue, type PixkitError } from '@pixkit/core/error'
import type { Params, Path } from '@pixkit/core/issue'
import type { MakeErrorCode, ReadErrorCode } from '../codes.ts'
import { makeMessages, readMessages } from '../messages/en.ts'

const messages = /* @__PURE__ */ Object.assign({}, readMessages, makeMessages)

/** @param path - Field or option that is to blame; empty when it is the file. */
export function failure<Code extends ReadErrorCode | MakeErrorCode>(
  code: Code,
  params: Params = {},
  path: Path = [],
): PixkitError<Code> {
  return errorFromIssue({ code, path, params }, messages)
}
