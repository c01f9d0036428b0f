/**
 * Help, written from the tables of the commands.
 *
 * @module
 */
import type { Texts } from '../texts/texts.ts'
import { padEnd, widthOf } from '../render/visible.ts'
import type { Screen } from '../render/screen.ts'
import { hang, wrapWords } from '../render/wrap.ts'
import type { Command } from './command.ts'
import { fill } from './fill.ts'
import type { Options } from './parse-options.ts'

const MAX_COLUMNS = 100
const MIN_TEXT_COLUMNS = 30
const GAP = 2

export function commandHelp(command: Command, globals: Options, screen: Screen): string[] {
  const { texts } = screen.language
  return [
    ...paragraph(`pix ${command.name}: ${texts[command.summary]}`, screen),
    ...section(texts.usage, [`  pix ${command.name} ${command.usage(texts)}`], screen),
    '',
    ...paragraph(texts[command.details], screen),
    ...section(texts.options, optionRows(command.options, screen), screen),
    ...section(texts.globalOptions, optionRows(globals, screen), screen),
    ...section(
      texts.examples,
      command.examples.flatMap(({ text, call }) => [
        ...wrapWords(texts[text], columnsOf(screen) - 4).map((line) => `  ${screen.style('dim', `# ${line}`)}`),
        `  ${call}`,
      ]),
      screen,
    ),
    '',
    ...paragraph(texts.exitCodes, screen),
  ]
}

export function generalHelp(commands: readonly Command[], globals: Options, screen: Screen): string[] {
  const { texts } = screen.language
  const rows = commands.map(({ name, summary }) => [name, texts[summary]] as const)
  return [
    ...paragraph(texts.tagline, screen),
    ...section(texts.usage, [`  pix ${texts.argumentCommand} …`], screen),
    ...section(texts.commands, table(rows, screen), screen),
    ...section(texts.globalOptions, optionRows(globals, screen), screen),
    ...section(
      texts.examples,
      commands.flatMap(({ examples }) => examples.slice(0, 1).map(({ call }) => `  ${call}`)),
      screen,
    ),
    '',
    ...paragraph(fill(texts.moreHelp, { help: `pix ${texts.argumentCommand} --help` }), screen),
    ...paragraph(texts.exitCodes, screen),
  ]
}

function section(title: string, lines: readonly string[], screen: Screen): string[] {
  return lines.length === 0 ? [] : ['', screen.style('bold', title), ...lines]
}

function paragraph(text: string, screen: Screen): string[] {
  return wrapWords(text, columnsOf(screen))
}

function optionRows(options: Options, screen: Screen): string[] {
  const { texts } = screen.language
  const rows = Object.entries(options).map(([name, { short, value, text, choices }]) => {
    const head = `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${optionValue(value, texts)}`}`
    return [head, fill(texts[text], { choices: choices?.join(', ') ?? '' })] as const
  })
  return table(rows, screen)
}

function optionValue(value: string, texts: Texts): string {
  return Object.hasOwn(texts, value) ? texts[value as keyof Texts] : value
}

function table(rows: readonly (readonly [head: string, text: string])[], screen: Screen): string[] {
  const indent = GAP + Math.max(...rows.map(([head]) => widthOf(head))) + GAP
  const columns = columnsOf(screen)
  return rows.flatMap(([head, text]) => {
    if (columns - indent < MIN_TEXT_COLUMNS) {
      return [`  ${screen.style('cyan', head)}`, ...wrapWords(text, columns - 6).map((line) => `      ${line}`)]
    }
    return hang(`  ${screen.style('cyan', padEnd(head, indent - GAP))}`, wrapWords(text, columns - indent), indent)
  })
}

function columnsOf(screen: Screen): number {
  return Math.min(screen.proseColumns, MAX_COLUMNS)
}
