/**
 * A QR code as a PNG file.
 *
 * @module
 */
import { encode } from 'fast-png'
import type { QrMatrix } from './encode-qr.ts'
import { type DrawOptions, readDrawing } from './internal/draw-options.ts'
import { assertInteger } from './internal/failure.ts'

export interface RenderPngOptions extends DrawOptions {
  /** Pixels per module, 8 by default, 1 to 64. Print wants more than 300 dots per inch: a module of 0.5 mm is 6 pixels. */
  readonly scale?: number | undefined
}

/**
 * Draws a QR code as a PNG file of one bit per pixel.
 *
 * @param matrix - From `encodeQr`.
 * @returns The bytes of the file; `pngDataUrl` makes a `data:` URL of them.
 * @throws {PixkitError} `QR_COLOR_FORMAT`, `QR_CONTRAST_LOW`, `QR_OPTION_INVALID`.
 *
 * @example
 * ```ts
 * import { encodeQr, renderPng } from '@pixkit/qr'
 *
 * const png = renderPng(encodeQr('01234567'), { scale: 10 })
 * String.fromCharCode(...png.slice(1, 4)) // 'PNG'
 * ```
 */
export function renderPng(matrix: QrMatrix, options: RenderPngOptions = {}): Uint8Array {
  const { background, dark, light, quietZone, ...drawing } = readDrawing(matrix, options)
  const { scale = 8 } = options
  assertInteger(scale, 1, 64, 'scale')
  const side = drawing.side * scale
  return encode(
    {
      width: side,
      height: side,
      depth: 1,
      channels: 1,
      data: bitsOf(matrix, quietZone, scale, side),
      // The first colour of the palette is the light one: zeros are the quiet zone.
      palette:
        background === undefined
          ? [
              [...light, 0],
              [...dark, 255],
            ]
          : [[...light], [...dark]],
    },
    // Higher levels look longer among the equal rows and find less.
    { zlib: { level: 5 } },
  )
}

/** Eight pixels a byte; every row begins on a byte. */
function bitsOf({ modules, size }: QrMatrix, quietZone: number, scale: number, side: number): Uint8Array {
  const stride = Math.ceil(side / 8)
  const bits = new Uint8Array(stride * side)
  for (let row = 0; row < size; row++) {
    const start = (row + quietZone) * scale * stride
    for (let x = 0; x < size * scale; x++) {
      const at = x + quietZone * scale
      if (modules[row * size + Math.floor(x / scale)] === 1) (bits[start + (at >> 3)] as number) |= 128 >> (at & 7)
    }
    for (let copy = 1; copy < scale; copy++) bits.copyWithin(start + copy * stride, start, start + stride)
  }
  return bits
}
