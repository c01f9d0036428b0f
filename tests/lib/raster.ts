/** @module Pictures of symbols as pixels, by the programs that will show them: what each renderer wrote, rasterised. */
import { stripVTControlCharacters } from 'node:util'
import { createCanvas } from '@napi-rs/canvas'
import {
  encodeQr,
  type EncodeQrOptions,
  type QrMatrix,
  renderCanvas,
  renderPng,
  renderSvg,
  renderTerminal,
} from '@pixkit/qr'
import { Resvg } from '@resvg/resvg-js'
import { decode } from 'fast-png'

export interface Pixels {
  readonly width: number
  readonly height: number
  /** RGBA. */
  readonly data: Uint8ClampedArray
}

const SCALE = 3

/** A symbol as each renderer draws it, at three pixels a module. */
export const RASTERS: Readonly<Record<string, (matrix: QrMatrix) => Pixels>> = {
  svg(matrix) {
    const side = (matrix.size + 8) * SCALE
    const { height, pixels, width } = new Resvg(renderSvg(matrix, { size: side })).render()
    return { width, height, data: new Uint8ClampedArray(pixels) }
  },
  png(matrix) {
    const { data, height, palette = [], width } = decode(renderPng(matrix, { scale: SCALE }))
    const stride = Math.ceil(width / 8)
    return paint(width, height, (x, y) => palette[((data[y * stride + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1]?.[0] ?? 0)
  },
  canvas(matrix) {
    const canvas = createCanvas(1, 1)
    renderCanvas(matrix, canvas, { scale: SCALE })
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
    return { width: canvas.width, height: canvas.height, data: new Uint8ClampedArray(data) }
  },
  terminal(matrix) {
    // White text on black: a filled half block is light.
    const lines = stripVTControlCharacters(renderTerminal(matrix, { ground: 'dark' }))
      .trimEnd()
      .split('\n')
    const side = (matrix.size + 8) * SCALE
    return paint(side, side, (x, y) => {
      const [row, column] = [Math.floor(y / SCALE), Math.floor(x / SCALE)]
      return (row % 2 === 0 ? '▀█' : '▄█').includes(lines[row >> 1]?.[column] ?? ' ') ? 255 : 0
    })
  },
}

export function rasterOf(text: string, options?: EncodeQrOptions): Pixels {
  return (RASTERS['canvas'] as (typeof RASTERS)[string])(encodeQr(text, options))
}

/** The picture as a file of the simplest kind that other programs read: portable grey map. */
export function greyMap({ data, height, width }: Pixels): Uint8Array {
  const greys = Uint8Array.from({ length: width * height }, (_, at) => data[4 * at] ?? 0)
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), greys])
}

function paint(width: number, height: number, greyAt: (x: number, y: number) => number): Pixels {
  const data = new Uint8ClampedArray(4 * width * height).fill(255)
  for (let at = 0; at < width * height; at++) {
    data.fill(greyAt(at % width, Math.floor(at / width)), 4 * at, 4 * at + 3)
  }
  return { width, height, data }
}
