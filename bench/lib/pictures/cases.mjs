/**
 * Hard pictures of known texts, made by script, the same on every run: families of growing strength, four of each.
 *
 * @module
 */
import * as effects from './effects.mjs'
import {
  busyBackground,
  cylinder,
  paint,
  paintSymbols,
  perspective,
  seeded,
  square,
  symbolOf,
  waves,
} from './paint.mjs'

/** Pictures per case: another text, seed and place each. */
export const VARIANTS = 4

/** A dynamic code, a static one, a composite one and one with accents, by increasing version of the symbol. */
const TEXTS = [
  '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D',
  '00020126830014br.gov.bcb.pix01364004901d-bd85-4769-8e52-cb4c42c506dc0221Jornada pagador 796805204000053039865406390.095802BR5903Pix6008BRASILIA62290525c367867d8ce649eca8b16036c6304B1F9',
  '00020101021226760014br.gov.bcb.pix2554pix.example.com/qr/v2/8b3da2f39a4140d1a91abd93113bd4415204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***80800014br.gov.bcb.pix2558pix.example.com/qr/v2/rec/94ed2badcbc04c15b0bb7fa35319489063047741',
  '00020126460014br.gov.bcb.pix0111123456789090209Pão & café52040000530398654041.005802BR5910José Conceição6009São Paulo62070503***6304ABCD',
]

const SIDE = 420

/** A symbol of `side` pixels, quiet zone included, somewhere near the middle, slightly turned. */
function shot(text, random, { background, height = SIDE, side = 320, style, turn = 3, width = SIDE, wrap } = {}) {
  const shape = square(
    width / 2 + (random() - 0.5) * 12,
    height / 2 + (random() - 0.5) * 12,
    side,
    turn === 0 ? 0 : turn + (random() - 0.5) * 4,
  )
  const symbol = symbolOf(text, style)
  return paintSymbols(width, height, [{ symbol, shape: wrap?.(shape) ?? shape }], background ?? (() => 225))
}

/** A symbol seen from the side: `depth` is how much shorter the far edge is. */
function aslant(text, random, depth, style) {
  const [near, far] = [180, 180 * (1 - depth)]
  const middle = SIDE / 2
  const corners = [
    [middle - near, middle - near],
    [middle + near * (1 - depth * 0.6), middle - far],
    [middle + near * (1 - depth * 0.6), middle + far * 0.9],
    [middle - near, middle + near],
  ]
  const turn = Math.floor(random() * 4)
  const shape = perspective([...corners.slice(turn), ...corners.slice(0, turn)])
  return paintSymbols(SIDE, SIDE, [{ symbol: symbolOf(text, style), shape }], () => 215)
}

/** A symbol of whole modules without any blur, the sharpest there is. */
function crisp(text, pixels, style) {
  const symbol = symbolOf(text, style)
  const side = Math.round(symbol.side * pixels)
  return paintSymbols(side, side, [{ symbol, shape: square(side / 2, side / 2, side) }], undefined, 4)
}

/** A display seen through a camera: `pixels` of the display per module, red, green and blue stripes with gaps. */
function screen(text, random, pixels, turn) {
  const symbol = symbolOf(text)
  const shape = square(SIDE / 2, SIDE / 2, 340, turn + random())
  return paint(SIDE, SIDE, (x, y) => {
    const [u, v] = shape(x, y)
    const dark = symbol.at(u, v)
    if (dark === undefined) return 40
    const [column, row] = [u * symbol.side * pixels, v * symbol.side * pixels]
    const across = (column - Math.floor(column)) * 3
    const lit = row - Math.floor(row) < 0.82 && across - Math.floor(across) < 0.75 ? 1.6 * 255 * (1 - dark) + 12 : 8
    return [0, 1, 2].map((stripe) => (Math.floor(across) === stripe ? Math.min(lit * 3, 640) : 12))
  })
}

/** Several codes in one picture: the texts from `first` on. */
function several(count, first, random, { side = 230, gap = 40, turn = 0 } = {}) {
  const columns = Math.ceil(Math.sqrt(count))
  const texts = Array.from({ length: count }, (_, index) =>
    index < TEXTS.length ? TEXTS[(first + index) % TEXTS.length] : `https://example.com/menu/${index}`,
  )
  const step = side + gap
  const placed = texts.map((text, index) => ({
    symbol: symbolOf(text),
    shape: square(
      gap + side / 2 + (index % columns) * step,
      gap + side / 2 + Math.floor(index / columns) * step,
      side,
      turn * (random() - 0.5),
    ),
  }))
  const photo = paintSymbols(gap + columns * step, gap + Math.ceil(count / columns) * step, placed, () => 235, 2)
  return { texts, photo }
}

