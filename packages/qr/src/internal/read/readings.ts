/**
 * From what the library found to what is returned.
 *
 * @module
 */
import type { QrLevel } from '../../encode-qr.ts'
import type { QrReading } from './types.ts'
import type { RawReading } from './reader.ts'

/** Pix codes first, otherwise in the order of the library. */
export function readingsOf(found: readonly RawReading[]): QrReading[] {
  const readings = found.map(readingOf)
  return [...readings.filter(({ pix }) => pix), ...readings.filter(({ pix }) => !pix)]
}

function readingOf({ bytes, extra, hasECI, isInverted, isMirrored, position, ...raw }: RawReading): QrReading {
  const { ECLevel, UEC, Version } = JSON.parse(extra) as { ECLevel: QrLevel; UEC: number; Version: string }
  const text = (hasECI ? undefined : utf8(bytes)) ?? raw.text
  const { bottomLeft, bottomRight, topLeft, topRight } = position
  return {
    text,
    bytes,
    pix: isPix(text),
    corners: { topLeft, topRight, bottomRight, bottomLeft },
    version: Number(Version),
    level: ECLevel,
    margin: UEC,
    inverted: isInverted,
    mirrored: isMirrored,
    ...(raw.sequenceSize > 1 ? { piece: { index: raw.sequenceIndex, count: raw.sequenceSize } } : {}),
  }
}

/** Begins with the format indicator of EMV codes and names the GUI of Pix. */
function isPix(text: string): boolean {
  return text.startsWith('000201') && text.toLowerCase().includes('br.gov.bcb.pix')
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}
