/**
 * Reads the QR codes in PNG and JPEG files, under Node.
 *
 * @module
 */
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { inflateSync } from 'node:zlib'
import jpeg from 'jpeg-js'
import { assertPixels, readFailure } from '../internal/read/failure.ts'
import { findHarder, findIn } from '../internal/read/find.ts'
import { damaged, headerOf, type JpegHeader, type PngHeader } from '../internal/read/header.ts'
import { assertFewScans, looksWhole } from '../internal/read/jpeg.ts'
import { BLACK, type Luma, lumaOf, WHITE } from '../internal/read/luma.ts'
import { type CheckedOptions, checkOptions } from '../internal/read/options.ts'
import { decodePng, inflatedLength, lumaOfPng, partsOfPng, pngHasTransparency } from '../internal/read/png.ts'
import { readingsOf } from '../internal/read/readings.ts'
import type { RawReading } from '../internal/read/reader.ts'
import { findInFile } from '../internal/read/zxing.ts'
import type { QrReading, ReadQrOptions } from '../read.ts'

const MAX_FILE_BYTES = 100_000_000

/** Larger JPEG pictures get one look only: their pixels would take gigabytes. */
const MAX_DECODED_JPEG_PIXELS = 16_000_000

/** `wasm` is that of the installed zxing-wasm by default. */
export type ReadQrFileOptions = Partial<ReadQrOptions>

/**
 * Reads every QR code in a PNG or JPEG file, Pix codes first.
 *
 * @param path - Of a file with at most 100 MB.
 * @returns As {@link readQrImage}.
 * @throws {PixkitError} `QR_FILE_UNREADABLE`, `QR_FILE_TOO_LARGE`, and what `readQrImage` throws.
 * @throws {TypeError} `path` is neither a string nor a `URL`.
 *
 * @example
 * ```ts
 * import { mkdtemp, writeFile } from 'node:fs/promises'
 * import { tmpdir } from 'node:os'
 * import { join } from 'node:path'
 * import { encodeQr, renderPng } from '@pixkit/qr'
 * import { readQrFile } from '@pixkit/qr/read/node'
 *
 * const path = join(await mkdtemp(join(tmpdir(), 'pixkit-')), 'code.png')
 * await writeFile(path, renderPng(encodeQr('000201')))
 *
 * const [reading] = await readQrFile(path)
 * reading?.text // '000201'
 * ```
 */
export async function readQrFile(path: string | URL, options: ReadQrFileOptions = {}): Promise<QrReading[]> {
  if (typeof path !== 'string' && !(path instanceof URL)) {
    throw new TypeError(`"path" must be a string or a URL, got ${typeof path}`)
  }
  checkOptions(options)
  return readQrImage(await load(path), options)
}

/**
 * Reads every QR code in the bytes of a PNG or JPEG file, Pix codes first. The format is told by the bytes.
 *
 * Reads as `readQr` does. Corners are in pixels of the file, before any rotation that EXIF asks for. The size is checked
 * before anything is decoded. Transparency of interlaced PNG files with less than 8 bits is ignored.
 *
 * @param bytes - The whole file.
 * @returns What each code says and where it is; nothing found is an empty array.
 * @throws {PixkitError} `QR_IMAGE_EMPTY`, `QR_IMAGE_UNKNOWN`, `QR_IMAGE_FORMAT`: not PNG or JPEG; `QR_IMAGE_TOO_LARGE`;
 *   `QR_IMAGE_DAMAGED`; `QR_READER_FAILED`; `QR_WASM_MISSING`, `QR_WASM_INVALID`.
 * @throws {TypeError} `bytes` is no `Uint8Array`.
 *
 * @example
 * ```ts
 * import { encodeQr, renderPng } from '@pixkit/qr'
 * import { readQrImage } from '@pixkit/qr/read/node'
 *
 * const [reading] = await readQrImage(renderPng(encodeQr('000201', { level: 'H' })))
 * reading?.text // '000201'
 * reading?.level // 'H'
 * ```
 */
