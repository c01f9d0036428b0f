/**
 * What is read, and what comes of it.
 *
 * @module
 */
import type { QrLevel } from '../../encode-qr.ts'

/** Pixels in rows from the top: an `ImageData`, or anything with its three fields. */
export interface QrPixels {
  /** Red, green, blue and alpha of each pixel: 4 × `width` × `height` bytes. */
  readonly data: Uint8ClampedArray | Uint8Array
  readonly width: number
  readonly height: number
}

/** In pixels from the top left corner of the picture. */
export interface QrPoint {
  readonly x: number
  readonly y: number
}

/** Corners by where they are in an upright symbol: three of its finder patterns are at all but `bottomRight`. */
export interface QrCorners {
  readonly topLeft: QrPoint
  readonly topRight: QrPoint
  readonly bottomRight: QrPoint
  readonly bottomLeft: QrPoint
}

export interface QrReading {
  /** The bytes as UTF-8; when they are not UTF-8 or the symbol names another character set, what the library makes of them. */
  readonly text: string
  /** What the symbol holds, before any decoding. */
  readonly bytes: Uint8Array
  /** The text begins like a Pix code. Whether it is one, `parseBrCode` of `@pixkit/brcode` tells. */
  readonly pix: boolean
  readonly corners: QrCorners
  /** 1 to 40. */
  readonly version: number
  readonly level: QrLevel
  /** Share of the error correction that was not needed: 1 when every module was right, 0 at the brink. */
  readonly margin: number
  /** Light on dark. */
  readonly inverted: boolean
  /** Seen from behind or in a mirror. */
  readonly mirrored: boolean
  /** Present when the text is cut over several symbols (structured append): this is piece `index`, from 0, of `count`. */
  readonly piece?: { readonly index: number; readonly count: number } | undefined
}
