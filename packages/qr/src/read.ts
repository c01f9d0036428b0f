/**
 * Reads the QR codes in a picture.
 *
 * @module
 */
import { assertPixels, readFailure } from './internal/read/failure.ts'
import { findIn } from './internal/read/find.ts'
import { BLACK, hasTransparency, lumaOf, WHITE } from './internal/read/luma.ts'
import { checkOptions, type ReadQrOptions } from './internal/read/options.ts'
import { readingsOf } from './internal/read/readings.ts'
import type { QrPixels, QrReading } from './internal/read/types.ts'

export type { ReadQrOptions } from './internal/read/options.ts'
export type { QrCorners, QrPixels, QrPoint, QrReading } from './internal/read/types.ts'

/**
 * Reads every QR code in a picture, Pix codes first.
 *
 * Rotated, mirrored, inverted and slanted codes are read, also blurred, grainy, dark and small ones as far as it goes. When
 * nothing is found at first, the picture is brightened, enlarged and sharpened, which takes many times longer, and only if
 * nothing is found: an easy code hides a hard one beside it. Transparent pixels count as white, and as black when nothing is
 * found on white. Micro QR, rMQR and the QR codes of before 1997 (model 1) are not read.
 *
 * @param image - Pixels: the `ImageData` of a canvas, a frame of a camera.
 * @param options - `wasm` is required.
 * @returns What each code says and where it is; nothing found is an empty array.
 * @throws {PixkitError} `QR_WASM_MISSING`, `QR_WASM_INVALID`, `QR_IMAGE_SIZE` (path: the field of `image`),
 *   `QR_IMAGE_TOO_LARGE`, `QR_READER_FAILED`.
 * @throws {TypeError} An argument has the wrong type.
 *
 * @example
 * ```ts
 * import { readFile } from 'node:fs/promises'
 * import { createRequire } from 'node:module'
 * import { encodeQr } from '@pixkit/qr'
 * import { readQr } from '@pixkit/qr/read'
 *
 * const require = createRequire(import.meta.resolve('@pixkit/qr'))
 * const wasm = await readFile(require.resolve('zxing-wasm/reader/zxing_reader.wasm'))
 *
 * // Four pixels per module, four modules of quiet zone.
 * const { modules, size } = encodeQr('000201')
 * const side = 4 * (size + 8)
 * const data = new Uint8ClampedArray(4 * side * side).fill(255)
 * for (let pixel = 0; pixel < side * side; pixel++) {
 *   const column = Math.floor((pixel % side) / 4) - 4
 *   const row = Math.floor(pixel / side / 4) - 4
 *   const dark = column >= 0 && column < size && modules[row * size + column] === 1
 *   if (dark) data.fill(0, 4 * pixel, 4 * pixel + 3)
 * }
 *
 * const [reading] = await readQr({ data, width: side, height: side }, { wasm })
 * reading?.text // '000201'
 * reading?.version // 1
 * ```
 */
export async function readQr(image: QrPixels, options: ReadQrOptions): Promise<QrReading[]> {
  const { maxPixels, quick, wasm } = checkOptions(options)
  assertImage(image, maxPixels)
  let found = await findIn(wasm, lumaOf(image, WHITE), quick)
  if (found.length === 0 && hasTransparency(image)) found = await findIn(wasm, lumaOf(image, BLACK), true)
  return readingsOf(found)
}

/**
 * @throws {PixkitError} `QR_IMAGE_SIZE`, `QR_IMAGE_TOO_LARGE`.
 * @throws {TypeError} A field has the wrong type.
 */
function assertImage(image: QrPixels, maxPixels: number): void {
  const { data, height, width } = image
  for (const [name, value] of Object.entries({ width, height })) {
    if (typeof value !== 'number') throw new TypeError(`"${name}" must be a number, got ${typeof value}`)
    if (!(Number.isInteger(value) && value > 0)) {
      throw readFailure('QR_IMAGE_SIZE', { params: { expected: '1, 2, 3…' }, path: [name] })
    }
  }
  assertPixels(width, height, maxPixels)
  const isBytes = ArrayBuffer.isView(data) && 'length' in data && data.BYTES_PER_ELEMENT === 1
  if (!isBytes) throw new TypeError('"data" must be a Uint8ClampedArray or Uint8Array')
  const expected = 4 * width * height
  if (data.length !== expected) {
    throw readFailure('QR_IMAGE_SIZE', {
      params: { expected: `${expected} bytes`, found: data.length },
      path: ['data'],
    })
  }
}
