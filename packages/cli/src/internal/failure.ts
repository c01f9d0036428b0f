/**
 * The commands' own refusals.
 *
 * @module
 */
import { errorFromIssue, type PixkitError } from '@pixkit/core/error'
import type { Issue, Params } from '@pixkit/core/issue'
import type { CliErrorCode } from '../codes.ts'
import { messages } from '../messages/en.ts'

const INPUT_CODES: readonly string[] = [
  'CLI_CERTIFICATE_MISSING',
  'CLI_CONVERT_SEVERAL',
  'CLI_FILE_EXISTS',
  'CLI_FILE_TOO_LARGE',
  'CLI_FILE_UNREADABLE',
  'CLI_FILE_UNWRITABLE',
  'CLI_INPUT_NOT_UTF8',
  'CLI_INPUT_TOO_LONG',
  'CLI_INPUT_TWICE',
  'CLI_INPUT_UNREADABLE',
  'CLI_JSON_NOT_OBJECT',
  'CLI_JSON_SYNTAX',
  'CLI_NETWORK_MISSING',
  'CLI_NOT_A_CODE',
  'CLI_NOT_A_LOCATION',
  'CLI_NOT_A_PICTURE',
  'CLI_NO_PIX_CODE',
  'CLI_NO_QR_CODE',
  'CLI_PASSPHRASE_UNREADABLE',
  'CLI_REQUEST_ONLY',
] satisfies readonly CliErrorCode[]

export function failure(code: CliErrorCode, params: Params = {}): PixkitError<CliErrorCode> {
  return errorFromIssue({ code, path: [], params }, messages)
}

/** The finding that an error stands for. */
export function issueOf<Code extends string>({ code, path, params }: PixkitError<Code>): Issue<Code> {
  return { code, severity: 'error', path, params }
}

/** Name of a system error, such as `EISDIR`: a directory instead of a file. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'ERROR'
}

/** 2 when the call is bad, 1 when the thing is: what was read, or the fields. */
export function exitCodeOf(code: string): 1 | 2 {
  return code.startsWith('CLI_') && !INPUT_CODES.includes(code) ? 2 : 1
}
