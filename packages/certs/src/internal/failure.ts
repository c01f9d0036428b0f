/**
 * Errors of the part for Node, with their English sentences.
 *
 * Not one function with `x509Failure`: whoever imports that pays for its sentences only, which a browser must download. This
 * one knows those codes as well.
 *
 * @module
 */
import { errorFromIssue, type PixkitError } from '@pixkit/core/error'
import type { Params, Path } from '@pixkit/core/issue'
import type { CertsErrorCode } from '../codes.ts'
import { makeMessages, readMessages, x509Messages } from '../messages/en.ts'

const messages = /* @__PURE__ */ Object.assign({}, x509Messages, readMessages, makeMessages)

/** @param path - Field or option that is to blame; empty when it is the file. */
export function failure<Code extends CertsErrorCode>(
  code: Code,
  params: Params = {},
  path: Path = [],
): PixkitError<Code> {
  return errorFromIssue({ code, path, params }, messages)
}
