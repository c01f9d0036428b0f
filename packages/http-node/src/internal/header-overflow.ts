/**
 * Headers that are more than a transport takes.
 *
 * @module
 */
import type { PixkitError } from '@pixkit/core/error'
import type { HttpErrorCode } from '@pixkit/http/codes'
import { httpFailure } from '@pixkit/http/failure'

/** Too many headers, or trailers, as undici and its parser say it. */
export function overflowOf(error: unknown, max: number): PixkitError<HttpErrorCode> | undefined {
  const { code } = Object(error) as { readonly code?: unknown }
  const isOverflow = code === 'UND_ERR_HEADERS_OVERFLOW' || code === 'HPE_HEADER_OVERFLOW'
  return isOverflow ? httpFailure('HTTP_HEADERS_TOO_LARGE', { params: { max } }) : undefined
}
