/**
 * What light, lens, sensor, screen and compression do to a picture. Each returns a new one.
 *
 * @module
 */
/** @typedef {import('./paint.mjs').Photo} Photo */

/** Applies a function to every value; it is given the value, the pixel's place and the channel. */
function map({ data, height, width }, change) {
  const result = new Float32Array(data.length)
  for (let y = 0, place = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let channel = 0; channel < 3; channel++, place++) result[place] = change(data[place], x, y, channel)
    }
  }
  return { width, height, data: result }
}

/** Weighs each pixel with its neighbours: `kernel` holds [dx, dy, weight]. */
function convolve({ data, height, width }, kernel) {
  const result = new Float32Array(data.length)
  const total = kernel.reduce((sum, [, , weight]) => sum + weight, 0)
  for (const [dx, dy, weight] of kernel) {
    const share = weight / total
    for (let y = 0, place = 0; y < height; y++) {
      const row = width * Math.min(Math.max(y + dy, 0), height - 1)
      for (let x = 0; x < width; x++, place += 3) {
        const from = 3 * (row + Math.min(Math.max(x + dx, 0), width - 1))
        result[place] += share * data[from]
        result[place + 1] += share * data[from + 1]
        result[place + 2] += share * data[from + 2]
      }
    }
  }
  return { width, height, data: result }
}

/** Out of focus: `sigma` in pixels. */
export function blur(photo, sigma) {
  const reach = Math.ceil(3 * sigma)
  const offsets = Array.from({ length: 2 * reach + 1 }, (_, index) => index - reach)
  const weight = (offset) => Math.exp(-(offset ** 2) / (2 * sigma ** 2))
  const across = convolve(
    photo,
    offsets.map((dx) => [dx, 0, weight(dx)]),
  )
  return convolve(
    across,
    offsets.map((dy) => [0, dy, weight(dy)]),
  )
}

/** A hand that moved: `length` in pixels. */
export function motion(photo, length, degrees) {
  const turn = (degrees * Math.PI) / 180
  const steps = Math.ceil(length) * 2
  const kernel = new Map()
  for (let step = 0; step <= steps; step++) {
    const along = (step / steps - 0.5) * length
    const [dx, dy] = [along * Math.cos(turn), along * Math.sin(turn)]
    const [left, top] = [Math.floor(dx), Math.floor(dy)]
    for (const [x, y] of [
      [left, top],
      [left + 1, top],
      [left, top + 1],
      [left + 1, top + 1],
    ]) {
      const weight = (1 - Math.abs(dx - x)) * (1 - Math.abs(dy - y))
      kernel.set(`${x},${y}`, [x, y, (kernel.get(`${x},${y}`)?.[2] ?? 0) + weight])
    }
  }
  return convolve(photo, [...kernel.values()])
}

/** Grain of the sensor: standard deviation `sigma`, the same in the three channels when `grey`. */
export function grain(photo, sigma, random, grey = false) {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  let shared = 0
  return map(photo, (value, _x, _y, channel) => {
    if (channel === 0 || !grey) shared = normal()
    return value + sigma * shared
  })
}

/** Salt and pepper: this share of the pixels is black or white. */
export function specks(photo, share, random) {
  let speck
  return map(photo, (value, _x, _y, channel) => {
    if (channel === 0) speck = random() < share ? (random() < 0.5 ? 0 : 255) : undefined
    return speck ?? value
  })
}

/** Black and white become these colours, grey what is between. */
export function colors(photo, dark, light) {
  return map(photo, (value, _x, _y, channel) => dark[channel] + ((light[channel] - dark[channel]) * value) / 255)
}

export function contrast(photo, dark, light) {
  return colors(photo, [dark, dark, dark], [light, light, light])
}

export function invert(photo) {
  return map(photo, (value) => 255 - value)
}

/** Multiplies by a brightness, given by place: shadows and uneven light. */
export function light(photo, brightnessAt) {
  return map(photo, (value, x, y) => value * brightnessAt(x, y))
}

/** A lamp mirrored in the glass. */
export function glare(photo, centerX, centerY, radius, strength = 1) {
  return map(photo, (value, x, y) => {
    const share = strength * Math.exp(-((Math.hypot(x - centerX, y - centerY) / radius) ** 4))
    return value + (255 - value) * Math.min(share, 1)
  })
}

/** Another size, nearest pixel: what a careless viewer does. */
export function resizeNearest({ data, height, width }, newWidth, newHeight) {
  const result = new Float32Array(3 * newWidth * newHeight)
  for (let place = 0; place < newWidth * newHeight; place++) {
    const x = Math.floor((((place % newWidth) + 0.5) * width) / newWidth)
    const y = Math.floor(((Math.floor(place / newWidth) + 0.5) * height) / newHeight)
    for (let channel = 0; channel < 3; channel++) result[3 * place + channel] = data[3 * (y * width + x) + channel]
  }
  return { width: newWidth, height: newHeight, data: result }
}

