/**
 * Brightness of a picture, one byte per pixel.
 *
 * @module
 */
import type { QrPixels } from './types.ts'

export interface Luma {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

export const WHITE = 255
export const BLACK = 0

/** Brightness of a colour, with the weights of ITU-R BT.601 in 1024ths. */
export function lumaOfColor(red: number, green: number, blue: number): number {
  return (306 * red + 601 * green + 117 * blue + 512) >> 10
}

/** A brightness that lets the background through; `alpha` is 0 to 255. */
export function over(luma: number, alpha: number, background: number): number {
  return alpha === 255 ? luma : Math.round((luma * alpha + background * (255 - alpha)) / 255)
}

/** Puts the pixels on a background. */
export function lumaOf({ data, height, width }: QrPixels, background: number): Luma {
  const luma = new Uint8Array(width * height)
  for (let pixel = 0, at = 0; pixel < luma.length; pixel++, at += 4) {
    const color = lumaOfColor(data[at] as number, data[at + 1] as number, data[at + 2] as number)
    luma[pixel] = over(color, data[at + 3] as number, background)
  }
  return { data: luma, width, height }
}

export function hasTransparency({ data }: QrPixels): boolean {
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return true
  return false
}
