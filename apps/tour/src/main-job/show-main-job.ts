/**
 * The main job on the screen.
 *
 * @module
 */
import { parseBrCode } from '@pixkit/brcode'
import { describeCode, hang, visible, wrapWords } from '@pixkit/cli/render'
import { encodeQr, renderTerminal } from '@pixkit/qr'
import type { Stage } from '../stage.ts'
import { runMainJob } from './run-main-job.ts'
import type { Step } from './step.ts'

const INDENT = 4
const QUIET_ZONE = 2

/** Shows each step as soon as it is taken. */
export async function showMainJob(stage: Stage): Promise<void> {
  stage.say(stage.texts.jobText)
  let number = 0
  await runMainJob((step) => {
    number += 1
    stage.print([...headOf(step, number, stage), ...linesOf(step, stage)])
    if (step.code !== undefined) stage.print(pictureOf(step.code, stage))
  })
  stage.say(stage.texts.jobAfter)
}

function headOf({ name, ms }: Step, number: number, { texts, screen }: Stage): string[] {
  const time = ms.toLocaleString(screen.language.tag, { maximumFractionDigits: ms < 10 ? 1 : 0 })
  const title = `${texts[name]} (${time} ms)`
  const lines = wrapWords(title, screen.proseColumns - INDENT).map((line) => screen.style('bold', line))
  return hang(screen.style('green', `${number}.`.padEnd(INDENT)), lines, INDENT)
}

function linesOf({ lines }: Step, { screen }: Stage): string[] {
  return lines.flatMap((line) => {
    const text = line.trimStart()
    const indent = INDENT + line.length - text.length
    return hang(' '.repeat(indent), wrapWords(visible(text), screen.proseColumns - indent), indent)
  })
}

/** What `pix decode` says of a code, and its symbol, where that fits. */
function pictureOf(code: string, { texts, screen }: Stage): string[] {
  const matrix = encodeQr(code)
  const isTerminal = screen.columns !== Infinity
  const fits = matrix.size + 2 * QUIET_ZONE <= screen.columns
  // Without colours blocks must do: most terminals are dark, and most documents that text is put into are light.
  const ground = screen.color ? 'any' : isTerminal ? 'dark' : 'light'
  const symbol = fits
    ? renderTerminal(matrix, { quietZone: QUIET_ZONE, ground }).split('\n').slice(0, -1)
    : wrapWords(texts.codeTooWide, screen.proseColumns)
  return [...describeCode(parseBrCode(code), screen), '', ...symbol]
}
