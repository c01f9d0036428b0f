/**
 * What renderers are told: a quiet zone, and colours that readers can tell apart.
 *
 * @module
 */
import type { QrMatrix } from '../encode-qr.ts'
import { assertInteger, assertMatrix, failure } from './failure.ts'

/** What every renderer takes. */
export interface DrawOptions {
  /** Light modules around the symbol, 4 by default as the standard asks; 0 to 40. Readers need them. */
  readonly quietZone?: number | undefined
  /** Of the dark modules, `'#000'` by default: `#` and three or six hexadecimal digits. */
  readonly color?: string | undefined
  /** Of the light modules, `'#fff'` by default; `'transparent'` when you see to a light ground. */
  readonly background?: string | undefined
}

type Rgb = readonly [red: number, green: number, blue: number]

const TRANSPARENT = 'transparent'

/** Per cent of full reflectance between light and dark that grade B asks for: ISO/IEC 15415:2011, symbol contrast. */
const MIN_CONTRAST = 55

export interface Drawing {
  readonly quietZone: number
  /** Modules per side, quiet zone included. */
  readonly side: number
  readonly color: string
  /** Absent where one sees through. */
  readonly background: string | undefined
  readonly dark: Rgb
  readonly light: Rgb
}

/**
 * Checks what every renderer with colours is given, and fills in what is left out.
 *
 * @throws {PixkitError} `QR_COLOR_FORMAT`, `QR_CONTRAST_LOW`, `QR_OPTION_INVALID`.
 * @throws {TypeError} `matrix` is no matrix.
 */
export function readDrawing(matrix: QrMatrix, options: DrawOptions): Drawing {
  assertMatrix(matrix)
  const { quietZone = 4, color = '#000', background = '#fff' } = options
  const colors = readColors(color, background)
  assertInteger(quietZone, 0, 40, 'quietZone')
  const side = matrix.size + 2 * quietZone
  return { quietZone, side, color, background: background === TRANSPARENT ? undefined : background, ...colors }
}

/**
 * Checks a pair of colours.
 *
 * Luminance (sRGB, as in WCAG 2) stands for the reflectance that the standard measures on paper.
 *
 * @returns Both colours; a transparent background is judged as white.
 * @throws {PixkitError} `QR_COLOR_FORMAT`, `QR_CONTRAST_LOW`.
 */
function readColors(color: string, background: string): { dark: Rgb; light: Rgb } {
  const dark = parseColor(color, 'color')
  const light = background === TRANSPARENT ? ([255, 255, 255] as const) : parseColor(background, 'background')
  const found = Math.max(0, Math.floor(100 * (luminanceOf(light) - luminanceOf(dark))))
  if (found < MIN_CONTRAST) throw failure('QR_CONTRAST_LOW', { found, min: MIN_CONTRAST }, 'color')
  return { dark, light }
}

function parseColor(text: string, option: string): Rgb {
  const [, digits] = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(String(text)) ?? []
  if (digits === undefined) throw failure('QR_COLOR_FORMAT', {}, option)
  const width = digits.length / 3
  return [0, 1, 2].map((n) => {
    const part = digits.slice(n * width, (n + 1) * width)
    return Number.parseInt(part.padStart(2, part), 16)
  }) as unknown as Rgb
}

function luminanceOf(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as unknown as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