export async function readQrImage(bytes: Uint8Array, options: ReadQrFileOptions = {}): Promise<QrReading[]> {
  if (!(bytes instanceof Uint8Array)) throw new TypeError(`"bytes" must be a Uint8Array, got ${typeof bytes}`)
  const checked = checkOptions(options)
  const header = headerOf(bytes)
  // Samples of 16 bits take twice the memory.
  const max = header.format === 'PNG' && header.depth === 16 ? Math.floor(checked.maxPixels / 2) : checked.maxPixels
  assertPixels(header.width, header.height, max)
  const wasm = checked.wasm ?? (await installedWasm())
  const find =
    header.format === 'PNG'
      ? findInPng(bytes, header, { ...checked, wasm })
      : findInJpeg(bytes, header, { ...checked, wasm })
  return readingsOf(await find)
}

async function findInPng(bytes: Uint8Array, header: PngHeader, { quick, wasm }: CheckedOptions): Promise<RawReading[]> {
  const { data, essential } = partsOfPng(bytes)
  assertInflates(data, inflatedLength(header))
  if (header.interlaced && header.depth < 8) {
    // The decoder takes the samples for bytes; that of the library does not.
    const found = await findInFile(wasm, essential)
    if (found === undefined) throw damaged('PNG')
    return found
  }
  const png = decodePng(essential, header)
  const found = await findIn(wasm, lumaOfPng(png, WHITE), quick)
  return found.length > 0 || !pngHasTransparency(png) ? found : findIn(wasm, lumaOfPng(png, BLACK), true)
}

/** The decoder inflates whatever comes: a megabyte may hold a gigabyte. */
function assertInflates(data: Uint8Array, length: number): void {
  let inflated: Uint8Array
  try {
    inflated = inflateSync(data, { maxOutputLength: length + 1024 })
  } catch (cause) {
    throw damaged('PNG', cause)
  }
  if (inflated.length < length) throw damaged('PNG')
}

async function findInJpeg(
  bytes: Uint8Array,
  header: JpegHeader,
  { quick, wasm }: CheckedOptions,
): Promise<RawReading[]> {
  assertFewScans(bytes)
  const found = await findInFile(wasm, bytes)
  if (found === undefined) throw damaged('JPEG')
  if (found.length > 0) return found
  const luma = quick ? undefined : lumaOfJpeg(bytes, header)
  const harder = luma === undefined ? [] : await findHarder(wasm, luma)
  if (harder.length === 0 && !looksWhole(bytes)) throw damaged('JPEG')
  return harder
}

/** The pixels of a file that the library found nothing in; undefined when its size is not that of the header or it makes no sense. */
function lumaOfJpeg(bytes: Uint8Array, header: JpegHeader): Luma | undefined {
  if (header.width * header.height > MAX_DECODED_JPEG_PIXELS) return undefined
  try {
    // A much larger size further on in the file is not believed.
    const maxResolutionInMP = Math.ceil((header.width * header.height) / 1e6)
    const image = jpeg.decode(bytes, { useTArray: true, maxResolutionInMP, maxMemoryUsageInMB: 512 })
    const isAsSaid = image.width === header.width && image.height === header.height
    return isAsSaid ? lumaOf(image, WHITE) : undefined
  } catch {
    return undefined
  }
}

/** As many bytes as are allowed, from whatever the path names. */
async function load(path: string | URL): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  try {
    for await (const chunk of createReadStream(path, { end: MAX_FILE_BYTES, highWaterMark: 2 ** 20 })) {
      chunks.push(chunk as Uint8Array)
    }
  } catch (error) {
    // The message of the error quotes the path.
    throw readFailure('QR_FILE_UNREADABLE', { params: { reason: (error as { code?: string }).code ?? 'EIO' } })
  }
  const bytes = Buffer.concat(chunks)
  if (bytes.length > MAX_FILE_BYTES) throw readFailure('QR_FILE_TOO_LARGE', { params: { max: MAX_FILE_BYTES } })
  return bytes
}

let installed: Promise<Uint8Array> | undefined

async function installedWasm(): Promise<Uint8Array> {
  try {
    installed ??= readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
    return await installed
  } catch {
    installed = undefined
    throw readFailure('QR_WASM_MISSING', { path: ['wasm'] })
  }
}
