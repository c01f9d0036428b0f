/**
 * Errors of the reading side, with their English sentences.
 *
 * @module
 */
import { PixkitError } from '@pixkit/core/error'
import { formatMessage, type Params, type Path } from '@pixkit/core/issue'
import type { QrReadErrorCode } from '../../codes.ts'
import { readMessages } from '../../messages/en.ts'

interface Details {
  readonly params?: Params
  /** Argument or field that is to blame; absent when it is the picture. */
  readonly path?: Path
  readonly cause?: unknown
}

export function readFailure(
  code: QrReadErrorCode,
  { cause, params = {}, path = [] }: Details = {},
): PixkitError<QrReadErrorCode> {
  return new PixkitError(code, formatMessage({ code, params, path }, readMessages), { path, params, cause })
}

/**
 * Checks that a picture is not too large to be read.
 *
 * @throws {PixkitError} `QR_IMAGE_TOO_LARGE`.
 */
export function assertPixels(width: number, height: number, max: number): void {
  if (!(width * height <= max)) throw readFailure('QR_IMAGE_TOO_LARGE', { params: { width, height, max } })
}
