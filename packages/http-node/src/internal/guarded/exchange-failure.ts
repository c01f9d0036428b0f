/**
 * What undici and its parser say, in codes of pixkit.
 *
 * @module
 */
import type { PixkitError } from '@pixkit/core/error'
import type { HttpErrorCode } from '@pixkit/http/codes'
import { failureOfSystem } from '@pixkit/http/failure'
import { overflowOf } from '../header-overflow.ts'
import type { GuardedSettings } from './settings.ts'

/** Names of `SYSTEM_ERRORS` of `@pixkit/http`, and what only this transport knows: where its limits are. */
export function failureOfExchange(
  error: unknown,
  { maxHeaderBytes }: Pick<GuardedSettings, 'maxHeaderBytes'>,
): PixkitError<HttpErrorCode> {
  return overflowOf(error, maxHeaderBytes) ?? failureOfSystem(error, ['HTTP_PROTOCOL', 'other'])
}
