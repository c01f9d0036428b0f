/**
 * From a call to an exit code.
 *
 * @module
 */
import { isPixkitError } from '@pixkit/core/error'
import type { Issue } from '@pixkit/core/issue'
import { COMMANDS } from './commands/commands.ts'
import { type Command, type CommandGroup, isGroup, writeLines } from './internal/command.ts'
import { exitCodeOf, failure, issueOf } from './internal/failure.ts'
import { commandHelp, generalHelp, groupHelp } from './internal/help.ts'
import { type Options, parseOptions, tokenize } from './internal/parse-options.ts'
import { reportJson, reportText } from './internal/report-error.ts'
import { suggest } from './internal/suggest.ts'
import type { Io, Output } from './io.ts'
import { chooseLanguage, LANGUAGE_TAGS } from './language.ts'
import { createScreen, type Screen } from './render/screen.ts'

const GLOBALS: Options = {
  json: { type: 'boolean', text: 'optionJson' },
  lang: { type: 'string', choices: LANGUAGE_TAGS, text: 'optionLang' },
  color: { type: 'boolean', text: 'optionColor' },
  'no-color': { type: 'boolean', text: 'optionNoColor' },
  help: { type: 'boolean', short: 'h', text: 'optionHelp' },
  version: { type: 'boolean', text: 'optionVersion' },
}
const ALL_COMMANDS = COMMANDS.flatMap((entry) => (isGroup(entry) ? entry.commands : [entry]))
const ALL_OPTIONS: Options = Object.assign({}, ...ALL_COMMANDS.map(({ options }) => options), GLOBALS)
const HELP_COMMAND = 'help'
const BEGINS_LIKE_A_CODE = /^000201/
const SAFE_TO_REPEAT = /^[\w-]{1,20}$/

/**
 * Runs a call of `pix`. Touches nothing but `io`.
 *
 * @param argv - Words after the name of the program.
 * @returns 0 fine, 1 the thing is bad (code or fields refused, input unreadable), 2 the call is bad.
 *
 * @example
 * ```ts
 * import { run } from '@pixkit/cli'
 *
 * const written: string[] = []
 * const output = { write: (text: string) => void written.push(text), isTTY: false }
 * const stdin = { isTTY: true, async *read() {} }
 *
 * await run(['--version'], { stdin, stdout: output, stderr: output, env: {}, version: '1.2.3' }) // 0
 * written // ['1.2.3\n']
 * ```
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const call = readCall(argv)
  const { flags } = call
  const language = chooseLanguage(call.lang, io.env)
  const stdout = createScreen(io.stdout, language, hasColor(flags, io.stdout, io.env))
  const stderr = createScreen(io.stderr, language, hasColor(flags, io.stderr, io.env))
  const json = asksForJson(argv)
  const report = (issues: readonly Issue[]): void =>
    json ? reportJson(io, issues, language) : reportText(io, issues, stderr)
  try {
    const isHelp = call.words[0] === HELP_COMMAND
    const { entry, words } = findCommand(isHelp ? call.words.slice(1) : call.words)
    if (flags.has('help') || isHelp) {
      writeLines(io.stdout, helpOf(entry, call.words[words + (isHelp ? 1 : 0)], stdout))
      return 0
    }
    if (flags.has('version')) {
      io.stdout.write(`${io.version}\n`)
      return 0
    }
    const command = entry === undefined || isGroup(entry) ? undefined : entry
    const help = `pix ${entry === undefined ? '' : `${entry.name} `}--help`
    const rest = argv.filter((_, index) => !call.positions.slice(0, words).includes(index))
    const options = parseOptions(rest, { ...command?.options, ...GLOBALS }, help)
    if (options.issues.length > 0) {
      report(options.issues)
      return 2
    }
    if (command === undefined) throw failure('CLI_COMMAND_MISSING', { help })
    return await command.run({ io, language, json, options, now: io.now?.() ?? Date.now(), help, stdout, stderr })
  } catch (error) {
    if (!isPixkitError(error)) throw error
    report([issueOf(error)])
    return exitCodeOf(error.code)
  }
}

interface Call {
  /** Arguments that are no options, the command first. */
  readonly words: readonly string[]
  /** Where they stand in the call. */
  readonly positions: readonly number[]
  readonly flags: ReadonlySet<string>
  readonly lang: string | undefined
}

/** Finds the command and what concerns every command, before anything is judged: a refusal too has a language. */
function readCall(argv: readonly string[]): Call {
  const flags = new Set<string>()
  let lang: string | undefined
  const positions: number[] = []
  for (const token of tokenize(argv, ALL_OPTIONS)) {
    if (token.kind === 'positional') positions.push(token.index)
    if (token.kind !== 'option') continue
    if (token.name === 'lang') lang = token.value
    else if (token.value === undefined) flags.add(token.name)
  }
  return { words: positions.map((index) => argv[index] ?? ''), positions, flags, lang }
}

/** A program that asks for JSON gets it also when `--json` stands where it cannot be read: `--json=1`, `--chave --json`. */
function asksForJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--')
  return (end === -1 ? argv : argv.slice(0, end)).some((word) => word === '--json' || word.startsWith('--json='))
}

interface Found {
  readonly entry: Command | CommandGroup | undefined
  /** How many words of the call name it. */
  readonly words: number
}

function findCommand([first, second]: readonly string[]): Found {
  if (first === undefined || first === HELP_COMMAND) return { entry: undefined, words: 0 }
  const entry = COMMANDS.find(({ name }) => name === first)
  if (entry === undefined) {
    throw BEGINS_LIKE_A_CODE.test(first) ? unknown(first, 'pix decode') : unknownAmong(COMMANDS, first, 'pix --help')
  }
  if (!isGroup(entry) || second === undefined) return { entry, words: 1 }
  const command = entry.commands.find(({ name }) => name === `${first} ${second}`)
  if (command === undefined) throw unknownAmong(entry.commands, second, `pix ${first} --help`)
  return { entry: command, words: 2 }
}

function unknownAmong(entries: readonly { name: string }[], typed: string, help: string): Error {
  const names = entries.map(({ name }) => name.split(' ').at(-1) ?? name)
  return unknown(typed, suggest(typed, names), help)
}

function unknown(typed: string, suggestion: string | undefined, help: string = 'pix --help'): Error {
  // What looks like no command may be a key or a code: it is not repeated.
  const params = { command: SAFE_TO_REPEAT.test(typed) && !/\d{6}/.test(typed) ? typed : '…', help }
  return failure('CLI_COMMAND_UNKNOWN', suggestion === undefined ? params : { ...params, suggestion })
}

/** @param part - Topic of the command, such as `static`: only its options are shown. */
function helpOf(entry: Command | CommandGroup | undefined, part: string | undefined, screen: Screen): string[] {
  if (entry === undefined) return generalHelp(COMMANDS, GLOBALS, screen)
  return isGroup(entry) ? groupHelp(entry, GLOBALS, screen) : commandHelp(entry, part, GLOBALS, screen)
}

function hasColor(flags: ReadonlySet<string>, output: Output, env: Io['env']): boolean {
  if (flags.has('no-color')) return false
  if (flags.has('color')) return true
  return output.isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb'
}
