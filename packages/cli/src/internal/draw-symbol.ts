/**
 * A text as a symbol, and the symbol as everything that a call asks for.
 *
 * @module
 */
import { isPixkitError } from '@pixkit/core/error'
import type { Issue } from '@pixkit/core/issue'
import { encodeQr, type QrMatrix } from '@pixkit/qr/encode-qr'
import { renderPng } from '@pixkit/qr/render-png'
import { renderSvg } from '@pixkit/qr/render-svg'
import { renderTerminal } from '@pixkit/qr/render-terminal'
import type { Context } from './command.ts'
import { drawOptions, optionIssue } from './draw-options.ts'
import { issueOf } from './failure.ts'
import type { OutputFile } from './write-files.ts'

export interface Picture extends OutputFile {
  readonly format: 'svg' | 'png'
}

export interface DrawnSymbol {
  readonly matrix: QrMatrix | undefined
  readonly pictures: readonly Picture[]
  /** Drawing for the terminal, where no file and no JSON is asked for. */
  readonly drawing: string | undefined
  /** Every refusal of a renderer; one is enough for nothing to be written. */
  readonly issues: readonly Issue[]
}

/** Draws a text in memory; nothing is written. */
export function drawSymbol({ io, json, options, stdout }: Context, text: string): DrawnSymbol {
  const { ground, ...draw } = drawOptions(options)
  const [svg, png] = ['svg', 'png'].map((format) => options.values.get(format))
  const issues: Issue[] = []
  const pictures: Picture[] = []
  const attempt = <T>(step: () => T): T | undefined => {
    try {
      return step()
    } catch (error) {
      if (!isPixkitError(error)) throw error
      const issue = optionIssue(issueOf(error))
      const isKnown = issues.some(({ code, path }) => code === issue.code && path.join() === issue.path.join())
      if (!isKnown) issues.push(issue)
      return undefined
    }
  }
  const matrix = attempt(() => encodeQr(text, draw))
  if (matrix === undefined) return { matrix, pictures, drawing: undefined, issues }

  if (svg !== undefined) {
    const render = () => new TextEncoder().encode(`${renderSvg(matrix, draw)}\n`)
    attempt(() => pictures.push({ format: 'svg', file: svg, bytes: render(), isText: true }))
  }
  if (png !== undefined) {
    attempt(() => pictures.push({ format: 'png', file: png, bytes: renderPng(matrix, draw), isText: false }))
  }
  // Without colours blocks must do: most terminals are dark, and most documents that text is put into are light.
  const guess = stdout.color ? 'any' : io.stdout.isTTY ? 'dark' : 'light'
  const columns = json ? undefined : io.stdout.columns
  const render = () => renderTerminal(matrix, { quietZone: draw.quietZone, ground: ground ?? guess, columns })
  // For JSON too, which has no use for it: the options are judged.
  const drawing = svg === undefined && png === undefined ? attempt(render) : undefined
  return { matrix, pictures, drawing: json ? undefined : drawing, issues }
}
