/**
 * Looks at a picture once, or until something is found.
 *
 * @module
 */
import { attemptsOn } from './attempts.ts'
import type { Luma } from './luma.ts'
import type { RawReading } from './reader.ts'
import type { QrCorners, QrPoint } from './types.ts'
import { findInLuma } from './zxing.ts'

/** @param quick - Looks once. */
export async function findIn(wasm: unknown, luma: Luma, quick: boolean): Promise<RawReading[]> {
  const found = await findInLuma(wasm, luma, 'local')
  return found.length > 0 || quick ? found : findHarder(wasm, luma)
}

/** Looks as {@link findIn} does after its first look. */
export async function findHarder(wasm: unknown, picture: Luma): Promise<RawReading[]> {
  for (const { luma, threshold } of attemptsOn(picture)) {
    const found = await findInLuma(wasm, luma, threshold)
    const scale = picture.width / luma.width
    if (found.length > 0) return found.map((raw) => ({ ...raw, position: scaled(raw.position, scale) }))
  }
  return []
}

function scaled(corners: QrCorners, scale: number): QrCorners {
  const times = ({ x, y }: QrPoint): QrPoint => ({ x: x * scale, y: y * scale })
  const { bottomLeft, bottomRight, topLeft, topRight } = corners
  return {
    topLeft: times(topLeft),
    topRight: times(topRight),
    bottomRight: times(bottomRight),
    bottomLeft: times(bottomLeft),
  }
}
