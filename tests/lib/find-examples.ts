/** @module Finds the code that the documentation shows: fenced `ts` blocks of Markdown and of `@example`. */

export interface Example {
  /** File, relative to the root of the repository. */
  readonly file: string
  /** Line of the fence, from 1: the first line of `code` is the next one. */
  readonly line: number
  readonly code: string
  /** The fence says `no-run`: type-checked only. */
  readonly noRun: boolean
}

/**
 * Finds the blocks of one file.
 *
 * @param file - Name; ends in `.ts` for a source, whose comments are searched.
 * @param text - What the file holds.
 */
export function findExamples(file: string, text: string): Example[] {
  const isSource = file.endsWith('.ts')
  const examples: Example[] = []
  let open: { line: number; indent: string; info: string; lines: string[] } | undefined
  let inExample = !isSource
  for (const [index, raw] of text.split('\n').entries()) {
    const line = isSource ? (/^\s*\*(?: (.*)|)$/.exec(raw)?.[1] ?? '') : raw
    if (isSource && /^\s*\*\/|^\s*\/\*\*/.test(raw)) inExample = false
    if (isSource && line.startsWith('@')) inExample = line.startsWith('@example')
    const fence = /^(\s*)```(.*)$/.exec(line)
    if (open === undefined) {
      if (fence !== null && inExample) {
        open = { line: index + 1, indent: fence[1] ?? '', info: (fence[2] ?? '').trim(), lines: [] }
      }
    } else if (fence !== null && fence[2]?.trim() === '') {
      const [language, ...words] = open.info.split(/\s+/)
      if (language === 'ts' || language === 'typescript') {
        examples.push({ file, line: open.line, code: open.lines.join('\n'), noRun: words.includes('no-run') })
      }
      open = undefined
    } else {
      open.lines.push(line.startsWith(open.indent) ? line.slice(open.indent.length) : line)
    }
  }
  if (open !== undefined) throw new Error(`${file}:${open.line}: the block is not closed`)
  return examples
}