/** Cuts a rectangle out. */
export function crop({ data, width }, left, top, newWidth, newHeight) {
  const result = new Float32Array(3 * newWidth * newHeight)
  for (let y = 0; y < newHeight; y++) {
    const from = 3 * ((top + y) * width + left)
    result.set(data.subarray(from, from + 3 * newWidth), 3 * y * newWidth)
  }
  return { width: newWidth, height: newHeight, data: result }
}

// Annex K of the JPEG standard, tables K.1 and K.2, row by row.
const LUMA =
  '16 11 10 16 24 40 51 61 12 12 14 19 26 58 60 55 14 13 16 24 40 57 69 56 14 17 22 29 51 87 80 62 18 22 37 56 68 109 103 77 24 35 55 64 81 104 113 92 49 64 78 87 103 121 120 101 72 92 95 98 112 100 103 99'
const CHROMA =
  '17 18 24 47 99 99 99 99 18 21 26 66 99 99 99 99 24 26 56 99 99 99 99 99 47 66 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99'

/** Row: frequency, column: place. */
const COSINES = Float32Array.from({ length: 64 }, (_, index) => {
  const [frequency, place] = [index >> 3, index & 7]
  return (frequency === 0 ? Math.SQRT1_2 : 1) * 0.5 * Math.cos(((2 * place + 1) * frequency * Math.PI) / 16)
})
const TRANSPOSED = COSINES.map((_, index) => COSINES[8 * (index & 7) + (index >> 3)])

/**
 * What is left after JPEG compression, quality 1 to 100 as libjpeg counts it, without writing a file.
 *
 * @see ITU-T T.81, annex A.3 and K
 */
export function jpeg({ data, height, width }, quality) {
  const scale = quality < 50 ? 50 / quality : 2 - quality / 50
  const tables = [LUMA, CHROMA, CHROMA].map((table) =>
    table.split(' ').map((step) => Math.min(Math.max(Math.round(Number(step) * scale), 1), 255)),
  )
  const planes = [0, 1, 2].map(() => new Float32Array(width * height))
  for (let pixel = 0; pixel < width * height; pixel++) {
    const r = clamp(data[3 * pixel])
    const g = clamp(data[3 * pixel + 1])
    const b = clamp(data[3 * pixel + 2])
    planes[0][pixel] = 0.299 * r + 0.587 * g + 0.114 * b - 128
    planes[1][pixel] = -0.1687 * r - 0.3313 * g + 0.5 * b
    planes[2][pixel] = 0.5 * r - 0.4187 * g - 0.0813 * b
  }
  const [luma, blue, red] = planes.map((plane, index) => quantise(plane, width, height, tables[index]))
  const result = new Float32Array(data.length)
  for (let pixel = 0; pixel < width * height; pixel++) {
    const y = luma[pixel] + 128
    result[3 * pixel] = clamp(y + 1.402 * red[pixel])
    result[3 * pixel + 1] = clamp(y - 0.3441 * blue[pixel] - 0.7141 * red[pixel])
    result[3 * pixel + 2] = clamp(y + 1.772 * blue[pixel])
  }
  return { width, height, data: result }
}

function clamp(value) {
  return Math.min(Math.max(Math.round(value), 0), 255)
}

function quantise(plane, width, height, table) {
  const result = new Float32Array(plane.length)
  const block = new Float32Array(64)
  const half = new Float32Array(64)
  for (let top = 0; top < height; top += 8) {
    for (let left = 0; left < width; left += 8) {
      for (let index = 0; index < 64; index++) {
        const x = Math.min(left + (index & 7), width - 1)
        const y = Math.min(top + (index >> 3), height - 1)
        block[index] = plane[y * width + x]
      }
      transform(block, half, COSINES)
      for (let index = 0; index < 64; index++) block[index] = Math.round(block[index] / table[index]) * table[index]
      transform(block, half, TRANSPOSED)
      for (let index = 0; index < 64; index++) {
        const [x, y] = [left + (index & 7), top + (index >> 3)]
        if (x < width && y < height) result[y * width + x] = block[index]
      }
    }
  }
  return result
}

/** Multiplies rows and then columns by a matrix, in place. */
function transform(block, half, matrix) {
  for (let row = 0; row < 8; row++) {
    for (let to = 0; to < 8; to++) {
      let sum = 0
      for (let from = 0; from < 8; from++) sum += matrix[8 * to + from] * block[8 * row + from]
      half[8 * row + to] = sum
    }
  }
  for (let column = 0; column < 8; column++) {
    for (let to = 0; to < 8; to++) {
      let sum = 0
      for (let from = 0; from < 8; from++) sum += matrix[8 * to + from] * half[8 * from + column]
      block[8 * to + column] = sum
    }
  }
}
