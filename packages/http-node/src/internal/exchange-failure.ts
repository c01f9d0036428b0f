/**
 * What undici and its parser say, in codes of pixkit.
 *
 * @module
 */
import type { PixkitError } from '@pixkit/core/error'
import type { HttpErrorCode } from '@pixkit/http/codes'
import { failureOfSystem, httpFailure } from '@pixkit/http/failure'
import type { Settings } from './settings.ts'

/** Names of `SYSTEM_ERRORS` of `@pixkit/http`, and what only this transport knows: where its limits are. */
export function failureOfExchange(
  error: unknown,
  { maxHeaderBytes }: Pick<Settings, 'maxHeaderBytes'>,
): PixkitError<HttpErrorCode> {
  return overflowOf(error, maxHeaderBytes) ?? failureOfSystem(error, ['HTTP_PROTOCOL', 'other'])
}

/** Too many headers, or trailers, as undici and its parser say it. */
export function overflowOf(error: unknown, max: number): PixkitError<HttpErrorCode> | undefined {
  const { code } = Object(error) as { readonly code?: unknown }
  const isOverflow = code === 'UND_ERR_HEADERS_OVERFLOW' || code === 'HPE_HEADER_OVERFLOW'
  return isOverflow ? httpFailure('HTTP_HEADERS_TOO_LARGE', { params: { max } }) : undefined
}
