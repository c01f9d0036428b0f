/**
 * The dark modules as one SVG path.
 *
 * @module
 */
import type { QrMatrix } from './encode-qr.ts'

/**
 * Draws the rows as strokes, one unit per module: for `stroke`, with the stroke width of 1 that SVG begins with.
 *
 * Set `shape-rendering="crispEdges"` on the image: rows meet without a seam then, at any size.
 *
 * @param matrix - From `encodeQr`.
 * @param offset - Added to both coordinates: the width of the quiet zone.
 * @returns Value for the attribute `d`, which begins in the middle of the first row.
 *
 * @example
 * ```ts
 * import { encodeQr } from '@pixkit/qr/encode-qr'
 * import { svgPath } from '@pixkit/qr/svg-path'
 *
 * svgPath(encodeQr('01234567')).slice(0, 11) // 'M0 0.5h7m2 '
 * ```
 */
export function svgPath({ modules, size }: QrMatrix, offset = 0): string {
  let path = ''
  let [lastRow, end] = [0, 0]
  for (let row = 0, at = 0; row < size; row++) {
    for (let column = 0; column < size; column++, at++) {
      if (modules[at] !== 1) continue
      const start = column
      while (column + 1 < size && modules[at + 1] === 1) {
        column++
        at++
      }
      path += path === '' ? `M${start + offset} ${row + offset + 0.5}` : `m${start - end} ${row - lastRow}`
      path += `h${column + 1 - start}`
      lastRow = row
      end = column + 1
    }
  }
  return path
}
