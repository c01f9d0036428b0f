/**
 * The dark modules as one SVG path.
 *
 * @module
 */
import type { QrMatrix } from './encode-qr.ts'

/**
 * Draws the outlines of the dark areas, one unit per module, to be filled.
 *
 * Outlines have no seams between modules, whatever the size they are shown at.
 *
 * @param matrix - From `encodeQr`.
 * @param offset - Added to both coordinates: the width of the quiet zone.
 * @returns Value for the attribute `d`.
 *
 * @example
 * ```ts
 * import { encodeQr } from '@pixkit/qr/encode-qr'
 * import { svgPath } from '@pixkit/qr/svg-path'
 *
 * svgPath(encodeQr('01234567')).slice(0, 12) // 'M0 0h7v7h-7z'
 * ```
 */
export function svgPath({ modules, size }: QrMatrix, offset = 0): string {
  let path = ''
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (modules[row * size + column] !== 1) continue
      const start = column
      while (column + 1 < size && modules[row * size + column + 1] === 1) column++
      path += `M${start + offset} ${row + offset}h${column + 1 - start}v1h-${column + 1 - start}z`
    }
  }
  return path
}
