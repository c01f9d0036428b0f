/**
 * Pictures from files or standard input, within bounds.
 *
 * @module
 */
import { isPixkitError } from '@pixkit/core/error'
import type { QrReading } from '@pixkit/qr/read'
import type { Io } from '../io.ts'
import { failure } from './failure.ts'
import { readBytes } from './read-bytes.ts'

/** More than any screenshot or photo of a phone. */
const MAX_PICTURE_BYTES = 33_554_432
const NOT_TEXT = /[^\P{Cc}\t\n\r\f]/u

/**
 * Reads the QR codes of a picture, Pix codes first.
 *
 * @param file - Name, or `-`.
 * @throws {PixkitError} `CLI_FILE_…`, `CLI_NOT_A_PICTURE`, `CLI_NO_QR_CODE`, `QR_…`.
 */
export async function readPicture(io: Io, file: string): Promise<readonly QrReading[]> {
  const bytes = await readBytes(io, file, MAX_PICTURE_BYTES)
  // The reader is large, and only this command has a use for it.
  const { readQrImage } = await import('@pixkit/qr/read/node')
  try {
    const readings = await readQrImage(bytes)
    if (readings.length === 0) throw failure('CLI_NO_QR_CODE')
    return readings
  } catch (error) {
    if (isPixkitError(error, 'QR_IMAGE_UNKNOWN') && isText(bytes)) throw failure('CLI_NOT_A_PICTURE')
    throw error
  }
}

/** UTF-8 without controls. */
function isText(bytes: Uint8Array): boolean {
  try {
    return !NOT_TEXT.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return false
  }
}
