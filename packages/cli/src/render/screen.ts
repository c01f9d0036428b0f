/**
 * What a renderer may use: how wide, in colour or not, in which language.
 *
 * @module
 */
import { styleText } from 'node:util'
import type { Output } from '../io.ts'
import type { Language } from '../language.ts'

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan'

export interface Screen {
  readonly language: Language
  /** Width of the terminal; `Infinity` where nobody looks, so that no value is broken for a program. */
  readonly columns: number
  /** Width for sentences: that of the terminal, 80 where there is none. */
  readonly proseColumns: number
  /** Whether escape sequences for colours are wanted. */
  readonly color: boolean
  style(style: Style, text: string): string
}

const MIN_COLUMNS = 24
const DEFAULT_COLUMNS = 80

export function createScreen(output: Output, language: Language, color: boolean): Screen {
  const columns = Math.max(MIN_COLUMNS, output.columns ?? DEFAULT_COLUMNS)
  return {
    language,
    columns: output.isTTY ? columns : Infinity,
    proseColumns: output.isTTY ? columns : DEFAULT_COLUMNS,
    color,
    // The decision is taken here and not by the process' own stdout, which may be another stream.
    style: (style, text) => (color && text !== '' ? styleText(style, text, { validateStream: false }) : text),
  }
}
