/**
 * What to do with a text that holds more, or less, than a code.
 *
 * @module
 */
import { fill } from '../internal/fill.ts'
import type { Surroundings } from '../internal/find-code.ts'
import type { Screen } from './screen.ts'
import { visible } from './visible.ts'
import { hang, wrapWords } from './wrap.ts'

const INDENT = 4

/**
 * One hint for everything that is around or inside the code, and the call to try next where there is one.
 *
 * @param command - To try with the code alone, such as `decode`.
 */
export function drawHints(
  { begin, lineBreaks, zeroWidth, code }: Surroundings,
  command: string,
  screen: Screen,
): string[] {
  const { texts } = screen.language
  const hints = [
    begin === undefined ? undefined : fill(texts.hintBegin, { position: begin + 1 }),
    lineBreaks === 0 ? undefined : fill(texts.hintLineBreaks, { count: lineBreaks }),
    zeroWidth === 0 ? undefined : fill(texts.hintZeroWidth, { count: zeroWidth }),
  ].filter((hint) => hint !== undefined)
  if (hints.length === 0 && code === undefined) return []
  const call = code === undefined || visible(code) !== code ? undefined : `pix ${command} ${quote(code)}`
  hints.push(call === undefined ? texts.hintCopyRest : texts.hintTry)
  return [
    ...hints.flatMap((hint) => hang('  → ', wrapWords(hint, screen.proseColumns - INDENT), INDENT)),
    // Not wrapped: it is to be copied.
    ...(call === undefined ? [] : [`${' '.repeat(INDENT)}${call}`]),
  ]
}

function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}
