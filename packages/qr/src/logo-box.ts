/**
 * Room for a logo in the middle of a symbol.
 *
 * @module
 */
import type { QrMatrix } from './encode-qr.ts'
import { type Blocks, blocksOf } from './internal/capacity.ts'
import { assertMatrix, failure } from './internal/failure.ts'
import { drawPatterns, visitData } from './internal/modules.ts'

export interface LogoBox {
  /** First row and column, without the quiet zone. */
  readonly start: number
  /** Modules per side. */
  readonly size: number
  /** The symbol without the modules in the box. */
  readonly cleared: QrMatrix
}

/**
 * Finds out whether a logo may cover the middle of a symbol, and clears the modules there.
 *
 * A codeword with one covered module counts as lost. Of what error correction can mend in each block, a logo gets half: the
 * rest is for dirt, glare and bad printing. With at most half the side it never reaches finder patterns, timing or format; it
 * may cover alignment patterns, of which readers need the one near the corner.
 *
 * @param matrix - From `encodeQr`; a higher level bears a larger logo.
 * @param share - Share of the side to cover, above 0, to 0.5.
 * @throws {PixkitError} `QR_LOGO_TOO_LARGE`, `QR_OPTION_INVALID` with the path `logo`.
 *
 * @example
 * ```ts
 * import { encodeQr, logoBox } from '@pixkit/qr'
 *
 * logoBox(encodeQr('https://www.bcb.gov.br/estabilidadefinanceira/pix', { level: 'H' }), 0.2).size // 9
 * ```
 *
 * @see ISO/IEC 18004:2015, section 7.5.1: e erasures and t errors need e + 2t ≤ d − p codewords of error correction.
 */
export function logoBox(matrix: QrMatrix, share = 0.2): LogoBox {
  assertMatrix(matrix)
  const isShare = typeof share === 'number' && share > 0 && share <= 0.5
  if (!isShare) throw failure('QR_OPTION_INVALID', { expected: '0…0.5' }, 'logo')
  // Odd like the symbol, so that it stands on whole modules.
  const size = 2 * Math.floor((share * matrix.size) / 2) + 1
  const start = (matrix.size - size) / 2
  const blocks = blocksOf(matrix.version, matrix.level)
  const max = Math.floor(blocks.eccLength / 4)
  const isCovered = (at: number): boolean => {
    const [row, column] = [Math.floor(at / matrix.size) - start, (at % matrix.size) - start]
    return row >= 0 && row < size && column >= 0 && column < size
  }
  const found = Math.max(...hiddenPerBlock(matrix, blocks, isCovered))
  if (found > max) throw failure('QR_LOGO_TOO_LARGE', { found, max }, 'logo')
  return {
    start,
    size,
    cleared: { ...matrix, modules: matrix.modules.map((module, at) => (isCovered(at) ? 0 : module)) },
  }
}

function hiddenPerBlock({ size, version }: QrMatrix, blocks: Blocks, isCovered: (at: number) => boolean): number[] {
  const hidden = new Set<number>()
  visitData(drawPatterns(version), size, (place, bit) => {
    if (isCovered(place) && bit >> 3 < blocks.total) hidden.add(bit >> 3)
  })
  const perBlock = Array.from({ length: blocks.count }, () => 0)
  for (const codeword of hidden) (perBlock[blockOf(codeword, blocks)] as number) += 1
  return perBlock
}

/** The block of a codeword: they are placed in turns, and the blocks that are longer by one come to their last one last. */
function blockOf(codeword: number, { count, dataLength, eccLength, shortBlocks, total }: Blocks): number {
  if (codeword < count * dataLength) return codeword % count
  const firstEcc = total - count * eccLength
  return codeword < firstEcc ? shortBlocks + codeword - count * dataLength : (codeword - firstEcc) % count
}
