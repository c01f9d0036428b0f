/**
 * A QR code on a canvas.
 *
 * @module
 */
import type { QrMatrix } from './encode-qr.ts'
import { type DrawOptions, readDrawing } from './internal/draw-options.ts'
import { assertInteger, failure } from './internal/failure.ts'

export interface RenderCanvasOptions extends DrawOptions {
  /** Pixels of the canvas per module, 8 by default, 1 to 64. */
  readonly scale?: number | undefined
}

/** What is used of `HTMLCanvasElement`, `OffscreenCanvas` or a canvas for Node. */
export interface CanvasLike {
  width: number
  height: number
  /** Each kind of canvas has its own type of context. */
  getContext(kind: '2d'): unknown
}

/** What is used of a 2d context. */
interface Context {
  fillStyle: string
  clearRect(x: number, y: number, width: number, height: number): void
  fillRect(x: number, y: number, width: number, height: number): void
}

/**
 * Draws a QR code on a canvas, whose size it sets to whole pixels per module. On a screen with several dots per pixel, let
 * CSS make it smaller.
 *
 * @param matrix - From `encodeQr`.
 * @param canvas - What was on it is lost.
 * @throws {PixkitError} `QR_CANVAS_UNAVAILABLE`, `QR_COLOR_FORMAT`, `QR_CONTRAST_LOW`, `QR_OPTION_INVALID`.
 *
 * @example
 * ```ts
 * import { encodeQr, renderCanvas } from '@pixkit/qr'
 *
 * export function show(canvas: HTMLCanvasElement, text: string) {
 *   renderCanvas(encodeQr(text), canvas, { scale: 6 })
 * }
 * ```
 */
export function renderCanvas(matrix: QrMatrix, canvas: CanvasLike, options: RenderCanvasOptions = {}): void {
  const { background, color, quietZone, ...drawing } = readDrawing(matrix, options)
  const { scale = 8 } = options
  assertInteger(scale, 1, 64, 'scale')
  const side = drawing.side * scale
  canvas.width = side
  canvas.height = side
  const context = canvas.getContext('2d') as Context | null
  if (context === null) throw failure('QR_CANVAS_UNAVAILABLE')
  if (background === undefined) context.clearRect(0, 0, side, side)
  else {
    context.fillStyle = background
    context.fillRect(0, 0, side, side)
  }
  context.fillStyle = color
  for (const [at, module] of matrix.modules.entries()) {
    if (module === 0) continue
    const [x, y] = [at % matrix.size, Math.floor(at / matrix.size)].map((n) => (n + quietZone) * scale) as [
      number,
      number,
    ]
    context.fillRect(x, y, scale, scale)
  }
}
