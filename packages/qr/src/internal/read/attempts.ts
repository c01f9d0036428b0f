/**
 * What is tried on a picture in which nothing was found.
 *
 * Chosen among some fifty combinations of filters, on the pictures of `bench/read-pictures.mjs` and on as many with other
 * seeds: no three of the others read more, and a fourth reads one picture in a hundred.
 *
 * @module
 */
import { doubled, halved, sharpened, smoothed, stretched } from './filters.ts'
import type { Luma } from './luma.ts'

/** How grey becomes black and white: by the brightness nearby, or at the middle of the range. */
export type Threshold = 'local' | 'fixed'

export interface Attempt {
  readonly luma: Luma
  readonly threshold: Threshold
}

/** Pixels that a picture may have after it was reduced or enlarged: about a third of a second each. */
const MAX_PIXELS = 8_000_000

/** Makes the attempts, one when the one before has failed. */
export function* attemptsOn(picture: Luma): Generator<Attempt> {
  let luma = picture
  while (luma.data.length > MAX_PIXELS) luma = halved(luma)
  // Grain, specks, shadow, darkness, little contrast.
  yield { luma: smoothed(enlarged(stretched(luma, 0.001, 0.4))), threshold: 'local' }
  const spread = stretched(luma, 0.01, 1)
  // Modules of one to three pixels, where nearby is too near.
  yield { luma: enlarged(enlarged(spread)), threshold: 'fixed' }
  // Out of focus, moved.
  yield { luma: enlarged(sharpened(spread, 2, 8)), threshold: 'local' }
}

function enlarged(luma: Luma): Luma {
  return 4 * luma.data.length > MAX_PIXELS ? luma : doubled(luma)
}
