/**
 * Errors of the part that runs anywhere, with their English sentences; see `failure` for why there are two.
 *
 * @module
 */
import { errorFromIssue, type PixkitError } from '@pixkit/core/error'
import type { Params, Path } from '@pixkit/core/issue'
import type { ChainErrorCode, X509ErrorCode } from '../../codes.ts'
import { x509Messages } from '../../messages/en.ts'

/** @param path - Names of the fields from the outermost in, as the norm writes them. */
export function x509Failure<Code extends X509ErrorCode | ChainErrorCode>(
  code: Code,
  params: Params = {},
  path: Path = [],
): PixkitError<Code> {
  return errorFromIssue({ code, path, params }, x509Messages)
}
