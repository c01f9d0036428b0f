/**
 * Paints QR codes as a camera would see them: any shape, with a background, sampled within each pixel.
 *
 * @module
 */
import { encodeQr } from '@pixkit/qr'

/** Points per pixel and direction. */
const SAMPLES = 2

/**
 * @typedef {object} Photo
 * @property {number} width
 * @property {number} height
 * @property {Float32Array} data - Red, green and blue of each pixel, 0 to 255, not yet rounded.
 */

/** The same numbers from 0 to 1 on every run: mulberry32. */
export function seeded(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * A symbol to look points up in. Coordinates go from 0 to 1 over symbol and quiet zone.
 *
 * @param {string} text
 * @param {{ level?: 'L' | 'M' | 'Q' | 'H', quiet?: number, dots?: number, logo?: number, mirrored?: boolean }} [style] -
 *   `dots`: modules are discs of this radius; `logo`: share of the side that a square in the centre hides.
 * @returns {{ side: number, at: (u: number, v: number) => number | undefined }} `at` gives 1 for dark, 0 for light, a share
 *   in a logo, undefined outside.
 */
export function symbolOf(text, { dots, level = 'M', logo = 0, mirrored = false, quiet = 4 } = {}) {
  const { modules, size } = encodeQr(text, { level })
  const side = size + 2 * quiet
  const hidden = (logo * size) / 2
  const at = (u, v) => {
    if (u < 0 || v < 0 || u >= 1 || v >= 1) return undefined
    const x = (mirrored ? 1 - u : u) * side - quiet
    const y = v * side - quiet
    const distance = Math.max(Math.abs(x - size / 2), Math.abs(y - size / 2))
    if (distance < hidden) return distance > hidden - 0.7 ? 0 : distance > hidden * 0.4 ? 0.7 : 0.1
    const [column, row] = [Math.floor(x), Math.floor(y)]
    if (column < 0 || row < 0 || column >= size || row >= size || modules[row * size + column] === 0) return 0
    if (dots === undefined || isFinder(column, row, size)) return 1
    return Math.hypot(x - column - 0.5, y - row - 0.5) < dots ? 1 : 0
  }
  return { side, at }
}

function isFinder(column, row, size) {
  return (row < 8 && (column < 8 || column >= size - 8)) || (row >= size - 8 && column < 8)
}

/**
 * Paints a picture point by point.
 *
 * @param {(x: number, y: number) => number | readonly number[]} colorAt - Grey or red, green and blue of a point.
 * @returns {Photo}
 */
export function paint(width, height, colorAt, samples = SAMPLES) {
  const data = new Float32Array(3 * width * height)
  const offsets = Array.from({ length: samples }, (_, index) => (index + 0.5) / samples)
  for (let y = 0, place = 0; y < height; y++) {
    for (let x = 0; x < width; x++, place += 3) {
      for (const dy of offsets) {
        for (const dx of offsets) {
          const color = colorAt(x + dx, y + dy)
          const [red, green, blue] = typeof color === 'number' ? [color, color, color] : color
          data[place] += red
          data[place + 1] += green
          data[place + 2] += blue
        }
      }
    }
  }
  return { width, height, data: data.map((sum) => sum / samples ** 2) }
}

/**
 * Symbols on a background, dark on white.
 *
 * @param {readonly { symbol: ReturnType<typeof symbolOf>, shape: (x: number, y: number) => readonly [number, number] }[]} placed
 * @param {(x: number, y: number) => number | readonly number[]} [background] - White by default.
 */
export function paintSymbols(width, height, placed, background = () => 255, samples = SAMPLES) {
  return paint(
    width,
    height,
    (x, y) => {
      for (const { shape, symbol } of placed) {
        const dark = symbol.at(...shape(x, y))
        if (dark !== undefined) return 255 * (1 - dark)
      }
      return background(x, y)
    },
    samples,
  )
}

/** A square of `side` pixels around a centre, turned by `degrees`. */
export function square(centerX, centerY, side, degrees = 0) {
  const turn = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(turn) / side, Math.sin(turn) / side]
  return (x, y) => {
    const [dx, dy] = [x - centerX, y - centerY]
    return [dx * cos + dy * sin + 0.5, dy * cos - dx * sin + 0.5]
  }
}

/**
 * The perspective that shows the symbol with these corners: top left, top right, bottom right, bottom left.
 *
 * @see Paul Heckbert, Fundamentals of Texture Mapping and Image Warping, section 2.2.3
 */
export function perspective([[x0, y0], [x1, y1], [x2, y2], [x3, y3]]) {
  const [dx1, dx2, dx3] = [x1 - x2, x3 - x2, x0 - x1 + x2 - x3]
  const [dy1, dy2, dy3] = [y1 - y2, y3 - y2, y0 - y1 + y2 - y3]
  const det = dx1 * dy2 - dx2 * dy1
  const g = (dx3 * dy2 - dx2 * dy3) / det
  const h = (dx1 * dy3 - dx3 * dy1) / det
  const [a, b, c] = [x1 - x0 + g * x1, x3 - x0 + h * x3, x0]
  const [d, e, f] = [y1 - y0 + g * y1, y3 - y0 + h * y3, y0]
  // The inverse of that matrix, up to a factor.
  const inverse = [
    [e - f * h, c * h - b, b * f - c * e],
    [f * g - d, a - c * g, c * d - a * f],
    [d * h - e * g, b * g - a * h, a * e - b * d],
  ]
  return (x, y) => {
    const [u, v, w] = inverse.map(([i, j, k]) => i * x + j * y + k)
    return [u / w, v / w]
  }
}

/** A shape bent around an upright cylinder: `bend` is half the angle that it takes, in radians. */
export function cylinder(shape, bend) {
  return (x, y) => {
    const [u, v] = shape(x, y)
    const across = (2 * u - 1) * Math.sin(bend)
    if (Math.abs(across) >= 1) return [-1, -1]
    const angle = Math.asin(across)
    // What is farther away looks shorter, and hangs.
    return [angle / bend / 2 + 0.5, v + 0.12 * bend * (1 - Math.cos(angle)) - 0.02 * bend]
  }
}

/** A shape on crumpled paper: waves of `depth`, a share of its side. */
export function waves(shape, depth, random) {
  const [p, q] = [random() * 6, random() * 6]
  return (x, y) => {
    const [u, v] = shape(x, y)
    return [u + depth * Math.sin(9 * v + p), v + depth * Math.sin(8 * u + q)]
  }
}

/** Boxes, stripes and letters-like marks all over. */
export function busyBackground(width, height, random) {
  const boxes = Array.from({ length: 90 }, () => {
    const [w, h] = random() < 0.5 ? [6 + random() * 60, 4 + random() * 12] : [4 + random() * 14, 6 + random() * 50]
    const tone = random() * 255
    return { x: random() * width, y: random() * height, w, h, color: [tone, tone * random(), 255 * random()] }
  })
  return (x, y) => {
    const box = boxes.find((each) => x >= each.x && y >= each.y && x < each.x + each.w && y < each.y + each.h)
    if (box !== undefined) return box.color
    return (Math.floor(x / 7) + Math.floor(y / 9)) % 3 === 0 ? [70, 60, 50] : [225, 215, 190]
  }
}
