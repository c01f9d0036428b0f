/** @module Writes PNG files of every kind, for the tests of the reader. */
import { crc32, deflateSync } from 'node:zlib'
import type { Pixels } from './paint-qr.ts'

export interface PngKind {
  readonly colorType: 0 | 2 | 3 | 4 | 6
  readonly depth: 1 | 2 | 4 | 8 | 16
  readonly interlaced?: boolean
  /** Number of the filter of every row, 0 to 4. */
  readonly filter?: number
}

/** Columns and rows where the passes of Adam7 begin, and their steps. */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

const PNG_SIGNATURE: Buffer = Buffer.from('\x89PNG\r\n\x1A\n', 'latin1')

export function pngChunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

export function pngHeader(width: number, height: number, { colorType, depth, interlaced = false }: PngKind): Buffer {
  const data = Buffer.alloc(13)
  data.writeUInt32BE(width)
  data.writeUInt32BE(height, 4)
  data.set([depth, colorType, 0, 0, Number(interlaced)], 8)
  return Buffer.concat([PNG_SIGNATURE, pngChunk('IHDR', data)])
}

/**
 * Writes a picture of black, white and transparent pixels. Where the kind has no alpha, transparent pixels have the colour of
 * tRNS; a picture of one bit cannot hold all three, so white must not occur in it beside transparent.
 */
export function pngFile(picture: Pixels, kind: PngKind): Buffer {
  const { colorType, depth, interlaced = false } = kind
  const passes = interlaced ? ADAM7 : [[0, 0, 1, 1] as const]
  const rows: Buffer[] = []
  for (const [left, top, across, down] of passes) {
    let above: Buffer | undefined
    for (let y = top; y < picture.height; y += down) {
      const samples: number[] = []
      for (let x = left; x < picture.width; x += across) samples.push(...samplesOf(picture, x, y, kind))
      if (samples.length === 0) continue
      const row = packed(samples, depth)
      rows.push(filtered(row, above, kind))
      above = row
    }
  }
  const key = depth === 1 ? 1 : depth === 16 ? 0xab_cd : 1
  const chunks: Record<number, Buffer[]> = {
    0: [pngChunk('tRNS', Buffer.of(key >> 8, key & 255))],
    2: [pngChunk('tRNS', Buffer.of(key >> 8, key & 255, key >> 8, key & 255, key >> 8, key & 255))],
    // Black, transparent, white.
    3: [
      pngChunk('PLTE', Buffer.of(0, 0, 0, 0, 0, 0, ...(depth === 1 ? [] : [255, 255, 255]))),
      pngChunk('tRNS', Buffer.of(255, 0)),
    ],
  }
  return Buffer.concat([
    pngHeader(picture.width, picture.height, kind),
    ...(chunks[colorType] ?? []),
    pngChunk('IDAT', deflateSync(Buffer.concat(rows))),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

function samplesOf({ data, width }: Pixels, x: number, y: number, { colorType, depth }: PngKind): number[] {
  const [grey = 0, , , alpha = 0] = data.subarray(4 * (y * width + x), 4 * (y * width + x) + 4)
  const max = 2 ** depth - 1
  const level = grey > 127 ? max : 0
  const key = depth === 16 ? 0xab_cd : 1
  const clear = alpha < 128
  if (colorType === 3) return [clear ? 1 : grey > 127 ? 2 : 0]
  if (colorType === 4) return [level, clear ? 0 : max]
  if (colorType === 6) return [level, level, level, clear ? 0 : max]
  return Array.from({ length: colorType === 2 ? 3 : 1 }, () => (clear ? key : level))
}

function packed(samples: readonly number[], depth: number): Buffer {
  if (depth === 16) return Buffer.from(samples.flatMap((sample) => [sample >> 8, sample & 255]))
  const row = Buffer.alloc(Math.ceil((samples.length * depth) / 8))
  for (const [index, sample] of samples.entries()) {
    const bit = index * depth
    row.writeUInt8(row.readUInt8(bit >> 3) | (sample << (8 - depth - (bit & 7))), bit >> 3)
  }
  return row
}

/** @see PNG (Third Edition), section 9 */
function filtered(row: Buffer, above: Buffer | undefined, { colorType, depth, filter = 0 }: PngKind): Buffer {
  const step = Math.max((({ 2: 3, 4: 2, 6: 4 } as Record<number, number>)[colorType] ?? 1) * (depth / 8), 1)
  const bytes = row.map((value, index) => {
    const [left, up, corner] = [
      row[index - step] ?? 0,
      above?.[index] ?? 0,
      (index >= step && above?.[index - step]) || 0,
    ]
    const paeth = [left, up, corner].toSorted(
      (a, b) => Math.abs(left + up - corner - a) - Math.abs(left + up - corner - b),
    )[0]
    return (value - ([0, left, up, (left + up) >> 1, paeth ?? 0][filter] as number)) & 255
  })
  return Buffer.concat([Buffer.of(filter), bytes])
}
