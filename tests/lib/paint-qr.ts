/** @module Paints symbols as pixels, and turns pictures, for the tests of the reader. */

export interface Pixels {
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number
}

type Color = readonly [red: number, green: number, blue: number, alpha: number]

const BLACK: Color = [0, 0, 0, 255]
const WHITE: Color = [255, 255, 255, 255]

/** Paints the modules as squares of `scale` pixels, with a quiet zone of four modules. */
export function paintQr(
  { modules, size }: { readonly modules: Uint8Array; readonly size: number },
  scale: number,
  { dark = BLACK, light = WHITE }: { readonly dark?: Color; readonly light?: Color } = {},
): Pixels {
  const side = (size + 8) * scale
  return pixelsOf(side, side, (x, y) => {
    const [column, row] = [Math.floor(x / scale) - 4, Math.floor(y / scale) - 4]
    const inside = column >= 0 && row >= 0 && column < size && row < size
    return inside && modules[row * size + column] === 1 ? dark : light
  })
}

/** Turns a picture around its centre, on a white canvas on which it fits at any angle. */
export function turned(picture: Pixels, degrees: number): Pixels {
  const side = Math.ceil(Math.hypot(picture.width, picture.height))
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  return pixelsOf(side, side, (x, y) => {
    const [dx, dy] = [x + 0.5 - side / 2, y + 0.5 - side / 2]
    const from = [dx * cos + dy * sin + picture.width / 2, dy * cos - dx * sin + picture.height / 2]
    return colorAt(picture, ...(from.map(Math.floor) as [number, number]))
  })
}

export function mirrored(picture: Pixels): Pixels {
  return pixelsOf(picture.width, picture.height, (x, y) => colorAt(picture, picture.width - 1 - x, y))
}

/** Pictures in a row. */
export function beside(...pictures: Pixels[]): Pixels {
  const starts = pictures.map((_, index) => pictures.slice(0, index).reduce((sum, { width }) => sum + width, 0))
  const width = pictures.reduce((sum, picture) => sum + picture.width, 0)
  return pixelsOf(width, Math.max(...pictures.map(({ height }) => height)), (x, y) => {
    const index = starts.findLastIndex((start) => start <= x)
    return colorAt(pictures[index] as Pixels, x - (starts[index] as number), y)
  })
}

function colorAt({ data, height, width }: Pixels, x: number, y: number): Color {
  if (x < 0 || y < 0 || x >= width || y >= height) return WHITE
  const at = 4 * (y * width + x)
  return data.subarray(at, at + 4) as unknown as Color
}

function pixelsOf(width: number, height: number, at: (x: number, y: number) => Color): Pixels {
  const data = new Uint8ClampedArray(4 * width * height)
  for (let pixel = 0; pixel < width * height; pixel++) {
    data.set(at(pixel % width, Math.floor(pixel / width)), 4 * pixel)
  }
  return { data, width, height }
}
