/**
 * What makes a hard picture easier to read. Each returns a new picture.
 *
 * @module
 */
import type { Luma } from './luma.ts'

/** Twice as wide and high, values in between by linear interpolation. */
export function doubled({ data, height, width }: Luma): Luma {
  const stride = 2 * width
  const result = new Uint8Array(4 * width * height)
  for (let y = 0; y < 2 * height; y++) {
    // A new row lies a quarter of a pixel from the old one that it halves, and the same holds for columns.
    const near = width * (y >> 1)
    const far = width * Math.min(Math.max((y >> 1) + ((y & 1) === 1 ? 1 : -1), 0), height - 1)
    let before = 3 * (data[near] as number) + (data[far] as number)
    let here = before
    for (let x = 0, at = y * stride; x < width; x++, at += 2) {
      const next = Math.min(x + 1, width - 1)
      const after = 3 * (data[near + next] as number) + (data[far + next] as number)
      result[at] = (before + 3 * here + 8) >> 4
      result[at + 1] = (3 * here + after + 8) >> 4
      before = here
      here = after
    }
  }
  return { data: result, width: stride, height: 2 * height }
}

/** Half as wide and high: means of four. */
export function halved({ data, height, width }: Luma): Luma {
  const [columns, rows] = [Math.max(width >> 1, 1), Math.max(height >> 1, 1)]
  const result = new Uint8Array(columns * rows)
  for (let y = 0, at = 0; y < rows; y++) {
    const top = 2 * y * width
    const bottom = Math.min(2 * y + 1, height - 1) * width
    for (let x = 0; x < columns; x++, at++) {
      const [left, right] = [2 * x, Math.min(2 * x + 1, width - 1)]
      const above = (data[top + left] as number) + (data[top + right] as number)
      result[at] = (above + (data[bottom + left] as number) + (data[bottom + right] as number) + 2) >> 2
    }
  }
  return { data: result, width: columns, height: rows }
}

/**
 * Spreads the brightness over the whole range, leaving `share` of the pixels out at each end.
 *
 * @param gamma - Below 1, the dark half gets most of the range.
 */
export function stretched({ data, height, width }: Luma, share: number, gamma: number): Luma {
  const [low, high] = quantiles(data, share * data.length)
  const curve = Uint8Array.from({ length: 256 }, (_, value) => {
    const level = Math.min(Math.max((value - low) / Math.max(high - low, 1), 0), 1)
    return Math.round(255 * level ** gamma)
  })
  return { data: data.map((value) => curve[value] as number), width, height }
}

/** The values with at most `few` pixels below and above. */
function quantiles(data: Uint8Array, few: number): [number, number] {
  const counts = new Uint32Array(256)
  for (const value of data) (counts[value] as number)++
  let [low, high] = [0, 255]
  for (let below = counts[0] as number; low < 255 && below <= few;) below += counts[++low] as number
  for (let above = counts[255] as number; high > 0 && above <= few;) above += counts[--high] as number
  return [low, high]
}

/** Mean of each pixel with its eight neighbours. */
export function smoothed(luma: Luma): Luma {
  return { ...luma, data: Uint8Array.from(means(luma.data, luma.width, luma.height, 1)) }
}

/** Moves each pixel away from the mean around it. */
export function sharpened({ data, height, width }: Luma, radius: number, gain: number): Luma {
  // Twice, so that near neighbours weigh more than far ones.
  const around = means(means(data, width, height, radius), width, height, radius)
  const result = new Uint8ClampedArray(data.length)
  for (let pixel = 0; pixel < data.length; pixel++) {
    const value = data[pixel] as number
    result[pixel] = value + gain * (value - (around[pixel] as number))
  }
  return { data: new Uint8Array(result.buffer), width, height }
}

/** Mean of the square that reaches `radius` pixels in each direction, as far as the picture goes. */
function means(data: Uint8Array | Float32Array, width: number, height: number, radius: number): Float32Array {
  const across = new Float32Array(data.length)
  for (let y = 0; y < height; y++) {
    const row = y * width
    let sum = 0
    for (let x = -radius; x < width; x++) {
      if (x + radius < width) sum += data[row + x + radius] as number
      if (x > radius) sum -= data[row + x - radius - 1] as number
      if (x >= 0) across[row + x] = sum / (Math.min(x + radius, width - 1) - Math.max(x - radius, 0) + 1)
    }
  }
  const result = new Float32Array(data.length)
  const sums = new Float64Array(width)
  for (let y = -radius; y < height; y++) {
    const entering = y + radius < height ? (y + radius) * width : -1
    const leaving = y > radius ? (y - radius - 1) * width : -1
    const count = Math.min(y + radius, height - 1) - Math.max(y - radius, 0) + 1
    for (let x = 0; x < width; x++) {
      if (entering >= 0) (sums[x] as number) += across[entering + x] as number
      if (leaving >= 0) (sums[x] as number) -= across[leaving + x] as number
      if (y >= 0) result[y * width + x] = (sums[x] as number) / count
    }
  }
  return result
}
