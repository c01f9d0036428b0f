/**
 * What the first bytes of a picture say: format and size. Nothing is decoded.
 *
 * @module
 */
import { readFailure } from './failure.ts'

export interface PngHeader {
  readonly format: 'PNG'
  readonly width: number
  readonly height: number
  /** Bits per sample: 1, 2, 4, 8 or 16. */
  readonly depth: number
  readonly channels: number
  /** Samples are places in a palette. */
  readonly indexed: boolean
  readonly interlaced: boolean
}

export interface JpegHeader {
  readonly format: 'JPEG'
  readonly width: number
  readonly height: number
}

/** Formats that are not read: name, and what stands where. */
const OTHERS: readonly (readonly [name: string, at: number, text: string])[] = [
  ['GIF', 0, 'GIF8'],
  ['WebP', 8, 'WEBP'],
  ['AVIF', 4, 'ftypavi'],
  ['HEIC', 4, 'ftyphe'],
  ['HEIC', 4, 'ftypmif1'],
  ['HEIC', 4, 'ftypmsf1'],
  ['BMP', 0, 'BM'],
  ['TIFF', 0, 'II*\0'],
  ['TIFF', 0, 'MM\0*'],
  ['PDF', 0, '%PDF'],
  ['SVG', 0, '<svg'],
  ['SVG', 0, '<?xml'],
  ['ICO', 0, '\0\0\x01\0'],
  ['JPEG XL', 0, '\xFF\x0A'],
  ['JPEG XL', 4, 'JXL '],
  ['JPEG 2000', 4, 'jP  '],
]

/** Channels by colour type, and the depths that go with it. */
const COLOR_TYPES: Readonly<Record<number, readonly [channels: number, depths: readonly number[]]>> = {
  0: [1, [1, 2, 4, 8, 16]],
  2: [3, [8, 16]],
  3: [1, [1, 2, 4, 8]],
  4: [2, [8, 16]],
  6: [4, [8, 16]],
}

/**
 * Reads the header of a PNG or JPEG file.
 *
 * @throws {PixkitError} `QR_IMAGE_EMPTY`, `QR_IMAGE_UNKNOWN`, `QR_IMAGE_FORMAT`: neither of the two, or a kind of JPEG that
 *   hardly anybody writes; `QR_IMAGE_DAMAGED`.
 *
 * @see PNG (Third Edition), sections 5.2 and 11.2.1; ITU-T T.81, annex B.
 */
export function headerOf(bytes: Uint8Array): PngHeader | JpegHeader {
  if (bytes.length === 0) throw readFailure('QR_IMAGE_EMPTY')
  const start = String.fromCharCode(...bytes.subarray(0, 64))
  if (start.startsWith('\x89PNG')) return pngHeader(bytes, start)
  if (start.startsWith('\xFF\xD8\xFF')) return jpegHeader(bytes)
  const other = OTHERS.find(([, at, text]) => start.startsWith(text, at))
  throw other === undefined
    ? readFailure('QR_IMAGE_UNKNOWN')
    : readFailure('QR_IMAGE_FORMAT', { params: { found: other[0] } })
}

function pngHeader(bytes: Uint8Array, start: string): PngHeader {
  if (!start.startsWith('\x89PNG\r\n\x1A\n\0\0\0\rIHDR') || bytes.length < 33) throw damaged('PNG')
  const view = viewOf(bytes)
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  const [depth, colorType, compression, filter, interlace] = bytes.subarray(24, 29) as unknown as number[]
  const [channels, depths] = COLOR_TYPES[colorType as number] ?? [0, []]
  const fits = depths.includes(depth as number) && compression === 0 && filter === 0 && (interlace as number) <= 1
  if (!fits || width === 0 || height === 0) throw damaged('PNG')
  return {
    format: 'PNG',
    width,
    height,
    depth: depth as number,
    channels,
    indexed: colorType === 3,
    interlaced: interlace === 1,
  }
}

function jpegHeader(bytes: Uint8Array): JpegHeader {
  const view = viewOf(bytes)
  let at = 2
  while (at + 9 < bytes.length) {
    // Bytes between segments are padding to most readers, and any number of FF stands before a marker.
    const marker = bytes[at + 1] as number
    if (bytes[at] !== 0xff || marker === 0xff || marker === 0) {
      at++
      continue
    }
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      const kind = marker > 0xc8 ? 'arithmetic JPEG' : marker > 0xc2 ? 'lossless JPEG' : undefined
      const found = kind ?? (bytes[at + 4] === 8 ? undefined : `${bytes[at + 4]}-bit JPEG`)
      if (found !== undefined) throw readFailure('QR_IMAGE_FORMAT', { params: { found } })
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)]
      if (width === 0 || height === 0) break
      return { format: 'JPEG', width, height }
    }
    at += 2 + view.getUint16(at + 2)
  }
  throw damaged('JPEG')
}

export function damaged(format: string, cause?: unknown): ReturnType<typeof readFailure> {
  return readFailure('QR_IMAGE_DAMAGED', { params: { format }, cause })
}

export function viewOf({ buffer, byteLength, byteOffset }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength)
}
