/**
 * A QR code as text for a terminal.
 *
 * @module
 */
import type { QrMatrix } from './encode-qr.ts'
import { assertChoice, assertInteger, assertMatrix, failure } from './internal/failure.ts'

export interface RenderTerminalOptions {
  /** Light modules around the symbol, 4 by default, 0 to 40; the standard's; most readers live with 2, which saves four columns. */
  readonly quietZone?: number | undefined
  /**
   * What the terminal looks like. `'any'`, the default, sets black and white with escape sequences and is right everywhere;
   * `'dark'` and `'light'` write blocks only, in the text's own colour: for logs, and terminals without colours.
   */
  readonly ground?: 'any' | 'dark' | 'light' | undefined
  /** Width of the terminal in columns; a symbol that would wrap is refused. */
  readonly columns?: number | undefined
}

/** By upper and lower half: 0 is not filled. */
const BLOCKS = [
  [' ', '▄'],
  ['▀', '█'],
] as const

/** The black and white of the 256-colour palette, which themes leave alone, and back. */
const BLACK_ON_WHITE = '\u001B[38;5;16;48;5;231m'
const RESET = '\u001B[0m'

/**
 * Draws a QR code with half blocks: one column and half a line per module.
 *
 * @param matrix - From `encodeQr`.
 * @returns Lines, each with a line feed at its end.
 * @throws {PixkitError} `QR_TERMINAL_NARROW`, `QR_OPTION_INVALID`.
 *
 * @example
 * ```ts
 * import { encodeQr, renderTerminal } from '@pixkit/qr'
 *
 * const lines = renderTerminal(encodeQr('01234567'), { ground: 'light', quietZone: 0 }).split('\n')
 * lines[0] // '█▀▀▀▀▀█  █▄██ █▀▀▀▀▀█'
 * ```
 */
export function renderTerminal(matrix: QrMatrix, options: RenderTerminalOptions = {}): string {
  assertMatrix(matrix)
  const { quietZone = 4, ground = 'any', columns } = options
  assertInteger(quietZone, 0, 40, 'quietZone')
  assertChoice(ground, ['any', 'dark', 'light'], 'ground')
  const needed = matrix.size + 2 * quietZone
  if (columns !== undefined && columns < needed) throw failure('QR_TERMINAL_NARROW', { columns, needed })

  // On a dark ground the text is light, so the light modules are the filled ones.
  const filled = ground === 'dark' ? 0 : 1
  const at = (row: number, column: number): 0 | 1 => {
    const inside = row >= 0 && row < matrix.size && column >= 0 && column < matrix.size
    // An odd number of rows leaves a half line below, outside the quiet zone: the ground of the terminal.
    if (row >= matrix.size + quietZone) return 0
    return (inside ? matrix.modules[row * matrix.size + column] : 0) === filled ? 1 : 0
  }
  let text = ''
  for (let row = -quietZone; row < matrix.size + quietZone; row += 2) {
    let line = ''
    for (let column = -quietZone; column < matrix.size + quietZone; column++) {
      line += BLOCKS[at(row, column)][at(row + 1, column)]
    }
    text += ground === 'any' ? `${BLACK_ON_WHITE}${line}${RESET}\n` : `${line}\n`
  }
  return text
}
