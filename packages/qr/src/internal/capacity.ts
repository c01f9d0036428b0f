/**
 * How much a symbol holds: codewords and blocks by version and level, as npm `qrcode` tabulates them.
 *
 * @module
 */
import errorCorrection from 'qrcode/lib/core/error-correction-code.js'
import levels from 'qrcode/lib/core/error-correction-level.js'
import utils from 'qrcode/lib/core/utils.js'
import type { QrLevel } from '../encode-qr.ts'

export const MAX_VERSION = 40

/** Blocks of a symbol: the first `shortBlocks` have `dataLength` data codewords, the others one more. */
export interface Blocks {
  readonly count: number
  readonly shortBlocks: number
  readonly dataLength: number
  /** Error correction codewords of each block; at most half as many wrong ones can be corrected (fewer in 1-L, 1-M and 2-L). */
  readonly eccLength: number
  /** Codewords of the symbol. */
  readonly total: number
}

/** @see ISO/IEC 18004:2015, section 7.5.1, table 9. */
export function blocksOf(version: number, level: QrLevel): Blocks {
  const total = utils.getSymbolTotalCodewords(version)
  const count = errorCorrection.getBlocksCount(version, levels[level])
  const eccLength = errorCorrection.getTotalCodewordsCount(version, levels[level]) / count
  return {
    count,
    shortBlocks: count - (total % count),
    dataLength: Math.floor(total / count) - eccLength,
    eccLength,
    total,
  }
}

/** Bits for data in a symbol. */
export function capacityOf(version: number, level: QrLevel): number {
  const { count, eccLength, total } = blocksOf(version, level)
  return 8 * (total - count * eccLength)
}