/** @type {Record<string, (text: string, random: () => number, variant: number) => any>} */
const makers = {
  ...grow('blur', [2.2, 3, 3.6], (text, random, sigma) => effects.blur(shot(text, random), sigma)),
  ...grow('motion', [6, 9, 12], (text, random, length) => effects.motion(shot(text, random), length, 180 * random())),
  ...grow('turned', [30, 45, 137], (text, random, turn) => effects.blur(shot(text, random, { turn, side: 270 }), 1.2)),
  ...grow('perspective', [0.3, 0.45, 0.55], (text, random, depth) => effects.blur(aslant(text, random, depth), 0.8)),
  ...grow('noise', [40, 70, 100], (text, random, sigma) => effects.grain(shot(text, random), sigma, random, true)),
  ...grow('specks', [0.03, 0.1, 0.25], (text, random, share) => effects.specks(shot(text, random), share, random)),
  ...grow('inverted', [0, 2.5], (text, random, sigma) => {
    const photo = effects.invert(shot(text, random, { background: () => 255 }))
    return sigma === 0 ? photo : effects.grain(effects.blur(photo, sigma), 8, random)
  }),
  ...grow('logo', [0.2, 0.28, 0.34], (text, random, logo) =>
    effects.blur(shot(text, random, { style: { level: logo > 0.3 ? 'H' : 'Q', logo } }), 1),
  ),
  ...grow('faint', [24, 12, 6], (text, random, range) =>
    effects.grain(effects.contrast(effects.blur(shot(text, random), 1), 150, 150 + range), range / 12, random),
  ),
  ...grow('shadow', [0.25, 0.12], (text, random, dark) => {
    const slope = 0.5 + random()
    const photo = effects.light(shot(text, random), (x, y) => (y < slope * x ? 1 : dark))
    return effects.grain(effects.blur(photo, 1), 3, random)
  }),
  ...grow('gradient', [0.15, 0.05], (text, random, dark) => {
    const photo = effects.light(shot(text, random), (x, y) => dark + (1 - dark) * ((x + y) / (2 * SIDE)) ** 2)
    return effects.grain(photo, 2, random)
  }),
  ...grow('jpeg', [10, 5, 2], (text, random, quality) =>
    effects.jpeg(shot(text, random, { side: 260, width: 320, height: 320 }), quality),
  ),
  ...grow('tiny', [2, 1, 1.5, 1.3], (text, random, pixels) => crisp(text, pixels)),
  ...grow('low-resolution', [2.6, 2.2, 1.9], (text, random, pixels) => {
    const side = symbolOf(text).side * pixels
    return effects.grain(shot(text, random, { side, width: 200, height: 200 }), 4, random)
  }),
  ...grow('nearest', [2.4, 1.6], (text, random, pixels) => {
    const photo = crisp(text, 4)
    const side = Math.round((photo.width / 4) * pixels)
    return effects.resizeNearest(photo, side, side)
  }),
  ...grow('cylinder', [0.7, 0.9, 1.1], (text, random, bend) =>
    effects.blur(shot(text, random, { wrap: (shape) => cylinder(shape, bend) }), 0.8),
  ),
  ...grow('crumpled', [0.006, 0.01, 0.014], (text, random, depth) =>
    effects.blur(shot(text, random, { wrap: (shape) => waves(shape, depth, random) }), 0.8),
  ),
  ...grow('glare', [50, 75, 95], (text, random, radius) => {
    const [x, y] = [SIDE * (0.45 + 0.15 * random()), SIDE * (0.45 + 0.15 * random())]
    return effects.glare(shot(text, random, { style: { level: radius > 60 ? 'Q' : 'M' } }), x, y, radius)
  }),
  ...grow('dark', [30, 14], (text, random, white) =>
    effects.grain(effects.contrast(effects.blur(shot(text, random), 1.2), 3, white), white / 9, random),
  ),
  ...grow('coloured', ['blue', 'red-green', 'yellow'], (text, random, scheme) => {
    const [dark, light] = {
      blue: [
        [20, 40, 130],
        [150, 200, 255],
      ],
      'red-green': [
        [190, 30, 60],
        [110, 200, 120],
      ],
      yellow: [
        [220, 120, 20],
        [255, 245, 190],
      ],
    }[scheme]
    return effects.jpeg(effects.colors(shot(text, random, { side: 280 }), dark, light), 40)
  }),
  ...grow('dots', [0.42, 0.34, 0.28], (text, random, dots) =>
    effects.blur(shot(text, random, { style: { dots } }), 0.7),
  ),
  ...grow('busy', [4, 1, 0], (text, random, quiet) =>
    effects.blur(
      shot(text, random, { side: 220, turn: 12, style: { quiet }, background: busyBackground(SIDE, SIDE, random) }),
      0.7,
    ),
  ),
  ...grow('cut', [1, 0], (text, random, quiet) => {
    const photo = shot(text, random, { side: 300, turn: 0, style: { quiet }, background: () => 80 })
    const cropped = quiet === 1 ? effects.crop(photo, 60, 30, 330, 360) : photo
    return effects.grain(effects.blur(cropped, 0.8), 4, random)
  }),
  ...grow('screen', [3.1, 4.3, 2.2], (text, random, pixels) => effects.blur(screen(text, random, pixels, 4), 0.8)),
  ...grow('several', [2, 4, 9], (text, random, count, variant) => several(count, variant, random)),
  ...grow('several-turned', [4, 9], (text, random, count, variant) => {
    const { photo, texts } = several(count, variant, random, { turn: 60, side: 210, gap: 80 })
    return { texts, photo: effects.grain(effects.blur(photo, 1.2), 10, random) }
  }),
  ...grow('far', [3.5, 2.5], (text, random, pixels) => {
    const [width, height] = [1280, 960]
    const side = symbolOf(text).side * pixels
    const shape = square(width * (0.2 + 0.6 * random()), height * (0.3 + 0.4 * random()), side, 360 * random())
    const background = busyBackground(width, height, random)
    return effects.grain(paintSymbols(width, height, [{ symbol: symbolOf(text), shape }], background), 6, random)
  }),
  ...grow('mirrored', [0, 0.35], (text, random, depth) =>
    effects.blur(aslant(text, random, depth, { mirrored: true }), 1),
  ),
  ...grow('street', [1, 2, 3], (text, random, strength) => {
    const photo = aslant(text, random, 0.12 + 0.08 * strength)
    const lit = effects.light(photo, (x) => 0.25 + (0.7 * x) / SIDE)
    return effects.jpeg(
      effects.grain(effects.blur(lit, 0.5 + 0.5 * strength), 4 * strength, random),
      50 - 10 * strength,
    )
  }),
  ...grow('poster', [1, 2, 3], (text, random, strength) => {
    const side = 90 + 150 / strength
    const photo = shot(text, random, {
      side,
      turn: 20,
      wrap: (shape) => cylinder(shape, 0.3 + 0.15 * strength),
      background: busyBackground(SIDE, SIDE, random),
    })
    return effects.jpeg(effects.motion(effects.grain(photo, 4, random), 1 + strength / 2, 180 * random()), 60)
  }),
  ...grow('night', [1, 2, 3], (text, random, strength) => {
    const photo = effects.blur(shot(text, random, { turn: 10 }), 0.5 + 0.5 * strength)
    const dim = effects.contrast(photo, 10, 80 - 15 * strength)
    return effects.jpeg(effects.grain(dim, 3 + 1.5 * strength, random), 45)
  }),
  ...grow('screen-inverted', [1, 2], (text, random, strength) => {
    const photo = effects.invert(screen(text, random, 3.4, 6))
    return effects.glare(effects.blur(photo, 0.6 + 0.6 * strength), SIDE * 0.7, SIDE * 0.65, 30 + 15 * strength, 0.9)
  }),
}

