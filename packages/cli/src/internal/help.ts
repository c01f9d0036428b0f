/**
 * Help, written from the tables of the commands.
 *
 * @module
 */
import type { Texts } from '../texts/texts.ts'
import { padEnd, widthOf } from '../render/visible.ts'
import type { Screen } from '../render/screen.ts'
import { hang, wrapWords } from '../render/wrap.ts'
import { type Command, type CommandGroup, type Example, isGroup, type Topic } from './command.ts'
import { fill } from './fill.ts'
import type { Option, Options } from './parse-options.ts'

const MAX_COLUMNS = 100
const MIN_TEXT_COLUMNS = 30
const GAP = 2
const NO_BREAK = '\u00a0'

/** @param part - Topic of the command, such as `static`: only its options are shown. */
export function commandHelp(command: Command, part: string | undefined, globals: Options, screen: Screen): string[] {
  const { texts } = screen.language
  const topic = command.topics?.find(({ name }) => name === part)
  if (topic !== undefined) return topicHelp(command, topic, globals, screen)
  return [
    ...paragraph(`pix ${command.name}: ${texts[command.summary]}`, screen),
    ...section(texts.usage, [`  pix ${command.name} ${command.usage(texts)}`], screen),
    '',
    ...paragraph(texts[command.details], screen),
    ...topicsOf(command, screen),
    ...section(texts.options, optionRows(command.options, screen), screen),
    ...section(texts.globalOptions, optionRows(globals, screen), screen),
    ...section(texts.examples, exampleLines(command.examples, screen), screen),
    '',
    ...paragraph(texts.exitCodes, screen),
  ]
}

function topicHelp(command: Command, topic: Topic, globals: Options, screen: Screen): string[] {
  const { texts } = screen.language
  const call = `pix ${command.name} ${topic.name}`
  const required = pick(command.options, topic.required)
  const fields = [...topic.required, ...topic.optional]
  const shared = Object.keys(command.options).filter((name) => !isOfTopics(command, name))
  // An option and its value stay on one line.
  const typed = Object.entries(required).map(([name, option]) => optionHead(name, option, texts).replace(' ', NO_BREAK))
  const usage = [call, ...typed, `[${texts.options.toLowerCase()}]${NO_BREAK}[-]`].join(' ')
  const usageLines = wrapWords(usage, columnsOf(screen) - 6).map((line) => line.replaceAll(NO_BREAK, ' '))
  const optional = pick(command.options, [...fields.slice(topic.required.length), ...shared])
  const examples = command.examples.filter((example) => example.call.startsWith(`${call} `))
  return [
    ...paragraph(`${call}: ${texts[topic.text]}`, screen),
    ...section(texts.usage, hang('  ', usageLines, 6), screen),
    '',
    ...paragraph(texts[command.details], screen),
    ...section(texts.requiredOptions, optionRows(required, screen), screen),
    ...section(texts.options, optionRows(optional, screen), screen),
    ...section(texts.globalOptions, optionRows(globals, screen), screen),
    ...section(texts.examples, exampleLines(examples, screen), screen),
    '',
    ...paragraph(texts.exitCodes, screen),
  ]
}

function topicsOf({ name: command, topics = [] }: Command, screen: Screen): string[] {
  const { texts } = screen.language
  if (topics.length === 0) return []
  const rows = topics.map(({ name, text, required }) => {
    const options = required.map((option) => `--${option}`).join(', ')
    return [name, `${texts[text]} ${fill(texts.required, { options })}`] as const
  })
  const help = `pix ${command} ${topics[0]?.name} --help`
  return [
    ...section(texts.kinds, table(rows, screen), screen),
    ...paragraph(fill(texts.moreKindHelp, { help }), screen),
  ]
}

function isOfTopics({ topics = [] }: Command, option: string): boolean {
  return topics.some(({ required, optional }) => required.includes(option) || optional.includes(option))
}

function pick(options: Options, names: readonly string[]): Options {
  return Object.fromEntries(
    names.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]] as const])),
  )
}

function exampleLines(examples: readonly Example[], screen: Screen): string[] {
  const { texts } = screen.language
  return examples.flatMap(({ text, call }) => [
    ...wrapWords(texts[text], columnsOf(screen) - 4).map((line) => `  ${screen.style('dim', `# ${line}`)}`),
    `  ${call}`,
  ])
}

export function generalHelp(entries: readonly (Command | CommandGroup)[], globals: Options, screen: Screen): string[] {
  const { texts } = screen.language
  const examples = entries.flatMap((entry) => (isGroup(entry) ? entry.commands.slice(0, 1) : [entry]))
  return [
    ...paragraph(texts.tagline, screen),
    ...section(texts.usage, [`  pix ${texts.argumentCommand} …`], screen),
    ...commandList('pix', entries, examples, globals, screen),
  ]
}

export function groupHelp(group: CommandGroup, globals: Options, screen: Screen): string[] {
  const { texts } = screen.language
  const { name, summary, details, commands } = group
  return [
    ...paragraph(`pix ${name}: ${texts[summary]}`, screen),
    ...section(texts.usage, [`  pix ${name} ${texts.argumentCommand} …`], screen),
    '',
    ...paragraph(texts[details], screen),
    ...commandList(`pix ${name}`, commands, commands, globals, screen),
  ]
}

function commandList(
  call: string,
  entries: readonly (Command | CommandGroup)[],
  examples: readonly Command[],
  globals: Options,
  screen: Screen,
): string[] {
  const { texts } = screen.language
  const rows = entries.map(({ name, summary }) => [name.split(' ').at(-1) ?? name, texts[summary]] as const)
  return [
    ...section(texts.commands, table(rows, screen), screen),
    ...section(texts.globalOptions, optionRows(globals, screen), screen),
    ...section(
      texts.examples,
      examples.flatMap((command) => command.examples.slice(0, 1).map((example) => `  ${example.call}`)),
      screen,
    ),
    '',
    ...paragraph(fill(texts.moreHelp, { help: `${call} ${texts.argumentCommand} --help` }), screen),
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
  const rows = Object.entries(options).map(
    ([name, option]) => [optionHead(name, option, texts), texts[option.text]] as const,
  )
  return table(rows, screen)
}

function optionHead(name: string, { short, value, choices }: Option, texts: Texts): string {
  const shown = value !== undefined && Object.hasOwn(texts, value) ? texts[value as keyof Texts] : value
  const words = [`--${name}`, shown ?? choices?.join('|')].filter((word) => word !== undefined)
  return `${short === undefined ? '' : `-${short}, `}${words.join(' ')}`
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
