/**
 * Errors of the package, with their English sentences.
 *
 * @module
 */
import { errorFromIssue, type PixkitError } from '@pixkit/core/error'
import type { Params } from '@pixkit/core/issue'
import type { QrDrawErrorCode } from '../codes.ts'
import type { QrMatrix } from '../encode-qr.ts'
import { drawMessages } from '../messages/en.ts'

/** @param option - Name of the option that is to blame; absent when it is the text. */
export function failure(code: QrDrawErrorCode, params: Params = {}, option?: string): PixkitError<QrDrawErrorCode> {
  return errorFromIssue({ code, path: option === undefined ? [] : [option], params }, drawMessages)
}

/**
 * Checks a numeric option.
 *
 * @throws {PixkitError} `QR_OPTION_INVALID`: not an integer from `min` to `max`.
 */
export function assertInteger(value: number, min: number, max: number, option: string): void {
  if (!(Number.isInteger(value) && value >= min && value <= max)) {
    throw failure('QR_OPTION_INVALID', { expected: `${min}…${max}` }, option)
  }
}

/**
 * Checks an option that is one of a few words.
 *
 * @throws {PixkitError} `QR_OPTION_INVALID`.
 */
export function assertChoice(value: string, choices: readonly string[], option: string): void {
  if (!choices.includes(value)) throw failure('QR_OPTION_INVALID', { expected: choices.join(', ') }, option)
}

/**
 * Refuses what did not come from `encodeQr`, a text above all.
 *
 * @throws {TypeError} `matrix` is no matrix.
 */
export function assertMatrix(matrix: QrMatrix): void {
  const { modules, size } = Object(matrix) as Partial<QrMatrix>
  const isMatrix = typeof size === 'number' && modules?.length === size * size
  if (!isMatrix) throw new TypeError(`"matrix" must be what encodeQr returns, got ${typeof matrix}`)
}
