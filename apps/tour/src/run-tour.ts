/**
 * The tour from its first line to its last.
 *
 * @module
 */
import { parseArgs } from 'node:util'
import type { Io } from '@pixkit/cli'
import { chooseLanguage, createScreen, wrapWords } from '@pixkit/cli/render'
import { STATIC } from './codes.ts'
import { createStage } from './stage.ts'
import { STOPS } from './stops.ts'
import { en } from './texts/en.ts'
import { ptBr } from './texts/pt-br.ts'
import type { Texts } from './texts/texts.ts'

/** Waits for the visitor; `false` when they want to leave. */
export type Pause = (prompt: string) => Promise<boolean>

const TEXTS: Readonly<Record<'en' | 'pt-br', Texts>> = { en, 'pt-br': ptBr }
const PIX = 'node packages/cli/dist/main.js'
/** In a clone no command `pix` is installed. */
const TRY = [`${PIX} decode '${STATIC.code}'`, `${PIX} encode static --help`, `${PIX} sandbox`, `${PIX} --help`]

/**
 * Shows the stops one after the other.
 *
 * @param pause - Called between the stops; absent where nobody could answer.
 * @returns 0, or 2 when an option is unknown.
 */
export async function runTour(argv: readonly string[], io: Io, pause?: Pause): Promise<number> {
  const options = readOptions(argv)
  const language = chooseLanguage(options?.lang, io.env)
  const texts = TEXTS[language.tag]
  if (options === undefined || options.help) {
    const output = options === undefined ? io.stderr : io.stdout
    output.write(`${texts.usage}\n`)
    return options === undefined ? 2 : 0
  }

  const color = !options.noColor && io.stdout.isTTY && !io.env['NO_COLOR'] && io.env['TERM'] !== 'dumb'
  const screen = createScreen(io.stdout, language, color)
  const stage = createStage(io, screen, texts, color)
  stage.print(['', screen.style('bold', texts.title)])
  stage.say(texts.intro)
  for (const [index, stop] of STOPS.entries()) {
    const waits = index > 0 && pause !== undefined && !options.noPause
    if (waits && !(await pause(screen.style('dim', texts.pause)))) break
    const title = `${index + 1}/${STOPS.length}  ${texts[stop.title]}`
    const lines = wrapWords(title, screen.proseColumns)
    const rule = '─'.repeat(Math.max(...lines.map((line) => line.length)))
    stage.print([...lines.map((line) => screen.style('bold', line)), screen.style('dim', rule)])
    await stop.show(stage)
  }
  stage.say(texts.end.replace('{pix}', PIX))
  stage.print(TRY.map((call) => `  ${screen.style('cyan', call)}`))
  return 0
}

interface TourOptions {
  /** Absent: that of the environment. */
  readonly lang: 'en' | 'pt-br' | undefined
  readonly noPause: boolean
  readonly noColor: boolean
  readonly help: boolean
}

function readOptions(argv: readonly string[]): TourOptions | undefined {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        lang: { type: 'string' },
        'no-pause': { type: 'boolean', default: false },
        'no-color': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    const { lang, help } = values
    if (lang !== undefined && lang !== 'en' && lang !== 'pt-br') return undefined
    return { lang, help, noPause: values['no-pause'], noColor: values['no-color'] }
  } catch {
    return undefined
  }
}
