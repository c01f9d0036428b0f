/**
 * From a PNG file to brightness.
 *
 * @module
 */
import { decode, type DecodedPng } from 'fast-png'
import { damaged, type PngHeader, viewOf } from './header.ts'
import { type Luma, lumaOfColor, over } from './luma.ts'

/** Columns and rows where the passes of an interlaced picture begin, and their steps. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

export interface PngParts {
  /** Signature, header, palette, transparency, data and end: the decoder inflates other chunks, however large. */
  readonly essential: Uint8Array
  /** The compressed pixels. */
  readonly data: Uint8Array
}

/**
 * Takes a PNG file apart.
 *
 * @throws {PixkitError} `QR_IMAGE_DAMAGED`: chunks do not follow each other to the end.
 */
export function partsOfPng(bytes: Uint8Array): PngParts {
  const view = viewOf(bytes)
  const kept: Uint8Array[] = [bytes.subarray(0, 33)]
  const data: Uint8Array[] = []
  for (let at = 33; ;) {
    if (at + 12 > bytes.length) throw damaged('PNG')
    const length = view.getUint32(at)
    const end = at + 12 + length
    if (end > bytes.length) throw damaged('PNG')
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    const isKept = ['PLTE', 'tRNS', 'IDAT', 'IEND'].includes(type)
    // A capital at the beginning: nobody may go on who does not know the chunk.
    if (!isKept && /^[A-Z]/.test(type)) throw damaged('PNG')
    if (isKept) kept.push(bytes.subarray(at, end))
    if (type === 'IDAT') data.push(bytes.subarray(at + 8, end - 4))
    if (type === 'IEND') return { essential: joined(kept), data: joined(data) }
    at = end
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    result.set(piece, at)
    at += piece.length
  }
  return result
}

/** How many bytes the pixels have when they are inflated: rows, each behind a byte for its filter. */
export function inflatedLength({ channels, depth, height, interlaced, width }: PngHeader): number {
  const passes = interlaced ? PASSES : [[0, 0, 1, 1] as const]
  let sum = 0
  for (const [left, top, across, down] of passes) {
    const [columns, rows] = [Math.ceil((width - left) / across), Math.ceil((height - top) / down)]
    if (columns > 0 && rows > 0) sum += rows * (1 + Math.ceil((columns * channels * depth) / 8))
  }
  return sum
}

/**
 * Decodes the pixels.
 *
 * @param essential - Of {@link PngParts}.
 * @throws {PixkitError} `QR_IMAGE_DAMAGED`.
 */
export function decodePng(essential: Uint8Array, { indexed }: PngHeader): DecodedPng {
  let png: DecodedPng
  try {
    png = decode(essential, { checkCrc: true })
  } catch (cause) {
    throw damaged('PNG', cause)
  }
  if (indexed && png.palette === undefined) throw damaged('PNG')
  return png
}

/** Puts the pixels on a background. */
export function lumaOfPng(png: DecodedPng, background: number): Luma {
  const { channels, data, depth, height, width } = png
  const luma = new Uint8Array(width * height)
  const max = 2 ** depth - 1
  const transparent = png.transparency
  if (channels === 1) {
    const tone = png.palette === undefined ? grey(max, transparent?.[0], background) : palette(png.palette, background)
    const perByte = depth < 8 ? 8 / depth : 1
    const stride = Math.ceil(width / perByte)
    for (let pixel = 0; pixel < luma.length; pixel++) {
      const x = pixel % width
      const sample = data[Math.floor(pixel / width) * stride + Math.floor(x / perByte)] as number
      luma[pixel] = tone(depth < 8 ? (sample >> (8 - depth - depth * (x % perByte))) & max : sample)
    }
    return { data: luma, width, height }
  }
  const scale = 255 / max
  // Green and blue of a grey picture are its grey.
  const [toGreen, toBlue] = channels > 2 ? [1, 2] : [0, 0]
  for (let pixel = 0, at = 0; pixel < luma.length; pixel++, at += channels) {
    const red = data[at] as number
    const green = data[at + toGreen] as number
    const blue = data[at + toBlue] as number
    const isKey = transparent?.[0] === red && transparent[1] === green && transparent[2] === blue
    const alpha = channels % 2 === 0 ? scale * (data[at + channels - 1] as number) : isKey ? 0 : 255
    luma[pixel] = over(lumaOfColor(scale * red, scale * green, scale * blue), alpha, background)
  }
  return { data: luma, width, height }
}

function grey(max: number, transparent: number | undefined, background: number): (sample: number) => number {
  return (sample) => (sample === transparent ? background : Math.round((255 * sample) / max))
}

/** Indices beyond the palette are an error to the norm, black to most readers. */
function palette(colors: readonly (readonly number[])[], background: number): (sample: number) => number {
  const tones = Uint8Array.from({ length: 256 }, (_, index) => {
    const [red = 0, green = 0, blue = 0, alpha = 255] = colors[index] ?? []
    return over(lumaOfColor(red, green, blue), alpha, background)
  })
  return (sample) => tones[sample] as number
}

/** Whether anything may show the background. */
export function pngHasTransparency({ channels, palette: colors, transparency }: DecodedPng): boolean {
  return channels % 2 === 0 || transparency !== undefined || (colors?.some(({ length }) => length > 3) ?? false)
}
