/**
 * The QR code as data for an SVG.
 *
 * @module
 */
import { isPixkitError } from '@pixkit/core/error'
import { encodeQr, type QrLevel } from '@pixkit/qr/encode-qr'
import { svgPath } from '@pixkit/qr/svg-path'

const LEVELS: readonly string[] = ['L', 'M', 'Q', 'H']
/** Light modules that readers need on every side (ISO/IEC 18004:2015, section 6.3.8). */
const QUIET_ZONE = 4

export interface Picture {
  /** Side with the quiet zone, in modules. */
  readonly size: number
  /** The dark modules, as an attribute `d` to be stroked. */
  readonly path: string
}

/** The level that an attribute names; `'M'` where it names none. */
export function levelOf(name: string | null): QrLevel {
  const level = name?.toUpperCase() ?? ''
  return LEVELS.includes(level) ? (level as QrLevel) : 'M'
}

/** Draws a text; nothing where it does not fit into a QR code of that level. */
export function pictureOf(text: string, level: QrLevel): Picture | undefined {
  try {
    const matrix = encodeQr(text, { level })
    return { size: matrix.size + 2 * QUIET_ZONE, path: svgPath(matrix, QUIET_ZONE) }
  } catch (error) {
    if (!isPixkitError(error, 'QR_TEXT_TOO_LONG')) throw error
    return undefined
  }
}
