/**
 * Pictures from files or standard input, within bounds.
 *
 * @module
 */
import { isPixkitError } from '@pixkit/core/error'
import type { QrReading } from '@pixkit/qr/read'
import type { Io } from '../io.ts'
import { failure, systemCode } from './failure.ts'
import { STDIO } from './read-code.ts'

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
  const bytes = await readBytes(io, file)
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

async function readBytes({ files, stdin }: Io, file: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    if (files === undefined && file !== STDIO) throw Object.assign(new Error('no files'), { code: 'ENOSYS' })
    for await (const chunk of (file === STDIO ? stdin : files)?.read(file) ?? []) {
      length += chunk.length
      if (length > MAX_PICTURE_BYTES) throw failure('CLI_FILE_TOO_LARGE', { max: MAX_PICTURE_BYTES })
      chunks.push(chunk)
    }
  } catch (error) {
    if (isPixkitError(error)) throw error
    throw failure('CLI_FILE_UNREADABLE', { cause: systemCode(error) })
  }
  return joined(chunks, length)
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

/** UTF-8 without controls. */
function isText(bytes: Uint8Array): boolean {
  try {
    return !NOT_TEXT.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return false
  }
}