function grow(family, strengths, make) {
  return Object.fromEntries(
    strengths.map((strength) => [
      `${family} ${strength}`,
      (text, random, variant) => make(text, random, strength, variant),
    ]),
  )
}

export const CASES = Object.keys(makers)

/**
 * Makes one picture.
 *
 * @param {string} name - One of `CASES`.
 * @param {number} variant - 0 to `VARIANTS` - 1.
 * @returns {{ texts: string[], image: { width: number, height: number, data: Uint8ClampedArray } }} What stands in it, and
 *   its pixels, RGBA.
 */
export function pictureOf(name, variant) {
  const text = TEXTS[variant % TEXTS.length]
  const seed = [...name].reduce((hash, letter) => Math.imul(hash, 31) + letter.charCodeAt(0), variant + 1)
  const made = makers[name](text, seeded(seed), variant)
  const { photo, texts } = 'photo' in made ? made : { photo: made, texts: [text] }
  const { data, height, width } = photo
  const rgba = new Uint8ClampedArray(4 * width * height).fill(255)
  for (let pixel = 0; pixel < width * height; pixel++) {
    for (let channel = 0; channel < 3; channel++) rgba[4 * pixel + channel] = data[3 * pixel + channel]
  }
  return { texts, image: { width, height, data: rgba } }
}
